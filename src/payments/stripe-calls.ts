/** What the calls of the adapter have in common. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Stripe } from 'stripe';
import { errorReason } from './classify.ts';
import { ProviderUnavailableError } from './failures.ts';
import { factsOf } from './stripe-errors.ts';

/** With the pauses between them, for more than a second. */
const MAX_TRIES = 6;

/** Whether this is the first answer under its key once more, as it was then. */
export function isReplay(answer: Stripe.Response<object>): boolean {
  return answer.lastResponse.headers['idempotent-replayed'] === 'true';
}

/** For lists: what was made since an instant, with a minute for clocks that differ. */
export function createdSince(since: Date): { gte: number } {
  return { gte: Math.floor(since.getTime() / 1000) - 60 };
}

/** Asks again while the same request is under way elsewhere, such as for somebody's first two cards at once. */
export async function whenNotInUse<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      if (tries === MAX_TRIES || factsOf(error).code !== 'idempotency_key_in_use') throw error;
      await wait(25 * 2 ** tries);
    }
  }
}

export function unavailable(error: unknown): never {
  throw new ProviderUnavailableError(errorReason(factsOf(error)));
}
