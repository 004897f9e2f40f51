import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeId, newId } from '../src/db/id.ts';
import { addLine } from '../src/testing/cart-commands.ts';
import { makeCard, makePerson, makeProduct, makeShop, makeStaff } from '../src/testing/factories.ts';
import { confirm, deliver, place, readOrder, ship } from '../src/testing/order-commands.ts';
import { pay } from '../src/testing/payment-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** An order of two tomatoes and three okras, of a shop with an agent. */
async function placedOrder() {
  const shop = await makeShop(server);
  const [tomatoes, okra] = [await makeProduct(shop), await makeProduct(shop, { name: 'Okra' })];
  const [asha, imran] = [await makePerson(server), await makeStaff(server, shop, 'AGENT')];
  await makeCard(asha);
  await addLine(asha.client, { productId: tomatoes.publicId, quantity: 2 });
  const { cart } = await addLine(asha.client, { productId: okra.publicId, quantity: 3 });
  const { order } = await place(asha.client, { cartId: cart?.id ?? '' });
  const lineIds = order?.lines.map((line) => line.id) ?? [];
  return { shop, asha, imran, orderId: order?.id ?? '', first: lineIds[0] ?? '', second: lineIds[1] ?? '' };
}

async function paidOrder() {
  const placed = await placedOrder();
  await pay(placed.asha.client, { orderId: placed.orderId });
  return placed;
}

async function confirmedOrder() {
  const paid = await paidOrder();
  await confirm(paid.imran.client, paid.orderId);
  return paid;
}

const refusedAs = (code: string, path?: readonly string[]) => ({
  order: null,
  userErrors: [path ? { code, path } : { code }],
});

describe('a purchase', () => {
  it('goes from placed to completed, and the timeline says who did what', async () => {
    const { asha, imran, orderId } = await paidOrder();
    expect((await confirm(imran.client, orderId)).order).toMatchObject({
      state: 'CONFIRMED',
      availableActions: ['SHIP', 'CANCEL'],
    });
    const parcel = { orderId, carrier: 'BlueDart', trackingNumber: 'BD 1' };
    expect((await ship(imran.client, parcel)).order).toMatchObject({
      fulfillmentState: 'SHIPPED',
      availableActions: ['DELIVER'],
      lines: [{ shippedQuantity: 2 }, { shippedQuantity: 3 }],
      shipments: [
        {
          carrier: 'BlueDart',
          trackingNumber: 'BD 1',
          deliveredAt: null,
          items: [{ quantity: 2 }, { quantity: 3 }],
        },
      ],
    });
    expect((await deliver(imran.client, orderId)).order).toMatchObject({
      state: 'COMPLETED',
      paymentState: 'PAID',
      fulfillmentState: 'DELIVERED',
      holdExpiresAt: null,
      availableActions: [],
      shipments: [{ deliveredAt: expect.stringMatching(/Z$/) }],
    });
    const seen = await readOrder(imran.client, orderId);
    expect(seen?.timeline.map(({ action, person }) => [action, person?.id ?? null])).toEqual([
      ['PLACE', asha.publicId],
      ['PAY', null],
      ['CONFIRM', imran.publicId],
      ['SHIP', imran.publicId],
      ['DELIVER', imran.publicId],
      ['COMPLETE', null],
    ]);
  });

  it('shows each side what it can do next', async () => {
    const { asha, imran, orderId } = await placedOrder();
    const actions = async () => [
      (await readOrder(asha.client, orderId))?.availableActions,
      (await readOrder(imran.client, orderId))?.availableActions,
    ];
    expect(await actions()).toEqual([
      ['PAY', 'CANCEL'],
      ['CONFIRM', 'CANCEL'],
    ]);
    await pay(asha.client, { orderId });
    expect(await actions()).toEqual([['CANCEL'], ['CONFIRM', 'CANCEL']]);
    await confirm(imran.client, orderId);
    expect(await actions()).toEqual([['CANCEL'], ['SHIP', 'CANCEL']]);
    await ship(imran.client, { orderId });
    expect(await actions()).toEqual([[], ['DELIVER']]);
  });
});

