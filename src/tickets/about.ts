import { membershipsOf, businessesByIds } from '../businesses/read.ts';
import { requirePerson, type Tx } from '../context.ts';
import { takeSeat, type Seat } from '../conversations/access.ts';
import { messagesByIds, messagesPage, type Message } from '../conversations/read.ts';
import type { BusinessId, ConversationId, MessageId, OrderId } from '../db/id.ts';
import { InvalidInputError, NotFoundError } from '../errors.ts';
import { ordersByIds, type Order } from '../orders/read.ts';
import { LAST_MESSAGES, NotBusinessUserError, type TicketDesk } from './rules.ts';

/** What whoever opens a ticket names. */
export interface Named {
  readonly desk: TicketDesk;
  readonly businessId?: BusinessId | null | undefined;
  readonly orderId?: OrderId | null | undefined;
  readonly conversationId?: ConversationId | null | undefined;
  readonly messageIds?: readonly MessageId[] | null | undefined;
}

export interface About {
  /** The shop that is asked, or that asks the platform. */
  readonly businessId: BusinessId;
  readonly order: Order | null;
  readonly messages: readonly Message[];
}

/** What a new ticket is about: all of it the caller's own, and of one shop. */
export async function whatAbout(tx: Tx, named: Named): Promise<About> {
  const shops = named.desk === 'PLATFORM' ? await shopsOfCaller(tx) : null;
  const order = named.orderId ? await orderAbout(tx, named.orderId, named.desk) : null;
  const { seat, messages } = await chatAbout(tx, named);
  if (order && seat && order.businessId !== seat.businessId) {
    throw new InvalidInputError('The order is of another shop than the chat.', ['orderId']);
  }
  const found = order?.businessId ?? seat?.businessId ?? null;
  const businessId = found ?? named.businessId ?? (shops?.length === 1 ? (shops[0] ?? null) : null);
  if (!businessId) throw new InvalidInputError('Say which shop it is about.', ['businessId']);
  if (named.businessId && named.businessId !== businessId)
    throw new NotFoundError('business', ['businessId']);
  if (shops && !shops.includes(businessId)) throw new NotBusinessUserError(['businessId']);
  const [business] = await businessesByIds(tx, [businessId]);
  if (!business) throw new NotFoundError('business', ['businessId']);
  return { businessId, order, messages };
}

/** Where the caller works, which is for whom they may ask the platform. */
async function shopsOfCaller(tx: Tx): Promise<BusinessId[]> {
  const members = await membershipsOf(tx, requirePerson(tx).personId);
  if (members.length === 0) throw new NotBusinessUserError(['desk']);
  return members.map((member) => member.businessId);
}

/** A shop is asked about what one has ordered there, and the platform about what was ordered in one's shop. */
async function orderAbout(tx: Tx, orderId: OrderId, desk: TicketDesk): Promise<Order> {
  const [order] = await ordersByIds(tx, [orderId]);
  const isTheirs = order && (desk === 'PLATFORM' || order.personId === requirePerson(tx).personId);
  if (!isTheirs) throw new NotFoundError('order', ['orderId']);
  return order;
}

/** The chat that it comes from, and of its messages the ones that are named or else the last ones. */
async function chatAbout(tx: Tx, named: Named): Promise<{ seat: Seat | null; messages: readonly Message[] }> {
  const found = await messagesByIds(tx, [...new Set(named.messageIds)]);
  const chosen = found.filter((message) => message !== null);
  const chatId = named.conversationId ?? chosen[0]?.conversationId ?? null;
  const areOfChat = chosen.every((message) => message.conversationId === chatId);
  if (chosen.length < found.length || !areOfChat) throw new NotFoundError('message', ['messageIds']);
  if (!chatId) return { seat: null, messages: [] };
  const seat = await takeSeat(tx, chatId, { lock: false });
  const isTheirs = named.desk === 'PLATFORM' || seat.sender.kind === 'PERSON';
  if (!isTheirs) throw new NotFoundError('conversation', ['conversationId']);
  if (!seat.businessId || seat.ticketId) {
    throw new InvalidInputError('A ticket comes from a chat with a shop.', ['conversationId']);
  }
  if (chosen.length > 0) {
    return { seat, messages: chosen.toSorted((one, other) => one.sequence - other.sequence) };
  }
  const range = { limit: LAST_MESSAGES, before: null, after: null, from: 'END' } as const;
  return { seat, messages: (await messagesPage(tx, chatId, range)).rows };
}
