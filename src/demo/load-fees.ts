import { sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import { collectFees } from '../fees/collect.ts';
import { issueInvoices } from '../fees/issue-invoices.ts';
import { chargeFees } from '../fees/job.ts';
import { setPlan } from '../fees/plan.ts';
import { as, type Cast } from './cast.ts';
import { arrivalAt, at } from './clock.ts';

/** Who pays by the month, from the first whole one on. */
const ON_PLUS = ['rose-and-rye'] as const;

export async function choosePlans(ctx: Ctx, cast: Cast): Promise<void> {
  for (const shop of ON_PLUS) {
    const owner = at(as(ctx, cast.ownerOf(shop)), arrivalAt(cast.loadedAt));
    await setPlan(owner, {
      businessId: cast.shop(shop),
      plan: 'PLUS',
      idempotencyKey: `demo:plan:${shop}`,
    });
  }
}

/** What the jobs would have done when a month was over: all of it is charged and invoiced, and debts are collected. */
export async function billLastMonths(ctx: Ctx, monthOver: Date, lastThing: Date): Promise<void> {
  const time = monthOver > lastThing ? monthOver : lastThing;
  if (await isPast(ctx, time)) return;
  const then = at(ctx, time);
  await issueInvoices(then);
  await collectFees(then);
}

/** What of the running month is charged before the reader comes. */
export async function billUpTo(ctx: Ctx, time: Date): Promise<void> {
  await chargeFees(at(ctx, time));
}

/** After a kill: whatever was said later was said after the bill, which is not written again with what is newer. */
async function isPast({ db }: Ctx, time: Date): Promise<boolean> {
  const [row] = await db.execute<{ past: boolean }>(
    sql`select exists (select from messages where sent_at > ${time.toISOString()}) as past`,
  );
  return row?.past ?? false;
}
