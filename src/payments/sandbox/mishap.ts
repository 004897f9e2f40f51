/**
 * What can go wrong between the sandbox and its caller after the work is done and committed: by the test
 * method's nature, or by a fault that is switched on (`faults.ts`).
 */
import { setTimeout as wait } from 'node:timers/promises';

export interface Mishap {
  /** The answer comes this much later. */
  delayMs?: number;
  /** The answer comes after its webhook. */
  webhookFirst?: true;
  /** The connection is cut in the middle of the answer. */
  cut?: true;
}

/** How long a webhook is waited for that does not get through. */
const LONGEST_WAIT_MS = 10_000;
const LOOK_EVERY_MS = 10;

/** Holds the answer back as the mishap says; a stopping server does not wait. */
export async function hold(
  mishap: Mishap | undefined,
  isDelivered: () => Promise<boolean>,
  stopping: AbortSignal,
): Promise<void> {
  if (mishap?.delayMs) await delay(mishap.delayMs, stopping);
  if (!mishap?.webhookFirst) return;
  const deadline = Date.now() + LONGEST_WAIT_MS;
  while (!stopping.aborted && Date.now() < deadline && !(await isDelivered())) {
    await delay(LOOK_EVERY_MS, stopping);
  }
}

async function delay(ms: number, stopping: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal: stopping }).catch((error: unknown) => {
    if (!stopping.aborted) throw error;
  });
}
