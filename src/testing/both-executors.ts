import { deepStrictEqual } from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import {
  execute,
  executeSubscriptionEvent,
  getOperationAST,
  type ExecutionArgs,
  type ExecutionResult,
  type OperationDefinitionNode,
  type ValidatedSubscriptionArgs,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { createCompiledExecutor } from '../server/compiled.ts';
import { subscribeBy } from '../server/engine.ts';
import { freshCopy } from '../server/operation.ts';

/** A query that differs this often in a row does so for a reason. */
const TRIES = 5;
/** Events of a subscription that both answer; a test of thousands is about something else. */
const EVENTS_BY_BOTH = 300;

/**
 * For the wiring of tests: runs every query, and every event of a subscription, through graphql-js and through the
 * compiled executor, each with a context of its own, and fails the request when their answers differ.
 */
export function useBothExecutors(): Plugin {
  const compiled = createCompiledExecutor(0);
  const events = new WeakMap<OperationDefinitionNode, number>();
  const subscribe = subscribeBy((event) => {
    const count = (events.get(event.operation) ?? 0) + 1;
    events.set(event.operation, count);
    return count > EVENTS_BY_BOTH ? compiled.executeEvent(event) : eventByBoth(event, compiled.executeEvent);
  });
  return {
    onExecute: ({ args, setExecuteFn }) => {
      const { document, operationName } = args as ExecutionArgs;
      if (getOperationAST(document, operationName)?.operation !== 'query') return;
      setExecuteFn((args: ExecutionArgs) => executeByBoth(args, compiled.execute));
    },
    onSubscribe: ({ setSubscribeFn }) => setSubscribeFn(subscribe),
  };
}

export function executeByBoth(
  args: ExecutionArgs,
  compiled: (args: ExecutionArgs) => ExecutionResult | Promise<ExecutionResult>,
): Promise<ExecutionResult> {
  return byBoth(args, execute, compiled);
}

export function eventByBoth(
  args: ValidatedSubscriptionArgs,
  compiled: (args: ValidatedSubscriptionArgs) => ExecutionResult | Promise<ExecutionResult>,
): Promise<ExecutionResult> {
  return byBoth(args, executeSubscriptionEvent, compiled);
}

/**
 * One after the other, so that neither finds the other's half-done work. What others write in between may show in only
 * one of them, so a difference counts when it stays.
 */
async function byBoth<Args extends { contextValue?: unknown }>(
  args: Args,
  interpreted: (args: Args) => ExecutionResult | Promise<ExecutionResult>,
  compiled: (args: Args) => ExecutionResult | Promise<ExecutionResult>,
): Promise<ExecutionResult> {
  for (let tries = 1; ; tries++) {
    const expected = await interpreted({ ...args, contextValue: freshCopy(args.contextValue ?? {}) });
    const actual = await compiled({ ...args, contextValue: freshCopy(args.contextValue ?? {}) });
    if (tries < TRIES && !isDeepStrictEqual(comparable(actual), comparable(expected))) continue;
    deepStrictEqual(comparable(actual), comparable(expected), 'the two executors answer differently');
    return expected;
  }
}

/** As a client would see it. The order of errors is that in which fields happened to finish. */
function comparable(result: ExecutionResult): unknown {
  const { data, errors } = JSON.parse(JSON.stringify(result)) as { data?: unknown; errors?: unknown[] };
  const sorted = errors?.map((error) => JSON.stringify(error)).sort();
  // Text, so that the order of fields counts too.
  return { data: JSON.stringify(data), errors: sorted };
}
