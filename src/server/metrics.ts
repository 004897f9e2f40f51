import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Metrics } from '../metrics/metrics.ts';
import { answerError, answerText } from './answers.ts';
import type { Route } from './http.ts';

export const METRICS_PATH = '/metrics';

/** `GET /metrics`. For whom it is not, there is nothing. */
export function metricsRoute(metrics: Metrics, token: string | null): Route {
  return {
    method: 'GET',
    path: METRICS_PATH,
    handle: async (req, res) => {
      if (token === null ? !isFromHere(req) : !hasToken(req, token)) {
        answerError(res, 404, 'NOT_FOUND', 'There is nothing here for you.');
        return;
      }
      res.setHeader('cache-control', 'no-store');
      answerText(res, 200, metrics.contentType, await metrics.text());
    },
  };
}

function hasToken({ headers }: IncomingMessage, token: string): boolean {
  const given = /^Bearer +(\S{1,200})$/i.exec(headers.authorization ?? '')?.[1];
  // Of one length, so that how long the comparison takes says nothing.
  return given !== undefined && timingSafeEqual(hashOf(given), hashOf(token));
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** By a program of this machine, and not through a proxy of it: what that passes on comes from anywhere. */
function isFromHere({ headers, socket }: IncomingMessage): boolean {
  const isForwarded = Object.keys(headers).some((name) =>
    /^(x-forwarded-|x-real-ip$|forwarded$|via$)/.test(name),
  );
  return !isForwarded && /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '');
}
