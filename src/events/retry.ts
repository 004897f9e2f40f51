import { setTimeout as sleep } from 'node:timers/promises';

/** The database is away for a moment: connections are cut, it starts, it stops, it takes no more. */
const PASSING = /^(CONNECTION_|CONNECT_|ECONN|EPIPE|ETIMEDOUT|57P0|08|53)/;
const ATTEMPTS = 7;
const FIRST_PAUSE_MS = 100;

/** Reads again, for some seconds, when the database was away; what else goes wrong is thrown at once. */
export async function patiently<T>(
  read: () => Promise<T>,
  closing: AbortSignal,
  firstPause = FIRST_PAUSE_MS,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await read();
    } catch (error) {
      if (attempt === ATTEMPTS || closing.aborted || !isPassing(error)) throw error;
      await sleep(firstPause * 2 ** (attempt - 1), undefined, { signal: closing }).catch(() => undefined);
    }
  }
}

/** Whether it may go better in a moment, without anybody doing anything about it. */
export function isPassing(error: unknown): boolean {
  // Drizzle wraps the driver's errors.
  const root = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return root instanceof Error && 'code' in root && PASSING.test(String(root.code));
}
