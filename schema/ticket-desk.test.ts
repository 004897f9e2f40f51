import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemContext } from '../src/context.ts';
import { encodeId, newId, type TicketId } from '../src/db/id.ts';
import { changeStaff } from '../src/businesses/staff.ts';
import { SendMessage, send } from '../src/testing/chat-commands.ts';
import type { Client } from '../src/testing/client.ts';
import { makePerson, makeShop, makeStaff, type TestPerson, type TestShop } from '../src/testing/factories.ts';
import type { TicketDeskQueueQueryVariables } from '../src/testing/gql/graphql.ts';
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
import { watch } from '../src/testing/watch.ts';
import { advanceTicket } from '../src/tickets/advance.ts';
import { assignTicket } from '../src/tickets/assign.ts';
import { ticketsByIds } from '../src/tickets/read.ts';
import type { TicketPriority } from '../src/tickets/rules.ts';

let server: TestServer;
let ahead = 0;
beforeAll(async () => {
  server = await startTestServer({ now: () => new Date(Date.now() + ahead) });
});
afterAll(() => server.stop());

const Queue = graphql(`
  query TicketDeskQueue(
    $shop: ID!
    $state: TicketState
    $assigneeId: ID
    $priority: TicketPriority
    $first: Int
    $after: String
  ) {
    node(id: $shop) {
      ... on Business {
        tickets(state: $state, assigneeId: $assigneeId, priority: $priority, first: $first, after: $after) {
          edges {
            node {
              id
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

const PlatformQueue = graphql(`
  query TicketPlatformQueue($state: TicketState, $first: Int, $after: String) {
    platformTickets(state: $state, first: $first, after: $after) {
      edges {
        node {
          id
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const Events = graphql(`
  subscription TicketDeskEvents($filter: TicketEventFilter) {
    stream: ticketEvents(filter: $filter) {
      cursor
      event {
        type
        sequence
        ticket {
          id
          state
        }
      }
    }
  }
`);

const ThreadEvents = graphql(`
  subscription TicketDeskThread($id: ID!) {
    stream: conversationEvents(conversationId: $id) {
      cursor
      event {
        type
        message {
          sequence
        }
      }
    }
  }
`);

/** What strangers could get at by a ticket or its thread, through another door. */
const Nested = graphql(`
  query TicketNested($thread: ID!, $shop: ID!, $opener: ID!) {
    thread: node(id: $thread) {
      ... on Conversation {
        ticket {
          id
        }
        messages {
          edges {
            node {
              id
            }
          }
        }
      }
    }
    shop: node(id: $shop) {
      ... on Business {
        tickets {
          edges {
            node {
              id
            }
          }
        }
      }
    }
    opener: node(id: $opener) {
      ... on Person {
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

async function queue(
  client: Client,
  shop: TestShop,
  filter: Omit<TicketDeskQueueQueryVariables, 'shop'> = {},
) {
  const { node } = await client.request(Queue, { shop: shop.publicId, ...filter });
  if (!node || !('tickets' in node)) throw new Error('no such shop');
  return { ids: node.tickets.edges.map((edge) => edge.node.id), pageInfo: node.tickets.pageInfo };
}

const publicId = (id: TicketId) => encodeId('tkt', id);

/** Tickets of these priorities, opened one after the other, a second apart. */
async function openAll(asha: TestPerson, shop: TestShop, priorities: readonly TicketPriority[]) {
  const ids: TicketId[] = [];
  for (const priority of priorities) {
    ids.push(await makeTicket(asha, { desk: 'BUSINESS', businessId: shop.id, priority }));
    ahead += 1_000;
  }
  return ids;
}

describe('the queue of a desk', () => {
  it('has the most urgent first, of those what is due first, and nothing that is resolved', async () => {
    const shop = await makeShop(server);
    const asha = await makePerson(server);
    const ids = await openAll(asha, shop, ['LOW', 'URGENT', 'NORMAL', 'HIGH', 'URGENT', 'NORMAL']);
    const [low, urgent, normal, high, urgent2, normal2] = ids.map(publicId);
    const inOrder = [urgent, urgent2, high, normal, normal2, low];
    expect((await queue(shop.owner.client, shop)).ids).toEqual(inOrder);
    const walked: (string | undefined)[] = [];
    for (let after: string | null = null; ;) {
      const { ids: some, pageInfo } = await queue(shop.owner.client, shop, { first: 1, after });
      walked.push(...some);
      after = pageInfo.endCursor ?? null;
      if (!pageInfo.hasNextPage) break;
    }
    expect(walked).toEqual(inOrder);
    const owner = shop.owner.ctx;
    const [, second, third, fourth] = ids;
    if (!second || !third || !fourth) throw new Error('too few');
    for (const ticketId of [second, third]) await advanceTicket(owner, { ticketId, action: 'start' });
    await advanceTicket(owner, { ticketId: second, action: 'resolve' });
    await advanceTicket(owner, { ticketId: third, action: 'wait' });
    await assignTicket(owner, { ticketId: fourth, assigneeId: shop.owner.id });
    const filtered = async (filter: Omit<TicketDeskQueueQueryVariables, 'shop'>) =>
      (await queue(shop.owner.client, shop, filter)).ids;
    expect(await filtered({})).toEqual([urgent2, high, normal, normal2, low]);
    expect(await filtered({ state: 'RESOLVED' })).toEqual([urgent]);
    expect(await filtered({ state: 'WAITING' })).toEqual([normal]);
    expect(await filtered({ state: 'CLOSED' })).toEqual([]);
    expect(await filtered({ priority: 'NORMAL' })).toEqual([normal, normal2]);
    expect(await filtered({ assigneeId: shop.owner.publicId })).toEqual([high, normal]);
    expect(await filtered({ assigneeId: 'nonsense' })).toEqual([]);
  });

  it('is only for its desk', async () => {
    const shop = await makeShop(server);
    const [asha, operator] = [await makePerson(server), await makePerson(server, { operator: true })];
    const [id] = await openAll(asha, shop, ['NORMAL']);
    const asked = publicId(await makeTicket(shop.owner, { desk: 'PLATFORM', businessId: shop.id }));
    expect((await queue(shop.owner.client, shop)).ids).toEqual(id ? [publicId(id)] : []);
    const outsider = (await makeShop(server)).owner;
    for (const { client } of [asha, outsider, operator]) {
      expect((await queue(client, shop)).ids).toEqual([]);
    }
    const platform = await operator.client.request(PlatformQueue, {});
    expect(platform.platformTickets.edges.map(({ node }) => node.id)).toEqual([asked]);
    for (const { client } of [shop.owner, asha]) {
      await expect(client.request(PlatformQueue, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    await expect(server.client().request(PlatformQueue, {})).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it.each(['nonsense', Buffer.from('9 0|x').toString('base64url')])('takes no cursor %s', async (after) => {
    const shop = await makeShop(server);
    await expect(queue(shop.owner.client, shop, { after })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('is read by its index, however much is closed', async () => {
    const shop = await makeShop(server);
    const { sql } = server.app;
    const plan = await sql.begin(async (tx) => {
      await tx.unsafe(`
        set local session_replication_role = replica;
        insert into tickets (id, desk, business_id, opener_id, subject, state, conversation_id, context, first_answer_due_at,
                             resolution_due_at, resolved_at, closed_at)
        select gen_random_uuid(), 'BUSINESS', '${shop.id}', gen_random_uuid(), 'x', case when n % 100 = 0 then 'OPEN' else 'CLOSED' end,
               gen_random_uuid(), '{}', now() + interval '1 day', now() + n * interval '1 minute',
               case when n % 100 > 0 then now() end, case when n % 100 > 0 then now() end
        from generate_series(1, 20000) n`);
      await tx`analyze tickets`;
      const rows = await tx<{ 'QUERY PLAN': string }[]>`
        explain select t.id from unnest(array['OPEN', 'IN_PROGRESS', 'WAITING']) as of(state) cross join lateral (
          select t.* from tickets t where t.desk = 'BUSINESS' and t.business_id = ${shop.id} and t.state = of.state
          and ((case t.priority when 'URGENT' then 1 when 'HIGH' then 2 when 'NORMAL' then 3 else 4 end), t.resolution_due_at, t.id)
              > (2, now(), ${shop.id})
          order by (case t.priority when 'URGENT' then 1 when 'HIGH' then 2 when 'NORMAL' then 3 else 4 end), t.resolution_due_at, t.id
          limit 21) t`;
      await tx`delete from tickets where subject = 'x'`;
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    expect(plan).toContain('Index Scan using tickets_queue_idx');
    expect(plan, 'in the order of the index').not.toContain('Sort');
  });
});

describe('a ticket is not there', () => {
  it('for strangers, the staff of other shops and other customers, by any door', async () => {
    const shop = await makeShop(server);
    const [asha, agent] = [await makePerson(server), await makeStaff(server, shop, 'AGENT')];
    const operator = await makePerson(server, { operator: true });
    const { ticket } = await open(asha.client, { desk: 'BUSINESS', businessId: shop.publicId });
    const other = await open(agent.client, { desk: 'PLATFORM' });
    const [id, thread] = [ticket?.id ?? '', ticket?.conversation?.id ?? ''];
    const [platformId, platformThread] = [other.ticket?.id ?? '', other.ticket?.conversation?.id ?? ''];
    const customer = await makePerson(server);
    await open(customer.client, { desk: 'BUSINESS', businessId: shop.publicId });
    const outsider = (await makeShop(server)).owner;
    const cases: [TestPerson, string, string, TestPerson][] = [
      [customer, id, thread, asha],
      [outsider, id, thread, asha],
      [operator, id, thread, asha],
      [asha, platformId, platformThread, agent],
      [shop.owner, platformId, platformThread, agent],
      [outsider, platformId, platformThread, agent],
    ];
    const absent = publicId(newId<'ticket'>());
    const missing = (ticketId: string, code = 'NOT_FOUND') => ({ ticketId, code });
    for (const [{ client, publicId: me }, ticketId, threadId, opener] of cases) {
      expect(await readTicket(client, ticketId)).toBeNull();
      const nested = await client.request(Nested, {
        thread: threadId,
        shop: shop.publicId,
        opener: opener.publicId,
      });
      expect(nested.thread).toBeNull();
      expect(nested.opener && 'tickets' in nested.opener ? nested.opener.tickets.edges : []).toEqual([]);
      expect((await send(client, threadId, 'Hello')).code).toBe('NOT_FOUND');
      for (const one of [ticketId, absent]) {
        const codes = [
          (await assign(client, { ticketId: one, assigneeId: me })).userErrors[0]?.code,
          await advance(client, one, 'START'),
          await advance(client, one, 'CLOSE'),
          (await setPriority(client, one, 'LOW')).userErrors[0]?.code,
          (await rate(client, { ticketId: one, rating: 1 })).userErrors[0]?.code,
        ];
        expect(codes.map((code) => missing(one, code ?? 'none'))).toEqual(codes.map(() => missing(one)));
        const stream = client.subscribe(Events, { filter: { ticketId: one } });
        await expect(stream.next()).rejects.toMatchObject({ code: 'FORBIDDEN' });
      }
      const talk = client.subscribe(ThreadEvents, { id: threadId });
      await expect(talk.next()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    const guest = server.client();
    expect(await readTicket(guest, id)).toBeNull();
    await expect(open(guest, { desk: 'BUSINESS', businessId: shop.publicId })).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    expect(await readTicket(asha.client, id)).toMatchObject({
      state: 'OPEN',
      timeline: [{ action: 'OPEN' }],
    });
    const input = { conversationId: thread, clientId: 'a-client-id', content: { text: 'Mine' } };
    expect((await agent.client.request(SendMessage, { input })).messageSend.message?.sequence).toBe(2);
  });
});

describe('live', () => {
  it('tells the opener, the desk and who watches the ticket, and nobody else', async () => {
    const shop = await makeShop(server);
    const [asha, agent] = [await makePerson(server), await makeStaff(server, shop, 'AGENT')];
    const desk = await watch(server, agent.client, Events, { filter: { businessId: shop.publicId } });
    const own = await watch(server, asha.client, Events, {});
    const owners = await watch(server, shop.owner.client, Events, {});
    const id = await makeTicket(asha, { desk: 'BUSINESS', businessId: shop.id });
    const one = await watch(server, agent.client, Events, { filter: { ticketId: publicId(id) } });
    await advanceTicket(agent.ctx, { ticketId: id, action: 'start' });
    const told = (type: string, sequence: number) => ({
      type,
      sequence,
      ticket: { id: publicId(id), state: 'IN_PROGRESS' },
    });
    for (const stream of [desk, own]) {
      expect(await stream.next()).toMatchObject({ type: 'TICKET_OPENED', sequence: 1 });
      expect(await stream.next()).toEqual(told('TICKET_CHANGED', 2));
    }
    expect(await one.next()).toEqual(told('TICKET_CHANGED', 2));
    const asked = await makeTicket(shop.owner, { desk: 'PLATFORM', businessId: shop.id });
    expect(await owners.next(), 'their own only').toMatchObject({ ticket: { id: publicId(asked) } });
    await Promise.all([desk, own, owners, one].map((stream) => stream.stop()));
  });

  it('shows the desk of the platform to operators, and the thread to both', async () => {
    const shop = await makeShop(server);
    const operator = await makePerson(server, { operator: true });
    const desk = await watch(server, operator.client, Events, { filter: { platform: true } });
    const { ticket } = await open(shop.owner.client, { desk: 'PLATFORM' });
    expect(await desk.next()).toMatchObject({ type: 'TICKET_OPENED', ticket: { id: ticket?.id } });
    const thread = ticket?.conversation?.id ?? '';
    const talk = await watch(server, shop.owner.client, ThreadEvents, { id: thread });
    await send(operator.client, thread, 'Hello');
    expect(await talk.next()).toMatchObject({ type: 'MESSAGE_SENT', message: { sequence: 2 } });
    expect(await desk.next()).toMatchObject({ type: 'TICKET_CHANGED', ticket: { state: 'IN_PROGRESS' } });
    for (const filter of [{ platform: true }, { businessId: shop.publicId }]) {
      const refused = (await makePerson(server)).client.subscribe(Events, { filter });
      await expect(refused.next()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    await Promise.all([desk.stop(), talk.stop()]);
  });

  it('ends when the staff leaves, before what comes next', async () => {
    const shop = await makeShop(server);
    const [asha, agent] = [await makePerson(server), await makeStaff(server, shop, 'AGENT')];
    const id = await makeTicket(asha, { desk: 'BUSINESS', businessId: shop.id });
    const streams = [
      await watch(server, agent.client, Events, { filter: { businessId: shop.publicId } }),
      await watch(server, agent.client, Events, { filter: { ticketId: publicId(id) } }),
    ];
    await changeStaff(shop.owner.ctx, { businessId: shop.id, personId: agent.id, role: null });
    await advanceTicket(asha.ctx, { ticketId: id, action: 'close' });
    for (const stream of streams) await expect(stream.next()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await readTicket(agent.client, publicId(id))).toBeNull();
  });
});

it('a job sees every ticket', async () => {
  const id = await makeTicket((await makeShop(server)).owner, { desk: 'PLATFORM' });
  expect(await ticketsByIds(systemContext(server.app, 'test'), [id])).toMatchObject([{ id }]);
});
