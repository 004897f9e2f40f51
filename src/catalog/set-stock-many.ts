import { z } from 'zod';
import { requireStaff } from '../businesses/staff.ts';
import { requireApp, type Ctx, type Tx } from '../context.ts';
import { once } from '../db/idempotency.ts';
import type { BusinessId, ProductId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { NotFoundError, type UserError } from '../errors.ts';
import { topic } from '../events/catalogue.ts';
import { recordAll } from '../events/record.ts';
import { isGranted } from '../partners/grants.ts';
import { idempotencyKey, parseInput } from '../text.ts';
import { findBare, findBySku, lockBySku } from './lock-by-sku.ts';
import { MOST_STOCK_ITEMS, sortOut, type StockItem } from './stock-list.ts';

const List = z.object({
  items: z
    .array(z.unknown())
    .min(1, 'Name at least one product.')
    .max(MOST_STOCK_ITEMS, `A call takes ${MOST_STOCK_ITEMS} products at most: make several.`),
  idempotencyKey: idempotencyKey.nullish(),
});

export interface SetStockMany {
  readonly businessId: BusinessId;
  readonly items: readonly StockItem[];
  readonly idempotencyKey?: string | null | undefined;
}

/** What became of one item: it was set, or why not. */
export interface StockSetResult {
  readonly sku: string;
  readonly productId: ProductId | null;
  readonly error: UserError | null;
}

/**
 * Sets how many are free of many products of a shop, as `setStock` does of one. Each item for itself: what can't be done is
 * told, and the rest is done. When nothing can be, nothing is left behind, nor the idempotency key.
 */
export async function setStockMany(ctx: Ctx, input: SetStockMany): Promise<StockSetResult[]> {
  const { idempotencyKey: key } = parseInput(List, input);
  const { businessId, items } = input;
  const { refusals, wanted } = sortOut(items);
  const skus = [...wanted.keys()];
  let ids: ReadonlyMap<string, ProductId> | null = null;
  const absent = await transact(ctx, async (tx) => {
    await requireStockKeeper(tx, businessId);
    const { missing } = await once(tx, { name: 'stockSetMany', key, input }, async () => {
      const found = await lockKnown(tx, businessId, skus);
      if (found.size === 0) throw new NothingToSet();
      await setFree(tx, businessId, found, wanted);
      ids = found;
      // What else is refused is so by the input alone: with this, a repeat is answered as the first call was.
      return { missing: JSON.stringify(skus.flatMap((sku, place) => (found.has(sku) ? [] : [place]))) };
    });
    return new Set((JSON.parse(missing) as number[]).map((place) => skus[place]));
  }).catch((error: unknown) => {
    if (!(error instanceof NothingToSet)) throw error;
    ids = new Map();
    return new Set<string | undefined>(skus);
  });
  const products = ids ?? (await findBySku(ctx, businessId, skus));
  return items.map(({ sku }, index) => {
    const missing = absent.has(sku) ? new NotFoundError('product', ['items', `${index}`, 'sku']) : null;
    const error = refusals[index] ?? missing;
    return { sku, productId: error ? null : (products.get(sku) ?? null), error };
  });
}

/** Undoes what the call has done so far. */
class NothingToSet extends Error {}

/** Who keeps the catalogue, or an app that may set the stock. */
async function requireStockKeeper(ctx: Ctx, businessId: BusinessId): Promise<void> {
  if (ctx.actor.kind !== 'app') return requireStaff(ctx, businessId, 'catalog');
  const { appId } = requireApp(ctx, 'WRITE_STOCK');
  if (await isGranted(ctx, { appId, businessId, scope: 'WRITE_STOCK' })) return;
  throw new NotFoundError('business', ['businessId']);
}

async function lockKnown(
  tx: Tx,
  businessId: BusinessId,
  skus: readonly string[],
): Promise<Map<string, ProductId>> {
  const bare = await findBare(tx, businessId, skus);
  return lockBySku(tx, businessId, skus, bare);
}

/** What is held and sold is not touched, only what was received moves; what is the same already is no event. */
async function setFree(
  tx: Tx,
  businessId: BusinessId,
  ids: ReadonlyMap<string, ProductId>,
  wanted: ReadonlyMap<string, number>,
): Promise<void> {
  const found = [...ids].map(([sku, id]) => ({ id, free: wanted.get(sku) ?? 0 }));
  const changed = await tx.sql<{ id: ProductId }[]>`
    /* stock_set_many */
    with wanted as (
      select s.product_id, s.sold + s.held + w.free as received
      from unnest(${found.map(({ id }) => id)}::uuid[], ${found.map(({ free }) => free)}::bigint[]) as w (id, free)
      join stock s on s.product_id = w.id
    )
    update stock s set tracked = true, received = w.received from wanted w
    where s.product_id = w.product_id and (s.tracked, s.received) is distinct from (true, w.received)
    returning s.product_id as id`;
  const topics = [topic.catalog(businessId)];
  await recordAll(
    tx,
    changed.map(({ id }) => ({ type: 'stock.set', subjectId: id, topics, payload: { productId: id } })),
  );
}
