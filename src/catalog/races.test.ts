import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addCartLine } from '../carts/change.ts';
import { transact } from '../db/transact.ts';
import { placeOrder } from '../orders/place.ts';
import { makePerson, makeProduct, makeShop } from '../testing/factories.ts';
import { INR } from '../testing/ledger.ts';
import { overtake } from '../testing/meeting.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { upsertProducts } from './upsert.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

test.each([
  ['its SKU', 'tomatoes'],
  ['its public id', null],
])('who comes second to count a product, by %s, counts what was ordered meanwhile', async (_what, sku) => {
  const [shop, asha] = [await makeShop(server), await makePerson(server)];
  const product = await makeProduct(shop, { ...(sku !== null && { sku }), stock: 10 });
  const cartId = await addCartLine(asha.ctx, { productId: product.id, quantity: 4 });
  const system = server.ctx({ kind: 'system', job: 'test' });
  // Nothing but the count differs, so that nothing but the stock is waited for.
  const item = {
    sku: sku ?? product.publicId,
    name: 'Tomatoes',
    description: null,
    priceMinor: 2_500n,
    sale: null,
    state: null,
    stock: { kind: 'SET', free: 3 },
  } as const;
  const upserted = await overtake(
    system,
    (tx) => placeOrder({ ...tx, actor: asha.ctx.actor }, { cartId, idempotencyKey: randomUUID() }),
    () => transact(system, (tx) => upsertProducts(tx, { id: shop.id, currency: INR }, [item])),
  );
  expect(upserted).toEqual({ created: 0, updated: 1, unchanged: 0 });
  const [stock] = await server.app.sql`
    select received::int, held::int, free::int from stock where product_id = ${product.id}`;
  expect(stock).toEqual({ received: 7, held: 4, free: 3 });
});
