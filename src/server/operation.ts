import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Ctx } from '../context.ts';
import { hasCardNumber } from '../card-numbers.ts';
import type { Meter } from '../metrics/meter.ts';
import type { Allowance } from '../partners/rates.ts';

/** What the server knows about one operation besides who calls. */
export interface Call {
  /** In the answer's X-Request-Id, in log lines, and in masked errors. */
  readonly requestId: string;
  /** Whether the caller asked for `extensions.cost`. */
  readonly wantsCost: boolean;
  /** Takes note that the caller is told of an error with this code. */
  readonly failed?: (code: string) => void;
}

/** The context of a resolver: `Ctx`, and the call that it serves; for an API key, what is left of its rate. */
export type OperationContext = Ctx & { readonly call: Call; readonly allowance?: Allowance };

/** The header that asks for `extensions.cost` in the answer. */
export const COST_HEADER = 'x-bottega-cost';

export function newCall(headers: IncomingHttpHeaders, meter: Meter): Call {
  const wantsCost = headers[COST_HEADER] === '1';
  return { requestId: requestIdOf(headers), wantsCost, failed: onceEach(meter.failed) };
}

/** An error may pass by more than once, on its way through both lanes, and a list may hold a hundred of a kind. */
export function onceEach(take: (code: string) => void): (code: string) => void {
  let taken: Set<string> | null = null;
  return (code) => {
    if (taken?.has(code)) return;
    (taken ??= new Set()).add(code);
    take(code);
  };
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
