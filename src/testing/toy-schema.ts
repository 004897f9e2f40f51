import { buildSchema, isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import type { Ctx } from '../context.ts';
import { Fault, NotFoundError } from '../errors.ts';

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

/** `reached` is called when a request waits for `gate`; `streams` counts the open ones of `forever`. */
export function toySchema(
  gate: Promise<void>,
  reached: () => void,
  streams: { open: number },
): GraphQLSchema {
  const remembered = new WeakMap<object, number>();
  async function* ticks(count: number): AsyncGenerator<Tick, void> {
    for (let number = 1; number <= count; number++) yield Promise.resolve({ number });
  }
  const resolvers: Record<string, Record<string, Resolve>> = {
    Query: {
      hello: (_, { name }) => `hello ${(name as string | undefined) ?? 'you'}`,
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
