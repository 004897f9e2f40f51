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
    case 'text':
    case 'product':
    case 'catalog':
    case 'bot':
    case 'cart':
    case 'transfer':
    case 'request':
    case 'ticket':
      return insideWindow ? 'SERVICE' : 'MARKETING';
  }
}

export const SERVICE_OF = {
  MARKETING: 'MESSAGE_MARKETING',
  UTILITY: 'MESSAGE_UTILITY',
  SERVICE: 'MESSAGE_SERVICE',
} as const satisfies Record<MessageCategory, FeeService>;
export type MessageService = (typeof SERVICE_OF)[MessageCategory];

interface Scheduled {
  readonly service: FeeService;
  readonly plan: FeePlan | null;
  readonly effectiveFrom: Date;
}

/** Of a market's rules, oldest first, those in force at a moment: the newest of each service and plan, in their order. */
export function rulesAt<Rule extends Scheduled>(rules: readonly Rule[], at: Date): Rule[] {
  const begun = rules.filter((rule) => rule.effectiveFrom <= at);
  return FEE_SERVICES.flatMap((service) =>
    [null, ...FEE_PLANS].flatMap(
      (plan) => begun.findLast((rule) => rule.service === service && rule.plan === plan) ?? [],
    ),
  );
}

/** Of those in force, the one for each service on a plan: its own before that of all plans. */
export function rulesOfPlan<Rule extends Scheduled>(inForce: readonly Rule[], plan: FeePlan): Rule[] {
  return FEE_SERVICES.flatMap((service) => {
    const of = (which: FeePlan | null) =>
      inForce.find((rule) => rule.service === service && rule.plan === which);
    return of(plan) ?? of(null) ?? [];
  });
}
