import type { Actor } from '../context.ts';
import type { Sql } from '../db/client.ts';
import type { ApiKeyId, PartnerAppId, PersonId, SessionId } from '../db/id.ts';
import { Fault } from '../errors.ts';
import { topic } from '../events/catalogue.ts';
import type { Feed } from '../events/feed.ts';
import { USE_NOTED_PARTS } from '../locks/rules.ts';
import { findKey } from '../partners/authenticate.ts';
import { isKey } from '../partners/secrets.ts';
import { hashToken } from './secrets.ts';

/** How long a session or a key may be trusted without asking the database: a lost revocation costs at most this. */
const TRUST_MS = 30_000;
const MOST_SESSIONS = 10_000;

/** Turns bearer tokens into actors, without a query on most requests. */
export interface SessionCache {
  /** A guest without a header; a Fault when there is one and it is no good. */
  authenticate(authorization: string | undefined): Promise<Actor>;
  /** Called in the process that revoked it, or changed what an app may; the others hear of it through the log. */
  forget(revoked: Revoked): void;
  stop(): void;
}

type Revoked = SessionId | ApiKeyId | PartnerAppId;

interface Known {
  readonly actor: Extract<Actor, { kind: 'person' | 'app' }>;
  readonly trustedUntil: number;
}

interface Row {
  id: SessionId;
  person_id: PersonId;
  operator: boolean;
  expires_at: string;
  /** Of its screen lock; null when it has none. */
  lock: 'OPEN' | 'LOCKED' | 'TIME_IS_UP' | null;
}

export interface SessionCacheOptions {
  readonly sql: Sql;
  readonly feed: Pick<Feed, 'listen'>;
  readonly now: () => Date;
  /** Writes down that a session has locked itself. */
  readonly noticeAutoLock: (session: SessionId) => Promise<void>;
}

export function openSessionCache({ sql, feed, now, noticeAutoLock }: SessionCacheOptions): SessionCache {
  const known = new Map<string, Known>();
  let revocations = 0;

  function forget(revoked: Revoked): void {
    revocations += 1;
    for (const [key, { actor }] of known) if (rests(actor, revoked)) known.delete(key);
  }

  const unlisten = feed.listen([topic.revocations], (event) => forget(event.subjectId as Revoked));

  async function lookUpKey(key: string, hash: Buffer): Promise<Actor> {
    const revocationsBefore = revocations;
    const found = await findKey(sql, hash, now());
    if (!found) throw refused();
    if (revocations === revocationsBefore) keep(key, found.actor, found.expiresAt);
    return found.actor;
  }

  async function lookUp(key: string, hash: Buffer): Promise<Actor> {
    const revocationsBefore = revocations;
    const row = await readSession(sql, hash, now());
    if (!row) throw refused();
    const session = { personId: row.person_id, sessionId: row.id };
    const actor = { kind: 'person', ...session, operator: row.operator } as const;
    switch (row.lock) {
      case null:
        // A revocation that came meanwhile may have been of this session: then the answer is used once and not kept.
        if (revocations === revocationsBefore) keep(key, actor, new Date(row.expires_at));
        return actor;
      case 'OPEN':
        // Never kept: what one process locks is locked in all of them, and each use puts the auto-lock off.
        return actor;
      case 'LOCKED':
        return { kind: 'locked', ...session };
      case 'TIME_IS_UP':
        await noticeAutoLock(row.id);
        return { kind: 'locked', ...session };
    }
  }

  function keep(key: string, actor: Known['actor'], expiresAt: Date | null): void {
    const oldest = known.keys().next();
    if (known.size >= MOST_SESSIONS && !oldest.done) known.delete(oldest.value);
    const trustedUntil = Math.min(now().getTime() + TRUST_MS, expiresAt?.getTime() ?? Infinity);
    known.set(key, { actor, trustedUntil });
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
      return isKey(token) ? lookUpKey(key, hash) : lookUp(key, hash);
    },
    forget,
    stop: unlisten,
  };
}

/** Whether what is known of a caller rests on the session, the key or the app. */
function rests(actor: Known['actor'], on: Revoked): boolean {
  return actor.kind === 'person' ? actor.sessionId === on : actor.keyId === on || actor.appId === on;
}

/** One statement for all: it finds the session, its person and its lock, and notes the use, though not each one. */
async function readSession(sql: Sql, hash: Buffer, at: Date): Promise<Row | undefined> {
  const now = at.toISOString();
  const [row] = await sql<Row[]>`
    /* session_look_up */
    with seen as (
      update sessions set last_seen_at = ${now}
      where token_hash = ${hash} and last_seen_at < ${minutesBefore(at, 5)} and revoked_at is null
    ), used as (
      update screen_locks l set used_at = ${now} from sessions s
      where s.token_hash = ${hash} and s.revoked_at is null and l.session_id = s.id and l.locked_at is null
        and l.used_at + make_interval(secs => l.auto_lock_seconds) > ${now}
        and l.used_at + make_interval(secs => l.auto_lock_seconds / ${USE_NOTED_PARTS}::float8) <= ${now}
    )
    select s.id, s.person_id, s.expires_at, p.operator, case
        when l.session_id is null then null
        when l.locked_at is not null then 'LOCKED'
        when l.used_at + make_interval(secs => l.auto_lock_seconds) <= ${now} then 'TIME_IS_UP'
        else 'OPEN' end as lock
    from sessions s join people p on p.id = s.person_id left join screen_locks l on l.session_id = s.id
    where s.token_hash = ${hash} and s.revoked_at is null and s.expires_at > ${now}`;
  return row;
}

function minutesBefore(now: Date, minutes: number): string {
  return new Date(now.getTime() - minutes * 60_000).toISOString();
}

function refused(): Fault {
  return new Fault(
    'UNAUTHENTICATED',
    'This token is unknown, expired or revoked: sign in again, or use another key.',
  );
}
