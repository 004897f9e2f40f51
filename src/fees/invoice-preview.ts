import type { Ctx } from '../context.ts';
import type { BusinessId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import type { CurrencyCode } from '../money.ts';
import { monthOf, openCharges, taxRateOf, type BusinessMonth } from './invoice-charges.ts';
import { withRules, type RuledLine } from './invoice-read.ts';
import {
  draftInvoice,
  hasBegun,
  isBehind,
  isInvoiced,
  type ChargeSum,
  type DraftInvoice,
} from './invoice-rules.ts';
import { freeSince, openMessages } from './message-charges.ts';
import { priceMessages } from './message-rules.ts';

/** Messages are priced by the hour: more than these are not waiting for it. */
const MOST_MESSAGES = 100_000;

/** What would be invoiced if the month ended now. */
export interface InvoicePreview extends Omit<DraftInvoice, 'lines'> {
  readonly businessId: BusinessId;
  readonly period: string;
  readonly currency: CurrencyCode;
  readonly lines: readonly RuledLine[];
}

/**
 * The invoice of a month as it stands, by the same computation as issuing; nothing is stored. Messages that have not been
 * priced yet are priced for it. Null when the month has not begun, or is invoiced already. The caller must have made sure
 * that they may see it.
 */
export function previewInvoice(
  ctx: Ctx,
  businessId: BusinessId,
  period: string | null,
): Promise<InvoicePreview | null> {
  return transact(ctx, async (tx) => {
    // One moment for all of it: a message that is being charged is counted once.
    await tx.sql`set transaction isolation level repeatable read, read only`;
    const month = await monthOf(tx, businessId, period);
    if (!month || !hasBegun(month, tx.now()) || isInvoiced(month)) return null;
    const open = [...(await openCharges(tx, month)), ...(await unpriced(tx, month))];
    const own = isBehind(month, open) ? open.filter((charge) => charge.period === month.period) : open;
    const draft = draftInvoice(own, await taxRateOf(tx, month));
    const lines = draft.lines.map(({ rule, ...line }) => ({ ...line, ruleId: rule?.id ?? null }));
    const { period: first, currency } = month;
    return { ...draft, businessId, period: first, currency, lines: await withRules(tx, lines) };
  });
}

/** As they will be charged: what is free of them depends on those before. */
async function unpriced(
  ctx: Ctx,
  { businessId, period }: BusinessMonth,
): Promise<(ChargeSum & { period: string })[]> {
  const messages = await openMessages(ctx, businessId, MOST_MESSAGES);
  const [first] = messages;
  if (!first) return [];
  const runs = priceMessages(messages, await freeSince(ctx, businessId, first.month));
  const ruled = await withRules(
    ctx,
    runs.filter(({ month }) => month <= period),
  );
  return ruled.map(({ messageIds, month, ...run }) => ({
    ...run,
    period: month,
    quantity: messageIds.length,
  }));
}
