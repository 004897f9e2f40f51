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
