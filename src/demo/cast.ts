import { inArray } from 'drizzle-orm';
import { businesses } from '../businesses/tables.ts';
import { products } from '../catalog/tables.ts';
import type { Ctx } from '../context.ts';
import { newId, type BusinessId, type PersonId, type ProductId } from '../db/id.ts';
import { anyOf } from '../db/read.ts';
import { people } from '../identity/tables.ts';
import { loadedAt } from './clock.ts';
import { DEMO_OPERATOR } from './people.ts';
import { DEMO_SHOPS } from './shops.ts';
import { DEMO_PEOPLE, DEMO_STAFF } from './staff.ts';

/** Who and what of the demo has which id in this database. Each look-up throws for what is not there. */
export interface Cast {
  /** When the demo was loaded into this database. */
  readonly loadedAt: Date;
  /** By key. */
  person(key: string): PersonId;
  /** By handle. */
  shop(handle: string): BusinessId;
  /** Who answers for a shop in its chats: its first agent. */
  agentOf(handle: string): PersonId;
  /** Who has its money. */
  ownerOf(handle: string): PersonId;
  /** By SKU. */
  product(sku: string): ProductId;
}

export async function findCast({ db }: Ctx): Promise<Cast> {
  const phones = DEMO_PEOPLE.map(({ phone }) => phone);
  const found = await db.select().from(people).where(anyOf(people.phone, phones));
  const byPhone = new Map(found.map((person) => [person.phone, person]));
  const byKey = new Map(DEMO_PEOPLE.map(({ key, phone }) => [key, byPhone.get(phone)?.id]));
  const shops = await db
    .select({ id: businesses.id, handle: businesses.handle })
    .from(businesses)
    .where(
      anyOf(
        businesses.handle,
        DEMO_SHOPS.map(({ handle }) => handle),
      ),
    );
  const byHandle = new Map(shops.map(({ id, handle }) => [handle, id]));
  const sold = await db
    .select({ id: products.id, sku: products.sku })
    .from(products)
    .where(inArray(products.businessId, [...byHandle.values()]));
  const bySku = new Map(sold.map(({ id, sku }) => [sku, id]));
  const arrival = byPhone.get(DEMO_OPERATOR.phone)?.createdAt;
  if (!arrival) throw missing(DEMO_OPERATOR.key);
  const person = (key: string) => byKey.get(key) ?? fail(key);
  return {
    loadedAt: loadedAt(arrival),
    person,
    shop: (handle) => byHandle.get(handle) ?? fail(handle),
    agentOf: (handle) => person(workerKey(handle, 'agent')),
    ownerOf: (handle) => person(workerKey(handle, 'owner')),
    product: (sku) => bySku.get(sku) ?? fail(sku),
  };
}

function workerKey(handle: string, as: 'owner' | 'agent'): string {
  const worker = DEMO_STAFF.find(
    ({ role }) => role.kind === 'staff' && role.shop === handle && role.as === as,
  );
  return worker?.key ?? fail(`${as} of ${handle}`);
}

function fail(name: string): never {
  throw missing(name);
}

function missing(name: string): Error {
  return new Error(`The demo market of this database has no ${name}.`);
}

/** A context in which the verbs see a person of the demo as the caller. */
export function as(ctx: Ctx, personId: PersonId): Ctx {
  return { ...ctx, actor: { kind: 'person', personId, sessionId: newId(), operator: false } };
}
