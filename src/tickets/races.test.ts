import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemContext } from '../context.ts';
import { sendMessage } from '../conversations/send.ts';
import type { TicketId } from '../db/id.ts';
import { makePerson, makeShop, makeStaff, type TestPerson } from '../testing/factories.ts';
import { inTurn, isFreeWhile } from '../testing/meeting.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { makeTicket } from '../testing/ticket-commands.ts';
import { advanceTicket, closeTicket } from './advance.ts';
import { assignTicket } from './assign.ts';
import { rateTicket } from './rate.ts';
import { ticketsByIds, timelineByTicket, type Ticket } from './read.ts';
import { TicketTransitionError, TooManyTicketsError } from './rules.ts';

const WEEK = 7 * 24 * 60 * 60_000;

let server: TestServer;
let ahead = 0;
beforeAll(async () => {
  server = await startTestServer({ now: () => new Date(Date.now() + ahead) });
});
afterAll(() => server.stop());

async function asked() {
  const shop = await makeShop(server);
  const [asha, agent] = [await makePerson(server), await makeStaff(server, shop, 'AGENT')];
  const id = await makeTicket(asha, { desk: 'BUSINESS', businessId: shop.id });
  return { shop, asha, agent, owner: shop.owner, id };
}

async function resolved() {
  const all = await asked();
  await advanceTicket(all.agent.ctx, { ticketId: all.id, action: 'start' });
  await advanceTicket(all.agent.ctx, { ticketId: all.id, action: 'resolve' });
  return all;
}

async function read(id: TicketId): Promise<Ticket> {
  const [ticket] = await ticketsByIds(systemContext(server.app, 'test'), [id]);
  if (!ticket) throw new Error('no such ticket');
  return ticket;
}

async function actions(id: TicketId): Promise<string[]> {
  const [timeline = []] = await timelineByTicket(systemContext(server.app, 'test'), [id]);
  expect(timeline.map(({ sequence }) => sequence)).toEqual(timeline.map((_step, index) => index + 1));
  return timeline.map(({ action }) => action);
}

/** How many were done; what was refused was refused for a reason of tickets. */
function done(outcomes: readonly PromiseSettledResult<unknown>[], refusal: new (...args: never[]) => Error) {
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(refusal);
  }
  return outcomes.filter(({ status }) => status === 'fulfilled').length;
}

const write = (person: TestPerson, ticket: Ticket) =>
  sendMessage(person.ctx, {
    conversationId: ticket.conversationId,
    clientId: randomUUID(),
    content: { text: 'Hello' },
  });

describe('at once', () => {
  it('two agents take it: one has it', async () => {
    for (let round = 0; round < 5; round++) {
      const { owner, agent, id } = await asked();
      const take = (one: TestPerson) =>
        assignTicket(one.ctx, { ticketId: id, assigneeId: one.id, onlyIfUnassigned: true });
      expect(done(await Promise.allSettled([take(owner), take(agent)]), TicketTransitionError)).toBe(1);
      expect([owner.id, agent.id]).toContain((await read(id)).assigneeId);
      expect(await actions(id)).toEqual(['open', 'assign']);
    }
  });

  it('two agents start it: it is started once, and is theirs who did', async () => {
    const { owner, agent, id } = await asked();
    const start = (one: TestPerson) => advanceTicket(one.ctx, { ticketId: id, action: 'start' });
    const outcomes = await Promise.allSettled([start(owner), start(agent)]);
    expect(done(outcomes, TicketTransitionError)).toBe(1);
    const starter = outcomes[0]?.status === 'fulfilled' ? owner : agent;
    expect(await read(id)).toMatchObject({ state: 'IN_PROGRESS', assigneeId: starter.id });
  });

  it('several agents answer: there is one first answer', async () => {
    const { owner, agent, id } = await asked();
    const ticket = await read(id);
    await Promise.all([owner, agent, owner, agent].map((one) => write(one, ticket)));
    expect(await actions(id)).toEqual(['open', 'answer']);
    expect(await read(id)).toMatchObject({ state: 'IN_PROGRESS', firstAnsweredAt: expect.any(Date) });
  });

  it('ten tickets are opened of fifteen, and none more', async () => {
    const [shop, asha] = [await makeShop(server), await makePerson(server)];
    const ask = () => makeTicket(asha, { desk: 'BUSINESS', businessId: shop.id });
    const outcomes = await Promise.allSettled(Array.from({ length: 15 }, ask));
    expect(done(outcomes, TooManyTicketsError)).toBe(10);
    const [{ tickets, threads } = {}] = await server.app.sql<{ tickets: number; threads: number }[]>`
      select (select count(*)::int from tickets where opener_id = ${asha.id}) as tickets,
             (select count(*)::int from conversations where person_id = ${asha.id} and ticket_id is not null) as threads`;
    expect([tickets, threads]).toEqual([10, 10]);
  });

  it('fifteen are opened at different shops: the limit is of the desk, not of the chat', async () => {
    const shops = await Promise.all(Array.from({ length: 5 }, () => makeShop(server)));
    const asha = await makePerson(server);
    const ask = (_: unknown, index: number) =>
      makeTicket(asha, { desk: 'BUSINESS', businessId: shops[index % 5]?.id });
    const outcomes = await Promise.allSettled(Array.from({ length: 15 }, ask));
    expect(done(outcomes, TooManyTicketsError)).toBe(10);
  });

  it('the same key comes five times: there is one ticket', async () => {
    const [shop, asha] = [await makeShop(server), await makePerson(server)];
    const idempotencyKey = randomUUID();
    const ask = () => makeTicket(asha, { desk: 'BUSINESS', businessId: shop.id, idempotencyKey });
    const ids = await Promise.all(Array.from({ length: 5 }, ask));
    expect(new Set(ids).size).toBe(1);
  });

  it('two ratings are given: one counts', async () => {
    const { asha, id } = await resolved();
    const rate = (rating: number) => rateTicket(asha.ctx, { ticketId: id, rating });
    const outcomes = await Promise.allSettled([rate(1), rate(5)]);
    expect(done(outcomes, TicketTransitionError)).toBe(1);
    expect((await read(id)).rating).toBe(outcomes[0]?.status === 'fulfilled' ? 1 : 5);
    expect((await actions(id)).filter((action) => action === 'rate')).toHaveLength(1);
  });
});

