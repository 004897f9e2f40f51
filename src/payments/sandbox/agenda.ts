/**
 * Does what is due, at least once each, from the rows of `sandbox.events`: events are delivered, and steps
 * are taken. Several processes may do so: a row is claimed by moving its next attempt beyond the time that
 * this one can take, so no transaction is open while a receiver is waited for, and what a dying process had
 * claimed comes up again.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { EventObject, EventType } from './events.ts';
import { STEP, type KeptStep } from './later.ts';
import { takeStep } from './steps.ts';
import { deliver, type Delivering } from './webhooks.ts';

const BATCH = 10;
/** About three days of trying, as Stripe does. */
const MAX_ATTEMPTS = 84;

export interface Agenda {
  /** There may be something to do. */
  nudge(): void;
  stop(): Promise<void>;
}

type Due = { id: string; attempts: number } & (
  | { type: typeof STEP; data: KeptStep }
  | { type: EventType; data: EventObject }
);

export function startAgenda(delivering: Delivering): Agenda {
  const stopping = new AbortController();
  let nudged = Promise.withResolvers<void>();

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      nudged = Promise.withResolvers<void>();
      const pauseMs = await workBatch(delivering, stopping.signal).catch((error: unknown) => {
        tell(delivering, error);
        return delivering.pace.pollMs;
      });
      if (pauseMs > 0) await pause(pauseMs, nudged.promise, stopping.signal);
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

/** Gives the time until there is more to do, or to look again. */
async function workBatch(delivering: Delivering, stopping: AbortSignal): Promise<number> {
  const due = await claim(delivering);
  await Promise.all(
    due.map((row) => work(delivering, row, stopping).catch((error: unknown) => tell(delivering, error))),
  );
  return due.length === BATCH ? 0 : untilNext(delivering);
}

function work(delivering: Delivering, row: Due, stopping: AbortSignal): Promise<void> {
  if (row.type === STEP) return takeStep(delivering.sql, row.id, delivering.now());
  return deliver(delivering, row.data, row.attempts, stopping);
}

async function claim({ sql, pace }: Delivering): Promise<Due[]> {
  return sql<Due[]>`
    update sandbox.events
    set attempts = attempts + 1,
        next_attempt_at = now() + make_interval(secs => ${pace.timeoutMs / 1000 + 5}::float8)
    where id in (
      select id from sandbox.events
      where delivered_at is null and next_attempt_at <= now() and attempts < ${MAX_ATTEMPTS}::int
      order by next_attempt_at
      limit ${BATCH}::int
      for update skip locked)
    returning id, type, data, attempts`;
}

async function untilNext({ sql, pace }: Delivering): Promise<number> {
  const [row] = await sql<{ ms: number | null }[]>`
    select (extract(epoch from min(next_attempt_at) - now()) * 1000)::float8 as ms from sandbox.events
    where delivered_at is null and attempts < ${MAX_ATTEMPTS}::int
      and next_attempt_at < now() + make_interval(secs => ${pace.pollMs / 1000}::float8)`;
  // At least a little, for what is due and has just been claimed elsewhere.
  return Math.max(Math.ceil(row?.ms ?? pace.pollMs), 1);
}

function tell({ log }: Delivering, error: unknown): void {
  log.error({ why: error instanceof Error ? error.message : String(error) }, 'sandbox agenda failed');
}

/** Until the time is over, a nudge or the end. */
async function pause(ms: number, nudged: Promise<void>, stopping: AbortSignal): Promise<void> {
  const over = new AbortController();
  const signal = AbortSignal.any([stopping, over.signal]);
  const timer = wait(ms, undefined, { signal }).catch(() => {});
  await Promise.race([nudged, timer]);
  over.abort();
}
