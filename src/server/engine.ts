import {
  createSourceEventStream,
  parse,
  validateSubscriptionArgs,
  type ExecutionArgs,
  type ExecutionResult,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { CompiledExecutor, ExecuteEvent } from './compiled.ts';
import { freshCopy } from './operation.ts';
import { shareResults } from './shared-results.ts';
import { whole } from './whole-results.ts';

/** Tokens that a document may have; the introspection query has some 200. Validation can take their square. */
export const MAX_TOKENS = 3_000;

/** Runs operations by graphql-js, or by what is given for it, and not by Yoga's own executor. */
export function useGraphqlJs({ execute, executeEvent }: CompiledExecutor): Plugin {
  const subscribe = subscribeBy(executeEvent);
  return {
    onParse: ({ setParseFn }) =>
      setParseFn((source: string, options?: object) => parse(source, { ...options, maxTokens: MAX_TOKENS })),
    onExecute: ({ setExecuteFn }) => setExecuteFn(execute),
    onSubscribe: ({ setSubscribeFn }) => setSubscribeFn(subscribe),
  };
}

type Subscribe = (
  args: ExecutionArgs,
) => Promise<AsyncGenerator<ExecutionResult, void, void> | ExecutionResult>;

/** graphql's `subscribe`, with a context of its own for every event, and one execution for equal subscriptions. */
export function subscribeBy(executeEvent: ExecuteEvent): Subscribe {
  const shared = shareResults((event) => {
    const run = () => executeEvent({ ...event, contextValue: freshCopy(event.contextValue as object) });
    return whole(run, NEVER);
  });
  return async (args) => {
    const validated = validateSubscriptionArgs(args);
    if (!('schema' in validated)) return { errors: validated };
    const source = await createSourceEventStream(validated);
    if (!(Symbol.asyncIterator in source)) return source;
    return resultsOf(source, shared(validated));
  };
}

/** Equal subscriptions wait for one result: one of them that leaves does not end it for the others. */
const NEVER = new AbortController().signal;

/** graphql's own way to do this takes three generators, and as many turns for each event. */
function resultsOf(
  source: AsyncIterable<unknown>,
  resultOf: (item: unknown) => ExecutionResult | Promise<ExecutionResult>,
): AsyncGenerator<ExecutionResult, void, void> {
  const items = source[Symbol.asyncIterator]();
  const end = async () => {
    await items.return?.();
    return { done: true, value: undefined } as const;
  };
  const results: AsyncGenerator<ExecutionResult, void, void> = {
    next: async () => {
      const item = await items.next();
      if (item.done === true) return { done: true, value: undefined };
      try {
        return { done: false, value: await resultOf(item.value) };
      } catch (error) {
        await end();
        throw error;
      }
    },
    return: end,
    throw: async (error) => {
      await end();
      throw error;
    },
    [Symbol.asyncIterator]: () => results,
    [Symbol.asyncDispose]: async () => void (await end()),
  };
  return results;
}
