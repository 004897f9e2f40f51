import { pino } from 'pino';
import { schema } from '../../schema/index.ts';
import { openApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { contextOf, type App } from '../context.ts';
import { routesOf } from '../server/routes.ts';
import { startServer } from '../server/server.ts';
import { clientOf, type Client } from './client.ts';

export interface SecondServer {
  readonly app: App;
  readonly url: string;
  client(token: string): Client;
  stop(): Promise<void>;
}

/** Another process of the house on the same database, as far as they know of each other: its own caches and reader. */
export async function startSecondServer(
  databaseUrl: string,
  now?: () => Date,
  env: Readonly<Record<string, string>> = {},
): Promise<SecondServer> {
  const config = readConfig({ PORT: '0', WEBHOOK_ALLOW_PRIVATE: '127.0.0.1', ...env });
  const running = await openApp({
    databaseUrl,
    databasePool: 8,
    stripe: null,
    schema,
    limits: config.limits,
    publicUrl: 'http://bottega.test',
    allowPrivate: config.allowPrivate,
    log: pino({ level: 'silent' }),
    codes: { send: () => Promise.resolve() },
    webhookUrl: () => 'http://127.0.0.1:9/',
    worksJobs: false,
    ...(now && { now }),
  });
  const { app } = running;
  const server = await startServer({
    config,
    schema,
    app,
    authenticate: app.sessions.authenticate,
    contextOf: (actor) => contextOf(app, actor),
    routes: routesOf(() => app),
  });
  const clients: Client[] = [];
  return {
    app,
    url: server.url,
    client: (token) => {
      const client = clientOf(`${server.url}/graphql`, token);
      clients.push(client);
      return client;
    },
    stop: async () => {
      await Promise.all(clients.map((client) => client.close()));
      await server.stop();
      await running.stop();
    },
  };
}
