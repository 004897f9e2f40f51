/** What a handler gets and gives. */
import type { Mishap } from './mishap.ts';
import type { Params } from './params.ts';
import type { Tx } from './store.ts';

export interface Call {
  /** The one transaction of this request. */
  tx: Tx;
  /** The `:id` of the path; empty for a path without. */
  id: string;
  params: Params;
  now: Date;
  /** For the events that the request makes. */
  request: { id: string; idempotencyKey: string | null; apiVersion: string | null };
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
