import type { WebSocket } from 'ws';

/** Messages and pings of one client in so much time; a client that has work to do sends a tenth of it. */
const MOST_MESSAGES = 5_000;
const WINDOW_MS = 10_000;
/** Bytes that may wait for a client that does not read them. */
const MOST_WAITING = 4_000_000;
/** How long a client gets to close its side. */
export const CLOSING_MS = 1_000;
/** Clients of graphql-ws give up; they would only be sent away again. */
export const TOO_MANY = 4429;
/** "Try again later": clients of graphql-ws connect again, and their streams go on from their cursors. */
const TRY_AGAIN_LATER = 1013;

/** Closes a socket, and does not wait for long until the other side has. */
export function closeSoon(client: WebSocket, code: number, reason: string): void {
  client.close(code, reason);
  const timer = setTimeout(() => client.terminate(), CLOSING_MS);
  client.once('close', () => clearTimeout(timer));
}

/** Counts what a client sends, and closes its socket when it is a flood. True for what is to be ignored. */
export function floodGuard(client: WebSocket): () => boolean {
  let since = performance.now();
  let count = 0;
  return () => {
    if (client.readyState !== client.OPEN) return true;
    if (performance.now() - since > WINDOW_MS) [since, count] = [performance.now(), 0];
    if (++count <= MOST_MESSAGES) return false;
    closeSoon(client, TOO_MANY, `More than ${MOST_MESSAGES} messages in ${WINDOW_MS / 1000} seconds`);
    return true;
  };
}

/**
 * Sends, and resolves when the message has left, so that a slow client holds up its own streams only. What does not
 * wait for that, such as answers to pings, piles up for a client that never reads: its socket is closed.
 */
export function send(client: WebSocket, text: string): Promise<void> {
  return new Promise((resolve) => {
    // Rather than run through the log for somebody who is leaving.
    if (client.readyState !== client.OPEN) setTimeout(resolve, CLOSING_MS).unref();
    else if (client.bufferedAmount > MOST_WAITING) {
      closeSoon(client, TRY_AGAIN_LATER, 'The messages were not read');
      setTimeout(resolve, CLOSING_MS).unref();
    } else client.send(text, () => resolve());
  });
}
