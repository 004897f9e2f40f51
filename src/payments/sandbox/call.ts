/** What a handler gets and gives. */
import type { Mishap } from './mishap.ts';
import type { Params } from './params.ts';
import type { Tx } from './store.ts';

export interface Call extends Change {
  /** The `:id` of the path; empty for a path without. */
  id: string;
  params: Params;
}

/** What records are changed in: a request, or a step that comes later by itself. */
export interface Change {
  /** The one transaction of it. */
  tx: Tx;
  now: Date;
  /** For the events that it makes; a step has no id. */
  request: { id: string | null; idempotencyKey: string | null; apiVersion: string | null };
}

/**
 * A reply is kept under the request's key, errors such as a decline too; a mishap befalls the first answer
 * only.
 */
export interface Reply {
  status: number;
  body: object;
  mishap?: Mishap;
}

export type Handler = (call: Call) => Promise<Reply>;

export function unixTime(now: Date): number {
  return Math.floor(now.getTime() / 1000);
}
