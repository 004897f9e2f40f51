import { and, eq } from 'drizzle-orm';
import { requireOperator, type Ctx } from '../context.ts';
import { transact } from '../db/transact.ts';
import { NotFoundError } from '../errors.ts';
import { parsePhone } from '../identity/phone.ts';
import { personByPhone } from '../identity/read.ts';
import { marketByCountry } from './read.ts';
import { pilotMembers } from './tables.ts';

/**
 * Takes a person, known by phone, into the pilots of a country, whatever share of its people is in, or out of them
 * again: then the share decides, as for everybody. For operators.
 */
export async function setPilotMember(
  ctx: Ctx,
  input: { country: string; phone: string; isMember: boolean },
): Promise<void> {
  requireOperator(ctx);
  const { country, isMember } = input;
  const { phone } = parsePhone(input.phone, ['phone']);
  if (!(await marketByCountry(ctx, country))) throw new NotFoundError('market', ['country']);
  const person = await personByPhone(ctx, phone);
  if (!person) throw new NotFoundError('person with this phone', ['phone']);
  const personId = person.id;
  await transact(ctx, async ({ db }) => {
    if (isMember) {
      await db.insert(pilotMembers).values({ country, personId }).onConflictDoNothing();
    } else {
      await db
        .delete(pilotMembers)
        .where(and(eq(pilotMembers.country, country), eq(pilotMembers.personId, personId)));
    }
  });
}
