import { buildSchema, parse, validateSubscriptionArgs, type ExecutionResult } from 'graphql';
import { expect, test } from 'vitest';
import { shareResults } from './shared-results.ts';

const schema = buildSchema('type Query { a: Int } type Subscription { a: Int }');

/** A subscription as somebody asks for it; the same document for all. */
const document = parse('subscription { a }');
function asked(contextValue: object) {
  const args = validateSubscriptionArgs({ schema, document, contextValue });
  if (!('schema' in args)) throw new Error('The document does not fit.');
  return args;
}

/** Results that tell the state in which their making began, and are whole when a test says so. */
function house() {
  const state = { now: 1, made: 0 };
  const waiting: (() => void)[] = [];
  const share = shareResults(({ rootValue }) => {
    state.made += 1;
    const result: ExecutionResult = { data: { a: state.now } };
    if ((rootValue as { isSlow?: boolean }).isSlow !== true) return Promise.resolve(result);
    return new Promise((resolve) => waiting.push(() => resolve(result)));
  });
  const finish = () => waiting.splice(0).forEach((one) => one());
  return { state, share, finish };
}

const anna = { actor: { kind: 'guest' } };

test('what is made of an item is made once for all who join meanwhile, item by item', async () => {
  const { state, share } = house();
  const all = Array.from({ length: 50 }, () => share(asked(anna)));
  for (const now of [1, 2, 3]) {
    state.now = now;
    const item = {};
    const results = await Promise.all(all.map(async (resultOf) => resultOf(item)));
    expect(new Set(results).size).toBe(1);
    expect(results[0]).toEqual({ data: { a: now } });
  }
  expect(state.made).toBe(3);
});

test('nobody is given what was begun before they had their last result', async () => {
  const { state, share, finish } = house();
  const [first, second, third] = [share(asked(anna)), share(asked(anna)), share(asked(anna))];
  const [before, item] = [{}, { isSlow: true }];
  const old = first(item);
  state.now = 2;
  expect(await second(before)).toEqual({ data: { a: 2 } });
  const news = second(item);
  // Had nothing yet: either will do.
  const either = third(item);
  finish();
  expect(await old).toEqual({ data: { a: 1 } });
  expect(await news).toEqual({ data: { a: 2 } });
  expect(await either).toEqual({ data: { a: 2 } });
  expect(state.made).toBe(3);
});

test('whose caller is not known shares with nobody', async () => {
  const { state, share } = house();
  const item = {};
  await Promise.all([share(asked({}))(item), share(asked({}))(item)]);
  expect(state.made).toBe(2);
});
