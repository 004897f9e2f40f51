import { fileURLToPath } from 'node:url';
import { schema } from '../schema/index.ts';
import { openApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { contextOf } from './context.ts';
import { startEmbeddedPostgres } from './db/embedded.ts';
import { migrate } from './db/migrate.ts';
import { EmbeddedPostgresError } from './db/postgres-user.ts';
import { PLAYGROUND } from './demo/playground.ts';
import { prepareDemo } from './demo/prepare.ts';
import { terminalCodeSender } from './identity/code-sender.ts';
import { createLogger } from './log.ts';
import { WEBHOOK_PATH, routesOf } from './server/routes.ts';
import { startServer } from './server/server.ts';

const DATA_FOLDER = fileURLToPath(new URL('../.bottega/postgres', import.meta.url));

/** The composition root: everything is wired here, in the order in which it depends on each other. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLogger(config.logLevel);
  const print = (line: string) => process.stdout.write(`${line}\n`);

  const embedded = config.databaseUrl ? null : await startEmbeddedPostgres({ folder: DATA_FOLDER });
  const databaseUrl = config.databaseUrl ?? embedded?.url ?? '';
  await migrate(databaseUrl);

  const { publicUrl, databasePool, stripe } = config;
  const { app, stop } = await openApp({
    databaseUrl,
    databasePool,
    stripe,
    schema,
    limits: config.limits,
    publicUrl,
    allowPrivate: config.allowPrivate,
    logRetentionDays: config.logRetentionDays,
    log,
    codes: terminalCodeSender(print, log),
    webhookUrl: () => `${server.url}${WEBHOOK_PATH}`,
    worksJobs: true,
  });
  const server = await startServer({
    config,
    schema,
    app,
    authenticate: app.sessions.authenticate,
    contextOf: (actor, requestId) => contextOf(app, actor, log.child({ requestId })),
    routes: routesOf(() => app),
    graphiql: PLAYGROUND,
  });

  const demo = await prepareDemo(app, { mode: config.demoMarket, isEmbedded: embedded !== null, print });
  print(`\nBottega is open: ${publicUrl}/graphql\n`);
  if (demo) print(demo);

  let stopping = false;
  const shutDown = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'shutting down');
    await server.stop();
    await stop();
    await embedded?.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void shutDown(signal));
}

main().catch((error: unknown) => {
  const isExpected = error instanceof ConfigError || error instanceof EmbeddedPostgresError;
  process.stderr.write(
    `${isExpected ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
});
