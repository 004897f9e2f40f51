import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { requirePerson, type Ctx, type Tx } from '../context.ts';
import { once } from '../db/idempotency.ts';
import { newId, type PartnerAppId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { NotFoundError } from '../errors.ts';
import { topic } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { anyText, humanText, idempotencyKey, parseInput } from '../text.ts';
import { SCOPE_NAMES, sameScopes } from './rules.ts';
import { partnerApps, type PartnerApp } from './tables.ts';

/** As they stand in the list of all, each once, so that equal sets are equal lists. */
export const scopeList = z
  .array(z.enum(SCOPE_NAMES))
  .min(1, 'Name at least one scope.')
  .transform((given) => SCOPE_NAMES.filter((scope) => given.includes(scope)));

const Create = z.object({
  name: humanText(80),
  description: anyText(2_000).nullish(),
  scopes: scopeList,
  idempotencyKey: idempotencyKey.nullish(),
});

/** Registers a partner app, which the caller owns from then on. */
export async function createApp(ctx: Ctx, input: z.input<typeof Create>): Promise<PartnerAppId> {
  const { personId } = requirePerson(ctx);
  const { name, description, scopes, ...command } = parseInput(Create, input);
  const { appId } = await transact(ctx, (tx) =>
    once(tx, { name: 'partnerAppCreate', key: command.idempotencyKey, input }, async () => {
      const id = newId<'partnerApp'>();
      const now = tx.now();
      await tx.db.insert(partnerApps).values({
        id,
        ownerId: personId,
        name,
        description: description ?? '',
        scopes,
        createdAt: now,
        updatedAt: now,
      });
      await record(tx, {
        type: 'app.created',
        subjectId: id,
        topics: [topic.app(id)],
        payload: { appId: id },
      });
      return { appId: id };
    }),
  );
  return appId;
}

const Update = z.object({
  name: humanText(80).nullish(),
  description: anyText(2_000).nullish(),
  scopes: scopeList.nullish(),
});

/**
 * Changes what is given of an app of the caller's. A scope that is taken away is taken from its keys and its grants at
 * once, though these keep it written: they may use it again when the app asks for it again.
 */
export async function updateApp(ctx: Ctx, appId: PartnerAppId, input: z.input<typeof Update>): Promise<void> {
  requirePerson(ctx);
  const { name, description, scopes } = parseInput(Update, input);
  await transact(ctx, async (tx) => {
    const app = await lockOwnApp(tx, appId);
    await tx.db
      .update(partnerApps)
      .set({
        ...(name != null && { name }),
        ...(description != null && { description }),
        ...(scopes != null && { scopes }),
        updatedAt: tx.now(),
      })
      .where(eq(partnerApps.id, appId));
    const changesAccess = scopes != null && !sameScopes(scopes, app.scopes);
    await record(tx, {
      type: 'app.updated',
      subjectId: appId,
      topics: [topic.app(appId), ...(changesAccess ? [topic.revocations, topic.access(appId)] : [])],
      payload: { appId },
    });
    if (changesAccess) tx.afterCommit(() => tx.app.sessions.forget(appId));
  });
}

/** An app of the caller's, so that nothing else changes it or its keys meanwhile. */
export async function lockOwnApp(
  tx: Tx,
  appId: PartnerAppId,
  missing = new NotFoundError('partner app', ['appId']),
): Promise<PartnerApp> {
  const { personId } = requirePerson(tx);
  const [app] = await tx.db
    .select()
    .from(partnerApps)
    .where(and(eq(partnerApps.id, appId), eq(partnerApps.ownerId, personId)))
    .for('update');
  if (!app) throw missing;
  return app;
}
