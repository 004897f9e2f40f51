import type { Ctx } from '../context.ts';
import type { ApiKeyId, BusinessId } from '../db/id.ts';
import { topic } from '../events/catalogue.ts';

/** How far the client of a key has come with its live streams. */
export interface KeyStream {
  /** Behind the last item that it has taken. */
  readonly cursor: string;
  readonly seenAt: Date;
  /** For how long the first event that it has not taken has waited; 0 when none does. */
  readonly lagSeconds: number;
  /** Counted to MOST_WAITING. */
  readonly waiting: number;
}

export const MOST_WAITING = 1_000;

interface Position {
  key_id: ApiKeyId;
  position: bigint;
  seen_at: string;
  businesses: BusinessId[];
}

interface Waiting {
  key_id: ApiKeyId;
  count: bigint;
  oldest: string | null;
}

/** Null for a key that has never streamed. The caller must have made sure that the keys are theirs to see. */
export async function streamsByKey(ctx: Ctx, ids: readonly ApiKeyId[]): Promise<(KeyStream | null)[]> {
  const positions = await ctx.sql<Position[]>`
    /* stream_positions_by_key */
    select p.key_id, p.position, p.seen_at, to_jsonb(array(
      select g.business_id from partner_grants g
      where g.app_id = a.id and 'READ_ORDERS' = any(g.scopes) and 'READ_ORDERS' = any(a.scopes)
    )) as businesses
    from stream_positions p join api_keys k on k.id = p.key_id join partner_apps a on a.id = k.app_id
    where p.key_id = any(${[...ids]})`;
  const waiting = await waitingFor(ctx, positions);
  const now = ctx.now().getTime();
  const streams = new Map(
    positions.map((row): [ApiKeyId, KeyStream] => {
      const { count = 0n, oldest = null } = waiting.get(row.key_id) ?? {};
      const lag = oldest === null ? 0 : Math.max(0, now - new Date(oldest).getTime());
      return [
        row.key_id,
        {
          cursor: ctx.app.feed.cursorAt(Number(row.position)),
          seenAt: new Date(row.seen_at),
          lagSeconds: Math.floor(lag / 1_000),
          waiting: Number(count),
        },
      ];
    }),
  );
  return ids.map((id) => streams.get(id) ?? null);
}

/** Not prepared, for the reason that reading a range of the log is not. */
async function waitingFor(ctx: Ctx, positions: readonly Position[]): Promise<Map<ApiKeyId, Waiting>> {
  if (positions.length === 0) return new Map();
  const counts = positions.map(
    (_row, at) => `
      select $${3 * at + 1}::uuid as key_id, count(*) as count, min(occurred_at) as oldest from (
        select occurred_at from event_log
        where position > $${3 * at + 2}::bigint and topics && $${3 * at + 3}::text[]
        order by position limit ${MOST_WAITING}
      ) waiting`,
  );
  const values = positions.flatMap(({ key_id, position, businesses }) => [
    key_id,
    position,
    businesses.map(topic.orders),
  ]);
  const rows = await ctx.sql.unsafe<Waiting[]>(
    `/* stream_positions_waiting */ ${counts.join(' union all ')}`,
    values,
    { prepare: false },
  );
  return new Map(rows.map((row) => [row.key_id, row]));
}
