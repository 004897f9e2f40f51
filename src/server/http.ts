import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { answerError, answerJson } from './answers.ts';
import type { Lane, Meter } from '../metrics/meter.ts';
import { answerGraphql, type Endpoint } from './endpoint.ts';
import { GRAPHQL_PATH } from './graphql.ts';
import { newCall, type Call } from './operation.ts';

/** An address of the server that is not GraphQL: images, webhooks. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** `/images/` takes every path under it; a path without a slash at the end takes itself only. */
  readonly path: string;
  /** Nothing has been read of `req`. An error becomes a 500 with the request's id. */
  handle(req: IncomingMessage, res: ServerResponse, call: Call): Promise<void> | void;
}

export interface HttpOptions {
  readonly endpoint: Endpoint;
  readonly routes: readonly Route[];
  readonly log: Logger;
  readonly meter: Meter;
  /** Whether the database and the feed answer; rejects when not. */
  checkReady(): Promise<void>;
  isStopping(): boolean;
}

export function createHttpServer(options: HttpOptions): Server {
  return createServer((req, res) => {
    const begun = performance.now();
    const call = newCall(req.headers, options.meter);
    res.setHeader('x-request-id', call.requestId);
    res.setHeader('x-content-type-options', 'nosniff');
    if (options.log.isLevelEnabled('debug')) logWhenDone(options.log, req, res, call);
    void answer(options, req, res, call)
      .catch((error: unknown): Lane => {
        options.log.error({ err: error, requestId: call.requestId }, 'a request failed');
        if (res.headersSent) res.destroy();
        else fail(res, call);
        return 'other';
      })
      .then((lane) => options.meter.answered(lane, res.statusCode, (performance.now() - begun) / 1000));
  });
}

function fail(res: ServerResponse, call: Call): void {
  answerError(res, 500, 'INTERNAL', 'Something went wrong on our side.', { requestId: call.requestId });
}

async function answer(
  options: HttpOptions,
  req: IncomingMessage,
  res: ServerResponse,
  call: Call,
): Promise<Lane> {
  const path = pathOf(req);
  if (path === GRAPHQL_PATH) return answerGraphql(options.endpoint, req, res, call);
  await answerElse(options, path, req, res, call);
  return 'other';
}

async function answerElse(
  options: HttpOptions,
  path: string,
  req: IncomingMessage,
  res: ServerResponse,
  call: Call,
): Promise<void> {
  if (path === '/health') {
    answerJson(res, 200, { status: 'ok' });
    return;
  }
  if (path === '/ready') {
    await answerReady(options, res, call);
    return;
  }
  const candidates = options.routes.filter((route) => covers(route, path));
  const route = candidates.find(
    ({ method }) => method === req.method || (method === 'GET' && req.method === 'HEAD'),
  );
  if (route !== undefined) {
    await route.handle(req, res, call);
    return;
  }
  if (candidates.length > 0) {
    res.setHeader('allow', candidates.map(({ method }) => method).join(', '));
    answerError(res, 405, 'METHOD_NOT_ALLOWED', 'This address does not take this method.');
    return;
  }
  answerError(res, 404, 'NOT_FOUND', `There is nothing here; the API is at ${GRAPHQL_PATH}.`);
}

function covers({ path: own }: Route, path: string): boolean {
  return own.endsWith('/') ? path.startsWith(own) && path.length > own.length : path === own;
}

/** Without the query, which may hold a document and its values: those are never logged. */
function pathOf(req: IncomingMessage): string {
  return req.url?.split('?', 1)[0] ?? '/';
}

/** What is too long for a name or an id of ours may be the secret of a feed's address, mistyped or not. */
function loggedPath(req: IncomingMessage): string {
  return pathOf(req).replaceAll(/[^/]{33,}/g, '[secret]');
}

async function answerReady(options: HttpOptions, res: ServerResponse, call: Call): Promise<void> {
  if (options.isStopping()) {
    answerJson(res, 503, { status: 'stopping' });
    return;
  }
  try {
    await options.checkReady();
    answerJson(res, 200, { status: 'ready' });
  } catch (error) {
    options.log.warn({ err: error, requestId: call.requestId }, 'not ready');
    answerJson(res, 503, { status: 'unavailable' });
  }
}

function logWhenDone(log: Logger, req: IncomingMessage, res: ServerResponse, call: Call): void {
  const start = performance.now();
  res.on('close', () => {
    const ms = Math.round(performance.now() - start);
    const facts = {
      requestId: call.requestId,
      method: req.method,
      path: loggedPath(req),
      status: res.statusCode,
      ms,
    };
    log.debug(facts, res.writableFinished ? 'answered' : 'the client left');
  });
}
