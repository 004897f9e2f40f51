/** Delivers one event: signs it, sends it, and notes what the receiver said. */
import type { Sql } from '../../db/client.ts';
import { noteDelivered, sent, type EventObject } from './events.ts';
import type { SandboxLog } from './log.ts';
import { signatureHeader } from './signature.ts';

export interface WebhookPace {
  /** How often to look for events of other processes. */
  pollMs: number;
  /** The pause after the first failure; it doubles with each, up to an hour. */
  retryMs: number;
  /** How long a receiver may take to answer. */
  timeoutMs: number;
}

export const defaultPace: WebhookPace = { pollMs: 1000, retryMs: 1000, timeoutMs: 10_000 };

const LONGEST_PAUSE_MS = 60 * 60 * 1000;

export interface Delivering {
  sql: Sql;
  url: () => string;
  secret: string;
  now: () => Date;
  log: SandboxLog;
  pace: WebhookPace;
}

/** `attempts`: how many there were, with this one. */
export async function deliver(
  delivering: Delivering,
  event: EventObject,
  attempts: number,
  stopping: AbortSignal,
): Promise<void> {
  const { sql, log, pace } = delivering;
  const isTwice = event.sandbox_fault === 'twice' && attempts === 1;
  const [status] = await Promise.all([
    send(delivering, event, stopping),
    isTwice && send(delivering, event, stopping),
  ]);
  if (status >= 200 && status < 300) return noteDelivered(sql, event);
  const pauseMs = Math.min(pace.retryMs * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
  log.warn({ eventId: event.id, attempts, status, pauseMs }, 'sandbox webhook not taken');
  await sql`
    update sandbox.events set next_attempt_at = now() + make_interval(secs => ${pauseMs / 1000}::float8)
    where id = ${event.id}`;
}

/** The receiver's status; 0 when there was no answer. */
async function send(delivering: Delivering, event: EventObject, stopping: AbortSignal): Promise<number> {
  const { url, secret, now, pace } = delivering;
  const body = JSON.stringify(sent(event));
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
