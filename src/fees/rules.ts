import type { MessageContent } from '../conversations/content.ts';
import { shareOf } from '../ledger/rules.ts';

/** What fees are taken for. */
export const FEE_SERVICES = [
  'SALE',
  'MONEY_TRANSFER',
  'MESSAGE_MARKETING',
  'MESSAGE_UTILITY',
  'MESSAGE_SERVICE',
  'SUBSCRIPTION',
  'TAX',
] as const;
export type FeeService = (typeof FEE_SERVICES)[number];

export const FEE_PLANS = ['STANDARD', 'PLUS'] as const;
export type FeePlan = (typeof FEE_PLANS)[number];

/** Messages of a business that may cost something. */
export const MESSAGE_CATEGORIES = ['MARKETING', 'UTILITY', 'SERVICE'] as const;
export type MessageCategory = (typeof MESSAGE_CATEGORIES)[number];

/** What a rule takes. */
export interface FeeTerms {
  readonly shareBasisPoints: number;
  readonly fixedMinor: bigint;
}

/** The fee of an amount: its share, rounded half up, and the fixed part on top of it. No rule takes nothing. */
export function feeOf(terms: FeeTerms | null, amountMinor: bigint): bigint {
  return terms ? shareOf(amountMinor, terms.shareBasisPoints) + terms.fixedMinor : 0n;
}

/** The fee of a sale, which never takes more than was paid. */
export function saleFee(terms: FeeTerms | null, totalMinor: bigint): bigint {
  const fee = feeOf(terms, totalMinor);
  return fee < totalMinor ? fee : totalMinor;
}

/** For so long after a customer has written, what a shop writes is an answer. */
export const ANSWER_WINDOW_HOURS = 24;

/** Customers who wrote after it are being answered by what is sent at `at`. */
export function answerWindowStart(at: Date): Date {
  return new Date(at.getTime() - ANSWER_WINDOW_HOURS * 3_600_000);
}

/** What a message of a shop counts as: what it tells by itself is UTILITY, free words are an answer or MARKETING. */
export function messageCategory(type: MessageContent['type'], insideWindow: boolean): MessageCategory {
  switch (type) {
    case 'notice':
    case 'order':
    case 'payment':
      return 'UTILITY';
    default:
      return insideWindow ? 'SERVICE' : 'MARKETING';
  }
}

export const SERVICE_OF = {
  MARKETING: 'MESSAGE_MARKETING',
  UTILITY: 'MESSAGE_UTILITY',
  SERVICE: 'MESSAGE_SERVICE',
} as const satisfies Record<MessageCategory, FeeService>;
export type MessageService = (typeof SERVICE_OF)[MessageCategory];

/** How long before it is in force a rule must be known. */
const NOTICE_MS = 60_000;

/** A rule as it is asked for. */
export interface NewTerms extends FeeTerms {
  readonly service: FeeService;
  readonly plan: FeePlan | null;
  readonly freePerMonth: number | null;
  readonly effectiveFrom: Date;
}

export interface Problem {
  readonly message: string;
  readonly path: readonly string[];
}

/** Why there can be no such rule; null when there can. */
export function feeRuleProblem(terms: NewTerms, now: Date): Problem | null {
  const { service, plan, shareBasisPoints, fixedMinor, freePerMonth, effectiveFrom } = terms;
  const takes = TAKES[service];
  if (effectiveFrom.getTime() < now.getTime() + NOTICE_MS) {
    return {
      message: 'A rule begins a minute from now at the earliest: the past does not move.',
      path: ['effectiveFrom'],
    };
  }
  if (shareBasisPoints < 0 || shareBasisPoints > 10_000) {
    return { message: 'A share is from 0 to 10,000 hundredths of a percent.', path: ['shareBasisPoints'] };
  }
  if (fixedMinor < 0n) return { message: 'A fee is not below nothing.', path: ['fixed', 'amount'] };
  if (freePerMonth !== null && freePerMonth < 0) {
    return { message: 'No fewer than none are free.', path: ['freePerMonth'] };
  }
  if (!takes.share && shareBasisPoints > 0) {
    return { message: 'This service is not charged by a share.', path: ['shareBasisPoints'] };
  }
  if (!takes.fixed && fixedMinor > 0n)
    return { message: 'Tax is a share, and nothing else.', path: ['fixed'] };
  if (!takes.free && freePerMonth !== 0) {
    return {
      message: 'Only messages may be free.',
      path: [freePerMonth === null ? 'alwaysFree' : 'freePerMonth'],
    };
  }
  if (!takes.plan && plan) return { message: 'This is the same on every plan.', path: ['plan'] };
  return null;
}

/** What a rule of each service may say. Money between people is of no business, so of no plan; a tax is the state's. */
const MESSAGE = { share: false, fixed: true, free: true, plan: true };
const TAKES: Readonly<Record<FeeService, Readonly<Record<'share' | 'fixed' | 'free' | 'plan', boolean>>>> = {
  SALE: { share: true, fixed: true, free: false, plan: true },
  MONEY_TRANSFER: { share: true, fixed: true, free: false, plan: false },
  MESSAGE_MARKETING: MESSAGE,
  MESSAGE_UTILITY: MESSAGE,
  MESSAGE_SERVICE: MESSAGE,
  SUBSCRIPTION: { share: false, fixed: true, free: false, plan: true },
  TAX: { share: true, fixed: false, free: false, plan: false },
};

interface Scheduled {
  readonly service: FeeService;
  readonly plan: FeePlan | null;
  readonly effectiveFrom: Date;
}

/** Of a market's rules, oldest first, those in force at a moment: the newest of each service and plan. */
export function rulesAt<Rule extends Scheduled>(rules: readonly Rule[], at: Date): Rule[] {
  const begun = rules.filter((rule) => rule.effectiveFrom <= at);
  return [...new Map(begun.map((rule) => [`${rule.service} ${rule.plan}`, rule])).values()];
}

/** Of those in force, the one for each service on a plan: its own before that of all plans. */
export function rulesOfPlan<Rule extends Scheduled>(inForce: readonly Rule[], plan: FeePlan): Rule[] {
  return FEE_SERVICES.flatMap((service) => {
    const of = (which: FeePlan | null) =>
      inForce.find((rule) => rule.service === service && rule.plan === which);
    return of(plan) ?? of(null) ?? [];
  });
}
