import { getIntrospectionQuery } from 'graphql';
import { afterAll, describe, expect, test } from 'vitest';
import { startToy } from '../testing/toy-server.ts';
import { answersOnAllLanes } from '../testing/lanes.ts';

const env = { MAX_DEPTH: '5', MAX_ALIASES: '3', MAX_MUTATIONS: '2', MAX_COST: '100' };
const fast = await startToy({ env });
const slow = await startToy({ env, slowLaneOnly: true });
afterAll(() => Promise.all([fast.stop(), slow.stop()]));

describe('limits hold on every lane', () => {
  test.each<[string, string, Record<string, unknown>, Record<string, unknown>]>([
    [
      'depth',
      '{ self { self { self { self { self { hello } } } } } }',
      {},
      { code: 'BAD_USER_INPUT', reason: 'DEPTH_EXCEEDED', requested: 6, limit: 5 },
    ],
    [
      'aliases',
      '{ a: hello b: hello c: hello d: hello }',
      {},
      { code: 'BAD_USER_INPUT', reason: 'ALIASES_EXCEEDED', requested: 4, limit: 3 },
    ],
    [
      'mutations',
      'mutation { a: add(n: 1) b: add(n: 1) add(n: 1) }',
      {},
      { code: 'BAD_USER_INPUT', reason: 'MUTATIONS_EXCEEDED', requested: 3, limit: 2 },
    ],
    [
      'cost',
      '{ items(first: 99) { nodes { hello } } }',
      {},
      { code: 'COST_EXCEEDED', requested: 101, limit: 100 },
    ],
    [
      'cost by a variable',
      'query ($n: Int) { items(first: $n) { nodes { hello } } }',
      { n: 1000 },
      { code: 'COST_EXCEEDED', requested: 1002, limit: 100 },
    ],
    [
      'aliases of a subscription',
      'subscription { ticks(count: 1) { a: number b: number c: number d: number } }',
      {},
      { code: 'BAD_USER_INPUT', reason: 'ALIASES_EXCEEDED', requested: 4, limit: 3 },
    ],
  ])('%s', async (_name, query, variables, extensions) => {
    for (const answer of await answersOnAllLanes(fast, slow, { query, variables })) {
      expect(answer).toMatchObject({ errors: [{ extensions }] });
      expect(answer).not.toHaveProperty('data');
    }
  });

  test('tokens', async () => {
    for (const answer of await answersOnAllLanes(fast, slow, { query: `{ ${'hello '.repeat(6000)} }` })) {
      expect(answer).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }] });
    }
  });

  test('what is within them runs', async () => {
    const query = '{ self { self { self { self { hello } } } } items(first: 90) { nodes { hello } } }';
    for (const answer of await answersOnAllLanes(fast, slow, { query }))
      expect(answer).not.toHaveProperty('errors');
  });

  test('introspection runs', async () => {
    const query = getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true });
    for (const answer of await answersOnAllLanes(fast, slow, { query })) {
      expect(answer).toHaveProperty('data.__schema.types');
    }
  });
});

test('the cost is told to who asks', async () => {
  const body = { query: '{ items(first: 5) { nodes { hello } } }' };
  const cost = { requested: 7, limit: 100, remaining: 93 };
  for (const toy of [fast, slow]) {
    expect(await (await toy.post(body, { 'x-bottega-cost': '1' })).json()).toHaveProperty(
      'extensions.cost',
      cost,
    );
    expect(await (await toy.post(body)).json()).not.toHaveProperty('extensions');
  }
  const [event] = await Array.fromAsync(fast.socket({ cost: true }).iterate(body));
  expect(event).toHaveProperty('extensions.cost', cost);
});

test('a document that is hard to validate is refused soon', async () => {
  const start = performance.now();
  const answer = await fast.post({ query: `{ ${'self { hello } '.repeat(1200)} }` });
  await answer.text();
  expect(performance.now() - start).toBeLessThan(2_000);
});
