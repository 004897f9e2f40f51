/** The live part: how fast events reach subscribers, and what those cost that hear nothing. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Sql } from '../src/db/client.ts';
import { encodeId } from '../src/db/id.ts';
import { recordEvent } from './baseline-send.ts';
import type { Child } from './child.ts';
import { CONVERSATION_EVENTS, INBOX_EVENTS, SEND } from './documents.ts';
import { clock, type Subscriber } from './live-protocol.ts';
import { openSender, post, type Sender } from './load.ts';
import type { Memory } from './memory.ts';
import { median, part, percent, range, table, whole } from './report.ts';
import type { Seeded } from './seed.ts';

export interface LiveSize {
  /** Sockets on one topic. */
  readonly screens: number;
  /** Of how many people of the shop's staff these are, each time, and how many events are told at once. */
  readonly audiences: readonly { readonly people: number; readonly burst: number }[];
  /** Bursts to each side. */
  readonly bursts: number;
  /** Messages a second, for so many seconds. */
  readonly rate: number;
  readonly seconds: number;
  readonly idle: number;
}

interface Live {
  readonly size: LiveSize;
  readonly sql: Sql;
  readonly seeded: Seeded;
  readonly print: (line: string) => void;
  /** A new process; all are ended with the benchmark. */
  readonly start: (file: string, ...flags: string[]) => Promise<Child>;
}

/** A part of the baseline's deliveries a second, and bytes beyond a bare socket. */
const FAN_OUT_TARGET = 0.4;
const IDLE_TARGET = 30 * 1024;

interface Shop {
  readonly id: string;
  readonly conversation: string;
  readonly messages: readonly string[];
}

export async function measureLive(live: Live): Promise<string> {
  const shop = await openDesk(live);
  const server = await live.start('server.ts');
  const baseline = await live.start('baseline-live.ts');
  const near = await live.start('subscribers.ts');
  const far = await live.start('subscribers.ts');
  const desk = { live, shop, server, baseline, near, far };
  const toAll: string[][] = [];
  for (const audience of live.size.audiences) toAll.push(...(await fanOut(desk, audience)));
  const counted = await readsPerEvent(desk);
  const delays = await messagesToMany(desk);
  const idle = await idleSockets(live);
  return [
    table(['one event to', 'deliveries/s', '(bursts)', 'ratio', 'target'], toAll),
    ...counted,
    '',
    table(['messages, ms', 'p50', 'p99'], delays),
    '',
    table(['idle, KB each', 'used', 'resident', 'target'], idle),
  ].join('\n');
}

/** A shop with a staff as large as there are screens, and a conversation to hear of. */
async function openDesk({ sql, size, seeded }: Live): Promise<Shop> {
  const [found] = await sql<{ id: string; conversation: string }[]>`
    select c.business_id as id, c.id as conversation from conversations c
    where c.business_id is not null order by c.id limit 1`;
  if (!found) throw new Error('There is no conversation with a shop.');
  const people = seeded.people.slice(0, size.screens).map(({ id }) => id);
  await sql`
    insert into staff (business_id, person_id, role) select ${found.id}, id, 'AGENT'
    from unnest(${people}::uuid[]) as id`;
  const messages = await sql<{ id: string }[]>`
    select id from messages where conversation_id = ${found.conversation} order by sequence limit 100`;
  return { ...found, messages: messages.map(({ id }) => id) };
}

interface Desk {
  readonly live: Live;
  readonly shop: Shop;
  readonly server: Child;
  readonly baseline: Child;
  /** The server's subscribers, and the baseline's. */
  readonly near: Child;
  readonly far: Child;
}

