/**
 * What can go wrong between the sandbox and its caller after the work is done and committed. Faults that are
 * to be switched on from outside have their place here.
 */
import { setTimeout as wait } from 'node:timers/promises';

export interface Mishap {
  /** The answer comes this much later. */
  delayMs?: number;
  /** The connection is cut in the middle of the answer. */
  cut?: true;
}

/** Waits as the mishap says; a stopping server does not wait. */
export async function delay(mishap: Mishap | null, stopping: AbortSignal): Promise<void> {
  if (!mishap?.delayMs) return;
  await wait(mishap.delayMs, undefined, { signal: stopping }).catch((error: unknown) => {
    if (!stopping.aborted) throw error;
  });
}
