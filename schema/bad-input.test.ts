import { getNamedType, isInputObjectType, isObjectType, type GraphQLInputObjectType } from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeId, newId } from '../src/db/id.ts';
import { resolveDiscrepancy } from '../src/reconciliation/resolve.ts';
import { contentsOf } from '../src/testing/contents.ts';
import {
  CARD_NUMBER,
  doubtfulInputs,
  inputsWithIdOf,
  plainInput,
  wrongInputs,
} from '../src/testing/hostile-input.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';
import { makeWorld, type World } from '../src/testing/world.ts';
import { schema } from './index.ts';

// Every mutation of the schema, called by somebody who may call it and has all that it names, with one thing wrong
// after another: a new mutation is covered by itself.

/** Fields that take what is everybody's: a product to buy, a shop to talk to, an app to grant; or for operators, who see it all. */
const PUBLIC = new Set([
  'cartLineAdd: productId',
  'conversationStart: with.businessId',
  'discrepancyResolve: discrepancyId',
  'moneyReverse: transferId',
  'partnerGrant: appId',
  'paymentAskAgain: paymentId',
]);

/**
 * What no input makes right by itself: a part of a multipart request, a code from a phone, somebody with a phone, a
 * screen lock that is there.
 */
const UNREACHED = new Set([
  'catalogImport',
  'imageUpload',
  'pilotMemberSet',
  'screenLockRemove',
  'sessionUnlock',
  'signInComplete',
  'staffAdd',
]);

let server: TestServer;
let mine: World;
let theirs: World;
const worlds: World[] = [];
const logged: string[] = [];

beforeAll(async () => {
  const log = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) });
  server = await startTestServer({ log });
  mine = await anotherWorld();
  theirs = await anotherWorld();
});
afterAll(async () => {
  // The doctor says what no operator has looked at.
  for (const { operator, discrepancyId } of worlds) {
    await resolveDiscrepancy(operator.ctx, { discrepancyId, note: 'It was made for a test.' });
  }
  await server.stop();
});

async function anotherWorld(): Promise<World> {
  const world = await makeWorld(server);
  worlds.push(world);
  return world;
}

interface Mutation {
  readonly name: string;
  readonly input: GraphQLInputObjectType;
  readonly isForOperators: boolean;
}

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(
  ({ name, args, description }): Mutation[] => {
    const input = getNamedType(args[0]?.type);
    const isForOperators = description?.endsWith('For operators.') ?? false;
    return isInputObjectType(input) ? [{ name, input, isForOperators }] : [];
  },
);
interface Failure {
  readonly code: unknown;
  readonly message: string;
  readonly path?: unknown;
}

interface Result {
  readonly error: Failure | null;
}

/** Why a call was refused: empty when it was not. */
async function call(
  { name, input: type, isForOperators }: Mutation,
  input: unknown,
  { person, operator }: Pick<World, 'person' | 'operator'> = mine,
): Promise<Failure[]> {
  const caller = isForOperators ? operator : person;
  const each = isOfMany(name) ? 'results { error { code message path } }' : '';
  const query = `mutation ($input: ${type.name}!) { ${name}(input: $input) { ${each} userErrors { code message path } } }`;
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${caller.token}` },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const answer = (await response.json()) as {
    data?: Record<string, { results?: Result[] | null; userErrors: Failure[] } | null> | null;
    errors?: { message: string; extensions?: { code?: unknown } }[];
  };
  const faults = answer.errors?.map(({ message, extensions }) => ({ code: extensions?.code, message })) ?? [];
  const { results, userErrors = [] } = answer.data?.[name] ?? {};
  return [...faults, ...userErrors, ...(results ?? []).flatMap(({ error }) => error ?? [])];
}

/** Whether it takes a list of items, and tells of each what became of it. */
function isOfMany(name: string): boolean {
  const type = getNamedType(schema.getMutationType()?.getFields()[name]?.type);
  return isObjectType(type) && 'results' in type.getFields();
}

const isAnswered = ({ code }: Failure) => typeof code === 'string' && code !== 'INTERNAL';

describe.each(mutations.map((mutation) => [mutation.name, mutation] as const))('%s', (name, mutation) => {
  it('refuses whatever is wrong, and changes nothing', async () => {
    const before = await contentsOf(server);
    for (const { what, input } of wrongInputs(mutation.input, mine.ids)) {
      const failures = await call(mutation, input);
      expect(failures, what).not.toEqual([]);
      expect(
        failures.filter((one) => !isAnswered(one)),
        what,
      ).toEqual([]);
      if (JSON.stringify(input).includes(CARD_NUMBER)) {
        expect(failures, what).toMatchObject([
          { code: 'BAD_USER_INPUT', message: expect.stringContaining('Card numbers') },
        ]);
      }
    }
    expect(await contentsOf(server)).toEqual(before);
  });

  it("takes what is somebody else's for what is not there, and changes nothing", async () => {
    const before = await contentsOf(server);
    const absent = Object.fromEntries(
      Object.entries(mine.ids).map(([field, id]) => [field, encodeId(id.slice(0, 3), newId())]),
    );
    const foreign = inputsWithIdOf(mutation.input, mine.ids, theirs.ids);
    for (const [index, { what, input }] of inputsWithIdOf(mutation.input, mine.ids, absent).entries()) {
      const gone = await call(mutation, input);
      expect(gone, what).toMatchObject([
        { code: expect.stringMatching(/^(NOT_FOUND|INVALID_INPUT|BAD_USER_INPUT)$/) },
      ]);
      const place = `${name}: ${what}`;
      if (PUBLIC.has(place)) continue;
      const another = await call(mutation, foreign[index]?.input);
      expect(another, what).toEqual(gone);
    }
    expect(await contentsOf(server)).toEqual(before);
  });
});

// Otherwise the sweep would prove nothing: something else would be wrong as well.
describe('what is right', () => {
  const possible = mutations.filter(({ name }) => !UNREACHED.has(name));
  it.each(possible.map((mutation) => [mutation.name, mutation] as const))(
    'is taken by %s',
    async (_name, mutation) => {
      const world = await anotherWorld();
      expect(await call(mutation, plainInput(mutation.input, world.ids), world)).toEqual([]);
    },
  );
});

describe('what is for operators', () => {
  const theirsAlone = mutations.filter(({ isForOperators }) => isForOperators);
  it.each(theirsAlone.map((mutation) => [mutation.name, mutation] as const))(
    'is refused to others: %s',
    async (_name, mutation) => {
      const before = await contentsOf(server);
      const failures = await call(mutation, plainInput(mutation.input, mine.ids), {
        ...mine,
        operator: mine.person,
      });
      expect(failures).toMatchObject([{ code: 'FORBIDDEN' }]);
      expect(await contentsOf(server)).toEqual(before);
    },
  );
});

it('knows every id that a mutation takes', () => {
  for (const { name, input } of mutations) {
    expect(JSON.stringify(plainInput(input, mine.ids)), name).not.toContain('nonsense');
  }
});

it('answers what is wrong for some fields and right for others', async () => {
  for (const mutation of mutations) {
    for (const { what, input } of doubtfulInputs(mutation.input, mine.ids)) {
      const failures = await call(mutation, input);
      expect(
        failures.filter((one) => !isAnswered(one)),
        `${mutation.name}: ${what}`,
      ).toEqual([]);
    }
  }
});

it('has logged no card number', () => {
  expect(logged.length).toBeGreaterThan(0);
  const text = logged.join('\n');
  expect(text).not.toContain(CARD_NUMBER);
  expect(text.replaceAll(/\D/g, '')).not.toContain(CARD_NUMBER.replaceAll(' ', ''));
});
