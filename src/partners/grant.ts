import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { requireStaff } from '../businesses/staff.ts';
import { requirePerson, type Ctx, type Tx } from '../context.ts';
import type { BusinessId, PartnerAppId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { NotFoundError } from '../errors.ts';
import { topic } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { parseInput } from '../text.ts';
import { scopeList } from './apps.ts';
import { requireGrantable, requireScopes, sameScopes, type Scope } from './rules.ts';
import { partnerApps, partnerGrants } from './tables.ts';

export interface Grant {
  readonly businessId: BusinessId;
  readonly appId: PartnerAppId;
}

const Grantable = z.object({ scopes: scopeList });

/** Lets an app act for a business of the caller's, within the scopes; a repeat replaces what was granted before. */
export async function grantApp(ctx: Ctx, input: Grant & { scopes: readonly Scope[] }): Promise<void> {
  const { personId } = requirePerson(ctx);
  const { businessId, appId } = input;
  const { scopes } = parseInput(Grantable, { scopes: input.scopes });
  await requireStaff(ctx, businessId, 'partners');
  requireGrantable(scopes);
  await transact(ctx, async (tx) => {
    // Locked first, as every change of an app's access is: two of them take turns.
    const [app] = await tx.db.select().from(partnerApps).where(eq(partnerApps.id, appId)).for('update');
    if (!app) throw new NotFoundError('partner app', ['appId']);
    requireScopes(app.scopes, scopes);
    const [before] = await tx.db.select().from(partnerGrants).where(theGrant(input));
    if (before && sameScopes(before.scopes, scopes)) return;
    const now = tx.now();
    const granted = { scopes, grantedBy: personId, updatedAt: now };
    await tx.db
      .insert(partnerGrants)
      .values({ appId, businessId, createdAt: now, ...granted })
      .onConflictDoUpdate({ target: [partnerGrants.appId, partnerGrants.businessId], set: granted });
    await recordGrant(tx, 'app.granted', input);
  });
}

/** Takes back what was granted: from then on the app sees nothing of the business any more. */
export async function withdrawGrant(ctx: Ctx, grant: Grant): Promise<void> {
  await requireStaff(ctx, grant.businessId, 'partners');
  await transact(ctx, async (tx) => {
    await tx.db
      .select({ id: partnerApps.id })
      .from(partnerApps)
      .where(eq(partnerApps.id, grant.appId))
      .for('update');
    const withdrawn = await tx.db
      .delete(partnerGrants)
      .where(theGrant(grant))
      .returning({ appId: partnerGrants.appId });
    if (withdrawn.length === 0) throw new NotFoundError('grant', ['appId']);
    await recordGrant(tx, 'app.grant_withdrawn', grant);
  });
}

const theGrant = ({ appId, businessId }: Grant) =>
  and(eq(partnerGrants.appId, appId), eq(partnerGrants.businessId, businessId));

/** The app's streams check again what they may see, in log order; other businesses hear nothing of it. */
function recordGrant(
  tx: Tx,
  type: 'app.granted' | 'app.grant_withdrawn',
  { appId, businessId }: Grant,
): Promise<void> {
  return record(tx, {
    type,
    subjectId: appId,
    topics: [topic.access(appId), topic.app(appId)],
    payload: { appId, partyId: businessId },
  });
}
