import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { requirePerson, type Ctx, type Tx } from '../context.ts';
import { UserError, type UserErrorCode } from '../errors.ts';
import { availableOf, type Money } from '../money.ts';
import type { PartnerAppId, PersonId } from './id.ts';
import { idempotencyKeys, type Refusal } from './tables.ts';
import { transact } from './transact.ts';

export class IdempotencyConflictError extends UserError {
  readonly code = 'IDEMPOTENCY_CONFLICT';

  constructor() {
    super('This idempotency key was used before with another input: make a new key.', ['idempotencyKey']);
  }
}

/** What the key was answered the first time. */
export class KeptRefusalError extends UserError {
  readonly code: UserErrorCode;
  readonly available: Money | null;

  constructor({ code, message, path, available }: Refusal) {
    super(message, path);
    this.code = code;
    this.available = available ? { ...available, minor: BigInt(available.minor) } : null;
  }
}

/** A user error as it is kept. */
function refusalOf(error: UserError): Refusal {
  const { code, message, path } = error;
  const available = availableOf(error);
  return {
    code,
    message,
    path,
    ...(available && { available: { ...available, minor: `${available.minor}` } }),
  };
}

export interface Command {
  readonly name: string;
  readonly key: string | null | undefined;
  readonly input: unknown;
  /** Whether the key is never forgotten; otherwise it is after some months, see prune.ts. */
  readonly forGood?: true;
}

/**
 * Does `work` once per person, or partner app, and key, in the caller's transaction; a repeat gets the ids that the first
 * one made. Two at the same moment: the second waits on the key's row until the first commits or rolls back.
 */
export async function once<Result extends Readonly<Record<string, string>>>(
  tx: Tx,
  command: Command,
  work: () => Promise<Result>,
): Promise<Result> {
  if (command.key == null) return work();
  const actorId = whose(tx);
  const mine = and(eq(idempotencyKeys.actorId, actorId), eq(idempotencyKeys.key, command.key));
  const requestHash = hashOf(command.input);
  const inserted = await tx.db
    .insert(idempotencyKeys)
    .values({
      actorId,
      key: command.key,
      command: command.name,
      requestHash,
      forGood: command.forGood ?? false,
    })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  if (inserted.length === 0) {
    const [first] = await tx.db.select().from(idempotencyKeys).where(mine);
    if (first?.command !== command.name || first.requestHash !== requestHash) {
      throw new IdempotencyConflictError();
    }
    if (first.refusal) throw new KeptRefusalError(first.refusal);
    return first.result as Result;
  }
  const result = await work();
  await tx.db.update(idempotencyKeys).set({ result }).where(mine);
  return result;
}

/**
 * Refusals that say nothing of the command but of the house, like an outage: what is switched off today may be on
 * tomorrow, and a key that was kept for it would never pay again.
 */
const PASSING: ReadonlySet<UserErrorCode> = new Set(['FEATURE_UNAVAILABLE']);

/**
 * Like `once`, in a transaction of its own, and a refusal is kept as well: where money moves, the answer to a key never
 * changes. Who was told that the balance is too low may forget the key, and nothing happens when it comes again.
 */
export async function onceForGood<Result extends Readonly<Record<string, string>>>(
  ctx: Ctx,
  given: Command,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  const command = { ...given, forGood: true } as const;
  try {
    return await transact(ctx, (tx) => once(tx, command, () => work(tx)));
  } catch (error) {
    const isKept = error instanceof KeptRefusalError || error instanceof IdempotencyConflictError;
    if (!(error instanceof UserError) || isKept || command.key == null) throw error;
    if (PASSING.has(error.code)) throw error;
    const answered = await transact(ctx, (tx) => keepRefusal<Result>(tx, command, refusalOf(error)));
    // Somebody else used the key while this one was refused: theirs is the answer.
    if (answered) return answered;
    throw error;
  }
}

/** Null when it is kept; the result of another use of the key when that was first. */
async function keepRefusal<Result extends Readonly<Record<string, string>>>(
  tx: Tx,
  command: Command,
  refusal: Refusal,
): Promise<Result | null> {
  const kept = await tx.db
    .insert(idempotencyKeys)
    .values({
      actorId: whose(tx),
      key: command.key ?? '',
      command: command.name,
      requestHash: hashOf(command.input),
      refusal,
      forGood: true,
    })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  if (kept.length > 0) return null;
  return once<Result>(tx, command, () => Promise.reject(new Error('the key vanished')));
}

/** An app's keys are its own whichever of its API keys it calls with: it may get a new one between two tries. */
function whose(tx: Tx): PersonId | PartnerAppId {
  return tx.actor.kind === 'app' ? tx.actor.appId : requirePerson(tx).personId;
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
