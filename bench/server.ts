/** The server that is measured: wired as src/main.ts does it, apart from the jobs, which are not worked here. */
import { schema } from '../schema/index.ts';
import { openApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { contextOf } from '../src/context.ts';
import { createLogger } from '../src/log.ts';
import { startServer } from '../src/server/server.ts';
import { serveParent } from './child.ts';
import { memory } from './memory.ts';

await serveParent(async (databaseUrl) => {
  const config = {
    ...readConfig({ SOCKETS_PER_ACTOR: '1000000', OPERATIONS_PER_SOCKET: '100000' }),
    port: 0,
  };
  const log = createLogger('warn');
  const { app, stop } = await openApp({
    databaseUrl,
    databasePool: config.databasePool,
    stripe: null,
    schema,
    limits: config.limits,
    publicUrl: config.publicUrl,
    log,
    codes: { send: () => Promise.resolve() },
    webhookUrl: () => '',
    worksJobs: false,
  });
  const server = await startServer({
    config,
    schema,
    app,
    authenticate: app.sessions.authenticate,
    contextOf: (actor, requestId) => contextOf(app, actor, log.child({ requestId })),
  });
  return {
    port: server.port,
    answers: { memory },
    stop: async () => {
      await server.stop();
      await stop();
    },
  };
});
