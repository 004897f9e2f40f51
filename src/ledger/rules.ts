import { UserError } from '../errors.ts';
import { formatMoney, type Money } from '../money.ts';

/** What each kind of account holds. Balances are credits less debits. */
export const ACCOUNT_KINDS = {
  WALLET: 'What the platform owes a person.',
  BUSINESS_BALANCE: 'What the platform owes a business.',
  PROVIDER_CLEARING:
    'What the payment provider has taken in and not yet paid out; below zero, for it is ours.',
  PLATFORM_FEES: 'What the platform has earned.',
  FEES_OWED: 'Fees that the balance of a business did not cover, and of sales paid in cash; below zero.',
  TAX_PAYABLE: 'Tax on fees, for the state of the market.',
  CASH_CLEARING: 'Cash that businesses were paid at the door; the other side of CASH_COLLECTED.',
  CASH_COLLECTED: 'Cash that a business was paid at the door: shown to it, and owed to nobody.',
} as const;
export type AccountKind = keyof typeof ACCOUNT_KINDS;

/** Strict accounts can't go below what is held of them; the others are the platform's own books. */
export const STRICT: Readonly<Record<AccountKind, boolean>> = {
  WALLET: true,
  BUSINESS_BALANCE: true,
  PROVIDER_CLEARING: false,
  PLATFORM_FEES: false,
  FEES_OWED: false,
  TAX_PAYABLE: false,
  CASH_CLEARING: false,
  CASH_COLLECTED: false,
};

/** What the journals of this house book. */
export const JOURNAL_KINDS = {
  sale: 'An order was paid.',
  refund: 'Money of a payment went back.',
  refund_returned: 'A refund that the card did not take came back and went into the wallet.',
  top_up: 'A wallet was topped up by card.',
  late_payment: 'A card was charged after the payment had been given up: the money went into the wallet.',
  transfer: 'One person sent money to another.',
  transfer_reversal: 'A transfer was taken back.',
  fee: 'A business was charged for a service.',
  fee_tax: 'Tax on the fees of a month.',
  fee_collected: 'Fees that were owed were taken from the balance.',
  payout: "Money went out to a business's bank.",
  payout_return: 'A bank sent a payout back.',
} as const;
export type JournalKind = keyof typeof JOURNAL_KINDS;

/** The owner of the platform's own accounts. */
export const PLATFORM = '00000000-0000-0000-0000-000000000000';

/** A strict account has less to spend than a posting or a hold wants of it. */
export class InsufficientFundsError extends UserError {
  readonly code = 'INSUFFICIENT_FUNDS';
  readonly available: Money;

  constructor(available: Money, path: readonly string[] = []) {
    super(`The balance does not cover this: ${formatMoney(available)} can be spent.`, path);
    this.available = available;
  }
}

/** A share of an amount in hundredths of a percent, rounded half up to the minor unit. */
export function shareOf(amountMinor: bigint, basisPoints: number): bigint {
  return (amountMinor * BigInt(basisPoints) + 5_000n) / 10_000n;
}
