import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { pino, type Logger } from 'pino';
import { contextOf, type App, type Ctx, type Tx } from '../context.ts';
import { connect, type Sql } from '../db/client.ts';
import { transact } from '../db/transact.ts';
import type { EventType } from '../events/catalogue.ts';
import { startFeed, type Feed, type LiveStream } from '../events/feed.ts';
import { record } from '../events/record.ts';
import { STREAM_LIMITS, type Delivery, type StreamLimits, type StreamOptions } from '../events/stream.ts';

/** What a process has of the event machinery: a pool and a feed, without the rest of the house. */
export interface EventProcess {
  readonly sql: Sql;
  readonly feed: Feed;
  readonly ctx: Ctx;
  stop(): Promise<void>;
}

export interface EventProcessOptions {
  readonly limits?: Partial<StreamLimits>;
  /** False: no hint of others reaches it. */
  readonly hears?: boolean;
  readonly pool?: number;
  readonly log?: Logger;
}

export async function startEventProcess(
  url: string,
  options: EventProcessOptions = {},
): Promise<EventProcess> {
  const { limits = {}, hears = true, pool = 4, log = pino({ level: 'silent' }) } = options;
  const { sql, db, close } = connect(url, { max: pool });
  const feed = await startFeed(hears ? sql : deaf(sql), log, { ...STREAM_LIMITS, ...limits });
  const app = { sql, db, log, feed, now: () => new Date() } as unknown as App;
  let stopping: Promise<void> | null = null;
  return {
    sql,
    feed,
    ctx: contextOf(app, { kind: 'system', job: 'test' }),
    stop: () => (stopping ??= feed.stop().then(close)),
  };
}

/** Listens to nothing, as if every notification were lost. */
function deaf(sql: Sql): Sql {
  const listen = async () => Promise.resolve({ unlisten: async () => Promise.resolve() });
  return new Proxy(sql, { get: (target, key) => (key === 'listen' ? listen : Reflect.get(target, key)) });
}

export interface TestEvent {
  readonly subject?: string;
  readonly topics?: readonly string[];
  readonly type?: EventType;
  /** Comes back in the payload, to know the event by. */
  readonly tag?: string;
}

export async function recordTagged(tx: Tx, event: TestEvent): Promise<void> {
  await record(tx, {
    type: event.type ?? 'message.sent',
    subjectId: event.subject ?? randomUUID(),
    topics: event.topics ?? ['test'],
    payload: { partyId: (event.tag ?? '') as never },
  });
}

/** Commits events, each in a transaction of its own. */
export async function emit({ ctx }: EventProcess, ...events: readonly TestEvent[]): Promise<void> {
  for (const event of events) await transact(ctx, (tx) => recordTagged(tx, event));
}

export const numbered = (count: number, event: TestEvent = {}): TestEvent[] =>
  Array.from({ length: count }, (_, index) => ({ ...event, tag: `${index + 1}` }));

export const tagOf = ({ event }: Delivery): string | null => event?.payload.partyId ?? null;

/** A stream of the topic `test` that anybody may have. */
export function subscribe({ feed }: EventProcess, options: Partial<StreamOptions> = {}): LiveStream {
  return feed.subscribe({
    topics: ['test'],
    accessTopics: [],
    authorize: () => Promise.resolve(),
    ...options,
  });
}

/** The next item that is an event. */
export async function nextEvent(stream: AsyncIterator<Delivery, void>): Promise<Delivery> {
  for (;;) {
    const { value } = await stream.next();
    if (!value) throw new Error('the stream has ended');
    if (value.event) return value;
  }
}

/** The next events of a stream, without bookmarks. */
export async function take(stream: AsyncIterator<Delivery, void>, count: number): Promise<Delivery[]> {
  const taken: Delivery[] = [];
  while (taken.length < count) taken.push(await nextEvent(stream));
  return taken;
}

/** A stream that has begun: its first bookmark is taken and it listens. */
export async function begun(stream: LiveStream): Promise<LiveStream> {
  await stream.next();
  return stream;
}

/** Asks again and again, for a bounded time, until it is so. */
export async function eventually(isSo: () => Promise<boolean>): Promise<void> {
  for (const deadline = performance.now() + 10_000; !(await isSo());) {
    if (performance.now() > deadline) throw new Error(`It is still not so: ${isSo.toString()}`);
    await pause(10);
  }
}

export interface LogRow {
  readonly position: number;
  readonly id: number;
  readonly subject: string;
  readonly sequence: number;
  readonly tag: string;
}

/** The whole log, in order. */
export async function readLog(sql: Sql): Promise<LogRow[]> {
  return sql<LogRow[]>`
    select position::int, id::int, subject_id as subject, sequence::int, payload ->> 'partyId' as tag
    from event_log order by position`;
}

/** Forgets the events up to a position, as if their partition had been dropped. */
export async function forgetUpTo(sql: Sql, position: number): Promise<void> {
  await sql`
    with forgotten as (delete from event_log where position <= ${position})
    update event_log_head set oldest = ${position} + 1`;
}

/** Ends the connections with this application name; how many there were. */
export async function cutConnections(sql: Sql, name: string): Promise<number> {
  const rows = await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = ${name}`;
  return rows.length;
}
