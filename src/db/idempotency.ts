import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { requirePerson, type Tx } from '../context.ts';
import { UserError } from '../errors.ts';
import { idempotencyKeys } from './tables.ts';

export class IdempotencyConflictError extends UserError {
  readonly code = 'IDEMPOTENCY_CONFLICT';

  constructor() {
    super('This idempotency key was used before with another input: make a new key.', ['idempotencyKey']);
  }
}

export interface Command {
  readonly name: string;
  readonly key: string | null | undefined;
  readonly input: unknown;
}

/**
 * Does `work` once per person and key, in the caller's transaction; a repeat gets the ids that the first one made.
 * Two at the same moment: the second waits on the key's row until the first commits or rolls back.
 */
export async function once<Result extends Readonly<Record<string, string>>>(
  tx: Tx,
  command: Command,
  work: () => Promise<Result>,
): Promise<Result> {
  if (command.key == null) return work();
  const { personId } = requirePerson(tx);
  const mine = and(eq(idempotencyKeys.actorId, personId), eq(idempotencyKeys.key, command.key));
  const requestHash = hashOf(command.input);
  const inserted = await tx.db
    .insert(idempotencyKeys)
    .values({ actorId: personId, key: command.key, command: command.name, requestHash })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  if (inserted.length === 0) {
    const [first] = await tx.db.select().from(idempotencyKeys).where(mine);
    if (!first?.result || first.command !== command.name || first.requestHash !== requestHash) {
      throw new IdempotencyConflictError();
    }
    return first.result as Result;
  }
  const result = await work();
  await tx.db.update(idempotencyKeys).set({ result }).where(mine);
  return result;
}

/** Equal inputs have equal hashes whatever the order of their fields. */
function hashOf(input: unknown): string {
  const canonical = JSON.stringify(input, (_key, value: unknown) => {
    if (typeof value === 'bigint') return value.toString();
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
  return createHash('sha256').update(canonical).digest('hex');
}
