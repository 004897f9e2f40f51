import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import type { GraphiQLOptions, Plugin } from 'graphql-yoga';
import type { Config } from '../config.ts';
import type { App } from '../context.ts';
import { openMetrics } from '../metrics/metrics.ts';
import type { OpenNow } from '../metrics/gauges.ts';
import { connectionsOf } from './connections.ts';
import { watchCredentials, type CredentialsOptions } from './credentials.ts';
import type { Endpoint } from './endpoint.ts';
import { createFastLane } from './fast-lane.ts';
import { createPlayground } from './graphiql.ts';
import { createGraphql, GRAPHQL_PATH } from './graphql.ts';
import { createHttpServer, type Route } from './http.ts';
import { metricsRoute } from './metrics.ts';
import type { Origins } from './origins.ts';
import type { OpenStreams } from './slow-lane.ts';
import { createSockets, type Sockets } from './socket.ts';
import { uploadsOf } from './uploads.ts';

export interface ServerOptions extends Pick<Endpoint, 'authenticate' | 'contextOf'> {
  readonly config: Pick<
    Config,
    | 'host'
    | 'port'
    | 'publicUrl'
    | 'trustProxy'
    | 'corsOrigins'
    | 'limits'
    | 'sockets'
    | 'metricsToken'
    | 'shutdownSeconds'
  >;
  readonly schema: GraphQLSchema;
  readonly app: Pick<App, 'sql' | 'feed' | 'log'>;
  readonly routes?: readonly Route[];
  /** The title and the tabs of the playground. */
  readonly graphiql?: GraphiQLOptions;
  /** For tests: envelop plugins, and whether everything goes through Yoga. */
  readonly plugins?: readonly Plugin[];
  readonly slowLaneOnly?: boolean;
  /** For tests: how long a socket may take to introduce itself, and when what it was opened with ends. */
  readonly introductionMs?: number;
  readonly validityOf?: CredentialsOptions['validityOf'];
}

export interface RunningServer {
  /** Of the server, without a path: `http://127.0.0.1:4000`. */
  readonly url: string;
  readonly port: number;
  /** What is open. */
  stats(): OpenNow;
  /** Takes no more, lets what is under way finish within `shutdownSeconds`, and sends sockets elsewhere. */
  stop(): Promise<void>;
}

/** How long a client may take to introduce itself on its socket. */
const INTRODUCTION_MS = 10_000;
/** How long the database may take to say that it is there. */
const READY_MS = 2_000;

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { config, app } = options;
  const { log } = app;
  const origins: Origins = {
    allowed: config.corsOrigins,
    publicOrigin: new URL(config.publicUrl).origin,
    trustProxy: config.trustProxy,
  };
  const yoga = createGraphql({
    schema: options.schema,
    log,
    limits: config.limits,
    plugins: options.plugins ?? [],
  });
  const { authenticate, contextOf, validityOf } = options;
  const shared = { yoga, authenticate, contextOf, connections: connectionsOf(config.sockets.perActor) };
  const streams: OpenStreams = new Set();
  const credentials = watchCredentials({ ...app, ...(validityOf && { validityOf }) });
  const stats = () => ({ sockets: sockets.count(), streams: { ws: sockets.streams(), sse: streams.size } });
  const metrics = openMetrics({ ...app, openNow: stats });
  const { meter } = metrics;
  let stopping = false;
  const endpoint: Endpoint = {
    ...shared,
    fastLane: options.slowLaneOnly === true ? null : createFastLane(yoga),
    log,
    origins,
    bodyLimit: config.limits.body,
    uploadLimit: config.limits.upload,
    uploads: uploadsOf(),
    streams,
    answerPage: createPlayground(options.graphiql),
  };
  const server = createHttpServer({
    endpoint,
    routes: [...(options.routes ?? []), metricsRoute(metrics, config.metricsToken)],
    log,
    meter,
    checkReady: () => checkReady(app),
    isStopping: () => stopping,
  });
  const limits = {
    operationLimit: config.sockets.operations,
    introduction: options.introductionMs ?? INTRODUCTION_MS,
  };
  const sockets = createSockets({ ...shared, ...limits, credentials, meter }, origins, log);
  server.on('upgrade', (req, socket, head) => {
    if (stopping || req.url?.split('?', 1)[0] !== GRAPHQL_PATH) socket.destroy();
    else sockets.upgrade(req, socket, head);
  });

  await listen(server, config.port, config.host);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
    port,
    stats,
    stop: async () => {
      stopping = true;
      credentials.stop();
      await stop(server, sockets, streams, config.shutdownSeconds * 1000);
      await metrics.stop();
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function checkReady({ sql, feed }: ServerOptions['app']): Promise<void> {
  feed.cursor();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The database did not answer in ${READY_MS} ms.`)), READY_MS);
  });
  await Promise.race([sql`select 1`, late]).finally(() => clearTimeout(timer));
}

async function stop(server: Server, sockets: Sockets, streams: OpenStreams, grace: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // Streams would never end by themselves; their clients connect again elsewhere.
  for (const stream of streams) stream.abort();
  // A connection that was answering when we closed the idle ones becomes idle later.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const deadline = setTimeout(() => server.closeAllConnections(), grace);
  await Promise.all([closed, sockets.stop()]);
  clearInterval(sweep);
  clearTimeout(deadline);
}
