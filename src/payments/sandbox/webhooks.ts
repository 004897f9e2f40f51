/**
 * Delivers the events, at least once each, from their rows. Several processes may deliver: a row is claimed
 * by moving its next attempt beyond the time that this one can take, so no transaction is open while a
 * receiver is waited for, and what a dying process had claimed comes up again.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Sql } from '../../db/client.ts';
import type { SandboxLog } from './log.ts';
import { signatureHeader } from './signature.ts';

export interface WebhookPace {
  /** How often to look for events of other processes and retries that fell due. */
  pollMs: number;
  /** The pause after the first failure; it doubles with each, up to an hour. */
  retryMs: number;
  /** How long a receiver may take to answer. */
  timeoutMs: number;
}

export const defaultPace: WebhookPace = { pollMs: 1000, retryMs: 1000, timeoutMs: 10_000 };

const BATCH = 10;
const LONGEST_PAUSE_MS = 60 * 60 * 1000;
/** About three days of trying, as Stripe does. */
const MAX_ATTEMPTS = 84;

export interface Deliverer {
  /** There may be something to deliver. */
  nudge(): void;
  stop(): Promise<void>;
}

interface Delivering {
  sql: Sql;
  url: () => string;
  secret: string;
  now: () => Date;
  log: SandboxLog;
  pace: WebhookPace;
}

interface DueEvent {
  id: string;
  data: object;
  attempts: number;
}

export function startDeliverer(delivering: Delivering): Deliverer {
  const stopping = new AbortController();
  let nudged = Promise.withResolvers<void>();

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      nudged = Promise.withResolvers<void>();
      const sent = await deliverBatch(delivering, stopping.signal).catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        delivering.log.error({ why }, 'sandbox webhooks failed');
        return 0;
      });
      if (sent < BATCH) await pause(delivering.pace.pollMs, nudged.promise, stopping.signal);
    }
  };
  const running = run();

  return {
    nudge: () => nudged.resolve(),
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function deliverBatch(delivering: Delivering, stopping: AbortSignal): Promise<number> {
  const events = await claim(delivering);
  await Promise.all(events.map((event) => deliver(delivering, event, stopping)));
  return events.length;
}

async function claim({ sql, pace }: Delivering): Promise<DueEvent[]> {
  return sql<DueEvent[]>`
    update sandbox.events
    set attempts = attempts + 1,
        next_attempt_at = now() + make_interval(secs => ${pace.timeoutMs / 1000 + 5}::float8)
    where id in (
      select id from sandbox.events
      where delivered_at is null and next_attempt_at <= now() and attempts < ${MAX_ATTEMPTS}::int
      order by next_attempt_at
      limit ${BATCH}::int
      for update skip locked)
    returning id, data, attempts`;
}

async function deliver(delivering: Delivering, event: DueEvent, stopping: AbortSignal): Promise<void> {
  const { sql, log, pace } = delivering;
  const status = await send(delivering, event, stopping);
  if (status >= 200 && status < 300) {
    await sql`update sandbox.events set delivered_at = now() where id = ${event.id}`;
    return;
  }
  const pauseMs = Math.min(pace.retryMs * 2 ** (event.attempts - 1), LONGEST_PAUSE_MS);
  log.warn({ eventId: event.id, attempts: event.attempts, status, pauseMs }, 'sandbox webhook not taken');
  await sql`
    update sandbox.events set next_attempt_at = now() + make_interval(secs => ${pauseMs / 1000}::float8)
    where id = ${event.id}`;
}

/** The receiver's status; 0 when there was no answer. */
async function send(delivering: Delivering, event: DueEvent, stopping: AbortSignal): Promise<number> {
  const { url, secret, now, pace } = delivering;
  const body = JSON.stringify(event.data);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'stripe-signature': signatureHeader(body, secret, now()),
    'user-agent': 'Bottega-Sandbox/1.0',
  };
  const signal = AbortSignal.any([stopping, AbortSignal.timeout(pace.timeoutMs)]);
  try {
    const response = await fetch(url(), { method: 'POST', headers, body, redirect: 'manual', signal });
    await response.body?.cancel();
    return response.status;
  } catch {
    return 0;
  }
}

/** Until the next poll, a nudge or the end. */
async function pause(ms: number, nudged: Promise<void>, stopping: AbortSignal): Promise<void> {
  const over = new AbortController();
  const signal = AbortSignal.any([stopping, over.signal]);
  const timer = wait(ms, undefined, { signal }).catch(() => {});
  await Promise.race([nudged, timer]);
  over.abort();
}
