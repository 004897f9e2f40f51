import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { requirePerson, type Ctx } from '../context.ts';
import { once } from '../db/idempotency.ts';
import { newId, type BusinessId } from '../db/id.ts';
import { brokenConstraint, transact } from '../db/transact.ts';
import { InvalidInputError } from '../errors.ts';
import { topic } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { marketByCountry } from '../markets/read.ts';
import { anyText, humanText, idempotencyKey, parseInput } from '../text.ts';
import { HANDLE, HandleTakenError } from './rules.ts';
import { requireStaff } from './staff.ts';
import { businesses, staff } from './tables.ts';

const Create = z.object({
  handle: z.string().regex(HANDLE, 'A handle is 3 to 40 small letters, digits and hyphens.'),
  name: humanText(80),
  description: anyText(2_000).nullish(),
  category: humanText(40),
  country: z.string(),
  idempotencyKey: idempotencyKey.nullish(),
});

/** Opens a business in a market; the caller becomes its owner. */
export async function createBusiness(ctx: Ctx, input: z.input<typeof Create>): Promise<BusinessId> {
  const { personId } = requirePerson(ctx);
  const { handle, name, description, category, country, ...command } = parseInput(Create, input);
  const market = await marketByCountry(ctx, country);
  if (!market) throw new InvalidInputError('Bottega is not in this country yet: see `markets`.', ['country']);
  try {
    const { businessId } = await transact(ctx, (tx) =>
      once(tx, { name: 'businessCreate', key: command.idempotencyKey, input }, async () => {
        const id = newId<'business'>();
        await tx.db.insert(businesses).values({
          id,
          handle,
          name,
          description: description ?? '',
          category,
          country,
          currency: market.currency,
          createdAt: tx.now(),
          updatedAt: tx.now(),
        });
        await tx.db.insert(staff).values({ businessId: id, personId, role: 'OWNER' });
        await record(tx, {
          type: 'business.created',
          subjectId: id,
          topics: [topic.catalog(id)],
          payload: { partyId: id },
        });
        return { businessId: id };
      }),
    );
    return businessId;
  } catch (error) {
    if (brokenConstraint(error) !== 'businesses_handle_key') throw error;
    throw new HandleTakenError(`The handle "${handle}" is taken.`, ['handle']);
  }
}

const Update = z.object({
  name: humanText(80).nullish(),
  description: anyText(2_000).nullish(),
  category: humanText(40).nullish(),
});

/** Changes what is given of a business's profile. */
export async function updateBusiness(
  ctx: Ctx,
  businessId: BusinessId,
  input: z.input<typeof Update>,
): Promise<void> {
  await requireStaff(ctx, businessId, 'profile');
  const { name, description, category } = parseInput(Update, input);
  await transact(ctx, async (tx) => {
    await tx.db
      .update(businesses)
      .set({
        ...(name != null && { name }),
        ...(description != null && { description }),
        ...(category != null && { category }),
        updatedAt: tx.now(),
      })
      .where(eq(businesses.id, businessId));
    await record(tx, {
      type: 'business.updated',
      subjectId: businessId,
      topics: [topic.catalog(businessId)],
      payload: { partyId: businessId },
    });
  });
}
