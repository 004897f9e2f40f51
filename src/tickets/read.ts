import { and, asc, desc, eq, lt, or, sql, type SQL } from 'drizzle-orm';
import { staffOf } from '../businesses/read.ts';
import { viewerId, type Ctx } from '../context.ts';
import type { BusinessId, PersonId, TicketId } from '../db/id.ts';
import { anyOf, byId, groupBy, pageOf, type Page, type PageRequest } from '../db/read.ts';
import { rowsOf, type RawRow } from '../db/rows.ts';
import type { TicketPriority, TicketState } from './rules.ts';
import { ticketTransitions, tickets, URGENCY, type Ticket, type TicketTransition } from './tables.ts';

export type { Ticket, TicketTransition };

const ticketRows = rowsOf(tickets, 't');

/** Only what the caller has opened, and the queues of the desks that they work at. */
function mine(ctx: Ctx): SQL | undefined {
  if (ctx.actor.kind === 'system') return undefined;
  const me = viewerId(ctx);
  if (!me) return sql`false`;
  const operator = ctx.actor.kind === 'person' && ctx.actor.operator;
  return or(
    eq(tickets.openerId, me),
    and(eq(tickets.desk, 'BUSINESS'), staffOf(tickets.businessId, me)),
    operator ? eq(tickets.desk, 'PLATFORM') : undefined,
  );
}

export async function ticketsByIds(ctx: Ctx, ids: readonly TicketId[]): Promise<(Ticket | null)[]> {
  const rows = await ctx.db
    .select()
    .from(tickets)
    .where(and(anyOf(tickets.id, ids), mine(ctx)));
  return byId(ids, rows);
}

/** What a person has opened, newest first. The caller must have made sure that it is them. */
export async function openedPage(ctx: Ctx, openerId: PersonId, page: PageRequest): Promise<Page<Ticket>> {
  const rows = await ctx.db
    .select()
    .from(tickets)
    .where(
      and(eq(tickets.openerId, openerId), page.after ? lt(tickets.id, page.after as TicketId) : undefined),
    )
    .orderBy(desc(tickets.id))
    .limit(page.limit + 1);
  return pageOf(rows, page.limit);
}

/** What of a desk's tickets is wanted: null is any, but of the states it is those that are not resolved. */
export interface QueueFilter {
  readonly state: TicketState | null;
  readonly assigneeId: PersonId | null;
  readonly priority: TicketPriority | null;
}

/** Where a queue goes on. */
export interface QueueKey {
  /** As `urgencyOf` has it. */
  readonly urgency: number;
  readonly dueAt: Date;
  readonly id: TicketId;
}

const PLACES: Readonly<Record<TicketPriority, number>> = { URGENT: 1, HIGH: 2, NORMAL: 3, LOW: 4 };

/** The place of a priority in a queue, as the database has it in URGENCY: 1 comes first. */
export function urgencyOf(priority: TicketPriority): number {
  return PLACES[priority];
}

const UNRESOLVED: readonly TicketState[] = ['OPEN', 'IN_PROGRESS', 'WAITING'];

/**
 * The queue of a shop's desk, or of the platform's when no shop is given: the most urgent first, of those what is due
 * first. Of each state there is a short index scan, and they are merged. The caller must have made sure that they work there.
 */
export async function queuePage(
  ctx: Ctx,
  businessId: BusinessId | null,
  filter: QueueFilter,
  page: PageRequest<QueueKey>,
): Promise<Page<Ticket>> {
  const { sql: s } = ctx;
  const { after } = page;
  const urgency = s.unsafe(`(case t.priority ${URGENCY})`);
  const states = filter.state ? [filter.state] : UNRESOLVED;
  const rows = await s<RawRow[]>`
    /* ticket_queue */
    select ${ticketRows.columns(s)} from unnest(${[...states]}::text[]) as of(state) cross join lateral (
      select t.* from tickets t
      where ${businessId ? s`t.desk = 'BUSINESS' and t.business_id = ${businessId}` : s`t.desk = 'PLATFORM'`}
        and t.state = of.state
        ${filter.priority ? s`and t.priority = ${filter.priority}` : s``}
        ${filter.assigneeId ? s`and t.assignee_id = ${filter.assigneeId}` : s``}
        ${after ? s`and (${urgency}, t.resolution_due_at, t.id) > (${after.urgency}, ${after.dueAt.toISOString()}, ${after.id})` : s``}
      order by ${urgency}, t.resolution_due_at, t.id limit ${page.limit + 1}
    ) t
    order by ${urgency}, t.resolution_due_at, t.id limit ${page.limit + 1}`;
  return pageOf(rows.map(ticketRows.read), page.limit);
}

export async function timelineByTicket(ctx: Ctx, ids: readonly TicketId[]): Promise<TicketTransition[][]> {
  const rows = await ctx.db
    .select()
    .from(ticketTransitions)
    .where(anyOf(ticketTransitions.ticketId, ids))
    .orderBy(asc(ticketTransitions.sequence));
  return groupBy(ids, rows, (row) => row.ticketId);
}
