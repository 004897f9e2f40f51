import { z } from 'zod';
import { requireStaff } from '../businesses/staff.ts';
import { requirePerson, type Ctx, type Tx } from '../context.ts';
import { onceForGood } from '../db/idempotency.ts';
import { newId, type BusinessId, type PayoutId } from '../db/id.ts';
import { collectOwed } from '../fees/collect.ts';
import { available, openBooks } from '../ledger/books.ts';
import { placeHold } from '../ledger/hold.ts';
import { InsufficientFundsError } from '../ledger/rules.ts';
import { InvalidMoneyError, type Money } from '../money.ts';
import { idempotencyKey, parseInput } from '../text.ts';
import { currentBankAccount } from './bank-account.ts';
import { recordPayout } from './record.ts';
import { NoBankAccountError } from './rules.ts';
import { submitPayout } from './submit.ts';
import { payouts, type BankAccount } from './tables.ts';

const Create = z.object({ idempotencyKey });

export interface CreatePayout {
  readonly businessId: BusinessId;
  /** All that is available when it is not given. */
  readonly amount?: Money | null | undefined;
  readonly idempotencyKey: string;
}

/**
 * Sends what a business has earned to its bank. The amount is held until the bank has it or refuses it. Fees that the
 * business owes are collected first: what it owes is not its own to be paid out.
 */
export async function createPayout(ctx: Ctx, input: CreatePayout): Promise<PayoutId> {
  const { personId } = requirePerson(ctx);
  const { idempotencyKey: key } = parseInput(Create, input);
  const { businessId } = input;
  await requireStaff(ctx, businessId, 'money');
  const { payoutId } = await onceForGood(ctx, { name: 'payoutCreate', key, input }, async (tx) => {
    const bank = await currentBankAccount(tx, businessId);
    if (!bank) throw new NoBankAccountError();
    const account = { kind: 'BUSINESS_BALANCE', ownerId: businessId } as const;
    const { currency } = bank;
    await collectOwed(tx, businessId, currency);
    const books = await openBooks(tx, currency, [account]);
    const amountMinor = amountOf(input.amount, bank, available(books.account(account)));
    const id = newId<'payout'>();
    await placeHold(tx, { account, currency, amountMinor, kind: 'payout', subjectId: id }, books);
    await insert(tx, { id, businessId, bankAccountId: bank.id, personId, currency, amountMinor });
    return { payoutId: id };
  });
  await submitPayout(ctx, payoutId);
  return payoutId;
}

async function insert(tx: Tx, payout: typeof payouts.$inferInsert): Promise<void> {
  await tx.db.insert(payouts).values({ ...payout, createdAt: tx.now(), updatedAt: tx.now() });
  await tx.app.jobs.enqueue(
    tx,
    'payout.submit',
    { payoutId: payout.id },
    new Date(tx.now().getTime() + 5_000),
  );
  await recordPayout(tx, 'payout.created', payout);
}

function amountOf(wanted: Money | null | undefined, { currency }: BankAccount, spendable: bigint): bigint {
  if (!wanted) {
    if (spendable <= 0n) throw new InsufficientFundsError({ minor: 0n, currency });
    return spendable;
  }
  if (wanted.currency !== currency) {
    throw new InvalidMoneyError(`This business is paid out in ${currency}.`, ['amount', 'currencyCode']);
  }
  if (wanted.minor <= 0n) throw new InvalidMoneyError('Pay out more than nothing.', ['amount', 'amount']);
  return wanted.minor;
}
