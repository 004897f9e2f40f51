import { topic } from '../src/events/catalogue.ts';
import { CONVERSATION, INBOX, ORDERS, ordersDocument, PAYMENTS, WALLET } from './documents.ts';
import type { SoakShop, World } from './world.ts';

/** A stream that somebody may follow, and what of the log it is made of. */
export interface Subscription {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly token: string;
  readonly topics: readonly string[];
}

/** Clients of the partner, all with the same key. */
const PARTNERS = 4;

/** Every stream of a world: what customers and agents keep open on their screens. */
export function subscriptionsOf({ shops, customers, partnerKey }: World): Subscription[] {
  const ofCustomers = customers.flatMap(({ id, token, conversationId, chatId }): Subscription[] => [
    stream('chat of a customer', CONVERSATION, token, topic.conversation(conversationId), { id: chatId }),
    stream('inbox of a customer', INBOX, token, topic.inbox(id)),
    stream('orders of a customer', ORDERS, token, topic.orders(id)),
    stream('payments of a customer', PAYMENTS, token, topic.payments(id)),
    stream('wallet of a customer', WALLET, token, topic.wallet(id)),
  ]);
  const granted = shops.map(({ id }) => topic.orders(id));
  const ofPartner = Array.from({ length: PARTNERS }, () => ({
    name: 'orders of a partner',
    query: ORDERS,
    variables: {},
    token: partnerKey,
    topics: granted,
  }));
  const ofShops = shops.flatMap(({ id, publicId, agentToken: token }): Subscription[] => {
    const filter = { businessId: publicId };
    return [
      stream('inbox of a shop', INBOX, token, topic.inbox(id), { id: publicId }),
      stream('orders of a shop', ORDERS, token, topic.orders(id), { filter }),
      stream('payments of a shop', PAYMENTS, token, topic.payments(id), { filter }),
    ];
  });
  const ofChats = customers.map(({ shop, conversationId, chatId }) =>
    stream('chat of an agent', CONVERSATION, shop.agentToken, topic.conversation(conversationId), {
      id: chatId,
    }),
  );
  return [...ofPartner, ...ofShops, ...ofChats, ...ofCustomers];
}

/** What the partner has sent to it: of all shops, and of the first. */
export function webhooksOf({ shops }: World) {
  const listening = (name: string, of: readonly SoakShop[], filter: string) => ({
    name,
    document: ordersDocument(filter),
    topics: of.map(({ id }) => topic.orders(id)),
  });
  const first = shops.slice(0, 1);
  return [
    listening('of all shops', shops, ''),
    ...first.map((shop) => listening('of one shop', [shop], `(filter: { businessId: "${shop.publicId}" })`)),
  ];
}

function stream(
  name: string,
  query: string,
  token: string,
  topicName: string,
  variables: Readonly<Record<string, unknown>> = {},
): Subscription {
  return { name, query, variables, token, topics: [topicName] };
}
