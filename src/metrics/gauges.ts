import { Counter, Gauge, type Registry } from 'prom-client';
import type { FeedStats } from '../events/feed.ts';
import type { DatabaseState } from './database.ts';

/** What is open in this process. */
export interface OpenNow {
  readonly sockets: number;
  readonly streams: { readonly ws: number; readonly sse: number };
}

/** Metrics of this process, of the moment at which they are asked for. */
export function processGauges(register: Registry): (feed: FeedStats, open: OpenNow) => void {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [register] });
  const counter = (name: string, help: string) => new Counter({ name, help, registers: [register] });
  const leader = gauge('bottega_feed_leader', 'Whether this process stamps the event log; one of all does.');
  const position = gauge(
    'bottega_feed_position',
    'The position up to which this process has read the event log.',
  );
  const sockets = gauge('bottega_sockets', 'WebSockets that are open, introduced or not.');
  const streams = new Gauge({
    name: 'bottega_streams',
    help: 'Live streams that are open, by their carrier.',
    labelNames: ['carrier'],
    registers: [register],
  });
  const counts = {
    read: counter('bottega_feed_events_read_total', 'Events read from the log, each once a process.'),
    delivered: counter('bottega_feed_events_delivered_total', 'Events given to subscribers.'),
    bookmarks: counter('bottega_feed_bookmarks_total', 'Bookmarks given to subscribers.'),
    overflows: counter(
      'bottega_feed_overflows_total',
      'Inboxes that were full: their streams read the log again.',
    ),
    slowConsumers: counter(
      'bottega_feed_slow_consumers_total',
      'Streams that were ended with SLOW_CONSUMER.',
    ),
  };
  return (feed, open) => {
    leader.set(feed.isLeading ? 1 : 0);
    position.set(feed.position);
    sockets.set(open.sockets);
    streams.set({ carrier: 'ws' }, open.streams.ws);
    streams.set({ carrier: 'sse' }, open.streams.sse);
    for (const [name, metric] of Object.entries(counts)) {
      metric.reset();
      metric.inc(feed.counts[name as keyof typeof counts]);
    }
  };
}

/** What the database says; null when it does not answer: then there are no values, rather than old ones. */
export function databaseGauges(register: Registry): (state: DatabaseState | null, feed: FeedStats) => void {
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers: [register] });
  const unstamped = gauge(
    'bottega_feed_unstamped_events',
    'Events that are committed and not in the log yet.',
  );
  const age = gauge('bottega_feed_unstamped_age_seconds', 'Since the oldest of them was recorded.');
  const lag = gauge(
    'bottega_feed_reader_lag_events',
    'Events of the log that this process has not read yet.',
  );
  const jobs = gauge('bottega_jobs', 'Jobs of a queue, by state, as counted every 15 seconds.', [
    'queue',
    'state',
  ]);
  const oldest = gauge('bottega_db_oldest_transaction_seconds', 'Since the oldest open transaction began.');
  const idle = gauge(
    'bottega_db_idle_in_transaction_seconds',
    'For how long one has been open and doing nothing.',
  );
  const connections = gauge('bottega_db_connections', 'Connections to the database, by state.', ['state']);
  const deliveries = gauge(
    'bottega_webhook_backlog',
    'Webhook deliveries that wait, by state of the webhook.',
    ['state'],
  );
  const waiting = gauge(
    'bottega_webhook_backlog_age_seconds',
    'For how long the oldest has waited, of active webhooks.',
  );
  const webhooks = gauge('bottega_webhooks', 'Webhooks, by state.', ['state']);
  const errors = gauge('bottega_scrape_errors', 'Whether the database could not be asked for this answer.');
  return (state, feed) => {
    errors.set(state ? 0 : 1);
    for (const labelled of [jobs, connections, deliveries, webhooks]) labelled.reset();
    if (!state) {
      for (const one of [unstamped, age, lag, oldest, idle, waiting]) one.remove();
      return;
    }
    unstamped.set(state.unstamped);
    age.set(state.unstampedAge);
    // The log may have grown since the process was asked.
    lag.set(Math.max(0, state.head - feed.position));
    oldest.set(state.oldestTransaction);
    idle.set(state.oldestIdleTransaction);
    deliveries.set({ state: 'active' }, state.webhooks.pending);
    deliveries.set({ state: 'paused' }, state.webhooks.held);
    waiting.set(state.webhooks.oldestSeconds);
    for (const [key, count] of Object.entries(state.webhooks.webhooks))
      webhooks.set({ state: key.toLowerCase() }, count);
    for (const [name, count] of Object.entries(state.connections)) connections.set({ state: name }, count);
    for (const { name, ...states } of state.queues) {
      for (const [key, count] of Object.entries(states)) jobs.set({ queue: name, state: key }, count);
    }
  };
}
