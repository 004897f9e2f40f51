import { colleaguesOf } from '../businesses/read.ts';
import { viewerId, type Actor, type Ctx } from '../context.ts';
import type { PersonId } from '../db/id.ts';
import { peopleByIds, type Person } from '../identity/read.ts';
import { grantedBusinesses } from '../partners/grants.ts';

/**
 * The people that the caller may know of: themselves, whom they talk to, the customers and colleagues of their shops; for
 * operators those who asked the platform, and who works on that; for apps the customers of the orders that they may read.
 */
export async function peopleInReach(ctx: Ctx, ids: readonly PersonId[]): Promise<(Person | null)[]> {
  const reach = await reachOf(ctx, ids);
  if (reach.size === 0) return ids.map(() => null);
  const people = await peopleByIds(ctx, ids);
  return people.map((person) => (person && reach.has(person.id) ? person : null));
}

async function reachOf(ctx: Ctx, ids: readonly PersonId[]): Promise<Set<PersonId>> {
  if (ctx.actor.kind === 'app') return new Set(await customersOf(ctx, ctx.actor, ids));
  const me = viewerId(ctx);
  if (!me) return new Set();
  if (ids.every((id) => id === me)) return new Set([me]);
  const [partners, colleagues] = await Promise.all([partnersOf(ctx, me, ids), colleaguesOf(ctx, me, ids)]);
  return new Set([me, ...partners, ...colleagues]);
}

/** Who has ordered from a business that lets the app read its orders. */
async function customersOf(
  ctx: Ctx,
  { appId, scopes }: Extract<Actor, { kind: 'app' }>,
  ids: readonly PersonId[],
): Promise<PersonId[]> {
  if (!scopes.includes('READ_ORDERS')) return [];
  const businesses = await grantedBusinesses(ctx, appId, 'READ_ORDERS');
  const rows = await ctx.sql<{ id: PersonId }[]>`
    /* people_customers_of_app */
    select id from unnest(${[...ids]}::uuid[]) as p (id)
    where exists (select from orders o where o.person_id = p.id and o.business_id = any(${businesses}))`;
  return rows.map((row) => row.id);
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
