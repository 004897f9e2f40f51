import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { requirePerson, type Ctx } from '../context.ts';
import type { BusinessId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { InvalidInputError } from '../errors.ts';
import { topic } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { parseInput } from '../text.ts';
import type { Hours } from './hours.ts';
import { requireStaff } from './staff.ts';
import { businesses, openingHours } from './tables.ts';

/** Stretches a week at most: three a day. */
const MOST_STRETCHES = 21;

const minute = z.int().min(0).max(1_440);
const SetHours = z.object({
  hours: z
    .array(z.object({ weekday: z.int().min(1).max(7), opensAt: minute, closesAt: minute }))
    .max(MOST_STRETCHES, `A week has ${MOST_STRETCHES} stretches at most.`),
});

/** Sets when a shop is open, by the clock of its market; none: always. */
export async function setOpeningHours(
  ctx: Ctx,
  input: { businessId: BusinessId; hours: readonly Hours[] },
): Promise<void> {
  requirePerson(ctx);
  const { hours } = parseInput(SetHours, input);
  await requireStaff(ctx, input.businessId, 'catalog');
  requireApart(hours);
  await transact(ctx, async (tx) => {
    const { businessId } = input;
    // Two who set them at once take turns: the hours are one of the two and no mixture.
    await tx.db.select().from(businesses).where(eq(businesses.id, businessId)).for('no key update');
    await tx.db.delete(openingHours).where(eq(openingHours.businessId, businessId));
    if (hours.length > 0)
      await tx.db.insert(openingHours).values(hours.map((one) => ({ businessId, ...one })));
    await record(tx, {
      type: 'business.updated',
      subjectId: businessId,
      topics: [topic.catalog(businessId)],
      payload: { partyId: businessId },
    });
  });
}

function requireApart(hours: readonly Hours[]): void {
  const sorted = [...hours].sort((a, b) => a.weekday - b.weekday || a.opensAt - b.opensAt);
  for (const [index, one] of sorted.entries()) {
    const next = sorted[index + 1];
    if (one.opensAt >= one.closesAt) throw new InvalidInputError('A shop closes after it opens.', ['hours']);
    if (next?.weekday === one.weekday && next.opensAt < one.closesAt) {
      throw new InvalidInputError('Two stretches of a day overlap.', ['hours']);
    }
  }
}
