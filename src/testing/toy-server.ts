import { buildSchema, isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { readConfig } from '../config.ts';
import type { Actor, Ctx } from '../context.ts';
import { Fault, NotFoundError } from '../errors.ts';
import { createLogger } from '../log.ts';
import { startServer, type RunningServer, type ServerOptions } from '../server/server.ts';
import { useBothExecutors } from './both-executors.ts';

/** A schema for the tests of src/server: one field for each thing that can happen to an operation. */
const SDL = /* GraphQL */ `
  type Query {
    hello(name: String): String!
    whoAmI: String!
    requestId: String!
    nothing: String
    bug: String
    strictBug: String!
    fault: String
    userError: String
    badValue: Int
    argument(n: Int!): Int
    pick(by: By!): String
    gate: String
    items(first: Int, last: Int, after: String): ItemConnection!
    self: Query!
    list: [Query!]!
    nodes(ids: [ID!]!): [Query]!
  }
  type ItemConnection {
    edges: [ItemEdge!]!
    nodes: [Query!]!
    totalCount: Int!
  }
  type ItemEdge {
    cursor: String!
    node: Query!
  }
  input By @oneOf {
    id: ID
    name: String
  }
  type Mutation {
    add(n: Int!): Int!
    mutationBug: Int!
  }
  type Subscription {
    ticks(count: Int!): Tick!
    forever: Tick!
    endsInFault: Tick!
    endsInBug: Tick!
    refused: Tick!
  }
  type Tick {
    number: Int!
    "What a loader that hangs on the context remembers: the number of the first tick that it saw."
    remembered: Int!
  }
`;

interface Tick {
  number: number;
}
type Resolve = GraphQLFieldResolver<unknown, Ctx & { call: { requestId: string } }, Record<string, unknown>>;

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
  post(body: unknown, headers?: Record<string, string>): Promise<Response>;
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
    feed: { cursor: () => 'c' } as never,
  };
  const server = await startServer({
    config: readConfig({ PORT: '0', ...env }),
    schema: toySchema(gate.promise, reached.resolve, streams),
    app,
    authenticate,
    contextOf: (actor) => ({ actor, log }) as unknown as Ctx,
    plugins: [useBothExecutors()],
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
    post: (body, headers = {}) =>
      fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
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

function toySchema(gate: Promise<void>, reached: () => void, streams: { open: number }): GraphQLSchema {
  const remembered = new WeakMap<object, number>();
  async function* ticks(count: number): AsyncGenerator<Tick, void> {
    for (let number = 1; number <= count; number++) yield Promise.resolve({ number });
  }
  const resolvers: Record<string, Record<string, Resolve>> = {
    Query: {
      hello: (_, { name }) => `hello ${String(name ?? 'you')}`,
      whoAmI: (_, __, { actor }) => (actor.kind === 'person' ? actor.personId : actor.kind),
      requestId: (_, __, { call }) => call.requestId,
      nothing: () => null,
      bug: () => {
        throw new Error('secret detail');
      },
      strictBug: async () => Promise.reject(new Error('secret detail')),
      fault: () => {
        throw new Fault('RATE_LIMITED', 'Too often; wait.', { retryAfter: 5 });
      },
      userError: () => {
        throw new NotFoundError('shop', ['id']);
      },
      badValue: () => 'secret value',
      argument: (_, { n }) => n,
      pick: (_, { by }) => JSON.stringify(by),
      gate: async () => {
        reached();
        await gate;
        return 'through';
      },
      items: () => ({}),
      self: () => ({}),
      list: () => [{}, {}],
      nodes: (_, { ids }) => (ids as string[]).map(() => ({})),
    },
    ItemConnection: { edges: () => [{}], nodes: () => [{}], totalCount: () => 1 },
    ItemEdge: { cursor: () => 'c', node: () => ({}) },
    Mutation: {
      add: (_, { n }) => n,
      mutationBug: () => {
        throw new Error('secret detail');
      },
    },
    Tick: {
      number: (tick) => (tick as Tick).number,
      remembered: (tick, _, ctx) => {
        const known = remembered.get(ctx) ?? (tick as Tick).number;
        remembered.set(ctx, known);
        return known;
      },
    },
  };
  const subscriptions: Record<string, Resolve> = {
    ticks: (_, { count }) => ticks(count as number),
    forever: () => forever(streams),
    endsInFault: async function* () {
      yield* ticks(1);
      throw new Fault('CURSOR_EXPIRED', 'The cursor is too old.', { oldest: 'c' });
    },
    endsInBug: async function* () {
      yield* ticks(1);
      throw new Error('secret detail');
    },
    refused: () => {
      throw new Fault('FORBIDDEN', 'Not for you.');
    },
  };
  const schema = buildSchema(SDL);
  for (const [name, fields] of Object.entries(resolvers)) {
    for (const [field, resolve] of Object.entries(fields)) setField(schema, name, field, { resolve });
  }
  for (const [field, subscribe] of Object.entries(subscriptions)) {
    setField(schema, 'Subscription', field, { subscribe, resolve: (tick) => tick });
  }
  return schema;
}

function setField(
  schema: GraphQLSchema,
  typeName: string,
  fieldName: string,
  functions: { resolve: Resolve; subscribe?: Resolve },
): void {
  const type = schema.getType(typeName);
  if (isObjectType(type)) Object.assign(type.getFields()[fieldName] ?? {}, functions);
}

/** One tick, and then silence until it is told to return. */
function forever(streams: { open: number }): AsyncIterableIterator<Tick> {
  let leave = () => {};
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  let sent = false;
  streams.open += 1;
  const iterator: AsyncIterableIterator<Tick> = {
    [Symbol.asyncIterator]: () => iterator,
    next: async () => {
      if (sent) await left;
      const done = sent;
      sent = true;
      return done ? { done: true, value: undefined } : { done: false, value: { number: 1 } };
    },
    return: async () => {
      streams.open -= 1;
      leave();
      return Promise.resolve({ done: true, value: undefined });
    },
  };
  return iterator;
}
