import type { DocumentNode, ExecutionResult, ValidatedSubscriptionArgs } from 'graphql';
import type { ExecuteEvent } from './compiled.ts';
import type { OperationContext } from './operation.ts';

type Result = ExecutionResult | Promise<ExecutionResult>;

/**
 * One execution for all subscriptions that would get the same: for the same item, by the same document and variables,
 * asked for by the very same caller. A shop's screens often are many tabs of few people, and an app's many sockets.
 *
 * Nothing is remembered: who joins comes while the result is being made, or in the turn in which it was. So it is never
 * older than one that the subscription would have begun for itself a moment before. An answer with errors is not shared,
 * for errors tell of the call they belong to.
 */
export function shareResults(
  execute: ExecuteEvent,
): (subscription: ValidatedSubscriptionArgs) => (item: unknown) => Result {
  const underWay = new WeakMap<object, Map<string, Result>>();
  const keyOf = keys();
  return (subscription) => {
    let key: string | null | undefined;
    const run = (item: unknown) => execute({ ...subscription, rootValue: item });
    return (item) => {
      if (typeof item !== 'object' || item === null) return run(item);
      // Only now: most subscriptions are idle, and a key takes memory.
      key ??= keyOf(subscription);
      if (key === null) return run(item);
      const ofItem = underWay.get(item) ?? new Map<string, Result>();
      const known = ofItem.get(key);
      if (known !== undefined) return unlessErrors(known, () => run(item));
      const result = run(item);
      underWay.set(item, ofItem.set(key, result));
      const own = key;
      const forget = () => setImmediate(() => ofItem.delete(own));
      if (result instanceof Promise) result.then(forget, forget);
      else forget();
      return result;
    };
  };
}

function unlessErrors(result: Result, again: () => Result): Result {
  if (!(result instanceof Promise)) return result.errors === undefined ? result : again();
  return result.then((result) => (result.errors === undefined ? result : again()), again);
}

/**
 * A key says all that a result depends on besides the item and the moment; null when that is not known. The session is
 * a part of the actor: another session of the same person is another caller.
 */
function keys(): (subscription: ValidatedSubscriptionArgs) => string | null {
  const documents = new WeakMap<DocumentNode, number>();
  let count = 0;
  return ({ document, operation, contextValue, rawVariableValues }) => {
    const { actor } = contextValue as Partial<OperationContext>;
    if (actor === undefined) return null;
    const number = documents.get(document) ?? ++count;
    documents.set(document, number);
    return JSON.stringify([number, operation.name?.value, rawVariableValues, actor]);
  };
}
