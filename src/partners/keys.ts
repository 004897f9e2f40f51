import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { z } from 'zod';
import { requirePerson, type Ctx, type Tx } from '../context.ts';
import { newId, type ApiKeyId, type PartnerAppId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { InvalidInputError, NotFoundError } from '../errors.ts';
import { topic } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { hashToken } from '../identity/secrets.ts';
import { humanText, parseInput } from '../text.ts';
import { lockOwnApp, scopeList } from './apps.ts';
import { MOST_KEYS, TooManyKeysError, requireScopes, type Scope } from './rules.ts';
import { newKey } from './secrets.ts';
import { apiKeys, type ApiKey } from './tables.ts';

export interface MadeKey {
  readonly keyId: ApiKeyId;
  /** Shown this once. */
  readonly key: string;
}

const Create = z.object({ name: humanText(80), scopes: scopeList, expiresAt: z.date().nullish() });

/**
 * Makes a key of an app of the caller's. It takes no idempotency key: the secret is kept nowhere, so that a repeat could
 * not be answered with it. Whoever missed the answer revokes the key that they never saw, and makes another.
 */
export async function createKey(
  ctx: Ctx,
  appId: PartnerAppId,
  input: z.input<typeof Create>,
): Promise<MadeKey> {
  requirePerson(ctx);
  const { name, scopes, expiresAt = null } = parseInput(Create, input);
  if (expiresAt && expiresAt <= ctx.now()) {
    throw new InvalidInputError('This moment is over: a key expires later than now.', ['expiresAt']);
  }
  return transact(ctx, async (tx) => {
    const app = await lockOwnApp(tx, appId);
    requireScopes(app.scopes, scopes);
    return addKey(tx, { appId, name, scopes, expiresAt });
  });
}

/** Writes a new key down. The app is locked, so that the count holds until the commit. */
export async function addKey(
  tx: Tx,
  values: {
    appId: PartnerAppId;
    name: string;
    scopes: Scope[];
    expiresAt: Date | null;
  },
): Promise<MadeKey> {
  const { appId } = values;
  const usable = or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, tx.now()));
  const inUse = await tx.db.$count(apiKeys, and(eq(apiKeys.appId, appId), isNull(apiKeys.revokedAt), usable));
  if (inUse >= MOST_KEYS) throw new TooManyKeysError(`An app has ${MOST_KEYS} keys at most: revoke one.`);
  const keyId = newId<'apiKey'>();
  const key = newKey();
  await tx.db.insert(apiKeys).values({
    ...values,
    id: keyId,
    madeUntil: values.expiresAt,
    tokenHash: hashToken(key),
    last4: key.slice(-4),
    createdAt: tx.now(),
  });
  if (values.expiresAt) await tx.app.jobs.enqueue(tx, 'key.expire', { keyId }, values.expiresAt);
  await record(tx, {
    type: 'key.created',
    subjectId: keyId,
    topics: [topic.app(appId)],
    payload: { appId, keyId },
  });
  return { keyId, key };
}

/** Ends a key at once: its requests are refused and its live streams end. Again, it changes nothing. */
export async function revokeKey(ctx: Ctx, keyId: ApiKeyId): Promise<void> {
  requirePerson(ctx);
  await transact(ctx, async (tx) => endKey(tx, await lockOwnKey(tx, keyId)));
}

/** A key of one of the caller's apps, with the app locked before it. */
export async function lockOwnKey(tx: Tx, keyId: ApiKeyId): Promise<ApiKey> {
  const missing = new NotFoundError('API key', ['keyId']);
  const [found] = await tx.db.select({ appId: apiKeys.appId }).from(apiKeys).where(eq(apiKeys.id, keyId));
  if (!found) throw missing;
  await lockOwnApp(tx, found.appId, missing);
  const key = await lockKey(tx, keyId);
  if (!key) throw missing;
  return key;
}

export async function lockKey(tx: Tx, keyId: ApiKeyId): Promise<ApiKey | null> {
  const [key] = await tx.db.select().from(apiKeys).where(eq(apiKeys.id, keyId)).for('update');
  return key ?? null;
}

/** Revokes a key that is locked, unless that was done before. */
export async function endKey(tx: Tx, { id, appId, revokedAt }: ApiKey): Promise<void> {
  if (revokedAt) return;
  await tx.db.update(apiKeys).set({ revokedAt: tx.now() }).where(eq(apiKeys.id, id));
  await record(tx, {
    type: 'key.revoked',
    subjectId: id,
    topics: [topic.revocations, topic.access(id), topic.app(appId)],
    payload: { appId, keyId: id },
  });
  tx.afterCommit(() => tx.app.sessions.forget(id));
}
