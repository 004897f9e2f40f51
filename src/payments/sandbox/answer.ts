/**
 * A request from its raw form to its answer: who asks, what for, and then all its effects in one transaction.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Sql } from '../../db/client.ts';
import { untilLost } from '../../db/transact.ts';
import type { Call, Reply } from './call.ts';
import { ApiError, ourFault } from './errors.ts';
import { claimCallFault, mishapOf, type CallFault } from './faults.ts';
import { once, requestHash } from './idempotency.ts';
import type { SandboxLog } from './log.ts';
import { readParams, refuseUnknown } from './params.ts';
import { findRoute, type Route } from './routes.ts';
import type { Tx } from './store.ts';

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
    const { status, body } = ourFault();
    return { status, body, replayed: false };
  }
}

async function perform({ sql, now }: Answering, request: RawRequest): Promise<Answer> {
  const { method, idempotencyKey, apiVersion } = request;
  const [path = '', query = ''] = request.url.split('?', 2);
  const params = readParams(method === 'POST' ? request.body : query);
  const found = findRoute(method, path);
  if (!found) throw noSuchPath();
  const { route, id } = found;
  refuseUnknown(params, route.allowed);
  const fault = await claimCallFault(sql, `${method} ${route.path}`);
  if (fault?.fault === 'error_before') throw ourFault();

  const inOne = async (tx: Tx) => {
    const from = { id: request.id, idempotencyKey, apiVersion };
    const call: Call = { tx, id, params, now: now(), request: from };
    const handle = () => handled(route, call, fault?.fault);
    if (method !== 'POST' || idempotencyKey === null) return { reply: await handle(), replayed: false };
    return once(tx, { key: idempotencyKey, requestHash: requestHash(method, path, params) }, handle);
  };
  const answered = await sql.begin((tx) => untilLost(inOne(tx)));
  const mishap = { ...answered.reply.mishap, ...(fault && mishapOf(fault)) };
  return { ...answered.reply, mishap, replayed: answered.replayed };
}

/** An answer that says nothing of what was done is kept under its key like any other, as Stripe does. */
async function handled(route: Route, call: Call, fault: CallFault | undefined): Promise<Reply> {
  const reply = await route.handle(call);
  if (fault !== 'error_after') return reply;
  const { status, body } = ourFault();
  return { status, body };
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
