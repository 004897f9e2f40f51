/**
 * What is to become of a record by itself, a moment after it was answered: what a bank decides. Kept among
 * the events, as what is due at `next_attempt_at`, so that a restart forgets none and one process takes each.
 */
import type { Change } from './call.ts';
import { newId } from './store.ts';

export const STEP = 'sandbox.step';

/** A record, and the state that it comes to. */
export type Step =
  | { object: 'payment_intent'; id: string; to: 'succeeded' }
  | { object: 'refund'; id: string; to: 'succeeded' | 'failed' }
  | { object: 'payout'; id: string; to: 'paid' | 'failed' };

/** A step as its row keeps it: the events that it makes are in the version of the request that began it. */
export type KeptStep = Step & { apiVersion: string | null };

/** How long a bank takes to decide, and how long afterwards it thinks again. */
export const BANK_TAKES_MS = 250;
export const SLOW_BANK_TAKES_MS = 2000;
export const SECOND_THOUGHTS_MS = 750;

export async function later({ tx, request }: Change, step: Step, afterMs: number): Promise<void> {
  const kept: KeptStep = { ...step, apiVersion: request.apiVersion };
  await tx`
    insert into sandbox.events (id, type, data, next_attempt_at)
    values (${newId('evt')}, ${STEP}, ${JSON.stringify(kept)}::text::jsonb,
      now() + make_interval(secs => ${afterMs / 1000}::float8))`;
}
