import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { requireSession, type Ctx } from '../context.ts';
import type { PersonId, SessionId } from '../db/id.ts';
import { anyOf, byId } from '../db/read.ts';
import { rowsOf, type RawRow } from '../db/rows.ts';
import { people, sessions, type Person, type Session } from './tables.ts';

export type { Person, Session };

const personRows = rowsOf(people, 'p');

export async function peopleByIds(ctx: Ctx, ids: readonly PersonId[]): Promise<(Person | null)[]> {
  const rows = await ctx.sql<RawRow[]>`
    /* people_by_ids */
    select ${personRows.columns(ctx.sql)} from people p where p.id = any(${[...ids]})`;
  return byId(ids, rows.map(personRows.read));
}

export async function personByPhone(ctx: Ctx, phone: string): Promise<Person | null> {
  const [person] = await ctx.db.select().from(people).where(eq(people.phone, phone));
  return person ?? null;
}

/** The person's devices that are signed in, newest first. */
export function activeSessions(ctx: Ctx, personId: PersonId): Promise<Session[]> {
  return ctx.db
    .select()
    .from(sessions)
    .where(
      and(eq(sessions.personId, personId), isNull(sessions.revokedAt), gt(sessions.expiresAt, ctx.now())),
    )
    .orderBy(desc(sessions.id));
}

/** Sessions of the one who asks, locked or not; null for all others. */
export async function ownSessionsByIds(ctx: Ctx, ids: readonly SessionId[]): Promise<(Session | null)[]> {
  const rows = await ctx.db
    .select()
    .from(sessions)
    .where(and(anyOf(sessions.id, ids), eq(sessions.personId, requireSession(ctx).personId)));
  return byId(ids, rows);
}

/** When a session signed in: some things are only for who has just proved the phone. */
export async function signedInAt(ctx: Ctx, sessionId: SessionId): Promise<Date | null> {
  const [session] = await ctx.db
    .select({ createdAt: sessions.createdAt })
    .from(sessions)
    .where(eq(sessions.id, sessionId));
  return session?.createdAt ?? null;
}

/** Whether a session is still signed in; live streams ask when something about it changed. */
export async function isSessionActive(ctx: Ctx, sessionId: SessionId): Promise<boolean> {
  const [session] = await ctx.db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt), gt(sessions.expiresAt, ctx.now())));
  return session !== undefined;
}
