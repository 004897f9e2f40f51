import { z } from 'zod';
import { viewerId, type Ctx, type Tx } from '../context.ts';
import type { TicketId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { idempotencyKey, parseInput } from '../text.ts';
import { changeTicket, lockTicket, onTicket } from './change.ts';
import { moved } from './moves.ts';
import { allows, closesAt, requireAction } from './rules.ts';
import type { Ticket } from './tables.ts';

/** What people do to a ticket without saying more. */
export type TicketAdvance = 'start' | 'wait' | 'resolve' | 'close' | 'reopen';

export interface AdvanceTicket {
  readonly ticketId: TicketId;
  readonly action: TicketAdvance;
  readonly idempotencyKey?: string | null | undefined;
}

const Advance = z.object({ idempotencyKey: idempotencyKey.nullish() });

/** Moves a ticket on. What was resolved closes by itself when nobody reopens it in time. */
export async function advanceTicket(ctx: Ctx, input: AdvanceTicket): Promise<void> {
  parseInput(Advance, input);
  await onTicket(ctx, { name: 'ticketAdvance', input }, async (tx, ticket, role) => {
    const now = tx.now();
    requireAction(ticket, input.action, role, now);
    const set = moved(ticket, input.action, { role, personId: viewerId(tx), now });
    await changeTicket(tx, ticket, input.action, set);
    if (input.action === 'resolve') await closeLater(tx, ticket, closesAt(now));
  });
}

async function closeLater(tx: Tx, { id }: Ticket, at: Date): Promise<void> {
  await tx.app.jobs.enqueue(tx, 'ticket.close', { ticketId: id }, at);
}

/** The time for reopening a ticket is over: unless it was reopened, or resolved again since, it is closed. */
export async function closeTicket(ctx: Ctx, ticketId: TicketId): Promise<void> {
  await transact(ctx, async (tx) => {
    const ticket = await lockTicket(tx, ticketId);
    const now = tx.now();
    if (!ticket?.resolvedAt || !allows(ticket, 'close', 'SYSTEM', now)) return;
    const due = closesAt(ticket.resolvedAt);
    if (now < due) return closeLater(tx, ticket, due);
    const set = moved(ticket, 'close', { role: 'SYSTEM', personId: null, now });
    await changeTicket(tx, ticket, 'close', set);
  });
}
