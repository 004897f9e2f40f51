import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCartLine } from '../carts/change.ts';
import { updateProduct } from '../catalog/update.ts';
import { ordersByIds } from '../orders/read.ts';
import { placeOrder } from '../orders/place.ts';
import { makePerson, makeProduct, makeShop } from '../testing/factories.ts';
import { overtake } from '../testing/meeting.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** A customer who is about to order from a shop that is about to withdraw the product. */
async function scene() {
  const shop = await makeShop(server);
  const [product, kept] = [await makeProduct(shop), await makeProduct(shop)];
  const asha = await makePerson(server);
  await addCartLine(asha.ctx, { productId: kept.id, quantity: 1 });
  const cartId = await addCartLine(asha.ctx, { productId: product.id, quantity: 1 });
  const order = (ctx = asha.ctx) => placeOrder(ctx, { cartId, idempotencyKey: randomUUID() });
  const withdraw = (ctx = shop.owner.ctx) =>
    updateProduct(ctx, { productId: product.id, channels: ['FACEBOOK_SHOP'] });
  return { shop, product, asha, order, withdraw };
}

async function freeOf(productId: string): Promise<number> {
  const [row] = await server.app.sql<
    { free: bigint }[]
  >`select free from stock where product_id = ${productId}`;
  return Number(row?.free);
}

describe('a product is withdrawn from the chat while it is ordered', () => {
  it('whoever comes second to order it is refused, and nothing is held', async () => {
    const { shop, product, order, withdraw } = await scene();
    const second = overtake(
      shop.owner.ctx,
      (tx) => withdraw(tx),
      () => order(),
    );
    await expect(second).rejects.toMatchObject({ code: 'PRODUCT_UNAVAILABLE', productId: product.id });
    expect(await freeOf(product.id)).toBe(100);
  });

  it('whoever comes second to withdraw it leaves the order as it was placed', async () => {
    const { shop, product, asha, order, withdraw } = await scene();
    const placed: Awaited<ReturnType<typeof order>>[] = [];
    await overtake(
      asha.ctx,
      async (tx) => placed.push(await order(tx)),
      () => withdraw(),
    );
    expect(await ordersByIds(shop.owner.ctx, placed)).toMatchObject([{ state: 'PLACED', channel: 'CHAT' }]);
    expect(await freeOf(product.id)).toBe(99);
  });

  it('one of the two was first, however they meet', async () => {
    for (let round = 0; round < 12; round++) {
      const { shop, product, order, withdraw } = await scene();
      const begin = [() => order(), () => withdraw()];
      if (round % 2 === 0) begin.reverse();
      const results = await Promise.allSettled(begin.map((run) => run()));
      const refused = results.find((result) => result.status === 'rejected');
      const events = await eventsOf(shop.id, product.id);
      if (refused) expect(refused.reason).toMatchObject({ code: 'PRODUCT_UNAVAILABLE' });
      expect(events).toEqual(refused ? ['product.updated'] : ['order.placed', 'product.updated']);
      expect(await freeOf(product.id)).toBe(refused ? 100 : 99);
    }
  });
});

/** What happened, in the order of the commits: each is the last write of a transaction that the other one waits for. */
async function eventsOf(businessId: string, productId: string): Promise<string[]> {
  const rows = await server.app.sql<{ type: string }[]>`
    select type from (
      select id, type, subject_id, topics from outbox union all select id, type, subject_id, topics from event_log
    ) e
    where (type = 'order.placed' and topics @> ${[`orders:${businessId}`]})
       or (type = 'product.updated' and subject_id = ${productId})
    order by id`;
  return rows.map(({ type }) => type);
}
