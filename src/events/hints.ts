import type { Logger } from 'pino';
import type { Sql } from '../db/client.ts';
import type { LogEvent } from './reader.ts';

/**
 * What processes tell each other over NOTIFY. Hints carry no truth: one that is lost, late, doubled or made up
 * costs a poll's wait at most.
 */
export type Hint =
  /** There is something to stamp. */
  | { readonly kind: 'committed' }
  /** There is something to read, up to this position. */
  | { readonly kind: 'stamped'; readonly position: number }
  /** Something that is not kept, for those who listen now. */
  | { readonly kind: 'whispered'; readonly event: LogEvent };

const CHANNEL = 'bottega';
/** Postgres refuses payloads of 8,000 bytes. */
const MAX_BYTES = 7_999;
/** How many hints may wait while the database does not answer. */
const MAX_WAITING = 1_000;

/** Hears the hints of all processes, this one's own included, and goes on when the connection is lost. */
export async function hearHints(
  sql: Sql,
  log: Logger,
  hear: (hint: Hint) => void,
  /** Called when listening begins, again after every loss: hints may have been missed. */
  begun: () => void,
): Promise<{ stop(): Promise<void> }> {
  const listening = await sql.listen(
    CHANNEL,
    (text) => {
      try {
        hear(hintOf(text));
      } catch (error) {
        log.warn({ err: error }, 'a hint could not be used');
      }
    },
    begun,
  );
  return {
    stop: async () => {
      // The connection may be gone already, and its listening with it.
      await listening.unlisten().catch(() => undefined);
    },
  };
}

/**
 * Gives hints, outside of every transaction: NOTIFY takes a lock of the whole cluster until its transaction is
 * over. One statement is under way at a time, in the order of telling; equal hints that wait are one.
 */
export function hintSender(sql: Sql, log: Logger): (hint: Hint) => void {
  const waiting = new Map<string, string>();
  let sending = false;

  async function send(): Promise<void> {
    // What comes in this turn of the event loop goes along.
    await Promise.resolve();
    while (waiting.size > 0) {
      const texts = [...waiting.values()];
      waiting.clear();
      try {
        await sql`/* hint */ select pg_notify(${CHANNEL}, text) from unnest(${texts}::text[]) as text`;
      } catch (error) {
        log.debug({ err: error }, 'hints were lost');
      }
    }
    sending = false;
  }

  return (hint) => {
    const text = JSON.stringify(hint);
    if (Buffer.byteLength(text) > MAX_BYTES || waiting.size >= MAX_WAITING) return;
    // Each whisper is something else; of the others the newest says it all.
    waiting.set(hint.kind === 'whispered' ? hint.event.id : hint.kind, text);
    if (sending) return;
    sending = true;
    void send();
  };
}

function hintOf(text: string): Hint {
  const hint = JSON.parse(text) as Hint;
  if (hint.kind !== 'whispered') return hint;
  return { ...hint, event: { ...hint.event, occurredAt: new Date(hint.event.occurredAt) } };
}
