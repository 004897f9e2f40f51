import type { Actor } from '../context.ts';
import type { Sql } from '../db/client.ts';
import type { PersonId, SessionId } from '../db/id.ts';
import { Fault } from '../errors.ts';
import { topic } from '../events/catalogue.ts';
import type { Feed } from '../events/feed.ts';
import { hashToken } from './secrets.ts';

/** How long a session may be trusted without asking the database: a lost revocation costs at most this. */
const TRUST_MS = 30_000;
const MOST_SESSIONS = 10_000;

/** Turns bearer tokens into actors, without a query on most requests. */
export interface SessionCache {
  /** A guest without a header; a Fault when there is one and it is no good. */
  authenticate(authorization: string | undefined): Promise<Actor>;
  /** Called in the process that revoked it; the others hear of it through the log. */
  forget(session: SessionId): void;
  stop(): void;
}

interface Known {
  readonly actor: Extract<Actor, { kind: 'person' }>;
  readonly trustedUntil: number;
}

interface Row {
  id: SessionId;
  person_id: PersonId;
  operator: boolean;
  expires_at: string;
}

export function openSessionCache(sql: Sql, feed: Pick<Feed, 'listen'>, now: () => Date): SessionCache {
  const known = new Map<string, Known>();
  let revocations = 0;

  function forget(session: SessionId): void {
    revocations += 1;
    for (const [key, { actor }] of known) if (actor.sessionId === session) known.delete(key);
  }

  const unlisten = feed.listen([topic.revocations], (event) => forget(event.subjectId as SessionId));

  async function lookUp(key: string, hash: Buffer): Promise<Actor> {
    const revocationsBefore = revocations;
    const [row] = await sql<Row[]>`
      /* session_look_up */
      with seen as (
        update sessions set last_seen_at = ${now().toISOString()}
        where token_hash = ${hash} and last_seen_at < ${minutesBefore(now(), 5)} and revoked_at is null
      )
      select s.id, s.person_id, s.expires_at, p.operator from sessions s join people p on p.id = s.person_id
      where s.token_hash = ${hash} and s.revoked_at is null and s.expires_at > ${now().toISOString()}`;
    if (!row) throw refused();
    const actor = {
      kind: 'person',
      personId: row.person_id,
      sessionId: row.id,
      operator: row.operator,
    } as const;
    // A revocation that came meanwhile may have been of this session: then the answer is used once and not kept.
    if (revocations === revocationsBefore) keep(key, actor, new Date(row.expires_at));
    return actor;
  }

  function keep(key: string, actor: Known['actor'], expiresAt: Date): void {
    const oldest = known.keys().next();
    if (known.size >= MOST_SESSIONS && !oldest.done) known.delete(oldest.value);
    known.set(key, { actor, trustedUntil: Math.min(now().getTime() + TRUST_MS, expiresAt.getTime()) });
  }

  return {
    authenticate: async (authorization) => {
      if (!authorization) return { kind: 'guest' };
      const token = /^Bearer +(\S{1,200})$/i.exec(authorization)?.[1];
      if (!token) throw refused();
      const hash = hashToken(token);
      const key = hash.toString('base64');
      const hit = known.get(key);
      if (hit && hit.trustedUntil > now().getTime()) return hit.actor;
      known.delete(key);
      return lookUp(key, hash);
    },
    forget,
    stop: unlisten,
  };
}

function minutesBefore(now: Date, minutes: number): string {
  return new Date(now.getTime() - minutes * 60_000).toISOString();
}

function refused(): Fault {
  return new Fault('UNAUTHENTICATED', 'This token is unknown, expired or revoked: sign in again.');
}
