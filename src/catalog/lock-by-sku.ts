import type { Ctx, Tx } from '../context.ts';
import { decodeId, type BusinessId, type ProductId } from '../db/id.ts';

// How lists from outside find the products of a shop: by SKU, and what has none by its public id.

/**
 * Our own lists call a product without a SKU by its public id (see feedId), which is where it is found again. By what the
 * list calls them.
 */
export async function findBare(
  ctx: Ctx,
  businessId: BusinessId,
  skus: readonly string[],
): Promise<Map<ProductId, string>> {
  const named = new Map<string, string>();
  for (const sku of skus) {
    const id = decodeId(sku);
    if (id?.prefix === 'prd') named.set(id.uuid, sku);
  }
  if (named.size === 0) return new Map();
  const rows = await ctx.sql<{ id: ProductId }[]>`
    /* products_bare */
    select id from products
    where business_id = ${businessId} and id = any(${[...named.keys()]}) and sku is null`;
  return new Map(rows.map(({ id }) => [id, named.get(id) ?? id]));
}

/**
 * Locks the products and their stock in the order of the house: all of them by one statement, since an order that takes
 * two of them would deadlock with two. By what the list calls them; without those that are called otherwise by now.
 */
export async function lockBySku(
  tx: Tx,
  businessId: BusinessId,
  skus: readonly string[],
  bare: ReadonlyMap<ProductId, string>,
): Promise<Map<string, ProductId>> {
  const rows = await tx.sql<Named[]>`
    /* products_lock_by_sku */
    select p.id, p.sku from products p join stock s on s.product_id = p.id
    where p.id in (
      select id from products where business_id = ${businessId} and sku = any(${[...skus]})
      union all select unnest(${[...bare.keys()]}::uuid[])
    )
    order by p.id for no key update`;
  return bySku(rows, bare);
}

/** The same without a lock. */
export async function findBySku(
  ctx: Ctx,
  businessId: BusinessId,
  skus: readonly string[],
): Promise<Map<string, ProductId>> {
  const bare = await findBare(ctx, businessId, skus);
  const rows = await ctx.sql<Named[]>`
    /* products_by_sku */
    select id, sku from products where business_id = ${businessId} and sku = any(${[...skus]})
    union all select unnest(${[...bare.keys()]}::uuid[]), null`;
  return bySku(rows, bare);
}

interface Named {
  readonly id: ProductId;
  readonly sku: string | null;
}

function bySku(rows: readonly Named[], bare: ReadonlyMap<ProductId, string>): Map<string, ProductId> {
  const ids = new Map<string, ProductId>();
  for (const { id, sku } of rows) {
    const name = sku ?? bare.get(id) ?? id;
    if (sku !== null || !ids.has(name)) ids.set(name, id);
  }
  return ids;
}
