import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { readConfig } from '../config.ts';
import type { Actor, Ctx } from '../context.ts';
import { Fault } from '../errors.ts';
import { newCounts } from '../events/counts.ts';
import { createLogger } from '../log.ts';
import { startServer, type RunningServer, type ServerOptions } from '../server/server.ts';
import { useBothExecutors } from './both-executors.ts';
import { toySchema } from './toy-schema.ts';

/** What a test can see of, and do to, a running toy. */
export interface Toy {
  readonly server: RunningServer;
  readonly url: string;
  /** Lets the requests go on that wait in `gate`. */
  openGate(): void;
  /** Resolves when a request waits in `gate`. */
  readonly gateReached: Promise<void>;
  /** How many streams of `forever` are open. */
  openStreams(): number;
  /** What was logged. */
  readonly logged: string[];
  /** A client with a socket; `authorization` goes into connectionParams. */
  socket(params?: Record<string, unknown>, headers?: Record<string, string>): Client;
  post(body: unknown, headers?: Record<string, string>, signal?: AbortSignal): Promise<Response>;
  stop(): Promise<void>;
}

type Options = Partial<Omit<ServerOptions, 'config'>> & { readonly env?: Record<string, string> };

export async function startToy({ env = {}, ...options }: Options = {}): Promise<Toy> {
  const logged: string[] = [];
  const log = createLogger('debug', { write: (line) => void logged.push(line) });
  const gate = deferred();
  const reached = deferred();
  const streams = { open: 0 };
  const app = {
    log,
    sql: (async () => Promise.resolve([])) as never,
    feed: {
      cursor: () => 'c',
      listen: () => () => {},
      stats: () => ({ isLeading: false, position: 0, counts: newCounts() }),
    } as never,
  };
  const server = await startServer({
    config: readConfig({ PORT: '0', ...env }),
    schema: toySchema(gate.promise, reached.resolve, streams),
    app,
    authenticate,
    contextOf: (actor) => ({ actor, log }) as unknown as Ctx,
    plugins: [useBothExecutors()],
    // Anna's and Bruno's tokens are in no database, and last.
    validityOf: () => Promise.resolve({ isValid: true, until: null }),
    ...options,
  });
  const clients: Client[] = [];
  return {
    server,
    url: `${server.url}/graphql`,
    openGate: gate.resolve,
    gateReached: reached.promise,
    openStreams: () => streams.open,
    logged,
    socket: (params = {}, headers = {}) => {
      const client = socketClient(server, params, headers);
      clients.push(client);
      return client;
    },
    post: (body, headers = {}, signal) =>
      fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
        ...(signal && { signal }),
      }),
    stop: async () => {
      gate.resolve();
      for (const client of clients) await client.dispose();
      await server.stop();
    },
  };
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

function socketClient(
  { port }: RunningServer,
  connectionParams: Record<string, unknown>,
  headers: Record<string, string>,
): Client {
  class Socket extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, protocols, { headers });
    }
  }
  return createClient({
    url: `ws://127.0.0.1:${port}/graphql`,
    webSocketImpl: Socket,
    connectionParams,
    retryAttempts: 0,
    onNonLazyError: () => {},
  });
}

async function authenticate(authorization: string | undefined): Promise<Actor> {
  if (authorization === undefined) return Promise.resolve({ kind: 'guest' });
  const name = /^Bearer (anna|bruno)$/.exec(authorization)?.[1];
  if (name === undefined) throw new Fault('UNAUTHENTICATED', 'The token is wrong or expired; sign in again.');
  return { kind: 'person', personId: name as never, sessionId: 's' as never, operator: false };
}
