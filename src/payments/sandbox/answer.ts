/**
 * A request from its raw form to its answer: who asks, what for, and then all its effects in one transaction.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Sql } from '../../db/client.ts';
import type { Call, Reply } from './call.ts';
import { ApiError } from './errors.ts';
import { once, requestHash } from './idempotency.ts';
import type { SandboxLog } from './log.ts';
import { readParams, refuseUnknown } from './params.ts';
import { findRoute } from './routes.ts';

export interface RawRequest {
  id: string;
  method: string;
  url: string;
  authorization: string | null;
  idempotencyKey: string | null;
  apiVersion: string | null;
  body: string;
}

export interface Answering {
  sql: Sql;
  secretKey: string;
  now: () => Date;
  log: SandboxLog;
}

export interface Answer extends Reply {
  replayed: boolean;
}

export async function answer(answering: Answering, request: RawRequest): Promise<Answer> {
  try {
    if (!isKey(answering.secretKey, request.authorization)) throw unauthorized();
    return await perform(answering, request);
  } catch (error) {
    if (error instanceof ApiError) return { status: error.status, body: error.body, replayed: false };
    const why = error instanceof Error ? error.message : String(error);
    answering.log.error({ requestId: request.id, method: request.method, why }, 'sandbox request failed');
    const body = {
      error: { type: 'api_error', message: 'An error on our side: try again with the same key.' },
    };
    return { status: 500, body, replayed: false };
  }
}

async function perform({ sql, now }: Answering, request: RawRequest): Promise<Answer> {
  const { method, idempotencyKey, apiVersion } = request;
  const [path = '', query = ''] = request.url.split('?', 2);
  const params = readParams(method === 'GET' ? query : request.body);
  const found = findRoute(method, path);
  if (!found) throw noSuchPath();
  refuseUnknown(params, found.route.allowed);

  const answered = await sql.begin(async (tx) => {
    const call: Call = {
      tx,
      id: found.id,
      params,
      now: now(),
      request: { id: request.id, idempotencyKey, apiVersion },
    };
    if (method === 'GET' || idempotencyKey === null) {
      return { reply: await found.route.handle(call), replayed: false };
    }
    const keyed = { key: idempotencyKey, requestHash: requestHash(method, path, params) };
    return once(tx, keyed, () => found.route.handle(call));
  });
  return { ...answered.reply, replayed: answered.replayed };
}

/** In a time that does not tell how much of the key was right. */
function isKey(secretKey: string, authorization: string | null): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(`Bearer ${secretKey}`), digest(authorization ?? ''));
}

function unauthorized(): ApiError {
  return new ApiError(401, { type: 'invalid_request_error', message: 'Invalid API Key provided.' });
}

function noSuchPath(): ApiError {
  return new ApiError(404, { type: 'invalid_request_error', message: 'Unrecognized request URL.' });
}
