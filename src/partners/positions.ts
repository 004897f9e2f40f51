import type { Logger } from 'pino';
import type { Sql } from '../db/client.ts';
import type { ApiKeyId } from '../db/id.ts';
import type { Feed, LiveStream } from '../events/feed.ts';

/** Where the live streams of API keys are, for their owners to see. Nothing depends on it: a crash loses some seconds. */
export interface Positions {
  /** The same stream; it is noted how far its client has come. An item is taken when the next one is asked for. */
  follow(keyId: ApiKeyId, stream: LiveStream): LiveStream;
  /** Writes down what has been noted since the last time. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

export interface PositionsOptions {
  readonly sql: Sql;
  readonly feed: Feed;
  readonly log: Logger;
  readonly now: () => Date;
}

const FLUSH_MS = 5_000;

interface Place {
  position: number | null;
}

interface Noted {
  readonly position: number;
  readonly seenAt: string;
}

export function startPositions({ sql, feed, log, now }: PositionsOptions): Positions {
  /** The open streams of each key. */
  const open = new Map<ApiKeyId, Set<Place>>();
  let noted = new Map<ApiKeyId, Noted>();

  function join(keyId: ApiKeyId, place: Place): void {
    open.set(keyId, (open.get(keyId) ?? new Set()).add(place));
  }

  function leave(keyId: ApiKeyId, place: Place): void {
    const places = open.get(keyId);
    places?.delete(place);
    if (places?.size === 0) open.delete(keyId);
  }

  /** A key is where the last of its streams is: what lags must not hide behind what does not. */
  function note(keyId: ApiKeyId): void {
    const positions = [...(open.get(keyId) ?? [])].flatMap(({ position }) => position ?? []);
    if (positions.length === 0) return;
    noted.set(keyId, { position: Math.min(...positions), seenAt: now().toISOString() });
  }

  async function flush(): Promise<void> {
    if (noted.size === 0) return;
    const rows = [...noted];
    noted = new Map();
    await write(sql, rows);
  }

  const timer = setInterval(() => {
    flush().catch((error: unknown) => log.warn({ err: error }, 'the positions of streams were not written'));
  }, FLUSH_MS);
  timer.unref();

  return {
    follow: (keyId, stream) => {
      const place: Place = { position: null };
      let given: string | null = null;
      const followed: LiveStream = {
        [Symbol.asyncIterator]: () => followed,
        next: async () => {
          join(keyId, place);
          if (given !== null) {
            place.position = feed.positionOf(given);
            note(keyId);
          }
          try {
            const item = await stream.next();
            given = item.done ? null : item.value.cursor;
            if (item.done) leave(keyId, place);
            return item;
          } catch (error) {
            leave(keyId, place);
            throw error;
          }
        },
        return: () => {
          leave(keyId, place);
          return stream.return();
        },
      };
      return followed;
    },
    flush,
    stop: async () => {
      clearInterval(timer);
      await flush().catch((error: unknown) => log.warn({ err: error }, 'the last positions are lost'));
    },
  };
}

/** In the order of the keys, as every process does it. */
async function write(sql: Sql, rows: readonly (readonly [ApiKeyId, Noted])[]): Promise<void> {
  const keys = rows.map(([keyId]) => keyId);
  const positions = rows.map(([, { position }]) => position);
  const times = rows.map(([, { seenAt }]) => seenAt);
  await sql`
    /* stream_positions_write */
    insert into stream_positions as p (key_id, position, seen_at)
    select * from unnest(${keys}::uuid[], ${positions}::bigint[], ${times}::text[]::timestamptz[]) as n (key_id, position, seen_at)
    order by key_id
    on conflict (key_id) do update set position = excluded.position, seen_at = excluded.seen_at
    where p.seen_at <= excluded.seen_at`;
}
