import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemContext } from '../src/context.ts';
import { startConversation } from '../src/conversations/start.ts';
import { encodeId } from '../src/db/id.ts';
import { confirmOrder } from '../src/orders/confirm.ts';
import { payOrder } from '../src/payments/pay.ts';
import { blockChat, send, startChat } from '../src/testing/chat-commands.ts';
import type { Client } from '../src/testing/client.ts';
import {
  makeCard,
  makeOrder,
  makePerson,
  makeProduct,
  makeShop,
  makeStaff,
} from '../src/testing/factories.ts';
import { graphql } from '../src/testing/gql/index.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';
import {
  advance,
  assign,
  makeTicket,
  open,
  rate,
  readTicket,
  setPriority,
} from '../src/testing/ticket-commands.ts';
import { closeTicket } from '../src/tickets/advance.ts';

const HOUR = 60 * 60_000;

let server: TestServer;
let ahead = 0;
beforeAll(async () => {
  server = await startTestServer({ now: () => new Date(Date.now() + ahead) });
});
afterAll(() => server.stop());

const Chat = graphql(`
  query TicketChat($id: ID!) {
    node(id: $id) {
      ... on Conversation {
        unreadCount
        isBlocked
        business {
          id
        }
        ticket {
          id
        }
        messages {
          edges {
            node {
              sender {
                __typename
              }
              content {
                __typename
                ... on TextContent {
                  text
                }
                ... on TicketContent {
                  ticket {
                    id
                    number
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`);

const Inbox = graphql(`
  query TicketInbox {
    viewer {
      ... on Person {
        conversations {
          edges {
            node {
              id
              ticket {
                id
              }
            }
          }
        }
        tickets {
          edges {
            node {
              id
            }
          }
        }
      }
    }
  }
`);

async function readChat(client: Client, id: string) {
  const { node } = await client.request(Chat, { id });
  if (!node || !('messages' in node)) return null;
  return { ...node, messages: node.messages.edges.map((edge) => edge.node) };
}

async function inbox(client: Client) {
  const { viewer } = await client.request(Inbox, {});
  if (!viewer || !('tickets' in viewer)) throw new Error('nobody is signed in');
  return {
    chats: viewer.conversations.edges.map(({ node }) => [node.id, node.ticket?.id ?? null]),
    tickets: viewer.tickets.edges.map(({ node }) => node.id),
  };
}

/** A customer's ticket at a shop's desk, with the shop's agent. */
async function asked() {
  const shop = await makeShop(server);
  const [asha, agent] = [await makePerson(server), await makeStaff(server, shop, 'AGENT')];
  const { ticket } = await open(asha.client, { desk: 'BUSINESS', businessId: shop.publicId });
  return { shop, asha, agent, id: ticket?.id ?? '', thread: ticket?.conversation?.id ?? '' };
}

/** A ticket that was answered and resolved. */
async function resolved() {
  const all = await asked();
  await send(all.agent.client, all.thread, 'We bring new ones.');
  await advance(all.agent.client, all.id, 'RESOLVE');
  return all;
}

const actionsOf = async (client: Client, id: string) => (await readTicket(client, id))?.availableActions;

