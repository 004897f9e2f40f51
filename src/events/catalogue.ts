import type {
  CartId,
  ConversationId,
  ApiKeyId,
  ImportId,
  InvoiceId,
  MessageId,
  MoneyRequestId,
  OrderId,
  PartnerAppId,
  PaymentId,
  PayoutId,
  ProductId,
  TicketId,
  TransferId,
  WebhookId,
} from '../db/id.ts';
import type { PartyId } from '../context.ts';
import type { Feature } from '../markets/rules.ts';

/** Every kind of event, with the sentence that documents it in the API. */
export const EVENT_TYPES = {
  'conversation.started': 'Two sides began to talk.',
  'conversation.blocked': 'A side of a conversation has blocked the other one. Only that side is told.',
  'conversation.unblocked':
    'A side of a conversation takes messages from the other one again. Only that side is told.',
  'message.sent': 'A message was added to a conversation.',
  'message.updated': 'A card in a conversation shows something new.',
  'receipt.moved': 'A member has received or read up to a sequence.',
  'typing.changed': 'A member began or stopped typing. Live only: it is not in the log.',
  'cart.changed': 'Lines of a cart were added, changed or removed, or it was ordered.',
  'order.placed': 'An order was placed and its stock is held.',
  'order.authorized': 'The customer pays an order in cash when it is delivered.',
  'order.paid': 'An order was paid in full.',
  'order.confirmed': 'The shop accepted an order.',
  'order.shipped': 'Some or all lines of an order were shipped.',
  'order.delivered': 'All that was shipped has arrived.',
  'order.completed': 'An order is over: delivered and paid.',
  'order.cancelled': 'An order was cancelled and its stock given back.',
  'order.expired': 'The hold of an unpaid order ran out and its stock was given back.',
  'order.refunded': 'What was paid for an order was given back.',
  'payment.created': 'A payment was begun.',
  'payment.requires_action': 'The payer must answer a challenge.',
  'payment.processing': 'The provider is working on a payment.',
  'payment.unknown': 'The provider has not answered; it is being asked.',
  'payment.succeeded': 'A payment succeeded.',
  'payment.failed': 'A payment failed; the order can be paid in another way.',
  'payment.cancelled': 'A payment was given up.',
  'payment.credited':
    "A payment that had been given up went through after all: it was put into the payer's wallet.",
  'refund.created': 'Money is on its way back.',
  'refund.succeeded': 'Money went back to where it came from.',
  'refund.failed': 'The provider refused a refund; the platform looks at it.',
  'card.registered': 'A card was registered.',
  'card.changed': 'A card became the default or was removed.',
  'wallet.changed': 'The balance of a wallet changed: by a top-up, a payment or a refund.',
  'money.pending': 'Money is being sent, and a card charged for a part of it. Told to the sender only.',
  'money.sent': 'Money went from one person to another.',
  'money.failed': 'Money was not sent: its card was not charged. Told to the sender only.',
  'money.reversed': 'The platform took back what was sent.',
  'money.requested': 'Somebody asked for money.',
  'money.request_paid': 'What was asked for was sent.',
  'money.request_declined': 'Who was asked for money declined.',
  'money.request_cancelled': 'Who asked for money took it back.',
  'money.request_expired': 'Nobody answered a request for money in time.',
  'payout.created': 'Money of a business is on its way to its bank.',
  'payout.paid': 'The bank has taken a payout.',
  'payout.failed': 'The bank refused a payout: the money is in the balance again.',
  'payout.returned': 'The bank sent a payout back: the money is in the balance again.',
  'bank_account.set': 'A business named the bank account that it is paid out to.',
  'market.feature_switched': 'A feature was switched in a country.',
  'fee.charged': 'A business was charged for something, or got a charge back.',
  'plan.changed': 'A business chose another plan, from the next month on.',
  'invoice.issued': 'The month of a business was invoiced.',
  'ticket.opened': 'Somebody asked for help.',
  'ticket.changed': 'A ticket was assigned, moved on, rated or given another priority.',
  'feed.created': 'A business made an address from which a channel fetches its products.',
  'feed.revoked': 'Such an address was taken back.',
  'import.started': 'A file of products is being read.',
  'import.progressed': 'Some more rows of it were read.',
  'import.finished': 'A file of products was read to its end, or could not be.',
  'bot.updated': 'A business changed what its bot says, or switched it.',
  'bot.handed_over': 'A human answers in a conversation instead of the bot.',
  'bot.resumed': 'The bot answers in a conversation again.',
  'conversation.locked': 'A person locked a conversation away. Only they are told.',
  'conversation.unlocked': 'A person unlocked a conversation. Only they are told.',
  'app.created': 'A partner app was registered.',
  'app.updated': 'A partner app was changed.',
  'app.granted': 'A business let a partner app act for it, or changed what it may do.',
  'app.grant_withdrawn': 'A business let a partner app act for it no longer.',
  'key.created': 'A partner app got an API key.',
  'key.revoked': 'An API key was revoked, or another took its place and its time has run out.',
  'webhook.created': 'A partner app named an address to be told at.',
  'webhook.updated': 'Such an address, what is told there, or its signing secret was changed.',
  'webhook.paused': 'Nothing is sent to such an address any more; its `pauseReason` says why.',
  'webhook.resumed': 'It is sent to again, from where it was.',
  'webhook.deleted': 'Such an address was deleted.',
  'webhook.replay_started': 'A part of the log is being sent again.',
  'webhook.replay_finished': 'It has been made ready for sending to its end.',
  'product.created': 'A product was added to a catalogue.',
  'product.updated': 'A product was changed or archived.',
  'stock.set': 'The free stock of a product was counted anew.',
  'business.created': 'A business was opened.',
  'business.updated': 'The profile of a business was changed.',
  'staff.changed': 'Somebody joined or left the staff of a business, or changed role.',
  'person.updated': 'A person changed their profile.',
  'session.created': 'A device signed in.',
  'session.revoked': 'A device was signed out.',
  'session.lock_set': 'A session was given a screen lock, or a new one.',
  'session.lock_removed': 'A session has no screen lock any more.',
  'session.locked': 'The screen of a session was locked.',
  'session.unlocked': 'The screen of a session was unlocked.',
} as const;

