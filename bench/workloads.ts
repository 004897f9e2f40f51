import { randomUUID } from 'node:crypto';
import * as documents from './documents.ts';
import { post } from './load.ts';
import type { Seeded } from './seed.ts';

/** Requests of one kind to one of the two servers. */
export interface Side {
  readonly title: string;
  readonly at: 'server' | 'baseline';
  readonly next: () => Buffer;
  /** What stands in every good answer. */
  readonly marker: string;
  /** Run in the database before each run of these requests. */
  readonly before?: string;
}

/** Two kinds of requests, measured in turn. */
export interface Workload {
  readonly name: string;
  readonly measured: Side;
  readonly beside: Side;
  /** What the measured one should reach, as a part of the requests a second of the one beside it. */
  readonly target: number;
}

const BY_HAND = '  by hand';

/** What a shopping chat does most, beside the same by hand. */
function chatWorkloads({ handles, chats }: Seeded): Workload[] {
  const [token = ''] = chats.map((chat) => chat.token);
  const message = (id: string) => ({
    conversationId: id,
    clientId: randomUUID(),
    content: { text: 'See you at five.' },
  });
  const both = (marker: string, title: string, server: () => Buffer, baseline: () => Buffer) => ({
    measured: { title, at: 'server', next: server, marker } as const,
    beside: { title: BY_HAND, at: 'baseline', next: baseline, marker } as const,
  });
  return [
    {
      name: 'products',
      target: 0.55,
      ...both(
        '"availability":"IN_STOCK"',
        'page of 20 products',
        inTurn(handles.map((handle) => graphql(token, documents.PRODUCTS, { handle }))),
        inTurn(handles.map((handle) => post('/products', token, { handle, first: 20 }))),
      ),
    },
    {
      name: 'send',
      target: 0.5,
      ...both(
        '"userErrors":[]',
        'messageSend',
        made(chats, ({ id, token }) => graphql(token, documents.SEND, { input: message(id) })),
        made(chats, ({ id, token }) => post('/send', token, message(id))),
      ),
    },
    {
      name: 'messages',
      target: 0.55,
      ...both(
        '"hasPreviousPage":true',
        'last 20 messages',
        inTurn(chats.map(({ id, token }) => graphql(token, documents.MESSAGES, { id }))),
        inTurn(chats.map(({ id, token }) => post('/messages', token, { id, last: 20 }))),
      ),
    },
  ];
}

/** One more rule, in force behind all that are there. */
const feeIs = (basisPoints: number) => `
  insert into fee_rules (id, country, service, currency, share_basis_points, effective_from)
  select gen_random_uuid(), 'IN', 'MONEY_TRANSFER', 'INR', ${basisPoints},
         (select coalesce(max(effective_from), '2020-01-01') + interval '1 second' from fee_rules
          where country = 'IN' and service = 'MONEY_TRANSFER')`;

/** Money between people beside the same by hand, and beside itself: with a fee, and with a long history. */
function moneyWorkloads({ paidChats, longToken, shortToken }: Seeded): Workload[] {
  const transfer = (id: string) => ({
    conversationId: id,
    amount: { amount: '10.00', currencyCode: 'INR' },
    note: 'For lunch',
    idempotencyKey: randomUUID(),
  });
  const free = { before: feeIs(0), marker: '"state":"SUCCEEDED","fee":{"amount":"0.00"}' };
  const next = made(paidChats, ({ id, token }) =>
    graphql(token, documents.TRANSFER, { input: transfer(id) }),
  );
  const byHand = made(paidChats, ({ id, token }) => post('/transfer', token, transfer(id)));
  const page = { at: 'server', marker: '"hasNextPage":true' } as const;
  return [
    {
      name: 'transfer',
      target: 0.5,
      measured: { title: 'moneySend', at: 'server', next, ...free },
      beside: { title: BY_HAND, at: 'baseline', next: byHand, ...free },
    },
    {
      name: 'fee',
      target: 0.9,
      measured: {
        title: 'moneySend with a fee',
        at: 'server',
        next,
        before: feeIs(100),
        marker: '"state":"SUCCEEDED","fee":{"amount":"0.10"}',
      },
      beside: { title: '  without', at: 'server', next, ...free },
    },
    {
      name: 'wallet',
      target: 1 / 1.5,
      measured: {
        title: 'wallet with a long history',
        next: inTurn([graphql(longToken, documents.WALLET, {})]),
        ...page,
      },
      beside: {
        title: '  with a short one',
        next: inTurn([graphql(shortToken, documents.WALLET, {})]),
        ...page,
      },
    },
  ];
}

export function workloadsOf(seeded: Seeded): Workload[] {
  return [...chatWorkloads(seeded), ...moneyWorkloads(seeded)];
}

function graphql(token: string, query: string, variables: object): Buffer {
  return post('/graphql', token, { query, variables });
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