describe('asking a shop', () => {
  it('opens a thread of its own, and puts a card into the everyday chat', async () => {
    const shop = await makeShop(server);
    const asha = await makePerson(server);
    const chat = await startChat(asha.client, shop);
    const { ticket } = await open(asha.client, { desk: 'BUSINESS', businessId: shop.publicId });
    const thread = ticket?.conversation?.id ?? '';
    expect(ticket?.state).toBe('OPEN');
    expect(await readChat(shop.owner.client, thread)).toMatchObject({
      ticket: { id: ticket?.id },
      business: { id: shop.publicId },
      unreadCount: 1,
      messages: [{ sender: { __typename: 'Person' }, content: { text: 'Two tomatoes were bruised.' } }],
    });
    expect(await readChat(shop.owner.client, chat)).toMatchObject({
      ticket: null,
      messages: [{ content: { __typename: 'TicketContent', ticket: { id: ticket?.id } } }],
    });
    const own = await inbox(asha.client);
    expect(own.tickets).toEqual([ticket?.id]);
    expect(new Map(own.chats as [string, string | null][])).toEqual(
      new Map([
        [chat, null],
        [thread, ticket?.id],
      ]),
    );
  });

  it('says all of itself to who opened it, with the clocks of its priority', async () => {
    const { shop, asha, id, thread } = await asked();
    const ticket = await readTicket(asha.client, id);
    expect(ticket).toMatchObject({
      desk: 'BUSINESS',
      subject: 'Bruised',
      priority: 'NORMAL',
      business: { id: shop.publicId },
      opener: { id: asha.publicId },
      assignee: null,
      order: null,
      conversation: { id: thread, ticket: { id } },
      context: { order: null, messages: [], postings: [] },
      availableActions: ['CLOSE'],
      isOverdue: false,
      firstAnsweredAt: null,
      timeline: [{ sequence: 1, action: 'OPEN', state: 'OPEN', by: { id: asha.publicId } }],
    });
    const openedAt = Date.parse(ticket?.openedAt ?? '');
    expect(Date.parse(ticket?.firstAnswerDueAt ?? '') - openedAt).toBe(8 * HOUR);
    expect(Date.parse(ticket?.resolutionDueAt ?? '') - openedAt).toBe(72 * HOUR);
  });

  it('about an order freezes it: what becomes of the order later does not change the ticket', async () => {
    const shop = await makeShop(server);
    const asha = await makePerson(server);
    await makeCard(asha);
    const orderId = await makeOrder(asha, await makeProduct(shop));
    const publicId = encodeId('ord', orderId);
    const { ticket } = await open(asha.client, { desk: 'BUSINESS', orderId: publicId });
    const before = await readTicket(asha.client, ticket?.id ?? '');
    expect(before).toMatchObject({
      business: { id: shop.publicId },
      order: { id: publicId },
      context: {
        order: {
          state: 'PLACED',
          paymentState: 'UNPAID',
          fulfillmentState: 'UNFULFILLED',
          total: { amount: '50.00' },
          lines: [{ name: 'Tomatoes', quantity: 2 }],
        },
      },
    });
    await payOrder(asha.ctx, { orderId, idempotencyKey: randomUUID() });
    await confirmOrder(shop.owner.ctx, orderId);
    expect(await readTicket(asha.client, ticket?.id ?? '')).toEqual(before);
  });

  it('from a chat takes its last ten messages, or the ones that are named', async () => {
    const shop = await makeShop(server);
    const asha = await makePerson(server);
    const chat = await startChat(asha.client, shop);
    const ids: string[] = [];
    for (let n = 1; n <= 12; n++) {
      ids.push((await send(asha.client, chat, `Message ${n}`)).message?.id ?? '');
    }
    const last = await open(asha.client, { desk: 'BUSINESS', conversationId: chat });
    const { context } = (await readTicket(asha.client, last.ticket?.id ?? '')) ?? {};
    expect(context?.messages.map(({ sequence }) => sequence)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(context?.messages[0]).toEqual({ sequence: 3, from: 'PERSON', text: 'Message 3' });
    const [one = '', two = ''] = ids;
    const named = await open(asha.client, { desk: 'BUSINESS', messageIds: [two, one, two] });
    const some = await readTicket(asha.client, named.ticket?.id ?? '');
    expect(some?.context?.messages.map(({ text }) => text)).toEqual(['Message 1', 'Message 2']);
    expect(some?.business.id).toBe(shop.publicId);
  });

  it('gives the same ticket for the same key', async () => {
    const shop = await makeShop(server);
    const asha = await makePerson(server);
    const input = { desk: 'BUSINESS', businessId: shop.publicId, idempotencyKey: randomUUID() } as const;
    const first = await open(asha.client, input);
    expect(await open(asha.client, input)).toEqual(first);
    expect((await inbox(asha.client)).tickets).toEqual([first.ticket?.id]);
  });

  it('is refused by a shop that has blocked the customer, whose open threads go on', async () => {
    const { shop, asha, id, thread } = await asked();
    const chat = await startChat(asha.client, shop);
    await blockChat(shop.owner.client, chat);
    const again = await open(asha.client, { desk: 'BUSINESS', businessId: shop.publicId });
    expect(again).toMatchObject({ ticket: null, userErrors: [{ code: 'CONVERSATION_BLOCKED' }] });
    expect((await send(asha.client, thread, 'Still bruised.')).code).toBeNull();
    expect(await blockChat(asha.client, thread)).toMatchObject({
      conversation: null,
      userErrors: [{ code: 'INVALID_INPUT', path: ['conversationId'] }],
    });
    expect((await inbox(asha.client)).tickets).toEqual([id]);
  });

  it("takes neither what is somebody else's nor what does not belong together", async () => {
    const [shop, other] = [await makeShop(server), await makeShop(server)];
    const [asha, ravi] = [await makePerson(server), await makePerson(server)];
    const orderId = encodeId('ord', await makeOrder(ravi, await makeProduct(shop)));
    const own = encodeId('ord', await makeOrder(asha, await makeProduct(shop)));
    const foreignChat = await startChat(ravi.client, shop);
    const messageId = (await send(ravi.client, foreignChat, 'Mine')).message?.id ?? '';
    const people = encodeId('cnv', await startConversation(asha.ctx, { phone: ravi.phone }));
    const otherChat = await startChat(asha.client, other);
    const { ticket } = await open(asha.client, { desk: 'BUSINESS', businessId: shop.publicId });
    const thread = ticket?.conversation?.id ?? '';
    const refusals: [Parameters<typeof open>[1], string, string][] = [
      [{ desk: 'BUSINESS' }, 'INVALID_INPUT', 'businessId'],
      [{ desk: 'BUSINESS', businessId: other.publicId, orderId: own }, 'NOT_FOUND', 'businessId'],
      [{ desk: 'BUSINESS', conversationId: otherChat, orderId: own }, 'INVALID_INPUT', 'orderId'],
      [{ desk: 'BUSINESS', orderId }, 'NOT_FOUND', 'orderId'],
      [{ desk: 'BUSINESS', conversationId: foreignChat }, 'NOT_FOUND', 'conversationId'],
      [{ desk: 'BUSINESS', messageIds: [messageId] }, 'NOT_FOUND', 'messageIds'],
      [{ desk: 'BUSINESS', conversationId: people }, 'INVALID_INPUT', 'conversationId'],
      [{ desk: 'BUSINESS', conversationId: thread }, 'INVALID_INPUT', 'conversationId'],
      [{ desk: 'BUSINESS', businessId: shop.publicId, subject: ' ' }, 'INVALID_INPUT', 'subject'],
      [
        { desk: 'BUSINESS', messageIds: Array.from({ length: 21 }, () => messageId) },
        'INVALID_INPUT',
        'messageIds',
      ],
    ];
    for (const [input, code, path] of refusals) {
      expect(await open(asha.client, input), path).toMatchObject({
        ticket: null,
        userErrors: [{ code, path: [path] }],
      });
    }
    expect(await open(shop.owner.client, { desk: 'BUSINESS', conversationId: foreignChat })).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND' }],
    });
    expect((await inbox(asha.client)).tickets).toEqual([ticket?.id]);
    expect((await inbox(ravi.client)).tickets).toEqual([]);
  });

  it('is limited to ten open tickets at a desk, and goes on when one is closed', async () => {
    const [shop, other] = [await makeShop(server), await makeShop(server)];
    const asha = shop.owner;
    const ask = (desk: 'BUSINESS' | 'PLATFORM', businessId: string) =>
      open(asha.client, { desk, businessId });
    const first = await ask('BUSINESS', other.publicId);
    for (let n = 2; n <= 10; n++) expect((await ask('BUSINESS', other.publicId)).userErrors).toEqual([]);
    expect(await ask('BUSINESS', other.publicId)).toMatchObject({
      userErrors: [{ code: 'TOO_MANY_TICKETS' }],
    });
    expect((await ask('PLATFORM', shop.publicId)).userErrors, 'another desk').toEqual([]);
    expect(await advance(asha.client, first.ticket?.id ?? '', 'CLOSE')).toBe('CLOSED');
    expect((await ask('BUSINESS', other.publicId)).userErrors).toEqual([]);
  });
});

