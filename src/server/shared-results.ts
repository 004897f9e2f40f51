import type { DocumentNode, ExecutionResult, ValidatedSubscriptionArgs } from 'graphql';
import type { ExecuteEvent } from './compiled.ts';
import type { OperationContext } from './operation.ts';

type Result = ExecutionResult | Promise<ExecutionResult>;

/** When a result was made: counted in results that were whole by then. */
interface Making {
  readonly begun: number;
  ended: number;
}

interface Made {
  readonly result: Result;
  readonly making: Making;
}

/**
 * One execution for all subscriptions that would get the same: for the same item, by the same document and variables,
 * asked for by the very same caller. A shop's screens often are many tabs of few people, and an app's many sockets.
 *
 * Nothing is remembered: who joins comes while the result is being made, or in the turn in which it was. And nobody joins
 * one that was begun before they had their last: for each subscription by itself, what it reads never goes back in
 * time. An answer with errors is not shared, for errors tell of the call they belong to.
 */
export function shareResults(
  execute: ExecuteEvent,
): (subscription: ValidatedSubscriptionArgs) => (item: unknown) => Result {
  const underWay = new WeakMap<object, Map<string, Made>>();
  const keyOf = keys();
  const make = maker(execute);
  return (subscription) => {
    let key: string | null | undefined;
    let last: Making | null = null;
    const run = (item: unknown): Made => {
      const made = make({ ...subscription, rootValue: item });
      last = made.making;
      return made;
    };
    return (item) => {
      if (typeof item !== 'object' || item === null) return run(item).result;
      // Only now: most subscriptions are idle, and a key takes memory.
      key ??= keyOf(subscription);
      if (key === null) return run(item).result;
      const own = key;
      const ofItem = underWay.get(item) ?? new Map<string, Made>();
      const known = ofItem.get(own);
      if (known !== undefined && known.making.begun >= (last?.ended ?? 0)) {
        last = known.making;
        return unlessErrors(known.result, () => run(item).result);
      }
      const made = run(item);
      underWay.set(item, ofItem.set(own, made));
      const forget = () =>
        setImmediate(() => {
          if (ofItem.get(own) === made) ofItem.delete(own);
        });
      if (made.result instanceof Promise) made.result.then(forget, forget);
      else forget();
      return made.result;
    };
  };
}

function maker(execute: ExecuteEvent): (args: ValidatedSubscriptionArgs) => Made {
  let whole = 0;
  return (args) => {
    const making: Making = { begun: whole, ended: Infinity };
    const end = () => {
      making.ended = ++whole;
    };
    const result = execute(args);
    if (result instanceof Promise) result.then(end, end);
    else end();
    return { result, making };
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
