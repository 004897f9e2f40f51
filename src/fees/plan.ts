import { z } from 'zod';
import { requireStaff } from '../businesses/staff.ts';
import { requirePerson, type Ctx } from '../context.ts';
import { once } from '../db/idempotency.ts';
import type { BusinessId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { topic } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { idempotencyKey, parseInput } from '../text.ts';
import type { FeePlan } from './rules.ts';

const Choice = z.object({ idempotencyKey: idempotencyKey.nullish() });

export interface SetPlan {
  readonly businessId: BusinessId;
  readonly plan: FeePlan;
  readonly idempotencyKey?: string | null | undefined;
}

/**
 * Chooses the plan of a business from the first day of its next month on; again, before that, chooses another one. The
 * running month is left as it was begun.
 */
export async function setPlan(ctx: Ctx, input: SetPlan): Promise<void> {
  requirePerson(ctx);
  const fields = parseInput(Choice, input);
  const { businessId, plan } = input;
  await requireStaff(ctx, businessId, 'money');
  await transact(ctx, (tx) =>
    once(tx, { name: 'businessPlanSet', key: fields.idempotencyKey, input }, async () => {
      const now = tx.now().toISOString();
      await tx.sql`
        /* business_plan_set */
        insert into business_plans (business_id, plan, from_period, created_at)
        select b.id, ${plan},
               date_trunc('month', ${now}::timestamptz at time zone m.time_zone) + interval '1 month', ${now}
        from businesses b join markets m on m.country = b.country where b.id = ${businessId}
        on conflict (business_id, from_period) do update set plan = excluded.plan, created_at = excluded.created_at`;
      await record(tx, {
        type: 'plan.changed',
        subjectId: businessId,
        topics: [topic.fees(businessId)],
        payload: { partyId: businessId },
      });
      return { businessId };
    }),
  );
}
