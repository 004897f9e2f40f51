import { viewerId, type Ctx } from '../context.ts';
import type { BusinessId, ImageId, ProductId } from '../db/id.ts';
import { byId, pageOf, type Page, type PageRequest } from '../db/read.ts';
import type { CurrencyCode } from '../money.ts';
import type { SalesChannel } from './rules.ts';

/** A product with its stock: the two are always read together. */
export interface ProductView {
  readonly id: ProductId;
  readonly businessId: BusinessId;
  readonly name: string;
  readonly description: string;
  readonly sku: string | null;
  readonly unit: 'PIECE' | 'KG' | 'PACK';
  readonly state: 'ACTIVE' | 'ARCHIVED';
  readonly currency: CurrencyCode;
  readonly priceMinor: bigint;
  readonly salePriceMinor: bigint | null;
  readonly saleStartsAt: Date | null;
  readonly saleEndsAt: Date | null;
  /** Where it is sold. */
  readonly channels: readonly SalesChannel[];
  readonly imageIds: readonly ImageId[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly tracked: boolean;
  readonly free: number;
  readonly held: number;
  readonly sold: number;
}

interface Row {
  id: ProductId;
  business_id: BusinessId;
  name: string;
  description: string;
  sku: string | null;
  unit: ProductView['unit'];
  state: ProductView['state'];
  currency: CurrencyCode;
  price_minor: bigint;
  sale_price_minor: bigint | null;
  sale_starts_at: string | null;
  sale_ends_at: string | null;
  channels: SalesChannel[];
  image_ids: ImageId[];
  created_at: string;
  updated_at: string;
  tracked: boolean;
  free: bigint;
  held: bigint;
  sold: bigint;
}

// Written by hand and not with Drizzle: a page of products is the hottest read of the house, and building and mapping
// the query costs more than the database does.
const columns = (ctx: Ctx) => ctx.sql`
  p.id, p.business_id, p.name, p.description, p.sku, p.unit, p.state, p.currency, p.price_minor, p.sale_price_minor,
  p.sale_starts_at, p.sale_ends_at, p.channels, p.image_ids, p.created_at, p.updated_at, s.tracked, s.free, s.held,
  s.sold`;

export async function productsByIds(ctx: Ctx, ids: readonly ProductId[]): Promise<(ProductView | null)[]> {
  const rows = await ctx.sql<Row[]>`
    /* products_by_ids */
    select ${columns(ctx)} from products p join stock s on s.product_id = p.id where p.id = any(${[...ids]})`;
  return byId(ids, rows.map(viewOf));
}

/**
 * Which products of a shop the caller is shown: those sold in a channel, or all when it is null. That is for its staff;
 * everybody else sees what is sold in the chat, and of another channel nothing. Part of the list's own statement, because
 * this is the hottest read of the house.
 */
function shown(ctx: Ctx, businessId: BusinessId, channel: SalesChannel | null) {
  if (channel === 'CHAT') return ctx.sql`'CHAT' = any(p.channels)`;
  const me = viewerId(ctx);
  const isStaff = me
    ? ctx.sql`exists (select from staff where business_id = ${businessId} and person_id = ${me})`
    : ctx.sql`false`;
  return channel
    ? ctx.sql`${channel} = any(p.channels) and ${isStaff}`
    : ctx.sql`('CHAT' = any(p.channels) or ${isStaff})`;
}

/** A shop's products as far as they are shown to the caller, oldest first. */
export async function productsPage(
  ctx: Ctx,
  businessId: BusinessId,
  page: PageRequest,
  channel: SalesChannel | null = null,
): Promise<Page<ProductView>> {
  const rows = await ctx.sql<Row[]>`
    /* products_page */
    select ${columns(ctx)} from products p join stock s on s.product_id = p.id
    where p.business_id = ${businessId} and p.state = 'ACTIVE' and ${shown(ctx, businessId, channel)}
      ${page.after ? ctx.sql`and p.id > ${page.after}` : ctx.sql``}
    order by p.id limit ${page.limit + 1}`;
  return pageOf(rows.map(viewOf), page.limit);
}

/** What a shop sells in a channel, whoever asks: for feeds. */
export async function soldPage(
  ctx: Ctx,
  { businessId, channel }: { businessId: BusinessId; channel: SalesChannel },
  page: PageRequest,
): Promise<Page<ProductView>> {
  const rows = await ctx.sql<Row[]>`
    /* products_sold */
    select ${columns(ctx)} from products p join stock s on s.product_id = p.id
    where p.business_id = ${businessId} and p.state = 'ACTIVE' and ${channel} = any(p.channels)
      ${page.after ? ctx.sql`and p.id > ${page.after}` : ctx.sql``}
    order by p.id limit ${page.limit + 1}`;
  return pageOf(rows.map(viewOf), page.limit);
}

/** Where a search goes on: by how well it matches, best first. */
export interface SearchKey {
  readonly score: number;
  readonly id: ProductId;
}

export interface Found {
  readonly product: ProductView;
  readonly score: number;
}

/**
 * A shop's products, as far as they are shown to the caller, that have the words, or words that are nearly those ("tomatto"), best match first. A word of
 * the name, description or SKU counts in full; a near-miss of the name by its likeness.
 */
export async function searchProducts(
  ctx: Ctx,
  businessId: BusinessId,
  words: string,
  page: PageRequest<SearchKey>,
  channel: SalesChannel | null = null,
): Promise<Page<Found>> {
  const text = words.toLowerCase();
  const { after } = page;
  const rows = await ctx.sql<(Row & { score: number })[]>`
    /* products_search */
    select * from (
      select ${columns(ctx)}, (
        word_similarity(${text}, lower(p.name))
        + case when to_tsvector('simple', p.name || ' ' || p.description || ' ' || coalesce(p.sku, ''))
               @@ plainto_tsquery('simple', ${text}) then 1 else 0 end
      )::float8 as score
      from products p join stock s on s.product_id = p.id
      where p.business_id = ${businessId} and p.state = 'ACTIVE' and ${shown(ctx, businessId, channel)} and (
        lower(p.name) %> ${text}
        or to_tsvector('simple', p.name || ' ' || p.description || ' ' || coalesce(p.sku, ''))
           @@ plainto_tsquery('simple', ${text})
      )
    ) found
    ${after ? ctx.sql`where (-score, id) > (${-after.score}::float8, ${after.id}::uuid)` : ctx.sql``}
    order by -score, id limit ${page.limit + 1}`;
  return pageOf(
    rows.map((row) => ({ product: viewOf(row), score: row.score })),
    page.limit,
  );
}

export async function countProducts(
  ctx: Ctx,
  businessId: BusinessId,
  channel: SalesChannel | null = null,
): Promise<number> {
  const [row] = await ctx.sql<{ count: bigint }[]>`
    /* products_count */
    select count(*) from products p
    where p.business_id = ${businessId} and p.state = 'ACTIVE' and ${shown(ctx, businessId, channel)}`;
  return Number(row?.count ?? 0);
}

function viewOf(row: Row): ProductView {
  return {
    id: row.id,
    businessId: row.business_id,
    name: row.name,
    description: row.description,
    sku: row.sku,
    unit: row.unit,
    state: row.state,
    currency: row.currency,
    priceMinor: row.price_minor,
    salePriceMinor: row.sale_price_minor,
    saleStartsAt: row.sale_starts_at === null ? null : new Date(row.sale_starts_at),
    saleEndsAt: row.sale_ends_at === null ? null : new Date(row.sale_ends_at),
    channels: row.channels,
    imageIds: row.image_ids,
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
    tracked: row.tracked,
    free: Number(row.free),
    held: Number(row.held),
    sold: Number(row.sold),
  };
}
