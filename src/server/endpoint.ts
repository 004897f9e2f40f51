import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Actor, Ctx } from '../context.ts';
import { Fault } from '../errors.ts';
import type { Lane } from '../metrics/meter.ts';
import type { Allowance } from '../partners/rates.ts';
import { answerError, answerText } from './answers.ts';
import { BodyTooLargeError, readBody, streamBody, type StreamedBody } from './body.ts';
import { addressOf, type Connections } from './connections.ts';
import type { FastLane } from './fast-lane.ts';
import type { AnswerPage } from './graphiql.ts';
import type { Yoga } from './graphql.ts';
import { maskRequestError } from './masking.ts';
import type { Call, OperationContext } from './operation.ts';
import { answerPreflight, isForgeable, isPageView, setCorsHeaders, type Origins } from './origins.ts';
import { throughYoga, type OpenStreams } from './slow-lane.ts';
import type { Uploads } from './uploads.ts';

export interface Endpoint {
  readonly yoga: Yoga;
  /** Null in a test that wants every request to go through Yoga. */
  readonly fastLane: FastLane | null;
  readonly log: Logger;
  readonly origins: Origins;
  readonly bodyLimit: number;
  /** For the files of somebody who is signed in. */
  readonly uploadLimit: number;
  readonly uploads: Uploads;
  readonly streams: OpenStreams;
  readonly connections: Connections;
  readonly answerPage: AnswerPage;
  /** Guest for no header; throws `Fault('UNAUTHENTICATED')` for one that is no good. */
  authenticate(authorization: string | undefined): Promise<Actor>;
  contextOf(actor: Actor, requestId: string): Ctx;
}

/** Answers a request to /graphql. */
export async function answerGraphql(
  endpoint: Endpoint,
  req: IncomingMessage,
  res: ServerResponse,
  call: Call,
): Promise<Lane> {
  setCorsHeaders(req, res, endpoint.origins);
  if (req.method === 'OPTIONS') {
    answerPreflight(req, res, endpoint.origins);
    return 'other';
  }
  if (isForgeable(req, endpoint.origins)) {
    // Without any type it is rather an oversight; clients look for a 400 then.
    const status = req.method === 'POST' && req.headers['content-type'] === undefined ? 400 : 403;
    const advice = 'Send "Content-Type: application/json", or the header "X-Bottega: 1".';
    answerError(res, status, 'FORBIDDEN', `A page of another site could have forged this request. ${advice}`);
    return 'other';
  }
  if (isPageView(req)) {
    await endpoint.answerPage(req, res);
    return 'other';
  }
  try {
    const [body, operation] = await requestOf(endpoint, req, call);
    if (operation.allowance) setRateHeaders(res, operation.allowance);
    if (await answeredFast(endpoint, req, res, body, operation)) return 'fast';
    const end = beginUpload(endpoint, body, operation);
    const enter = () => enterStream(endpoint, req, operation);
    return await throughYoga(endpoint, req, res, body, operation, enter).finally(end);
  } catch (error) {
    answerFailure(endpoint, res, error, call);
    return 'slow';
  }
}

/** So that a program can slow down before it is refused. */
function setRateHeaders(res: ServerResponse, { limit, remaining, resetSeconds }: Allowance): void {
  res.setHeader('ratelimit-limit', limit);
  res.setHeader('ratelimit-remaining', remaining);
  res.setHeader('ratelimit-reset', resetSeconds);
}

/** What is asked, and who asks. Files are streamed, and whether they may be large depends on who sends them. */
async function requestOf(
  endpoint: Endpoint,
  req: IncomingMessage,
  call: Call,
): Promise<[Buffer | StreamedBody, OperationContext]> {
  const asking = operationOf(endpoint, req.headers.authorization, call);
  if (!/^multipart\/form-data\b/i.test(req.headers['content-type'] ?? '')) {
    return Promise.all([readBody(req, endpoint.bodyLimit), asking]);
  }
  const operation = await asking;
  const isKnown = operation.actor.kind === 'person';
  return [streamBody(req, isKnown ? endpoint.uploadLimit : endpoint.bodyLimit), operation];
}

/** Of a guest's files no more is taken than of any other request, and so they are not counted. */
function beginUpload(
  { uploads }: Endpoint,
  body: Buffer | StreamedBody,
  { actor }: OperationContext,
): (() => void) | null {
  return Buffer.isBuffer(body) || actor.kind !== 'person' ? null : uploads.begin(actor.personId);
}

/** A stream over SSE counts as a connection of its caller's; returns how to say that it has ended. */
function enterStream(
  { connections, origins }: Endpoint,
  req: IncomingMessage,
  { actor }: OperationContext,
): () => void {
  const leave = connections.open(actor, addressOf(req, origins.trustProxy));
  if (leave) return leave;
  throw new Fault('RATE_LIMITED', 'Too many streams and sockets of yours are open; close one first.');
}

/** Who calls, made into what resolvers get. */
export async function operationOf(
  { authenticate, contextOf }: Pick<Endpoint, 'authenticate' | 'contextOf'>,
  authorization: string | undefined,
  call: Call,
): Promise<OperationContext> {
  const actor = await authenticate(authorization);
  const ctx = contextOf(actor, call.requestId);
  if (actor.kind !== 'app' || actor.keyId === null) return { ...ctx, call };
  // Each operation counts, a live stream once: when it begins.
  return { ...ctx, call, allowance: await ctx.app.keyRates.take(actor.keyId) };
}

async function answeredFast(
  { fastLane }: Endpoint,
  req: IncomingMessage,
  res: ServerResponse,
  body: Buffer | StreamedBody,
  operation: OperationContext,
): Promise<boolean> {
  if (fastLane === null || req.method !== 'POST' || !Buffer.isBuffer(body)) return false;
  const { accept, 'content-type': contentType } = req.headers;
  const answer = await fastLane({ contentType, accept, body }, operation);
  if (answer === null) return false;
  answerText(res, 200, answer.contentType, answer.text);
  return true;
}

function answerFailure(endpoint: Endpoint, res: ServerResponse, error: unknown, call: Call): void {
  if (res.headersSent || res.destroyed) {
    res.destroy();
    return;
  }
  if (error instanceof BodyTooLargeError) {
    // The rest of the body is on its way; reading it to the end is what the limit spares us.
    res.setHeader('connection', 'close');
    answerError(res, 413, 'PAYLOAD_TOO_LARGE', error.message, { limit: error.limit });
    return;
  }
  const { message, extensions } = maskRequestError(error, call, endpoint.log);
  const { http, code, ...facts } = extensions;
  if (error instanceof Fault && error.code === 'UNAUTHENTICATED') res.setHeader('www-authenticate', 'Bearer');
  const { limit, retryAfterSeconds } = facts;
  if (typeof retryAfterSeconds === 'number') {
    res.setHeader('retry-after', retryAfterSeconds);
    if (typeof limit === 'number')
      setRateHeaders(res, { limit, remaining: 0, resetSeconds: retryAfterSeconds });
  }
  answerError(res, (http as { status: number }).status, String(code), message, facts);
}
