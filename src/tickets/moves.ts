import type { PersonId } from '../db/id.ts';
import { afterWaiting, dueFrom } from './clocks.ts';
import type { TicketAction, TicketRole } from './rules.ts';
import type { Ticket } from './tables.ts';

/** What of a ticket a move may change. */
export type TicketChanges = Partial<Omit<Ticket, 'id' | 'number' | 'desk' | 'businessId' | 'openerId'>>;

/** Who moves, and when. */
export interface Mover {
  readonly role: TicketRole;
  /** Null for the system. */
  readonly personId: PersonId | null;
  readonly now: Date;
}

/** What becomes of a ticket by an action that its rules allow. Who works on what nobody has taken takes it by that. */
export function moved(
  ticket: Ticket,
  action: Extract<TicketAction, 'start' | 'answer' | 'wait' | 'resolve' | 'close' | 'reopen'>,
  { role, personId, now }: Mover,
): TicketChanges {
  const awake = ticket.state === 'WAITING' ? afterWaiting(ticket, now) : {};
  switch (action) {
    case 'start':
      return { ...awake, state: 'IN_PROGRESS', assigneeId: ticket.assigneeId ?? personId };
    case 'answer':
      if (role === 'OPENER') return { ...awake, state: 'IN_PROGRESS' };
      return {
        state: ticket.state === 'OPEN' ? 'IN_PROGRESS' : ticket.state,
        firstAnsweredAt: ticket.firstAnsweredAt ?? now,
        assigneeId: ticket.assigneeId ?? personId,
      };
    case 'wait':
      return { state: 'WAITING', waitingSince: now };
    case 'resolve':
      return { ...awake, state: 'RESOLVED', resolvedAt: now };
    case 'close':
      return { ...awake, state: 'CLOSED', resolvedAt: ticket.resolvedAt ?? now, closedAt: now };
    case 'reopen':
      // It begins anew: in the queue, with the whole time to be resolved in, and unrated.
      return {
        state: 'OPEN',
        resolvedAt: null,
        resolutionDueAt: dueFrom(now, ticket.priority).resolutionDueAt,
        reopenings: ticket.reopenings + 1,
        rating: null,
        ratingComment: null,
      };
  }
}
