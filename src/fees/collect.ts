import type { Ctx, Tx } from '../context.ts';
import { newId, type BusinessId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { available, openBooks } from '../ledger/books.ts';
import { post } from '../ledger/post.ts';
import type { CurrencyCode } from '../money.ts';
import { BUSINESSES, eachBusiness } from './each-business.ts';

interface Debtor {
  readonly businessId: BusinessId;
  readonly currency: CurrencyCode;
}

/** Takes what businesses owe from what they have in the meantime, as far as it goes. Safe to repeat. */
export async function collectFees(ctx: Ctx): Promise<void> {
  await eachBusiness(
    ctx,
    (after) => withDebts(ctx, after),
    ({ businessId, currency }) => transact(ctx, (tx) => collectOwed(tx, businessId, currency)),
  );
}

/**
 * Takes what a business owes from what it can spend: never from what is held. A fee that was given back after it had
 * been collected goes into the balance again. The balance is locked first, so that a debt is collected once.
 */
export async function collectOwed(tx: Tx, businessId: BusinessId, currency: CurrencyCode): Promise<void> {
  const balance = { kind: 'BUSINESS_BALANCE', ownerId: businessId } as const;
  const owed = { kind: 'FEES_OWED', ownerId: businessId } as const;
  const held = await openBooks(tx, currency, [balance]);
  const [row] = await tx.sql<{ minor: bigint }[]>`
    /* fees_owed */
    select ledger_balance(id) as minor from ledger_accounts
    where owner_id = ${businessId} and kind = 'FEES_OWED' and currency = ${currency}`;
  const stands = row?.minor ?? 0n;
  const spendable = available(held.account(balance));
  const debt = stands < 0n ? -stands : 0n;
  const taken = debt < spendable ? debt : spendable;
  const back = stands > 0n ? stands : 0n;
  if (taken === 0n && back === 0n) return;
  await post(
    tx,
    {
      kind: 'fee_collected',
      subjectId: newId(),
      description: back > 0n ? 'A fee that had been collected was given back' : 'Fees that were owed',
      currency,
      postings: [
        { debit: balance, credit: owed, amountMinor: taken },
        { debit: owed, credit: balance, amountMinor: back },
      ],
    },
    await openBooks(tx, currency, [balance, owed]),
  );
}

function withDebts(ctx: Ctx, after: BusinessId | null): Promise<Debtor[]> {
  return ctx.sql<Debtor[]>`
    /* fees_debtors */
    select o.owner_id as "businessId", o.currency
    from ledger_accounts o
    left join ledger_accounts b on b.owner_id = o.owner_id and b.kind = 'BUSINESS_BALANCE' and b.currency = o.currency
    cross join lateral ledger_balance(o.id) stands
    where o.kind = 'FEES_OWED' and (${after}::uuid is null or o.owner_id > ${after})
      and (stands > 0 or (stands < 0 and b.balance_minor > b.held_minor))
    order by o.owner_id limit ${BUSINESSES}`;
}
