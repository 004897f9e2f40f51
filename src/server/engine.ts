import {
  createSourceEventStream,
  executeSubscriptionEvent,
  mapSourceToResponseEvent,
  parse,
  validateSubscriptionArgs,
  type ExecutionArgs,
  type ExecutionResult,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { freshCopy } from './operation.ts';

/** Tokens that a document may have; the introspection query has some 200. Validation can take their square. */
const MAX_TOKENS = 3_000;

type Execute = (args: ExecutionArgs) => ExecutionResult | Promise<ExecutionResult>;

/** Runs operations by graphql-js, or by what is given for queries and mutations, and not by Yoga's own executor. */
export function useGraphqlJs(execute: Execute): Plugin {
  return {
    onParse: ({ setParseFn }) =>
      setParseFn((source: string, options?: object) => parse(source, { ...options, maxTokens: MAX_TOKENS })),
    onExecute: ({ setExecuteFn }) => setExecuteFn(execute),
    onSubscribe: ({ setSubscribeFn }) => setSubscribeFn(subscribeFreshly),
  };
}

/** graphql's `subscribe`, with a context of its own for every event. */
async function subscribeFreshly(
  args: ExecutionArgs,
): Promise<AsyncGenerator<ExecutionResult, void, void> | ExecutionResult> {
  const validated = validateSubscriptionArgs(args);
  if (!('schema' in validated)) return { errors: validated };
  const source = await createSourceEventStream(validated);
  if (!(Symbol.asyncIterator in source)) return source;
  return mapSourceToResponseEvent(validated, source, (event) =>
    executeSubscriptionEvent({ ...event, contextValue: freshCopy(event.contextValue as object) }),
  );
}