export type EventType = keyof typeof EVENT_TYPES;

/** Ids of what the event is about; names say of what. Nothing else: texts and amounts are read afresh. */
export interface EventPayload {
  readonly conversationId?: ConversationId;
  readonly messageId?: MessageId;
  readonly partyId?: PartyId;
  readonly cartId?: CartId;
  readonly orderId?: OrderId;
  readonly paymentId?: PaymentId;
  readonly transferId?: TransferId;
  readonly requestId?: MoneyRequestId;
  readonly payoutId?: PayoutId;
  readonly productId?: ProductId;
  readonly invoiceId?: InvoiceId;
  readonly ticketId?: TicketId;
  readonly importId?: ImportId;
  readonly appId?: PartnerAppId;
  readonly keyId?: ApiKeyId;
  readonly webhookId?: WebhookId;
  readonly feature?: Feature;
  readonly typing?: boolean;
}

/** What streams listen on. A topic is also a permission: who may subscribe to it is decided by the stream. */
export const topic = {
  conversation: (id: string) => `conversation:${id}`,
  inbox: (party: string) => `inbox:${party}`,
  cart: (id: string) => `cart:${id}`,
  orders: (party: string) => `orders:${party}`,
  payments: (party: string) => `payments:${party}`,
  wallet: (person: string) => `wallet:${person}`,
  payouts: (business: string) => `payouts:${business}`,
  /** Fees, plan and invoices of a business. */
  fees: (business: string) => `fees:${business}`,
  /** The tickets of a person, of a shop's desk, or of the platform's. */
  tickets: (party: string) => `tickets:${party}`,
  ticket: (id: string) => `ticket:${id}`,
  import: (id: string) => `import:${id}`,
  market: (country: string) => `market:${country}`,
  catalog: (business: string) => `catalog:${business}`,
  /** A partner app: its keys, grants and webhooks. */
  app: (id: string) => `app:${id}`,
  /** Changes of what a person, a session, a partner app or an API key may see: streams check again. */
  access: (of: string) => `access:${of}`,
  /** Every webhook that was changed: what the one process of the house that follows for them listens on. */
  webhooks: 'webhooks',
  /** Every revoked session and API key: what each process's cache of who calls listens on. */
  revocations: 'revocations',
} as const;
