import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { schema } from '../../schema/index.ts';
import { openApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { contextOf } from '../context.ts';
import { clientOf, type Client } from './client.ts';
import type { ProviderStop, StopTold } from './provider-stop.ts';
import type { TestServer } from './server.ts';

const ENTRY = fileURLToPath(new URL('crash-server.ts', import.meta.url));

export interface CrashServer {
  /** Of its GraphQL endpoint. */
  readonly url: string;
  /** Resolves when the process is gone, killed or not. */
  readonly gone: Promise<unknown>;
  client(token: string): Client;
  /** The next call of the provider stands still at that moment, for good. Resolves when told, to a promise of its standing. */
  stopNext(stop: ProviderStop): Promise<{ readonly stands: Promise<void> }>;
  /** SIGKILL: nothing of it runs any more when this resolves. */
  kill(): Promise<void>;
}

export interface CrashServerOptions {
  /** None of the provider's webhooks arrives. */
  readonly webhooks?: 'lost';
  /** Nobody works the job queues. */
  readonly jobs?: 'off';
  readonly databasePool?: number;
}

/** A server in a process of its own, on somebody else's database; see crash-server.ts. */
export async function startCrashServer(
  databaseUrl: string,
  options: CrashServerOptions = {},
): Promise<CrashServer> {
  const env = {
    PATH: process.env['PATH'],
    DATABASE_URL: databaseUrl,
    WEBHOOKS: options.webhooks,
    JOBS: options.jobs,
    // Where the tests' receivers of webhooks are.
    WEBHOOK_ALLOW_PRIVATE: '127.0.0.1',
    ...(options.databasePool && { DATABASE_POOL: String(options.databasePool) }),
  };
  // Without the flags of the tests' own process.
  const child = fork(ENTRY, {
    env,
    execArgv: [],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  if (!child.stdout) throw new Error('the server has no output');
  const gone = once(child, 'exit');
  const opened = once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>;
  const first = await Promise.race([opened, gone.then(() => null)]);
  if (first === null) throw new Error('the server did not start');
  const url = `${first[0]}/graphql`;
  const told = (what: StopTold['told']): Promise<void> =>
    new Promise((resolve) => {
      const hear = (message: unknown): void => {
        if ((message as StopTold).told !== what) return;
        child.off('message', hear);
        resolve();
      };
      child.on('message', hear);
    });
  return {
    url,
    gone,
    client: (token) => clientOf(url, token),
    stopNext: async (stop) => {
      const [ready, stands] = [told('ready'), told('stands')];
      child.send(stop);
      await ready;
      return { stands };
    },
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** Fills a database by the factories, in this process, which then lets go of it. */
export async function seed<T>(
  databaseUrl: string,
  work: (server: TestServer) => Promise<T>,
  { databasePool = 2 }: { readonly databasePool?: number } = {},
): Promise<T> {
  const { app, stop } = await openApp({
    databaseUrl,
    databasePool,
    stripe: null,
    schema,
    limits: readConfig({}).limits,
    publicUrl: 'http://bottega.test',
    log: pino({ level: 'silent' }),
    codes: { send: () => Promise.resolve() },
    webhookUrl: () => 'http://127.0.0.1:9/nobody',
    worksJobs: false,
  });
  try {
    return await work({
      app,
      url: '',
      databaseUrl,
      codes: new Map(),
      client: (token) => clientOf('http://bottega.test', token),
      ctx: (actor) => contextOf(app, actor),
      stop,
    });
  } finally {
    await stop();
  }
}
