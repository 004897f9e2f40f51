import type { Logger } from 'pino';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { Sql } from '../db/client.ts';
import type { Feed } from '../events/feed.ts';
import { openProbe } from './database.ts';
import { databaseGauges, processGauges, type OpenNow } from './gauges.ts';
import type { Meter } from './meter.ts';

export interface Metrics {
  readonly meter: Meter;
  readonly contentType: string;
  /** Everything, in Prometheus' text format. Never rejects for what can't be asked. */
  text(): Promise<string>;
  stop(): Promise<void>;
}

export interface MetricsOptions {
  readonly sql: Sql;
  readonly feed: Pick<Feed, 'stats'>;
  readonly log: Logger;
  readonly openNow: () => OpenNow;
}

/** Close codes that are told apart: a client may end its socket with any of thousands. */
const CLOSE_CODES = new Set([
  1000, 1001, 1005, 1006, 1009, 1011, 1012, 1013, 4400, 4401, 4403, 4408, 4409, 4429,
]);
/** Seconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The metrics of one server, in a registry of its own: two servers of a process know nothing of each other. */
export function openMetrics({ sql, feed, log, openNow }: MetricsOptions): Metrics {
  const register = new Registry();
  const setProcess = processGauges(register);
  const setDatabase = databaseGauges(register);
  const probe = openProbe(sql);
  let isAsked = false;
  return {
    meter: meterOf(register),
    contentType: register.contentType,
    text: async () => {
      // Watching the event loop and the garbage collector costs a little: not where nobody asks.
      if (!isAsked) collectDefaultMetrics({ register });
      isAsked = true;
      const state = await probe.read().catch((error: unknown) => {
        log.warn({ err: error }, 'the metrics of the database could not be read');
        return null;
      });
      const stats = feed.stats();
      setProcess(stats, openNow());
      setDatabase(state, stats);
      return register.metrics();
    },
    stop: () => probe.stop(),
  };
}

function meterOf(register: Registry): Meter {
  const registers = [register];
  const requests = new Counter({
    name: 'bottega_http_requests_total',
    help: 'HTTP requests that were answered, by lane and status; a stream when it has ended.',
    labelNames: ['lane', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'bottega_http_request_seconds',
    help: 'How long HTTP requests took, streams excepted.',
    labelNames: ['lane'],
    buckets: BUCKETS,
    registers,
  });
  const errors = new Counter({
    name: 'bottega_graphql_errors_total',
    help: 'Operations whose caller was told of an error, by its code: each code once an operation.',
    labelNames: ['code'],
    registers,
  });
  const closes = new Counter({
    name: 'bottega_socket_closes_total',
    help: 'WebSockets that were closed, by close code.',
    labelNames: ['code'],
    registers,
  });
  return {
    answered: (lane, status, seconds) => {
      requests.inc({ lane, status });
      if (lane !== 'stream') durations.observe({ lane }, seconds);
    },
    failed: (code) => errors.inc({ code }),
    closed: (code) => closes.inc({ code: CLOSE_CODES.has(code) ? code : 'other' }),
  };
}
