import { afterAll, expect, test } from 'vitest';
import { answersOnAllLanes } from '../testing/lanes.ts';
import { startToy } from '../testing/toy-server.ts';

const fast = await startToy();
const slow = await startToy({ slowLaneOnly: true });
afterAll(() => Promise.all([fast.stop(), slow.stop()]));

const CARD = '4111 1111 1111 1111';
const ESCAPED = CARD.replace('4', String.raw`\u0034`);

test.each<[string, string, Record<string, unknown>]>([
  ['a variable', 'query ($n: String) { hello(name: $n) }', { n: `pay with ${CARD}` }],
  ['a number', 'query ($n: Int!) { argument(n: $n) }', { n: 4111111111111111 }],
  ['a nested variable', 'query ($b: By!) { pick(by: $b) }', { b: { name: CARD } }],
  ['a variable that nobody uses', '{ hello }', { note: [CARD] }],
  ['a literal', `{ hello(name: "${CARD}") }`, {}],
  ['an escaped literal', `{ hello(name: "${ESCAPED}") }`, {}],
  ['a block literal', `{ hello(name: """\n${CARD}\n""") }`, {}],
  ['a comment', `{ hello } # ${CARD}`, {}],
  ['a literal of the wrong type', `{ argument(n: "${CARD}") }`, {}],
  ['a document that does not parse', `{ "${CARD}"`, {}],
  ['a mutation', `mutation ($n: Int!) { add(n: $n) }`, { n: CARD }],
  ['a subscription', 'subscription ($n: Int!) { ticks(count: $n) { number } }', { n: CARD }],
])('is refused on every lane, and repeated nowhere: %s', async (_name, query, variables) => {
  for (const answer of await answersOnAllLanes(fast, slow, { query, variables })) {
    expect(answer).toMatchObject({
      errors: [
        {
          message: expect.stringContaining('token'),
          extensions: { code: 'BAD_USER_INPUT', reason: 'CARD_NUMBER' },
        },
      ],
    });
    expect(answer).not.toHaveProperty('data');
    expect(JSON.stringify(answer)).not.toContain('1111');
  }
  expect([...fast.logged, ...slow.logged].join('')).not.toContain('1111 1111');
});

test('by GET too', async () => {
  const query = encodeURIComponent(`{ hello(name: "${CARD}") }`);
  const answer = await fetch(`${fast.url}?query=${query}`);
  expect(await answer.json()).toMatchObject({ errors: [{ extensions: { reason: 'CARD_NUMBER' } }] });
});

test('a phone number comes in', async () => {
  const variables = { n: '+393331234567' };
  for (const answer of await answersOnAllLanes(fast, slow, {
    query: 'query ($n: String) { hello(name: $n) }',
    variables,
  })) {
    expect(answer).toEqual({ data: { hello: 'hello +393331234567' } });
  }
});