describe('a parcel', () => {
  it('takes some lines, then the rest', async () => {
    const { imran, orderId, first, second } = await confirmedOrder();
    const lines = [
      { lineId: first, quantity: 1 },
      { lineId: second, quantity: 2 },
      { lineId: second, quantity: 1 },
    ];
    expect((await ship(imran.client, { orderId, lines })).order).toMatchObject({
      fulfillmentState: 'PARTIALLY_SHIPPED',
      availableActions: ['SHIP'],
      lines: [{ shippedQuantity: 1 }, { shippedQuantity: 3 }],
    });
    expect((await ship(imran.client, { orderId })).order).toMatchObject({
      fulfillmentState: 'SHIPPED',
      lines: [{ shippedQuantity: 2 }, { shippedQuantity: 3 }],
      shipments: [
        {
          items: [
            { quantity: 1, line: { id: first } },
            { quantity: 3, line: { id: second } },
          ],
        },
        { items: [{ quantity: 1, line: { id: first } }] },
      ],
    });
  });

  it('holds no more than is left, no line of another order, and something', async () => {
    const { imran, orderId, first, second } = await confirmedOrder();
    const other = await confirmedOrder();
    const cases = [
      [[{ lineId: first, quantity: 3 }], 'INVALID_INPUT', ['lines', '0', 'quantity']],
      [
        [
          { lineId: second, quantity: 2 },
          { lineId: second, quantity: 2 },
        ],
        'INVALID_INPUT',
        ['lines', '1', 'quantity'],
      ],
      [[{ lineId: first, quantity: 0 }], 'INVALID_INPUT', ['lines', '0', 'quantity']],
      [[{ lineId: other.first, quantity: 1 }], 'INVALID_INPUT', ['lines', '0', 'lineId']],
      [[{ lineId: orderId, quantity: 1 }], 'NOT_FOUND', ['lines', '0', 'lineId']],
      [[], 'INVALID_INPUT', ['lines']],
    ] as const;
    for (const [lines, code, path] of cases) {
      const answer = await ship(imran.client, { orderId, lines: [...lines] });
      expect(answer).toMatchObject(refusedAs(code, path));
    }
    expect(await readOrder(imran.client, orderId)).toMatchObject({
      fulfillmentState: 'UNFULFILLED',
      shipments: [],
    });
  });

  it('is sent once for one key', async () => {
    const { imran, orderId, second } = await confirmedOrder();
    const input = { orderId, lines: [{ lineId: second, quantity: 1 }], idempotencyKey: randomUUID() };
    const answers = await Promise.all([1, 2].map(() => ship(imran.client, input)));
    answers.push(await ship(imran.client, input));
    expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect(await readOrder(imran.client, orderId)).toMatchObject({
      shipments: [{ items: [{ quantity: 1 }] }],
      lines: [{ shippedQuantity: 0 }, { shippedQuantity: 1 }],
    });
  });

  it('is never sent twice by two who race', async () => {
    const { imran, shop, orderId } = await confirmedOrder();
    const answers = await Promise.all([imran, shop.owner].map(({ client }) => ship(client, { orderId })));
    expect(answers.flatMap(({ userErrors }) => userErrors.map((error) => error.code))).toEqual([
      'INVALID_TRANSITION',
    ]);
  });
});

describe('what the state of an order does not allow is refused', () => {
  it('to the shop', async () => {
    const { asha, imran, orderId } = await placedOrder();
    expect(await ship(imran.client, { orderId })).toMatchObject(refusedAs('INVALID_TRANSITION'));
    expect((await confirm(imran.client, orderId)).userErrors).toEqual([]);
    expect(await confirm(imran.client, orderId)).toMatchObject(refusedAs('INVALID_TRANSITION'));
    expect(await ship(imran.client, { orderId })).toMatchObject(refusedAs('INVALID_TRANSITION'));
    await pay(asha.client, { orderId });
    expect(await deliver(imran.client, orderId)).toMatchObject(refusedAs('INVALID_TRANSITION'));
  });

  it('to the customer, who is not the shop', async () => {
    const { asha, orderId } = await confirmedOrder();
    for (const answer of [
      await confirm(asha.client, orderId),
      await ship(asha.client, { orderId }),
      await deliver(asha.client, orderId),
    ]) {
      expect(answer).toMatchObject(refusedAs('INVALID_TRANSITION'));
    }
  });

  it('to strangers, for whom there is no such order', async () => {
    const { orderId } = await confirmedOrder();
    const other = await makeShop(server);
    for (const { client } of [await makePerson(server), other.owner]) {
      expect(await readOrder(client, orderId)).toBeNull();
      const absent = refusedAs('NOT_FOUND', ['orderId']);
      expect(await confirm(client, orderId)).toMatchObject(absent);
      expect(await ship(client, { orderId })).toMatchObject(absent);
      expect(await deliver(client, orderId)).toMatchObject(absent);
      expect(await confirm(client, encodeId('ord', newId<'order'>()))).toMatchObject(absent);
      expect(await confirm(client, 'order 1')).toMatchObject(absent);
    }
  });
});
