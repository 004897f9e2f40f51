import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { requirePerson, type Ctx } from '../context.ts';
import type { PersonId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { topic } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { humanText, parseInput } from '../text.ts';
import { people } from './tables.ts';

const Update = z.object({
  name: humanText(80).nullish(),
  language: z
    .string()
    .regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'A language is a tag such as hi or en-IN.')
    .nullish(),
});

/** Changes what is given of the caller's own profile. */
export async function updatePerson(
  ctx: Ctx,
  input: { name?: string | null | undefined; language?: string | null | undefined },
): Promise<PersonId> {
  const { personId } = requirePerson(ctx);
  const { name, language } = parseInput(Update, input);
  await transact(ctx, async (tx) => {
    await tx.db
      .update(people)
      .set({ ...(name != null && { name }), ...(language != null && { language }), updatedAt: tx.now() })
      .where(eq(people.id, personId));
    await record(tx, {
      type: 'person.updated',
      subjectId: personId,
      topics: [topic.inbox(personId)],
      payload: { partyId: personId },
    });
  });
  return personId;
}
