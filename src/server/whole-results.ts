import type { ExecutionResult } from 'graphql';
import { isPassing, patiently } from '../events/retry.ts';

type Result = ExecutionResult | Promise<ExecutionResult>;

/**
 * The result of an item of a stream, which comes once: what could not be read because the database was away for a moment is
 * read again, for some seconds. Should that be in vain it throws, which ends the stream: who follows it goes on from the
 * cursor before, and misses nothing. Errors that would come again are a part of the result.
 */
export function whole(execute: () => Result, closing: AbortSignal): Result {
  const result = execute();
  if (!(result instanceof Promise) && !result.errors) return result;
  return again(result, execute, closing);
}

async function again(first: Result, execute: () => Result, closing: AbortSignal): Promise<ExecutionResult> {
  let tried: Result | null = first;
  return patiently(async () => {
    const result = await (tried ?? execute());
    tried = null;
    const passing = result.errors?.find(({ originalError }) => isPassing(originalError));
    if (passing) throw passing.originalError ?? passing;
    return result;
  }, closing);
}
