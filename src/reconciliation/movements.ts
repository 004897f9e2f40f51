import type { Ctx } from '../context.ts';
import type { ProviderMovement } from '../payments/provider.ts';
import type { Span } from './nets.ts';
import { isOurId } from './rules.ts';

/** The provider gives a hundred lines a page; so many are kept at a time. */
const BATCH = 500;

/** Copies the provider's lines of a span; those that are here already stay. Throws ProviderUnavailableError. */
export async function readMovements(ctx: Ctx, span: Span): Promise<void> {
  let batch: ProviderMovement[] = [];
  for await (const movement of ctx.app.payments.movements(span)) {
    batch.push(movement);
    if (batch.length < BATCH) continue;
    await keep(ctx, batch);
    batch = [];
  }
  if (batch.length > 0) await keep(ctx, batch);
}

/** Times go in as text: Drizzle, which shares the connection, takes away the driver's own serializer for them. */
async function keep(ctx: Ctx, lines: readonly ProviderMovement[]): Promise<void> {
  const each = <Value>(of: (line: ProviderMovement) => Value) => lines.map(of);
  await ctx.sql`
    /* reconcile_keep */
    insert into provider_movements (movement_ref, kind, source_ref, subject_id, amount_minor, currency, at)
    select * from unnest(
      ${each((line) => line.movementRef)}::text[], ${each((line) => line.kind)}::text[],
      ${each((line) => line.sourceRef)}::text[],
      ${each(({ subjectId }) => (subjectId && isOurId(subjectId) ? subjectId : null))}::uuid[],
      ${each((line) => line.amountMinor.toString())}::bigint[], ${each((line) => line.currency)}::text[],
      ${each((line) => line.at.toISOString())}::text[]::timestamptz[])
    on conflict do nothing`;
}
