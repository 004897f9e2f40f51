import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Ctx } from '../context.ts';
import { hasCardNumber } from '../card-numbers.ts';

/** What the server knows about one operation besides who calls. */
export interface Call {
  /** In the answer's X-Request-Id, in log lines, and in masked errors. */
  readonly requestId: string;
  /** Whether the caller asked for `extensions.cost`. */
  readonly wantsCost: boolean;
}

/** The context of a resolver: `Ctx`, and the call that it serves. */
export type OperationContext = Ctx & { readonly call: Call };

/** The header that asks for `extensions.cost` in the answer. */
export const COST_HEADER = 'x-bottega-cost';

export function newCall(headers: IncomingHttpHeaders): Call {
  return { requestId: requestIdOf(headers), wantsCost: headers[COST_HEADER] === '1' };
}

/** The caller's id for this request when it is short, plain and fit for a log; else a new one. */
function requestIdOf(headers: IncomingHttpHeaders): string {
  const given = headers['x-request-id'];
  const isUsable = typeof given === 'string' && /^[\w.:-]{1,100}$/.test(given) && !hasCardNumber(given);
  return isUsable ? given : randomUUID();
}

/**
 * A copy with its own identity and the same parts. DataLoaders hang on the identity of a context, so each
 * event of a subscription gets a copy: a loader that lives for hours would answer from its memory.
 */
export function freshCopy<T extends object>(context: T): T {
  return Object.assign(Object.create(Object.getPrototypeOf(context) as object | null) as T, context);
}
