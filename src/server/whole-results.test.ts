import { GraphQLError, type ExecutionResult } from 'graphql';
import { expect, it } from 'vitest';
import { whole } from './whole-results.ts';

const open = new AbortController().signal;
const good: ExecutionResult = { data: { order: 1 } };
const failedBy = (code: string): ExecutionResult => {
  const originalError = Object.assign(new Error('It could not be read.'), { code });
  return { data: { order: null }, errors: [new GraphQLError('', { originalError })] };
};

/** Results that come one after the other; the last one stays. */
function of(...results: ExecutionResult[]): () => Promise<ExecutionResult> {
  let next = 0;
  return () => Promise.resolve(results[Math.min(next++, results.length - 1)] ?? good);
}

it('gives a result at once that is there at once', () => {
  expect(whole(() => good, open)).toBe(good);
});

it('reads again what could not be read because the database was away', async () => {
  expect(await whole(of(failedBy('CONNECTION_CLOSED'), failedBy('57P01'), good), open)).toBe(good);
});

it('keeps errors that would come again', async () => {
  const broken = failedBy('22P02');
  expect(await whole(of(broken, good), open)).toBe(broken);
});

it('throws when it was in vain, so that the stream ends and its client goes on from the cursor before', async () => {
  const away = of(failedBy('CONNECTION_CLOSED'));
  await expect(whole(away, AbortSignal.abort())).rejects.toThrow('It could not be read.');
});
