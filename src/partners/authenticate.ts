import type { Actor } from '../context.ts';
import type { Sql } from '../db/client.ts';
import type { ApiKeyId, PartnerAppId } from '../db/id.ts';
import type { Scope } from './rules.ts';

interface Row {
  id: ApiKeyId;
  app_id: PartnerAppId;
  /** What the key may and its app still asks for. */
  scopes: Scope[];
  expires_at: string | null;
}

export interface FoundKey {
  readonly actor: Extract<Actor, { kind: 'app' }>;
  /** Null for a key that lasts until it is revoked. */
  readonly expiresAt: Date | null;
}

/** One statement for all: it finds a usable key and its app, and notes the use, about each minute. Null for no such key. */
export async function findKey(sql: Sql, hash: Buffer, at: Date): Promise<FoundKey | null> {
  const now = at.toISOString();
  const minuteAgo = new Date(at.getTime() - 60_000).toISOString();
  const [row] = await sql<Row[]>`
    /* api_key_look_up */
    with used as (
      update api_keys set last_used_at = ${now}
      where token_hash = ${hash} and revoked_at is null and (expires_at is null or expires_at > ${now})
        and (last_used_at is null or last_used_at < ${minuteAgo})
    )
    select k.id, k.app_id, k.expires_at,
      array(select s from unnest(k.scopes) s where s = any(a.scopes)) as scopes
    from api_keys k join partner_apps a on a.id = k.app_id
    where k.token_hash = ${hash} and k.revoked_at is null and (k.expires_at is null or k.expires_at > ${now})`;
  if (!row) return null;
  return {
    actor: { kind: 'app', appId: row.app_id, keyId: row.id, scopes: row.scopes },
    expiresAt: row.expires_at === null ? null : new Date(row.expires_at),
  };
}
