import { randomUUID } from 'node:crypto';
import { post } from './load.ts';
import type { Seeded } from './seed.ts';

/** One kind of request, to either server. */
export interface Workload {
  readonly name: string;
  readonly title: string;
  /** What the server should reach, as a part of the baseline's requests a second. */
  readonly target: number;
  readonly marker: string;
  readonly server: () => Buffer;
  readonly baseline: () => Buffer;
}

const PRODUCTS = `query Products($handle: String!) {
  business(handle: $handle) {
    products(first: 20) {
      edges { node { id name price { amount currencyCode } photo { url } availability } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

const MESSAGES = `query Messages($id: ID!) {
  node(id: $id) {
    ... on Conversation {
      messages(last: 20) {
        edges {
          node {
            id sequence sentAt
            content { ... on TextContent { text } }
            sender { ... on Person { id name } ... on Business { id name } }
          }
        }
        pageInfo { hasPreviousPage startCursor }
      }
    }
  }
}`;

const SEND = `mutation Send($input: MessageSendInput!) {
  messageSend(input: $input) {
    message { id sequence sentAt }
    userErrors { code message path }
  }
}`;

export function workloadsOf({ handles, chats }: Seeded): Workload[] {
  const [token = ''] = chats.map((chat) => chat.token);
  const message = (id: string) => ({
    conversationId: id,
    clientId: randomUUID(),
    content: { text: 'See you at five.' },
  });
  return [
    {
      name: 'products',
      title: 'page of 20 products',
      target: 0.55,
      marker: '"availability":"IN_STOCK"',
      server: inTurn(
        handles.map((handle) => post('/graphql', token, { query: PRODUCTS, variables: { handle } })),
      ),
      baseline: inTurn(handles.map((handle) => post('/products', token, { handle, first: 20 }))),
    },
    {
      name: 'send',
      title: 'messageSend',
      target: 0.5,
      marker: '"userErrors":[]',
      server: made(chats, ({ id, token }) =>
        post('/graphql', token, { query: SEND, variables: { input: message(id) } }),
      ),
      baseline: made(chats, ({ id, token }) => post('/send', token, message(id))),
    },
    {
      name: 'messages',
      title: 'last 20 messages',
      target: 0.55,
      marker: '"hasPreviousPage":true',
      server: inTurn(
        chats.map(({ id, token }) => post('/graphql', token, { query: MESSAGES, variables: { id } })),
      ),
      baseline: inTurn(chats.map(({ id, token }) => post('/messages', token, { id, last: 20 }))),
    },
  ];
}

function inTurn<T>(items: readonly T[]): () => T {
  let turn = 0;
  return () => {
    const item = items[turn++ % items.length];
    if (item === undefined) throw new Error('There is nothing to take turns.');
    return item;
  };
}

function made<T>(items: readonly T[], make: (item: T) => Buffer): () => Buffer {
  const next = inTurn(items);
  return () => make(next());
}
