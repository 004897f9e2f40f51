import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { openApp } from '../app.ts';
import { contextOf } from '../context.ts';
import { clientOf, type Client } from './client.ts';
import type { TestServer } from './server.ts';

const ENTRY = fileURLToPath(new URL('crash-server.ts', import.meta.url));

export interface CrashServer {
  client(token: string): Client;
  /** SIGKILL: nothing of it runs any more when this resolves. */
  kill(): Promise<void>;
}

/** A server in a process of its own, on somebody else's database; see crash-server.ts. */
export async function startCrashServer(
  databaseUrl: string,
  options: { webhooks?: 'lost' } = {},
): Promise<CrashServer> {
  const env = { PATH: process.env['PATH'], DATABASE_URL: databaseUrl, WEBHOOKS: options.webhooks };
  const child = spawn(process.execPath, [ENTRY], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  const opened = once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>;
  const first = await Promise.race([opened, gone.then(() => null)]);
  if (first === null) throw new Error('the server did not start');
  return {
    client: (token) => clientOf(`${first[0]}/graphql`, token),
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** Fills a database by the factories, in this process, which then lets go of it. */
export async function seed<T>(databaseUrl: string, work: (server: TestServer) => Promise<T>): Promise<T> {
  const { app, stop } = await openApp({
    databaseUrl,
    databasePool: 2,
    stripe: null,
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
