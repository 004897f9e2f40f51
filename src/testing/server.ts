import { setTimeout as sleep } from 'node:timers/promises';
import { pino, type Logger } from 'pino';
import { expect } from 'vitest';
import { schema } from '../../schema/index.ts';
import { openApp, type RunningApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { contextOf, type Actor, type App, type Ctx } from '../context.ts';
import { examine } from '../doctor/examine.ts';
import { encodeCursor } from '../events/cursor.ts';
import { STREAM_LIMITS, type StreamLimits } from '../events/stream.ts';
import { WEBHOOK_PATH, routesOf } from '../server/routes.ts';
import { startServer, type RunningServer } from '../server/server.ts';
import { useBothExecutors } from './both-executors.ts';
import { clientOf, type Client } from './client.ts';
import { createTestDatabase } from './database.ts';

export interface TestServer {
  readonly app: App;
  readonly url: string;
  /** Of this server's own database, which is dropped with it. */
  readonly databaseUrl: string;
  /** The one-time codes that were sent, by phone: tests have no phone. */
  readonly codes: ReadonlyMap<string, string>;
  /** A client as a frontend has one; a guest's without a token. */
  client(token?: string): Client;
  /** A context to call verbs with, as somebody. */
  ctx(actor: Actor): Ctx;
  /** Proves the books, then stops everything and drops the database. */
  stop(): Promise<void>;
}

export interface TestServerOptions {
  /** Whether the job queues are worked; off unless a test is about jobs. */
  readonly worksJobs?: boolean;
  readonly now?: () => Date;
  readonly log?: Logger;
  readonly env?: Readonly<Record<string, string>>;
  /** How many connections it has to its database. */
  readonly databasePool?: number;
  /** Of another server, which drops it: two processes of one house. */
  readonly databaseUrl?: string;
  readonly streamLimits?: Partial<StreamLimits>;
}

/** The whole house on a database of its own: real HTTP, real sockets, real Postgres, the sandbox provider. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const database = options.databaseUrl
    ? { url: options.databaseUrl, drop: () => Promise.resolve() }
    : await createTestDatabase();
  const log = options.log ?? pino({ level: 'silent' });
  const codes = new Map<string, string>();
  // Where the tests' receivers of webhooks are.
  const config = readConfig({ PORT: '0', WEBHOOK_ALLOW_PRIVATE: '127.0.0.1', ...options.env });
  let server: RunningServer | null = null;
  const running: RunningApp = await openApp({
    databaseUrl: database.url,
    databasePool: options.databasePool ?? 12,
    stripe: null,
    schema,
    limits: config.limits,
    publicUrl: 'http://bottega.test',
    allowPrivate: config.allowPrivate,
    log,
    codes: { send: (phone, code) => Promise.resolve(void codes.set(phone, code)) },
    webhookUrl: () => `${server?.url}${WEBHOOK_PATH}`,
    worksJobs: options.worksJobs ?? false,
    ...(options.now && { now: options.now }),
    ...(options.streamLimits && { streamLimits: { ...STREAM_LIMITS, ...options.streamLimits } }),
  });
  const { app } = running;
  const started = await startServer({
    config,
    schema,
    app,
    authenticate: app.sessions.authenticate,
    contextOf: (actor) => contextOf(app, actor),
    routes: routesOf(() => app),
    plugins: [useBothExecutors()],
  });
  server = started;
  const clients: Client[] = [];
  return {
    app,
    url: started.url,
    databaseUrl: database.url,
    codes,
    client: (token) => {
      const client = clientOf(`${started.url}/graphql`, token);
      clients.push(client);
      return { ...client, subscribe: (...args) => onceSettled(app, () => client.subscribe(...args)) };
    },
    ctx: (actor) => contextOf(app, actor),
    stop: async () => {
      await Promise.all(clients.map((client) => client.close()));
      const findings = await examine(app.sql);
      await started.stop();
      await running.stop();
      await database.drop();
      expect(findings.map(({ check, id, fact }) => `${check.rule} ${id}: ${fact}`)).toEqual([]);
    },
  };
}

/**
 * A stream that begins now gives what was committed a moment ago and is not stamped yet, as it should. Tests mean what
 * comes next: they subscribe when the log is at rest, or after two seconds of writing.
 */
async function* onceSettled<Data>(
  app: App,
  subscribe: () => AsyncIterable<Data>,
): AsyncGenerator<Data, void> {
  const deadline = Date.now() + 2_000;
  while (!(await isSettled(app)) && Date.now() < deadline) await sleep(2);
  yield* subscribe();
}

async function isSettled({ sql, feed }: App): Promise<boolean> {
  const [log] = await sql<{ id: string; position: bigint; waiting: boolean }[]>`
    select log_id as id, position, exists (select from outbox) as waiting from event_log_head`;
  return log?.waiting === false && feed.cursor() === encodeCursor(log.id, Number(log.position));
}
