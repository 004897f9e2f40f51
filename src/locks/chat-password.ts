import type { Ctx, Tx } from '../context.ts';
import type { PersonId } from '../db/id.ts';
import { hashPassword } from './passwords.ts';
import { tooManyTries, wrongPassword } from './rules.ts';
import { tryPassword } from './try-password.ts';

const PATH = ['password'];

/** The hash of the password in front of a person's locked conversations, when the one given is right; null for none. */
export async function proveChatPassword(
  ctx: Ctx,
  personId: PersonId,
  password: string,
): Promise<string | null> {
  const tried = { table: 'chat_lock_passwords', key: 'person_id', id: personId } as const;
  const outcome = await tryPassword(ctx, tried, password);
  switch (outcome.kind) {
    case 'right':
      return outcome.passwordHash;
    case 'none':
      return null;
    case 'wrong':
      throw wrongPassword(outcome.tries, PATH);
    case 'wait':
      throw tooManyTries(outcome.retryAt, PATH);
  }
}

/** The same for who locks: the first password of a person becomes theirs. */
export async function proveOrSetChatPassword(
  ctx: Ctx,
  personId: PersonId,
  password: string,
): Promise<string> {
  const proven = await proveChatPassword(ctx, personId, password);
  if (proven !== null) return proven;
  const passwordHash = await hashPassword(password);
  const set = await ctx.sql`
    insert into chat_lock_passwords (person_id, password_hash, created_at)
    values (${personId}, ${passwordHash}, ${ctx.now().toISOString()})
    on conflict do nothing`;
  // Two first ones at once: the other device was quicker, and its password counts.
  return set.count > 0 ? passwordHash : proveOrSetChatPassword(ctx, personId, password);
}

/** Throws unless it is the person's password still, and keeps it so until the commit. */
export async function holdChatPassword(tx: Tx, personId: PersonId, passwordHash: string): Promise<void> {
  const held = await tx.sql`
    select from chat_lock_passwords
    where person_id = ${personId} and password_hash = ${passwordHash} for key share`;
  if (held.count === 0) throw wrongPassword(1, PATH);
}

export async function forgetChatPassword(tx: Tx, personId: PersonId): Promise<void> {
  await tx.sql`delete from chat_lock_passwords where person_id = ${personId}`;
}
