import { UserError } from '../errors.ts';
import type { PayoutFailureCode, PayoutOutcome } from '../payments/provider.ts';

export type { PayoutFailureCode };

/** RETURNED: the bank had taken it and sent it back later. */
export const PAYOUT_STATES = ['PENDING', 'PAID', 'FAILED', 'RETURNED'] as const;
export type PayoutState = (typeof PAYOUT_STATES)[number];

export class NoBankAccountError extends UserError {
  readonly code = 'NO_BANK_ACCOUNT';

  constructor() {
    super('This business has no bank account to be paid out to: set one with bankAccountSet.');
  }
}

export interface SettledPayout {
  readonly state: PayoutState;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly payoutRef: string | null;
}

/** What the provider's word makes of a payout: what fails after it was paid has come back. */
export function payoutSettlement(
  payout: SettledPayout,
  outcome: PayoutOutcome,
): 'ignore' | 'note' | 'alarm' | 'pay' | 'fail' | 'return' {
  if (payout.state === 'PAID') return outcome.kind === 'failed' ? 'return' : 'ignore';
  if (payout.state !== 'PENDING') return 'ignore';
  switch (outcome.kind) {
    case 'paid': {
      const isAsAsked = outcome.amountMinor === payout.amountMinor && outcome.currency === payout.currency;
      return isAsAsked ? 'pay' : 'alarm';
    }
    case 'failed':
      return 'fail';
    case 'processing':
      return payout.payoutRef === outcome.payoutRef ? 'ignore' : 'note';
    case 'unknown':
      return 'ignore';
  }
}
