import { colleaguesOf } from '../businesses/read.ts';
import { viewerId, type Ctx } from '../context.ts';
import type { PersonId } from '../db/id.ts';
import { peopleByIds, type Person } from '../identity/read.ts';

/**
 * The people that the caller may know of: themselves, whom they talk to, the customers and colleagues of their shops; for
 * operators those who asked the platform, and who works on that.
 */
export async function peopleInReach(ctx: Ctx, ids: readonly PersonId[]): Promise<(Person | null)[]> {
  const me = viewerId(ctx);
  if (!me) return ids.map(() => null);
  const reach = new Set<PersonId>([me]);
  if (ids.some((id) => id !== me)) {
    const [partners, colleagues] = await Promise.all([partnersOf(ctx, me, ids), colleaguesOf(ctx, me, ids)]);
    for (const id of [...partners, ...colleagues]) reach.add(id);
  }
  const people = await peopleByIds(ctx, ids);
  return people.map((person) => (person && reach.has(person.id) ? person : null));
}

async function partnersOf(ctx: Ctx, me: PersonId, ids: readonly PersonId[]): Promise<PersonId[]> {
  const operator = ctx.actor.kind === 'person' && ctx.actor.operator;
  const rows = await ctx.sql<{ id: PersonId }[]>`
    /* people_partners */
    select other_person_id as id from conversations where person_id = ${me} and other_person_id = any(${[...ids]})
    union select person_id from conversations where other_person_id = ${me} and person_id = any(${[...ids]})
    union select c.person_id from conversations c join staff s on s.business_id = c.business_id
      where s.person_id = ${me} and c.person_id = any(${[...ids]})
    union select unnest(array[opener_id, assignee_id]) from tickets
      where ${operator} and desk = 'PLATFORM' and (opener_id = any(${[...ids]}) or assignee_id = any(${[...ids]}))`;
  return rows.map((row) => row.id);
}
