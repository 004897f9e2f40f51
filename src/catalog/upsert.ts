import type { Tx } from '../context.ts';
import { newId, type BusinessId, type ProductId } from '../db/id.ts';
import { topic, type EventType } from '../events/catalogue.ts';
import { recordAll } from '../events/record.ts';
import type { CurrencyCode } from '../money.ts';
import type { SaleColumns } from './input.ts';
import { findBare, lockBySku } from './lock-by-sku.ts';

/** What becomes of the stock: it is set (null: it is not counted), kept, or there is some where none was counted. */
export type StockWanted =
  | { readonly kind: 'SET'; readonly free: number | null }
  | { readonly kind: 'KEEP' }
  | { readonly kind: 'SOME' };

/** A product as a list from outside has it. What is null the list does not say: it stays as it is. */
export interface CatalogItem {
  readonly sku: string;
  readonly name: string;
  readonly description: string | null;
  readonly priceMinor: bigint;
  readonly sale: SaleColumns | null;
  readonly state: 'ACTIVE' | 'ARCHIVED' | null;
  readonly stock: StockWanted;
}

export interface Upserted {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/**
 * Makes or changes many products of a shop by their SKU, each of which is in the list once, in a few statements however many.
 * The items have passed the rules of products that are made by hand; what is the same already is not touched.
 */
export async function upsertProducts(
  tx: Tx,
  business: { readonly id: BusinessId; readonly currency: CurrencyCode },
  items: readonly CatalogItem[],
): Promise<Upserted> {
  if (items.length === 0) return { created: 0, updated: 0, unchanged: 0 };
  const skus = items.map(({ sku }) => sku);
  const bare = await findBare(tx, business.id, skus);
  const called = new Set(bare.values());
  const created = await insertNew(tx, business, json(items.filter(({ sku }) => !called.has(sku))));
  const isNew = new Set<string>(created);
  const ids = await lockBySku(tx, business.id, skus, bare);
  // A SKU was given to another product since the insert found it taken: the whole batch is tried again.
  if (items.some(({ sku }) => !ids.has(sku))) throw new Error('a SKU changed hands meanwhile');
  const before = items.filter(({ sku }) => !isNew.has(ids.get(sku) ?? sku));
  const rows = before.length > 0 ? json(before, ids) : null;
  const updated = rows === null ? [] : await updateKnown(tx, rows);
  const counted = rows === null ? [] : await setStockOf(tx, rows);
  await recordProducts(tx, business.id, 'product.created', created);
  await recordProducts(tx, business.id, 'product.updated', updated);
  await recordProducts(tx, business.id, 'stock.set', counted);
  const changed = new Set([...updated, ...counted]).size;
  return { created: created.length, updated: changed, unchanged: before.length - changed };
}

/** The rows for a statement, with the ids of the products that are known. */
function json(items: readonly CatalogItem[], ids?: ReadonlyMap<string, ProductId>): string {
  return JSON.stringify(items.map((item) => rowOf(item, ids?.get(item.sku) ?? newId<'product'>())));
}

function rowOf({ sale, stock, priceMinor, ...item }: CatalogItem, id: ProductId) {
  return {
    ...item,
    id,
    price_minor: String(priceMinor),
    keeps_sale: sale === null,
    sale_price_minor: sale?.salePriceMinor == null ? null : String(sale.salePriceMinor),
    sale_starts_at: sale?.saleStartsAt ?? null,
    sale_ends_at: sale?.saleEndsAt ?? null,
    stock: stock.kind,
    free: stock.kind === 'SET' ? stock.free : null,
  };
}

const recordset = (tx: Tx, rows: string) => tx.sql`
  select * from jsonb_to_recordset(${rows}::text::jsonb) as r (
    id uuid, sku text, name text, description text, price_minor bigint, keeps_sale boolean, sale_price_minor bigint,
    sale_starts_at timestamptz, sale_ends_at timestamptz, state text, stock text, free bigint)`;

type Ids = { id: ProductId }[];
const idsOf = (rows: Ids): ProductId[] => rows.map(({ id }) => id);

/** Two lists at once wait for each other in the order of the SKUs. */
async function insertNew(
  tx: Tx,
  { id, currency }: { readonly id: BusinessId; readonly currency: CurrencyCode },
  rows: string,
): Promise<ProductId[]> {
  return idsOf(
    await tx.sql<Ids>`
      /* products_upsert_insert */
      with r as materialized (${recordset(tx, rows)}), added as (
        insert into products (id, business_id, sku, name, description, state, currency, price_minor,
                              sale_price_minor, sale_starts_at, sale_ends_at)
        select id, ${id}, sku, name, coalesce(description, ''), coalesce(state, 'ACTIVE'), ${currency}, price_minor,
               sale_price_minor, sale_starts_at, sale_ends_at
        from r order by sku
        on conflict (business_id, sku) do nothing returning id
      ), shelves as (
        insert into stock (product_id, tracked, received)
        select id, r.free is not null, coalesce(r.free, 0) from r join added using (id)
      )
      select id from added`,
  );
}

/** A sale that the list does not speak of goes on while it is below the new price. */
async function updateKnown(tx: Tx, rows: string): Promise<ProductId[]> {
  return idsOf(
    await tx.sql<Ids>`
      /* products_upsert_update */
      with wanted as (
        select p.id, r.name, coalesce(r.description, p.description) as description, r.price_minor,
               coalesce(r.state, p.state) as state,
               case when not r.keeps_sale then r.sale_price_minor when k.goes_on then p.sale_price_minor end as sale,
               case when not r.keeps_sale then r.sale_starts_at when k.goes_on then p.sale_starts_at end as starts_at,
               case when not r.keeps_sale then r.sale_ends_at when k.goes_on then p.sale_ends_at end as ends_at
        from products p join (${recordset(tx, rows)}) r on r.id = p.id
        cross join lateral (select p.sale_price_minor < r.price_minor as goes_on) k
      )
      update products p set name = w.name, description = w.description, price_minor = w.price_minor, state = w.state,
        sale_price_minor = w.sale, sale_starts_at = w.starts_at, sale_ends_at = w.ends_at,
        updated_at = ${tx.now().toISOString()}
      from wanted w
      where p.id = w.id
        and (p.name, p.description, p.price_minor, p.state, p.sale_price_minor, p.sale_starts_at, p.sale_ends_at)
            is distinct from (w.name, w.description, w.price_minor, w.state, w.sale, w.starts_at, w.ends_at)
      returning p.id`,
  );
}

/** By the rules of stockSet: what is held and sold is not touched, only what was received moves. */
async function setStockOf(tx: Tx, rows: string): Promise<ProductId[]> {
  return idsOf(
    await tx.sql<Ids>`
      /* products_upsert_stock */
      with wanted as (
        select s.product_id, r.free is not null as tracked, s.sold + s.held + coalesce(r.free, 0) as received
        from stock s join (${recordset(tx, rows)}) r on r.id = s.product_id
        where (r.stock = 'SET' or (r.stock = 'SOME' and s.tracked and s.free = 0))
      )
      update stock s set tracked = w.tracked, received = w.received
      from wanted w
      where s.product_id = w.product_id and (s.tracked, s.received) is distinct from (w.tracked, w.received)
      returning s.product_id as id`,
  );
}

async function recordProducts(
  tx: Tx,
  businessId: BusinessId,
  type: Extract<EventType, 'product.created' | 'product.updated' | 'stock.set'>,
  ids: readonly ProductId[],
): Promise<void> {
  const topics = [topic.catalog(businessId)];
  await recordAll(
    tx,
    ids.map((id) => ({ type, subjectId: id, topics, payload: { productId: id } })),
  );
}
