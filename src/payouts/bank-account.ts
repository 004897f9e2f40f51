import { createHash } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { businessesByIds } from '../businesses/read.ts';
import { requireStaff } from '../businesses/staff.ts';
import type { Ctx, Tx } from '../context.ts';
import { once } from '../db/idempotency.ts';
import { newId, type BankAccountId, type BusinessId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { NotFoundError } from '../errors.ts';
import { topic } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { idempotencyKey, parseInput } from '../text.ts';
import { bankAccounts, type BankAccount } from './tables.ts';

const Set = z.object({
  token: z
    .string()
    .regex(/^[A-Za-z0-9_]{3,255}$/, "A bank token is what the provider's bank fields give, such as btok_..."),
  idempotencyKey: idempotencyKey.nullish(),
});

export interface SetBankAccount {
  readonly businessId: BusinessId;
  /** From the provider's own fields: the account's number never comes here. */
  readonly token: string;
  readonly idempotencyKey?: string | null | undefined;
}

/** Names the bank account that a business is paid out to; the one before is kept for its payouts only. */
export async function setBankAccount(ctx: Ctx, input: SetBankAccount): Promise<BankAccountId> {
  const { token, idempotencyKey: key } = parseInput(Set, input);
  const { businessId } = input;
  await requireStaff(ctx, businessId, 'money');
  const [business] = await businessesByIds(ctx, [businessId]);
  if (!business) throw new NotFoundError('business', ['businessId']);
  const { currency } = business;
  // Before the transaction, because the provider is asked; its own keys make a repeat give the same account.
  const providerKey = `bank:${businessId}:${digest(`${key ?? newId()} ${token}`)}`;
  const { payments } = ctx.app;
  const attached = await payments.attachBankAccount({
    businessId,
    token,
    currency,
    idempotencyKey: providerKey,
  });
  const { bankAccountId } = await transact(ctx, (tx) =>
    once(tx, { name: 'bankAccountSet', key, input }, async () => {
      const id = newId<'bankAccount'>();
      await replace(tx, { id, businessId, ...attached, currency, createdAt: tx.now() });
      return { bankAccountId: id };
    }),
  );
  return bankAccountId;
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

async function replace(tx: Tx, account: typeof bankAccounts.$inferInsert): Promise<void> {
  const { businessId } = account;
  // Two at once take turns: there may be no account yet that they could wait for.
  await tx.sql`
    /* bank_account_lock */ select pg_advisory_xact_lock(hashtextextended(${`bank_account ${businessId}`}, 0))`;
  await tx.db
    .update(bankAccounts)
    .set({ removedAt: tx.now() })
    .where(and(eq(bankAccounts.businessId, businessId), isNull(bankAccounts.removedAt)));
  await tx.db.insert(bankAccounts).values(account);
  await record(tx, {
    type: 'bank_account.set',
    subjectId: businessId,
    topics: [topic.payouts(businessId)],
    payload: {},
  });
}

/** Where a business is paid out to now. The caller must have made sure that they may see it. */
export async function currentBankAccount(ctx: Ctx | Tx, businessId: BusinessId): Promise<BankAccount | null> {
  const [account] = await ctx.db
    .select()
    .from(bankAccounts)
    .where(and(eq(bankAccounts.businessId, businessId), isNull(bankAccounts.removedAt)));
  return account ?? null;
}
