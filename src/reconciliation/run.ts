import { gte } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import { transact } from '../db/transact.ts';
import { decimalAmount, type CurrencyCode } from '../money.ts';
import { askAboutAll } from './ask.ts';
import { readMovements } from './movements.ts';
import { netsOf, type Span } from './nets.ts';
import { noteDiscrepancy } from './note.ts';
import { differences, isOurId, withoutOnItsWay, type Difference } from './rules.ts';
import { reconciliationDays } from './tables.ts';

const DAY_MS = 24 * 60 * 60_000;
/** How many days back a day that was missed is made up for. */
const LOOK_BACK = 7;
/** How much longer the provider may have had it than we: what it took before midnight may be booked after. */
const BEFORE_MS = 60 * 60_000;

/** The daily job: compares each finished day (UTC) of the last week that was not compared yet. */
export async function reconcileDays(ctx: Ctx): Promise<void> {
  const days = await missedDays(ctx);
  const [first] = days;
  if (!first) return;
  await readSince(ctx, spanOf(first));
  for (const day of days) await compareDay(ctx, day);
}

/**
 * Compares what the provider has recorded on a day with our ledger and lists what differs. Both sides count all that a
 * charge, refund or payout of that day ever moved, so that midnight falls between nothing. Safe to repeat.
 */
export async function reconcileDay(ctx: Ctx, day: string): Promise<Difference[]> {
  await readSince(ctx, spanOf(day));
  return compareDay(ctx, day);
}

async function missedDays(ctx: Ctx): Promise<string[]> {
  const today = Date.parse(dayOf(ctx.now()));
  const days = Array.from({ length: LOOK_BACK }, (_, n) => dayOf(new Date(today - (LOOK_BACK - n) * DAY_MS)));
  const done = await ctx.db
    .select({ day: reconciliationDays.day })
    .from(reconciliationDays)
    .where(gte(reconciliationDays.day, days[0] ?? ''));
  const compared = new Set(done.map(({ day }) => day));
  return days.filter((day) => !compared.has(day));
}

/** Up to now, for what began within the span and ended after it. */
async function readSince(ctx: Ctx, { from, to }: Span): Promise<void> {
  await readMovements(ctx, {
    from: new Date(from.getTime() - BEFORE_MS),
    to: new Date(Math.max(ctx.now().getTime(), to.getTime())),
  });
}

async function compareDay(ctx: Ctx, day: string): Promise<Difference[]> {
  const span = spanOf(day);
  let { nets, found } = await compare(ctx, span);
  if (found.length > 0) {
    const onItsWay = await askAboutAll(ctx, found);
    await readSince(ctx, span);
    ({ nets, found } = await compare(ctx, span));
    found = withoutOnItsWay(found, onItsWay);
  }
  const counts = { theirs: nets.theirs.length, ours: nets.ours.length, differences: found.length };
  await transact(ctx, async (tx) => {
    for (const one of found) {
      await noteDiscrepancy(tx, { kind: one.kind, ...aboutOf(one), detail: detailOf(one, day) });
    }
    const comparedAt = tx.now();
    await tx.db
      .insert(reconciliationDays)
      .values({ day, ...counts, comparedAt })
      .onConflictDoUpdate({ target: reconciliationDays.day, set: { ...counts, comparedAt } });
  });
  ctx.log.info({ day, ...counts }, 'a day was reconciled');
  return found;
}

async function compare(ctx: Ctx, span: Span) {
  const nets = await netsOf(ctx, span);
  return { nets, found: differences(nets.theirs, nets.ours) };
}

const aboutOf = ({ subject }: Difference) =>
  isOurId(subject) ? { subjectId: subject } : { providerRef: subject };

function detailOf({ family, currency, theirsMinor, oursMinor }: Difference, day: string): string {
  const amount = (minor: bigint) => decimalAmount({ minor, currency: currency as CurrencyCode });
  return `${family} of ${day}: the provider has ${amount(theirsMinor)} ${currency}, our books ${amount(oursMinor)}`;
}

const spanOf = (day: string): Span => ({ from: new Date(day), to: new Date(Date.parse(day) + DAY_MS) });

const dayOf = (time: Date) => time.toISOString().slice(0, 10);