/** Bursts of events to all screens, of the server and of the baseline in turn. */
async function fanOut(desk: Desk, { people, burst }: LiveSize['audiences'][number]): Promise<string[][]> {
  const { live, shop, server, baseline, near, far } = desk;
  const { screens, bursts } = live.size;
  const at = burst === 1 ? '' : `, ${whole(burst)} events at once`;
  const title = `${whole(screens)} screens of ${persons(people)}${at}`;
  const messages = shop.messages.slice(0, burst);
  const variables = { businessId: encodeId('biz', shop.id) };
  const subscribers = live.seeded.people.slice(0, people);
  const opened = Array.from({ length: screens }, (_, i): Subscriber => {
    const { token } = subscribers[i % people] ?? { token: '' };
    return { token, subscription: { query: INBOX_EVENTS, variables } };
  });
  await near.ask('open', { port: server.port, subscribers: opened });
  await far.ask('open', { port: baseline.port, subscribers: opened });

  const total = screens * burst;
  const rateOf = async (subscribers: Child, send: () => Promise<unknown>): Promise<number> => {
    const start = clock();
    const [end] = await Promise.all([subscribers.ask<number>('expect', total), send()]);
    return total / ((end - start) / 1000);
  };
  const toServer = () => rateOf(near, () => tell(desk, messages));
  // What the baseline sends is what the server has sent, to the byte.
  await toServer();
  const payloads = await near.ask<unknown[]>('payloads', burst);
  const toBaseline = () => rateOf(far, () => baseline.ask('broadcast', { topic: variables, payloads }));
  await toBaseline();
  await toServer();

  const rates = { measured: [] as number[], beside: [] as number[] };
  // One event takes some milliseconds: that is too short to be measured five times.
  const rounds = burst === 1 ? bursts * 5 : bursts;
  for (let i = 1; i <= rounds; i++) {
    rates.measured.push(await toServer());
    rates.beside.push(await toBaseline());
  }
  const [one, other] = [rates.measured, rates.beside].map((side) => whole(median(side)));
  live.print(`  ${title}: ${one}/s, by hand ${other}/s`);
  await Promise.all([near.ask('close'), far.ask('close')]);
  const ratio = median(rates.measured) / median(rates.beside);
  return [
    [title, whole(median(rates.measured)), range(rates.measured), percent(ratio), percent(FAN_OUT_TARGET)],
    ['  by hand', whole(median(rates.beside)), range(rates.beside)],
  ];
}

const persons = (count: number) => (count === 1 ? 'one person' : `${whole(count)} people`);

/** Commits an event for each of the messages, all together, and gives the hint that a verb gives. */
async function tell({ live: { sql }, shop }: Desk, messages: readonly string[]): Promise<void> {
  const now = new Date().toISOString();
  await sql.begin((tx) =>
    Promise.all(
      messages.map((messageId) =>
        recordEvent(tx, {
          type: 'message.sent',
          subject: shop.conversation,
          topics: [`inbox:${shop.id}`],
          payload: { conversationId: shop.conversation, messageId },
          now,
        }),
      ),
    ),
  );
  await sql`select pg_notify('bottega', '{"kind":"committed"}')`;
}

/** Events one by one, to one subscriber and to all: how often the log and anything else is read. */
async function readsPerEvent(desk: Desk): Promise<string[]> {
  const { live, shop, server, near } = desk;
  const variables = { businessId: encodeId('biz', shop.id) };
  const lines: string[] = [];
  for (const count of [1, live.size.screens]) {
    const subscribers = live.seeded.people
      .slice(0, count)
      .map(({ token }): Subscriber => ({ token, subscription: { query: INBOX_EVENTS, variables } }));
    await near.ask('open', { port: server.port, subscribers });
    const before = await statements(live.sql);
    const events = shop.messages.slice(0, 5);
    for (const message of events) await Promise.all([near.ask('expect', count), tell(desk, [message])]);
    const after = await statements(live.sql);
    await near.ask('close');
    const each = (kind: 'log' | 'content') => ((after[kind] - before[kind]) / events.length).toFixed(1);
    lines.push(
      `an event to the screens of ${persons(count)}: ${each('log')} reads of the log, ${each('content')} of what it tells of`,
    );
  }
  return lines;
}

/** They are known by their text: it leaves out the comment that they begin with. */
async function statements(sql: Sql): Promise<{ log: number; content: number }> {
  const [row] = await sql<{ log: number; content: number }[]>`
    select coalesce(sum(calls) filter (where query like '%from event_log where position >%order by position limit%'), 0)::int as log,
           coalesce(sum(calls) filter (where query like any (array[
             '%from messages m join conversations%', '%from conversations c where c.id = any%',
             '%from people p where p.id = any%', '%from businesses b where b.id = any%'])), 0)::int as content
    from pg_stat_statements`;
  return row ?? { log: 0, content: 0 };
}

