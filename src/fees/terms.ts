import type { FeePlan, FeeService, FeeTerms } from './rules.ts';

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
