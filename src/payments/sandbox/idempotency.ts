import { createHash } from 'node:crypto';
import type { Reply } from './call.ts';
import { ApiError } from './errors.ts';
import type { Params } from './params.ts';
import type { Tx } from './store.ts';

export interface Keyed {
  key: string;
  /** Of everything that must be the same when the key comes again. */
  requestHash: string;
}

export function requestHash(method: string, path: string, params: Params): string {
  const sorted = [...params].sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([method, path, sorted]))
    .digest('hex');
}

/**
 * Runs a request once per key: the first answer, a decline too, is kept in the transaction of its effect and
 * given again. A key whose first request is still under way is answered with 409, as Stripe does.
 */
export async function once(
  tx: Tx,
  keyed: Keyed,
  run: () => Promise<Reply>,
): Promise<{ reply: Reply; replayed: boolean }> {
  const [lock] = await tx<{ taken: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtextextended('sandbox.idempotency ' || ${keyed.key}::text, 0)) as taken`;
  if (!lock?.taken) {
    throw new ApiError(409, {
      type: 'idempotency_error',
      code: 'idempotency_key_in_use',
      message: 'There is currently another in-progress request using this Idempotency Key.',
    });
  }
  const [kept] = await tx<{ request_hash: string; status: number; body: object }[]>`
    select request_hash, status, body from sandbox.idempotency where key = ${keyed.key}`;
  if (kept) {
    if (kept.request_hash !== keyed.requestHash) throw keyMisused();
    return { reply: { status: kept.status, body: kept.body }, replayed: true };
  }
  const reply = await run();
  await tx`
    insert into sandbox.idempotency (key, request_hash, status, body)
    values (${keyed.key}, ${keyed.requestHash}, ${reply.status}, ${JSON.stringify(reply.body)}::text::jsonb)`;
  return { reply, replayed: false };
}

function keyMisused(): ApiError {
  const message =
    'Keys for idempotent requests can only be used with the same endpoint and parameters they were first used with.';
  return new ApiError(400, { type: 'idempotency_error', message });
}
