import { pino } from 'pino';
import { schema } from '../../schema/index.ts';
import { openApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { contextOf } from '../context.ts';
import { WEBHOOK_PATH, routesOf } from '../server/routes.ts';
import { startServer } from '../server/server.ts';

/**
 * The whole house as a process of its own, for tests that kill it: wired as in main.ts, the sandbox in the same process,
 * on a migrated DATABASE_URL. Prints its address when it is open. With WEBHOOKS=lost none of the provider's arrives.
 */
async function main(): Promise<void> {
  const config = readConfig({ ...process.env, PORT: '0', DEMO_MARKET: 'off' });
  const log = pino({ level: 'silent' });
  const { app } = await openApp({
    databaseUrl: config.databaseUrl ?? '',
    databasePool: config.databasePool,
    stripe: null,
    publicUrl: config.publicUrl,
    log,
    codes: { send: () => Promise.resolve() },
    webhookUrl: () =>
      process.env['WEBHOOKS'] === 'lost' ? 'http://127.0.0.1:9/nobody' : `${server.url}${WEBHOOK_PATH}`,
    worksJobs: true,
  });
  const server = await startServer({
    config,
    schema,
    app,
    authenticate: app.sessions.authenticate,
    contextOf: (actor) => contextOf(app, actor),
    routes: routesOf(() => app),
  });
  process.stdout.write(`${server.url}\n`);
}

await main();
