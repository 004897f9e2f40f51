import type { Client } from '../../testing/client.ts';
import type {
  TourChatEventsSubscription,
  TourInboxEventsSubscription,
  TourMessageFragment,
  TourOrderEventsSubscription,
  TourPaymentEventsSubscription,
} from '../../testing/gql/graphql.ts';
import { firstName, meansText, messageText, statesText } from './show.ts';
import type { Stage } from './stage.ts';
import { ChatEvents, InboxEvents, OrderEvents, PaymentEvents } from './streams.ts';
import { watch, type Watch } from './watch.ts';

export type Seen<Item extends { readonly event: unknown }> = NonNullable<Item['event']>;
export type ChatEvent = Seen<TourChatEventsSubscription['conversationEvents']>;
type InboxEvent = Seen<TourInboxEventsSubscription['inboxEvents']>;
type OrderEvent = Seen<TourOrderEventsSubscription['orderEvents']>;
type PaymentEvent = Seen<TourPaymentEventsSubscription['paymentEvents']>;

/** What a customer's phone listens to. */
export interface CustomerStreams {
  readonly chat: Watch<ChatEvent>;
  readonly orders: Watch<OrderEvent>;
  readonly payments: Watch<PaymentEvent>;
}
export type ShopInbox = Watch<InboxEvent>;

/** Opens a customer's streams, from now on or after those of before, and waits until they are live. */
export async function listen(
  client: Client,
  options: { stage: Stage; conversationId: string; after?: CustomerStreams },
): Promise<CustomerStreams> {
  const { stage, conversationId, after } = options;
  const chat = watch(
    'conversation',
    client.subscribe(ChatEvents, { conversationId, after: after?.chat.cursor() ?? null }),
    (data) => data.conversationEvents,
    (event) => showChat(stage, event),
  );
  const orders = watch(
    'order',
    client.subscribe(OrderEvents, { after: after?.orders.cursor() ?? null }),
    (data) => data.orderEvents,
    ({ type, order }) => stage.live(`orders · ${type} · ${order ? statesText(order) : ''}`),
  );
  const payments = watch(
    'payment',
    client.subscribe(PaymentEvents, { after: after?.payments.cursor() ?? null }),
    (data) => data.paymentEvents,
    ({ type, payment }) => stage.live(`payments · ${type} · ${payment ? meansText(payment) : ''}`),
  );
  await Promise.all([chat.ready(), orders.ready(), payments.ready()]);
  return { chat, orders, payments };
}

/** Opens a shop's inbox: what customers write, shown as it comes. */
export async function listenToInbox(client: Client, businessId: string, stage: Stage): Promise<ShopInbox> {
  const inbox = watch(
    'inbox',
    client.subscribe(InboxEvents, { businessId }),
    (data) => data.inboxEvents,
    ({ type, message }) => {
      if (message?.sender?.__typename === 'Person') stage.live(`inbox · ${type} · ${nameOf(message)}`);
    },
  );
  await inbox.ready();
  return inbox;
}

export function showChat(stage: Stage, { type, message, member, isTyping }: ChatEvent): void {
  const who = member?.party?.name ?? 'somebody';
  if (type === 'MESSAGE_SENT' && message) {
    stage.said(
      nameOf(message),
      messageText(message),
      `chat · ${type} · ${message.sequence}${ruleText(message)}`,
    );
  } else if (type === 'MESSAGE_UPDATED' && message) {
    stage.said('', `↻ ${messageText(message)}`, `chat · ${type} · ${message.sequence}`);
  } else if (type === 'RECEIPT_MOVED') {
    stage.live(`chat · ${type} · ${who} has read up to ${member?.readSequence}`);
  } else if (type === 'TYPING_CHANGED') {
    stage.live(`chat · ${type} · ${who} ${isTyping === true ? 'types' : 'stopped typing'}`);
  } else {
    stage.live(`chat · ${type}`);
  }
}

/** By which rule the bot has answered. */
function ruleText({ content }: TourMessageFragment): string {
  return content.__typename === 'BotContent' ? ` · bot: ${content.rule}` : '';
}

/** A shop's whole name; of a person the first. */
function nameOf({ sender }: TourMessageFragment): string {
  if (sender === null) return '';
  return sender.__typename === 'Person' ? firstName(sender.name) : sender.name;
}