describe('one behind the other', () => {
  const rowOf = (id: TicketId) => `select from tickets where id = '${id}'`;

  it("an agent's answer and the opener's close: it is closed, and answered only before", async () => {
    for (const answersFirst of [true, false]) {
      const { asha, agent, id } = await asked();
      const ticket = await read(id);
      const answer = () => write(agent, ticket);
      const close = () => advanceTicket(asha.ctx, { ticketId: id, action: 'close' });
      const outcomes = await (answersFirst
        ? inTurn<unknown>(asha.ctx, rowOf(id), answer, close)
        : inTurn<unknown>(asha.ctx, rowOf(id), close, answer));
      expect((await read(id)).state).toBe('CLOSED');
      const answered = done(outcomes, TicketTransitionError) === 2;
      expect(await actions(id)).toEqual(answered ? ['open', 'answer', 'close'] : ['open', 'close']);
      const [{ sequence } = {}] = await server.app.sql<{ sequence: number }[]>`
        select last_sequence::int as sequence from conversations where id = ${ticket.conversationId}`;
      expect(sequence, 'a refused answer is not in the thread').toBe(answered ? 2 : 1);
    }
  });

  it('the opener reopens while the job closes: it is one of the two, and not both', async () => {
    for (const reopensFirst of [true, false]) {
      const { asha, id } = await resolved();
      const { resolvedAt } = await read(id);
      // The opener is just in time by their clock; the job just after.
      const early = { ...asha.ctx, now: () => new Date((resolvedAt?.getTime() ?? 0) + WEEK - 1) };
      const late = {
        ...systemContext(server.app, 'ticket.close'),
        now: () => new Date((resolvedAt?.getTime() ?? 0) + WEEK),
      };
      const reopen = () => advanceTicket(early, { ticketId: id, action: 'reopen' });
      const close = () => closeTicket(late, id);
      const outcomes = await (reopensFirst
        ? inTurn(asha.ctx, rowOf(id), reopen, close)
        : inTurn(asha.ctx, rowOf(id), close, reopen));
      const reopened = outcomes.every(({ status }) => status === 'fulfilled');
      done(outcomes, TicketTransitionError);
      expect((await read(id)).state).toBe(reopened ? 'OPEN' : 'CLOSED');
      expect((await actions(id)).at(-1)).toBe(reopened ? 'reopen' : 'close');
    }
  });

  it('every command waits for the thread before it takes the ticket', async () => {
    const { asha, agent, id } = await asked();
    const ticket = await read(id);
    const thread = `select from conversations where id = '${ticket.conversationId}'`;
    const commands = [
      () => advanceTicket(agent.ctx, { ticketId: id, action: 'start' }),
      () => assignTicket(agent.ctx, { ticketId: id, assigneeId: null }),
      () => write(asha, ticket),
      () => advanceTicket(asha.ctx, { ticketId: id, action: 'close' }),
      () => rateTicket(asha.ctx, { ticketId: id, rating: 3 }),
    ];
    for (const command of commands) {
      expect(await isFreeWhile(asha.ctx, thread, rowOf(id), command)).toBe(true);
    }
  });
});

it('a job of an earlier resolution leaves a ticket that was resolved again', async () => {
  const { asha, agent, id } = await resolved();
  ahead = WEEK / 2;
  await advanceTicket(asha.ctx, { ticketId: id, action: 'reopen' });
  await advanceTicket(agent.ctx, { ticketId: id, action: 'start' });
  const job = systemContext(server.app, 'ticket.close');
  ahead = WEEK + 1_000;
  await closeTicket(job, id);
  expect((await read(id)).state).toBe('IN_PROGRESS');
  await advanceTicket(agent.ctx, { ticketId: id, action: 'resolve' });
  await closeTicket(job, id);
  expect((await read(id)).state).toBe('RESOLVED');
  ahead = 0;
});
