import { z } from 'zod';
import type { Ctx } from '../context.ts';
import type { TicketId } from '../db/id.ts';
import { humanText, idempotencyKey, parseInput } from '../text.ts';
import { changeTicket, onTicket } from './change.ts';
import { requireAction } from './rules.ts';

export interface RateTicket {
  readonly ticketId: TicketId;
  /** 1 to 5. */
  readonly rating: number;
  readonly comment?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

const OUT_OF_RANGE = 'A rating is from 1 to 5.';
const Rate = z.object({
  rating: z.int(OUT_OF_RANGE).min(1, OUT_OF_RANGE).max(5, OUT_OF_RANGE),
  comment: humanText(500).nullish(),
  idempotencyKey: idempotencyKey.nullish(),
});

/** Says how good the help was; once for each time that the ticket was resolved. */
export async function rateTicket(ctx: Ctx, input: RateTicket): Promise<void> {
  const { rating, comment } = parseInput(Rate, input);
  await onTicket(ctx, { name: 'ticketRate', input }, async (tx, ticket, role) => {
    requireAction(ticket, 'rate', role, tx.now());
    await changeTicket(tx, ticket, 'rate', { rating, ratingComment: comment ?? null });
  });
}