/** A steady rate of messages, each to one subscriber of its own conversation. */
async function messagesToMany({ live, server, near }: Desk): Promise<string[][]> {
  const { seeded, size } = live;
  const chats = seeded.chats.slice(0, size.screens);
  const subscribers = chats.map(({ id, token }): Subscriber => ({
    token,
    subscription: { query: CONVERSATION_EVENTS, variables: { conversationId: id } },
  }));
  await near.ask('open', { port: server.port, subscribers, tagged: true });
  const free: Sender[] = [];
  const senders: Sender[] = [];
  const open = () => {
    const sender = openSender(server.port);
    senders.push(sender);
    return sender;
  };
  const total = size.rate * size.seconds;
  const sent = new Map<string, { asked: number; answered: number }>();
  const start = clock();
  const sending: Promise<void>[] = [];
  for (let n = 0; n < total; n++) {
    const wait = start + (n * 1000) / size.rate - clock();
    if (wait > 0) await pause(wait);
    const chat = chats[n % chats.length];
    if (!chat) throw new Error('There is no conversation.');
    // The next message doesn't wait until the one before is answered.
    const sender = free.pop() ?? open();
    const tag = `tag-${n}`;
    const input = {
      conversationId: chat.id,
      clientId: randomUUID(),
      content: { text: tag },
    };
    const asked = clock();
    const request = post('/graphql', chat.token, { query: SEND, variables: { input } });
    const sends = sender.send(request).then((answer) => {
      if (!answer.includes('"userErrors":[]')) throw new Error(`Not sent: ${answer.toString()}`);
      sent.set(tag, { asked, answered: clock() });
      free.push(sender);
    });
    // Waited for at the end; until then it must not end the process, which has things to clean up.
    sends.catch(() => undefined);
    sending.push(sends);
  }
  await Promise.all([...sending, near.ask<number>('expect', total)]);
  const arrivals = await near.ask<Record<string, number>>('arrivals');
  await near.ask('close');
  for (const sender of senders) sender.close();
  const since = (moment: 'asked' | 'answered') =>
    [...sent].map(([tag, moments]) => (arrivals[tag] ?? NaN) - moments[moment]);
  const row = (title: string, values: number[]) => [title, part(values, 0.5), part(values, 0.99)];
  const title = `${size.rate}/s to ${whole(chats.length)} conversations`;
  return [
    row(`${title}: messageSend answered to subscriber`, since('answered')),
    row('  messageSend asked to subscriber', since('asked')),
  ];
}

/** Memory of sockets with a subscription that hears nothing, of such without one, and of the baseline's. */
async function idleSockets(live: Live): Promise<string[][]> {
  const count = live.size.idle;
  const people = live.seeded.people.slice(0, count);
  const bare = people.map(({ token }): Subscriber => ({ token, subscription: null }));
  const subscribed = people.map(({ token }): Subscriber => ({
    token,
    subscription: { query: INBOX_EVENTS, variables: {} },
  }));
  const client = await live.start('subscribers.ts');
  const measure = async (server: Child, subscribers: Subscriber[]): Promise<Memory> => {
    // What is made once, and not for each.
    await client.ask('open', { port: server.port, subscribers: subscribers.slice(0, 20) });
    await client.ask('close');
    const before = await server.ask<Memory>('memory');
    await client.ask('open', { port: server.port, subscribers });
    const after = await server.ask<Memory>('memory');
    await client.ask('close');
    return {
      used: (after.used - before.used) / subscribers.length,
      resident: (after.resident - before.resident) / subscribers.length,
    };
  };
  // Each in a process of its own, for what is left behind by one is found by the next.
  const fresh = (file: string) => live.start(file, '--expose-gc');
  const byHand = await measure(await fresh('baseline-live.ts'), bare);
  const open = await measure(await fresh('server.ts'), bare);
  const listening = await measure(await fresh('server.ts'), subscribed);
  const kilobytes = (bytes: number) => (bytes / 1024).toFixed(1);
  const row = (title: string, { used, resident }: Memory, target = '') => [
    title,
    kilobytes(used),
    kilobytes(resident),
    target,
  ];
  const beyond = {
    used: listening.used - byHand.used,
    resident: listening.resident - byHand.resident,
  };
  return [
    row(`${whole(people.length)} subscriptions, each on a socket`, listening),
    row('  sockets without a subscription', open),
    row('  sockets of the one by hand', byHand),
    row('a subscription beyond a bare socket', beyond, kilobytes(IDLE_TARGET)),
  ];
}
