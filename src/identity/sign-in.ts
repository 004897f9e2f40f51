import { and, desc, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Ctx, Tx } from '../context.ts';
import { newId, type PersonId, type SessionId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { InvalidInputError } from '../errors.ts';
import { topic } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { marketByCountry } from '../markets/read.ts';
import { humanText, parseInput } from '../text.ts';
import { parsePhone } from './phone.ts';
import {
  CODE_ATTEMPTS,
  CODES_PER_HOUR,
  SignInRefusedError,
  TooManyAttemptsError,
  codeExpiry,
  sessionExpiry,
} from './rules.ts';
import { hashCode, hashToken, newCode, newToken, sameHash } from './secrets.ts';
import { demoSignIns, people, sessions, signInCodes } from './tables.ts';

/** Sends a one-time code. The answer is the same for known and unknown phones. */
export async function startSignIn(ctx: Ctx, input: { phone: string }): Promise<{ expiresAt: Date }> {
  const { phone, country } = parsePhone(input.phone, ['phone']);
  if (!(await marketByCountry(ctx, country))) {
    throw new InvalidInputError('Bottega is not in the country of this phone yet.', ['phone']);
  }
  const now = ctx.now();
  const expiresAt = codeExpiry(now);
  const code = newCode();
  const isDemo = await transact(ctx, async (tx) => {
    const [demo] = await tx.db.select().from(demoSignIns).where(eq(demoSignIns.phone, phone));
    // Nothing is sent to a demo phone, and its code is no secret: there is nothing to limit.
    if (!demo) await limitCodes(tx, phone, now);
    const codeHash = demo?.codeHash ?? hashCode(phone, code);
    await tx.db.insert(signInCodes).values({ id: newId(), phone, codeHash, createdAt: now, expiresAt });
    return demo !== undefined;
  });
  if (!isDemo) await ctx.app.codes.send(phone, code);
  return { expiresAt };
}

async function limitCodes(tx: Tx, phone: string, now: Date): Promise<void> {
  // Two requests for one phone take turns, so that the count is exact.
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${phone}, 0))`);
  const since = new Date(now.getTime() - 60 * 60_000);
  const recent = await tx.db.$count(
    signInCodes,
    and(eq(signInCodes.phone, phone), gt(signInCodes.createdAt, since)),
  );
  if (recent >= CODES_PER_HOUR) {
    throw new TooManyAttemptsError('Too many codes were asked for: try again in an hour.', ['phone']);
  }
}

const SignIn = z.object({
  code: z.string().regex(/^\d{6}$/, 'A code is six digits.'),
  device: humanText(80),
  name: humanText(80).nullish(),
});

export interface SignedIn {
  readonly personId: PersonId;
  readonly sessionId: SessionId;
  /** Shown this once. */
  readonly token: string;
}

/** Trades a code for a session; the first sign-in of a phone makes its person. */
export async function completeSignIn(
  ctx: Ctx,
  input: { phone: string; code: string; device: string; name?: string | null | undefined },
): Promise<SignedIn> {
  const { phone, country } = parsePhone(input.phone, ['phone']);
  const { code, device, name } = parseInput(SignIn, input);
  const codeId = await spendAttempt(ctx, phone, code);
  const market = await marketByCountry(ctx, country);
  if (!market) throw new InvalidInputError('Bottega is not in the country of this phone yet.', ['phone']);
  return transact(ctx, async (tx) => {
    const used = await tx.db
      .update(signInCodes)
      .set({ usedAt: tx.now() })
      .where(and(eq(signInCodes.id, codeId), isNull(signInCodes.usedAt)))
      .returning({ id: signInCodes.id });
    if (used.length === 0) throw new SignInRefusedError();
    await tx.db
      .insert(people)
      .values({
        id: newId(),
        phone,
        country,
        name: name ?? `Person ${phone.slice(-4)}`,
        language: market.languages[0] ?? 'en',
      })
      .onConflictDoNothing();
    const [person] = await tx.db.select({ id: people.id }).from(people).where(eq(people.phone, phone));
    if (!person) throw new SignInRefusedError();
    return { personId: person.id, ...(await createSession(tx, person.id, device)) };
  });
}

/**
 * Counts the try before it looks at the code, in a statement of its own: a wrong try stays counted, and a
 * hundred tries at once are still five.
 */
async function spendAttempt(ctx: Ctx, phone: string, code: string) {
  // Only the newest code of a phone counts, used or not: sending another one ends those before it.
  const newest = ctx.db
    .select({ id: signInCodes.id })
    .from(signInCodes)
    .where(eq(signInCodes.phone, phone))
    .orderBy(desc(signInCodes.createdAt), desc(signInCodes.id))
    .limit(1);
  const [tried] = await ctx.db
    .update(signInCodes)
    .set({ attempts: sql`${signInCodes.attempts} + 1` })
    .where(
      and(
        eq(signInCodes.id, newest),
        isNull(signInCodes.usedAt),
        gt(signInCodes.expiresAt, ctx.now()),
        lt(signInCodes.attempts, CODE_ATTEMPTS),
      ),
    )
    .returning({ id: signInCodes.id, codeHash: signInCodes.codeHash });
  if (!tried || !sameHash(tried.codeHash, hashCode(phone, code))) throw new SignInRefusedError();
  return tried.id;
}

/** A new session of a person, in the caller's transaction. */
export async function createSession(
  tx: Tx,
  personId: PersonId,
  device: string,
): Promise<{ sessionId: SessionId; token: string }> {
  const sessionId = newId<'session'>();
  const token = newToken();
  const now = tx.now();
  await tx.db.insert(sessions).values({
    id: sessionId,
    personId,
    tokenHash: hashToken(token),
    device,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: sessionExpiry(now),
  });
  await record(tx, {
    type: 'session.created',
    subjectId: sessionId,
    topics: [topic.access(personId)],
    payload: {},
  });
  return { sessionId, token };
}
