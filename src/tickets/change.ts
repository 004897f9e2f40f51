import { eq, sql } from 'drizzle-orm';
import { mayDo } from '../businesses/rules.ts';
import { roleIn } from '../businesses/staff.ts';
import { requirePerson, viewerId, type Ctx, type PartyId, type Tx } from '../context.ts';
import { PLATFORM_PARTY } from '../conversations/rules.ts';
import { once } from '../db/idempotency.ts';
import type { TicketId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { NotFoundError } from '../errors.ts';
import { topic, type EventType } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import type { TicketChanges } from './moves.ts';
import type { TicketAction, TicketRole } from './rules.ts';
import { ticketTransitions, tickets, type Ticket } from './tables.ts';

/** A ticket locked until the commit, its thread first, in the order of locks that the whole house keeps. */
export async function lockTicket(tx: Tx, ticketId: TicketId): Promise<Ticket | null> {
  await tx.sql`
    /* ticket_lock_thread */
    select from conversations where id = (select conversation_id from tickets where id = ${ticketId})
    for no key update`;
  const [ticket] = await tx.db.select().from(tickets).where(eq(tickets.id, ticketId)).for('no key update');
  return ticket ?? null;
}

/** Where the caller stands towards a ticket; null for strangers. Who asks at their own desk is the opener. */
export async function ticketRole(ctx: Ctx, ticket: Ticket): Promise<TicketRole | null> {
  if (ctx.actor.kind === 'system') return 'SYSTEM';
  if (viewerId(ctx) === ticket.openerId) return 'OPENER';
  if (ticket.desk === 'PLATFORM') return ctx.actor.kind === 'person' && ctx.actor.operator ? 'AGENT' : null;
  const role = await roleIn(ctx, ticket.businessId);
  return role && mayDo(role, 'chat') ? 'AGENT' : null;
}

export interface TicketCommand {
  readonly name: string;
  readonly input: {
    readonly ticketId: TicketId;
    readonly idempotencyKey?: string | null | undefined;
  };
}

/** Does `work` with a ticket of the caller's, locked, once per key; for strangers there is no such ticket. */
export async function onTicket(
  ctx: Ctx,
  { name, input }: TicketCommand,
  work: (tx: Tx, ticket: Ticket, role: TicketRole) => Promise<unknown>,
): Promise<void> {
  requirePerson(ctx);
  await transact(ctx, (tx) =>
    once(tx, { name, key: input.idempotencyKey, input }, async () => {
      const ticket = await lockTicket(tx, input.ticketId);
      const role = ticket && (await ticketRole(tx, ticket));
      if (!ticket || !role) throw new NotFoundError('ticket', ['ticketId']);
      await work(tx, ticket, role);
      return { ticketId: ticket.id };
    }),
  );
}

/** Changes a locked ticket: its row, its timeline, the event. */
export async function changeTicket(
  tx: Tx,
  ticket: Ticket,
  action: TicketAction,
  set: TicketChanges,
): Promise<void> {
  await tx.db
    .update(tickets)
    .set({ ...set, updatedAt: tx.now() })
    .where(eq(tickets.id, ticket.id));
  await recordStep(tx, { ...ticket, ...set }, action, 'ticket.changed');
}

/** The next line of a ticket's timeline, and the event of it: there is one of each. */
export async function recordStep(
  tx: Tx,
  ticket: Ticket,
  action: TicketAction,
  type: Extract<EventType, `ticket.${string}`>,
): Promise<void> {
  const { id: ticketId, openerId, state } = ticket;
  await tx.db.insert(ticketTransitions).values({
    ticketId,
    sequence: sql`(select count(*) + 1 from ${ticketTransitions} where ${ticketTransitions.ticketId} = ${ticketId})`,
    action,
    state,
    personId: viewerId(tx),
    occurredAt: tx.now(),
  });
  await record(tx, {
    type,
    subjectId: ticketId,
    topics: [topic.ticket(ticketId), topic.tickets(openerId), topic.tickets(deskOf(ticket))],
    payload: { ticketId },
  });
}

/** The side that is asked. */
export function deskOf({ desk, businessId }: Pick<Ticket, 'desk' | 'businessId'>): PartyId {
  return desk === 'PLATFORM' ? PLATFORM_PARTY : businessId;
}
