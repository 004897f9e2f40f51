import type { Ctx } from '../context.ts';
import type { HoldId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import type { CurrencyCode } from '../money.ts';
import { openBooks } from './books.ts';
import type { AccountKind } from './rules.ts';

const BATCH = 100;

interface Overdue {
  readonly id: HoldId;
  readonly kind: AccountKind;
  readonly ownerId: string;
  readonly currency: CurrencyCode;
}

/** Gives back the holds whose time is over. Each is a transaction of its own, so that none waits for another. */
export async function expireHolds(ctx: Ctx): Promise<void> {
  for (let after: HoldId | null = null; ;) {
    const overdue: Overdue[] = await overdueHolds(ctx, after);
    for (const hold of overdue) await expire(ctx, hold);
    after = overdue.at(-1)?.id ?? null;
    if (overdue.length < BATCH) return;
  }
}

function overdueHolds(ctx: Ctx, after: HoldId | null): Promise<Overdue[]> {
  return ctx.sql<Overdue[]>`
    /* ledger_holds_overdue */
    select h.id, a.kind, a.owner_id as "ownerId", a.currency
    from ledger_holds h join ledger_accounts a on a.id = h.account_id
    where h.state = 'PENDING' and h.expires_at <= ${ctx.now().toISOString()}
      and (${after}::uuid is null or h.id > ${after})
    order by h.id limit ${BATCH}`;
}

/** Whoever resolved it meanwhile was right; the account is locked before the hold, as everywhere. */
async function expire(ctx: Ctx, { id, kind, ownerId, currency }: Overdue): Promise<void> {
  await transact(ctx, async (tx) => {
    await openBooks(tx, currency, [{ kind, ownerId }]);
    const now = tx.now().toISOString();
    await tx.sql`
      /* ledger_hold_expire */
      update ledger_holds set state = 'EXPIRED', resolved_at = ${now}
      where id = ${id} and state = 'PENDING' and expires_at <= ${now}`;
  });
}
