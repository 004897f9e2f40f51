import { z } from 'zod';
import { requirePerson, type Ctx, type Tx } from '../context.ts';
import { requireUnblocked, takeSeat } from '../conversations/access.ts';
import { appendMessage } from '../conversations/append.ts';
import { MAX_TEXT } from '../conversations/rules.ts';
import { conversationWithBusiness, startThread } from '../conversations/start.ts';
import { once } from '../db/idempotency.ts';
import { newId, type BusinessId, type ConversationId, type PersonId, type TicketId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { humanText, idempotencyKey, parseInput } from '../text.ts';
import { whatAbout, type About, type Named } from './about.ts';
import { deskOf, recordStep } from './change.ts';
import { dueFrom } from './clocks.ts';
import { freeze } from './freeze.ts';
import {
  MAX_MESSAGES,
  MAX_OPEN_TICKETS,
  MAX_SUBJECT,
  TooManyTicketsError,
  type TicketDesk,
  type TicketPriority,
} from './rules.ts';
import { tickets, type Ticket } from './tables.ts';

export interface OpenTicket extends Named {
  /** In a line. */
  readonly subject: string;
  /** The first message of the thread. */
  readonly text: string;
  /** NORMAL when left out. */
  readonly priority?: TicketPriority | null | undefined;
  readonly idempotencyKey: string;
}

const Open = z.object({
  subject: humanText(MAX_SUBJECT),
  text: humanText(MAX_TEXT),
  messageIds: z
    .array(z.string())
    .max(MAX_MESSAGES, `${MAX_MESSAGES} messages at most go with a ticket.`)
    .nullish(),
  idempotencyKey,
});

/**
 * Asks a shop for help, or for a shop the platform. The thread begins with the text; a shop is told in the everyday chat
 * as well. What it is about is frozen into the ticket.
 */
export async function openTicket(ctx: Ctx, input: OpenTicket): Promise<TicketId> {
  const { personId: me } = requirePerson(ctx);
  const words = parseInput(Open, input);
  const command = { name: 'ticketOpen', key: words.idempotencyKey, input };
  const { ticketId } = await transact(ctx, (tx) =>
    once(tx, command, async () => {
      const about = await whatAbout(tx, input);
      const chatId = input.desk === 'BUSINESS' ? await lockChat(tx, me, about.businessId) : null;
      await requireFewOpen(tx, me, input.desk);
      const ticket = await addTicket(tx, about, {
        desk: input.desk,
        subject: words.subject,
        priority: input.priority ?? 'NORMAL',
      });
      await say(tx, ticket, words.text, chatId);
      await recordStep(tx, ticket, 'open', 'ticket.opened');
      return { ticketId: ticket.id };
    }),
  );
  return ticketId;
}

/** The caller's everyday chat with the shop, locked first as everywhere; a shop that is blocked is not asked. */
async function lockChat(tx: Tx, me: PersonId, businessId: BusinessId): Promise<ConversationId> {
  const chatId = await conversationWithBusiness(tx, me, businessId);
  requireUnblocked(await takeSeat(tx, chatId, { lock: true }));
  return chatId;
}

/** The person's row is locked, so that of many at once no more get through than may. */
async function requireFewOpen(tx: Tx, me: PersonId, desk: TicketDesk): Promise<void> {
  await tx.sql`/* ticket_opener_lock */ select from people where id = ${me} for no key update`;
  const open = await tx.sql`
    /* tickets_open */
    select from tickets
    where opener_id = ${me} and desk = ${desk} and state in ('OPEN', 'IN_PROGRESS', 'WAITING') limit ${MAX_OPEN_TICKETS}`;
  if (open.length >= MAX_OPEN_TICKETS) throw new TooManyTicketsError();
}

async function addTicket(
  tx: Tx,
  about: About,
  words: Pick<Ticket, 'desk' | 'subject' | 'priority'>,
): Promise<Ticket> {
  const { personId: openerId } = requirePerson(tx);
  const { businessId } = about;
  const ticketId = newId<'ticket'>();
  const context = await freeze(tx, about, words.desk);
  const conversationId = await startThread(tx, {
    ticketId,
    personId: openerId,
    businessId: words.desk === 'BUSINESS' ? businessId : null,
  });
  const now = tx.now();
  const [ticket] = await tx.db
    .insert(tickets)
    .values({
      id: ticketId,
      ...words,
      ...dueFrom(now, words.priority),
      businessId,
      openerId,
      conversationId,
      orderId: about.order?.id ?? null,
      context,
      openedAt: now,
      updatedAt: now,
    })
    .returning();
  if (!ticket) throw new Error('the ticket was not added');
  return ticket;
}

/** The first message of the thread, and the card in the everyday chat. */
async function say(tx: Tx, ticket: Ticket, text: string, chatId: ConversationId | null): Promise<void> {
  const { openerId, conversationId } = ticket;
  const sender = { kind: 'PERSON', partyId: openerId, personId: openerId } as const;
  const sides = [openerId, deskOf(ticket)];
  await appendMessage(tx, { conversationId, sides, sender, content: { type: 'text', text } });
  if (!chatId) return;
  const card = { type: 'ticket', ticketId: ticket.id } as const;
  await appendMessage(tx, { conversationId: chatId, sides, sender, content: card });
}
