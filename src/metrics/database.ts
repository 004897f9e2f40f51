import type { Sql } from '../db/client.ts';
import { openSession, type Session } from '../events/session.ts';
import { webhookBacklog, type WebhookBacklog } from '../webhooks/backlog.ts';

/** What the database knows of how the house is doing. */
export interface DatabaseState {
  /** Of the log: positions that were given out. */
  readonly head: number;
  /** Events that are committed and not in the log yet; counted up to a million. */
  readonly unstamped: number;
  /** Seconds since the first of them was recorded. */
  readonly unstampedAge: number;
  readonly queues: readonly QueueState[];
  readonly webhooks: WebhookBacklog;
  /** Seconds since the oldest transaction began that is open in this database. */
  readonly oldestTransaction: number;
  /** Seconds for which one has been open in which nothing runs. */
  readonly oldestIdleTransaction: number;
  /** Connections of everybody to this database, by what they do. */
  readonly connections: Readonly<Record<string, number>>;
}

/** As pg-boss counts them, every quarter of a minute. */
export interface QueueState {
  readonly name: string;
  readonly deferred: number;
  readonly ready: number;
  readonly active: number;
  readonly failed: number;
}

export interface DatabaseProbe {
  /** Rejects, within two seconds, when the database does not answer. */
  read(): Promise<DatabaseState>;
  stop(): Promise<void>;
}

const STATEMENT_MS = 1_000;
const PATIENCE_MS = 2_000;

/** On a connection of its own: it is looked at when the pool has none to give. There is none before it is asked. */
export function openProbe(sql: Sql): DatabaseProbe {
  let session: Session | null = null;
  let reading: Promise<DatabaseState> | null = null;

  async function read(): Promise<DatabaseState> {
    session ??= openSession(sql, { name: 'bottega metrics' });
    await session.ask(
      (sql) => sql`select set_config('statement_timeout', ${String(STATEMENT_MS)}, false) as patience`,
    );
    const [row] = await session.ask((sql) => stateOf(sql));
    if (!row) throw new Error('event_log_head is empty.');
    return { ...row.state, webhooks: await session.ask(webhookBacklog) };
  }

  return {
    read: () => {
      // A session does one thing at a time; who asks meanwhile gets the same answer.
      reading ??= read().finally(() => {
        reading = null;
      });
      return within(PATIENCE_MS, reading);
    },
    stop: async () => session?.end(),
  };
}

function stateOf(sql: Sql) {
  return sql<{ state: Omit<DatabaseState, 'webhooks'> }[]>`
    /* metrics */
    select json_build_object(
      'head', head.position,
      'unstamped', (select count(*) from (select from outbox limit 1000000) waiting),
      'unstampedAge', coalesce((
        select greatest(0, extract(epoch from clock_timestamp() - occurred_at)) from outbox order by id limit 1), 0),
      'queues', (
        select coalesce(json_agg(json_build_object('name', name, 'deferred', deferred_count, 'ready', ready_count,
                                                   'active', active_count, 'failed', failed_count)), '[]')
        from pgboss.queue where name not like '\\_\\_%'),
      'oldestTransaction', activity.oldest,
      'oldestIdleTransaction', activity.idle,
      'connections', activity.connections) as state
    from event_log_head head, lateral (
      select coalesce(extract(epoch from clock_timestamp() - min(since)), 0) as oldest,
             coalesce(extract(epoch from clock_timestamp() - min(idle_since)), 0) as idle,
             coalesce(json_object_agg(state, count), '{}') as connections
      from (
        select coalesce(state, 'unknown') as state, count(*), min(xact_start) as since,
               min(state_change) filter (where state like 'idle in transaction%') as idle_since
        from pg_stat_activity
        where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()
        group by 1
      ) by_state
    ) activity`;
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`The database did not answer in ${milliseconds} ms.`)),
      milliseconds,
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
