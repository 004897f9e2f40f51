import { pino } from 'pino';
import { schema } from '../../schema/index.ts';
import { openApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { contextOf, type App } from '../context.ts';
import { WEBHOOK_PATH, routesOf } from '../server/routes.ts';
import { startServer } from '../server/server.ts';
import { stoppable, type ProviderStop, type StopTold } from './provider-stop.ts';

/**
 * The whole house as a process of its own, for tests that kill it: wired as in main.ts, the sandbox in the same process,
 * on a migrated DATABASE_URL. Prints its address when it is open. With WEBHOOKS=lost none of the provider's arrives, with
 * JOBS=off the queues are not worked. The test that started it can have a call of the provider stand still.
 */
async function main(): Promise<void> {
  const config = readConfig({ ...process.env, PORT: '0', DEMO_MARKET: 'off' });
  const log = pino({ level: 'silent' });
  const running = await openApp({
    databaseUrl: config.databaseUrl ?? '',
    databasePool: config.databasePool,
    stripe: null,
    schema,
    limits: config.limits,
    publicUrl: config.publicUrl,
    allowPrivate: config.allowPrivate,
    log,
    codes: { send: () => Promise.resolve() },
    webhookUrl: () =>
      process.env['WEBHOOKS'] === 'lost' ? 'http://127.0.0.1:9/nobody' : `${server.url}${WEBHOOK_PATH}`,
    worksJobs: process.env['JOBS'] !== 'off',
  });
  const app = withStops(running.app);
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

/** What the API and the webhooks call; the jobs call the provider itself. */
function withStops(app: App): App {
  const tell = (told: StopTold['told']): void => void process.send?.({ told } satisfies StopTold);
  const { provider, stopNext } = stoppable(app.payments, () => tell('stands'));
  process.on('message', (stop: ProviderStop) => {
    stopNext(stop);
    tell('ready');
  });
  // Else whoever started it must stay for it to be able to end.
  process.channel?.unref();
  return { ...app, payments: provider };
}

await main();
