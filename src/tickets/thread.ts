import { viewerId, type Tx } from '../context.ts';
import type { TicketId } from '../db/id.ts';
import { NotFoundError } from '../errors.ts';
import { changeTicket, lockTicket, ticketRole } from './change.ts';
import { moved } from './moves.ts';
import { actionOfMessage } from './rules.ts';

/**
 * What a message of the caller's in the thread does to its ticket: the first answer, back to work, a reopening. Throws
 * when the ticket is closed; the message itself is for the caller to add, with the thread locked.
 */
export async function moveByMessage(tx: Tx, ticketId: TicketId): Promise<void> {
  const ticket = await lockTicket(tx, ticketId);
  const role = ticket && (await ticketRole(tx, ticket));
  if (!ticket || !role) throw new NotFoundError('ticket', ['conversationId']);
  const now = tx.now();
  const action = actionOfMessage(ticket, role, now);
  if (action) {
    await changeTicket(tx, ticket, action, moved(ticket, action, { role, personId: viewerId(tx), now }));
  }
}