describe('working a ticket', () => {
  it('goes from the first answer to the rating by messages and actions', async () => {
    const { shop, asha, agent, id, thread } = await asked();
    expect(await actionsOf(agent.client, id)).toEqual(['ASSIGN', 'START', 'PRIORITISE']);
    expect((await send(agent.client, thread, 'Which ones?')).message?.sender?.__typename).toBe('Business');
    expect(await readTicket(agent.client, id)).toMatchObject({
      state: 'IN_PROGRESS',
      assignee: { id: agent.publicId },
      availableActions: ['ASSIGN', 'WAIT', 'RESOLVE', 'PRIORITISE'],
      firstAnsweredAt: expect.any(String),
    });
    expect((await readTicket(asha.client, id))?.assignee, 'a customer deals with the shop').toBeNull();
    expect(await advance(agent.client, id, 'WAIT')).toBe('WAITING');
    await send(asha.client, thread, 'The red ones.');
    expect((await readTicket(agent.client, id))?.state).toBe('IN_PROGRESS');
    expect(await advance(agent.client, id, 'RESOLVE')).toBe('RESOLVED');
    expect(await actionsOf(asha.client, id)).toEqual(['CLOSE', 'REOPEN', 'RATE']);
    await send(asha.client, thread, 'They are bruised again.');
    expect(await readTicket(agent.client, id)).toMatchObject({
      state: 'OPEN',
      reopenings: 1,
      resolvedAt: null,
    });
    await send(shop.owner.client, thread, 'New ones are on their way.');
    expect(await readTicket(agent.client, id)).toMatchObject({
      state: 'IN_PROGRESS',
      assignee: { id: agent.publicId },
    });
    await advance(shop.owner.client, id, 'RESOLVE');
    expect(await rate(asha.client, { ticketId: id, rating: 4, comment: 'Slow but kind' })).toMatchObject({
      ticket: { rating: 4, ratingComment: 'Slow but kind' },
    });
    expect(await rate(asha.client, { ticketId: id, rating: 1 })).toMatchObject({
      ticket: null,
      userErrors: [{ code: 'INVALID_TRANSITION', message: 'This resolution is rated already.' }],
    });
    expect(await advance(asha.client, id, 'CLOSE')).toBe('CLOSED');
    const closed = await readTicket(agent.client, id);
    expect(closed?.rating).toBe(4);
    const timeline = closed?.timeline ?? [];
    expect(timeline.map(({ action, state }) => `${action} ${state}`)).toEqual([
      'OPEN OPEN',
      'ANSWER IN_PROGRESS',
      'WAIT WAITING',
      'ANSWER IN_PROGRESS',
      'RESOLVE RESOLVED',
      'REOPEN OPEN',
      'ANSWER IN_PROGRESS',
      'RESOLVE RESOLVED',
      'RATE RESOLVED',
      'CLOSE CLOSED',
    ]);
    expect(timeline.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('refuses what the state does not allow, and a message when it is closed', async () => {
    const { asha, agent, id, thread } = await asked();
    expect(await advance(agent.client, id, 'RESOLVE')).toBe('INVALID_TRANSITION');
    expect(await advance(asha.client, id, 'START')).toBe('INVALID_TRANSITION');
    expect(await advance(agent.client, id, 'CLOSE')).toBe('INVALID_TRANSITION');
    expect(await advance(asha.client, id, 'REOPEN')).toBe('INVALID_TRANSITION');
    expect(await rate(asha.client, { ticketId: id, rating: 5 })).toMatchObject({
      userErrors: [{ code: 'INVALID_TRANSITION' }],
    });
    const before = await readChat(asha.client, thread);
    expect(await advance(asha.client, id, 'CLOSE')).toBe('CLOSED');
    for (const { client } of [asha, agent]) {
      expect(await send(client, thread, 'One more thing')).toMatchObject({
        message: null,
        code: 'INVALID_TRANSITION',
      });
    }
    expect((await readChat(asha.client, thread))?.messages).toEqual(before?.messages);
    expect(await advance(asha.client, id, 'REOPEN')).toBe('INVALID_TRANSITION');
  });

  it.each([0, 6, -1, 2_147_483_647])('takes no rating of %i', async (rating) => {
    const { asha, id } = await resolved();
    expect(await rate(asha.client, { ticketId: id, rating })).toMatchObject({
      ticket: null,
      userErrors: [{ code: 'INVALID_INPUT', path: ['rating'] }],
    });
    expect((await readTicket(asha.client, id))?.rating).toBeNull();
  });

  it('is given to colleagues only, put back, and taken by one when it is free', async () => {
    const { shop, agent, asha, id } = await asked();
    const owner = shop.owner;
    const outsider = (await makeShop(server)).owner;
    const to = (assigneeId: string | null, onlyIfUnassigned = false) =>
      assign(owner.client, { ticketId: id, assigneeId, onlyIfUnassigned });
    expect((await to(agent.publicId)).ticket?.assignee?.id).toBe(agent.publicId);
    for (const stranger of [asha, outsider]) {
      expect(await to(stranger.publicId)).toEqual({
        ticket: null,
        userErrors: [{ code: 'NOT_FOUND', path: ['assigneeId'] }],
      });
    }
    expect((await to(owner.publicId, true)).userErrors).toMatchObject([{ code: 'INVALID_TRANSITION' }]);
    expect((await to(agent.publicId, true)).userErrors, 'has it already').toEqual([]);
    expect((await to(null)).ticket).toEqual({ assignee: null });
    expect((await to(owner.publicId, true)).ticket?.assignee?.id).toBe(owner.publicId);
    const timeline = (await readTicket(owner.client, id))?.timeline ?? [];
    expect(timeline.map(({ action }) => action)).toEqual(['OPEN', 'ASSIGN', 'ASSIGN', 'ASSIGN']);
  });

  it('moves what is due with the priority, and shows what is late', async () => {
    const { asha, agent, id } = await asked();
    const before = await readTicket(agent.client, id);
    const { ticket } = await setPriority(agent.client, id, 'URGENT');
    const openedAt = Date.parse(before?.openedAt ?? '');
    expect(Date.parse(ticket?.firstAnswerDueAt ?? '') - openedAt).toBe(HOUR);
    expect(Date.parse(ticket?.resolutionDueAt ?? '') - openedAt).toBe(8 * HOUR);
    expect((await setPriority(asha.client, id, 'LOW')).userErrors).toEqual([{ code: 'INVALID_TRANSITION' }]);
    ahead = 2 * HOUR;
    expect((await readTicket(asha.client, id))?.isOverdue).toBe(true);
    ahead = 0;
    expect((await readTicket(asha.client, id))?.isOverdue).toBe(false);
  });

  it('stands still while it waits', async () => {
    const { asha, agent, id, thread } = await asked();
    await advance(agent.client, id, 'START');
    const due = async () => (await readTicket(agent.client, id))?.resolutionDueAt ?? null;
    const first = Date.parse((await due()) ?? '');
    await advance(agent.client, id, 'WAIT');
    ahead = 100 * HOUR;
    expect(await due()).toBeNull();
    await send(asha.client, thread, 'Here I am.');
    const waited = Date.parse((await due()) ?? '') - first;
    expect(Math.abs(waited - 100 * HOUR)).toBeLessThan(60_000);
    ahead = 0;
  });

  it('closes seven days after it was resolved, and can be rated then', async () => {
    const { asha, agent, id, thread } = await resolved();
    const [row] = await server.app.sql<{ id: string; start_after: string; data: { ticketId: string } }[]>`
      select id, start_after, data from pgboss.job where name = 'ticket.close' order by created_on desc limit 1`;
    const job = systemContext(server.app, 'ticket.close');
    const ticketId = row?.data.ticketId as Parameters<typeof closeTicket>[1];
    const resolvedAt = Date.parse((await readTicket(asha.client, id))?.resolvedAt ?? '');
    expect(new Date(row?.start_after ?? '').getTime() - resolvedAt).toBe(7 * 24 * HOUR);
    await closeTicket(job, ticketId);
    expect((await readTicket(asha.client, id))?.state, 'too early').toBe('RESOLVED');
    ahead = 7 * 24 * HOUR + 1;
    expect(await advance(asha.client, id, 'REOPEN'), 'before the job has come').toBe('INVALID_TRANSITION');
    expect((await send(asha.client, thread, 'Hello?')).code).toBe('INVALID_TRANSITION');
    await closeTicket(job, ticketId);
    await closeTicket(job, ticketId);
    const closed = await readTicket(agent.client, id);
    expect(closed).toMatchObject({ state: 'CLOSED', closedAt: expect.any(String) });
    expect(closed?.timeline.at(-1)).toMatchObject({ action: 'CLOSE', by: null });
    expect((await rate(asha.client, { ticketId: id, rating: 5 })).ticket?.rating).toBe(5);
    ahead = 0;
  });
});

describe('the platform', () => {
  it('helps those who work in a shop, as a side of its own', async () => {
    const shop = await makeShop(server);
    const agent = await makeStaff(server, shop, 'AGENT');
    const operator = await makePerson(server, { operator: true });
    const { ticket } = await open(agent.client, { desk: 'PLATFORM', priority: 'HIGH' });
    const [id, thread] = [ticket?.id ?? '', ticket?.conversation?.id ?? ''];
    expect(await readTicket(operator.client, id)).toMatchObject({
      desk: 'PLATFORM',
      priority: 'HIGH',
      business: { id: shop.publicId },
      opener: { id: agent.publicId },
      availableActions: ['ASSIGN', 'START', 'PRIORITISE'],
      conversation: { members: expect.arrayContaining([{ party: { __typename: 'Platform' } }]) },
    });
    expect(await readChat(operator.client, thread)).toMatchObject({ business: null, unreadCount: 1 });
    const answered = await send(operator.client, thread, 'Have you tried it again?');
    expect(answered.message?.sender?.__typename).toBe('Platform');
    expect(await readChat(agent.client, thread)).toMatchObject({ unreadCount: 1 });
    expect(await readTicket(operator.client, id)).toMatchObject({
      state: 'IN_PROGRESS',
      assignee: { id: operator.publicId },
    });
    expect((await readTicket(agent.client, id))?.assignee).toBeNull();
    const colleague = await makePerson(server, { operator: true });
    const given = await assign(operator.client, { ticketId: id, assigneeId: colleague.publicId });
    expect(given.ticket?.assignee?.id).toBe(colleague.publicId);
    const refused = await assign(operator.client, { ticketId: id, assigneeId: agent.publicId });
    expect(refused.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['assigneeId'] }]);
  });

  it('sees what the ledger says of the order, which the staff is not shown', async () => {
    const shop = await makeShop(server);
    const [asha, operator] = [await makePerson(server), await makePerson(server, { operator: true })];
    await makeCard(asha);
    const orderId = await makeOrder(asha, await makeProduct(shop));
    await payOrder(asha.ctx, { orderId, idempotencyKey: randomUUID() });
    const { ticket } = await open(shop.owner.client, { desk: 'PLATFORM', orderId: encodeId('ord', orderId) });
    const seen = await readTicket(operator.client, ticket?.id ?? '');
    expect(seen?.context?.order).toMatchObject({ paymentState: 'PAID' });
    expect(seen?.order, 'no order of theirs').toBeNull();
    expect(seen?.context?.postings).toContainEqual({ kind: 'sale', amount: { amount: '50.00' } });
    const own = await readTicket(shop.owner.client, ticket?.id ?? '');
    expect(own?.context).toMatchObject({ order: { paymentState: 'PAID' }, postings: [] });
  });

  it('refuses everybody else, and says why and where to turn', async () => {
    const shop = await makeShop(server);
    const [asha, elsewhere] = [await makePerson(server), (await makeShop(server)).owner];
    const orderId = encodeId('ord', await makeOrder(asha, await makeProduct(shop)));
    const attempts = [
      [asha, {}],
      [asha, { orderId }],
      [asha, { businessId: shop.publicId }],
      [elsewhere, { businessId: shop.publicId }],
    ] as const;
    for (const [person, about] of attempts) {
      const { ticket, userErrors } = await open(person.client, { desk: 'PLATFORM', ...about });
      expect(ticket).toBeNull();
      expect(userErrors).toMatchObject([{ code: 'NOT_BUSINESS_USER' }]);
      expect(userErrors[0]?.message).toMatch(/who work in a shop.* ask the shop/);
    }
    expect(await open(elsewhere.client, { desk: 'PLATFORM', orderId })).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', path: ['orderId'] }],
    });
  });

  it('has to be told which shop by those who work in several', async () => {
    const [shop, other] = [await makeShop(server), await makeShop(server)];
    const { owner } = shop;
    await server.app.sql`
      insert into staff (business_id, person_id, role) values (${other.id}, ${owner.id}, 'AGENT')`;
    expect(await open(owner.client, { desk: 'PLATFORM' })).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT', path: ['businessId'] }],
    });
    const { ticket } = await open(owner.client, { desk: 'PLATFORM', businessId: other.publicId });
    expect((await readTicket(owner.client, ticket?.id ?? ''))?.business.id).toBe(other.publicId);
  });

  it('shows what was frozen no more to who has left the shop', async () => {
    const shop = await makeShop(server);
    const agent = await makeStaff(server, shop, 'AGENT');
    const id = encodeId('tkt', await makeTicket(agent, { desk: 'PLATFORM' }));
    expect((await readTicket(agent.client, id))?.context).not.toBeNull();
    await server.app.sql`delete from staff where person_id = ${agent.id}`;
    expect(await readTicket(agent.client, id)).toMatchObject({ state: 'OPEN', context: null });
  });
});
