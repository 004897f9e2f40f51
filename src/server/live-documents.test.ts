import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeId, newId } from '../db/id.ts';
import { cancelOrder } from '../orders/cancel.ts';
import { updateApp } from '../partners/apps.ts';
import { withdrawGrant } from '../partners/grant.ts';
import {
  makeOrder,
  makePerson,
  makeProduct,
  makeShop,
  type TestPerson,
  type TestProduct,
  type TestShop,
} from '../testing/factories.ts';
import { makePartnerApp, type TestApp } from '../testing/partner-commands.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import type { LiveResult, LiveResults } from '../webhooks/live-documents.ts';

let server: TestServer;
let shop: TestShop;
let customer: TestPerson;
let product: TestProduct;
beforeAll(async () => {
  server = await startTestServer();
  shop = await makeShop(server);
  customer = await makePerson(server);
  product = await makeProduct(shop);
});
afterAll(() => server.stop());

const DOCUMENT = 'subscription { told: orderEvents { event { type order { id state } } } }';
const position = () => server.app.feed.positionOf(server.app.feed.cursor());
const granted = () => makePartnerApp(server, { shops: [shop] });
const open = ({ id }: TestApp, after = position(), upTo: number | null = null) =>
  server.app.liveDocuments.open(id, DOCUMENT, after, upTo);

/** The next result that is of an event. */
async function told(results: LiveResults): Promise<LiveResult> {
  for (;;) {
    const { done, value } = await results.next();
    if (done === true) throw new Error('The stream has ended.');
    if (value.event) return value;
  }
}

describe('a document that is run without a client', () => {
  it('gives each event once and in order, each read afresh, and goes on from a position', async () => {
    const app = await granted();
    const start = position();
    const results = open(app);
    expect((await results.next()).value).toMatchObject({ position: start, event: null, result: null });
    const orderId = await makeOrder(customer, product);
    const placed = await told(results);
    await cancelOrder(customer.ctx, { orderId });
    const cancelled = await told(results);
    await results.return();
    const id = encodeId('ord', orderId);
    expect(placed.result).toEqual({
      data: { told: { event: { type: 'ORDER_PLACED', order: { id, state: 'PLACED' } } } },
    });
    expect(cancelled.result).toEqual({
      data: { told: { event: { type: 'ORDER_CANCELLED', order: { id, state: 'CANCELLED' } } } },
    });
    expect(cancelled.position).toBeGreaterThan(placed.position);
    expect(cancelled.cursor).toBe(server.app.feed.cursorAt(cancelled.position));
    const again = open(app, placed.position);
    expect((await told(again)).event?.id).toBe(cancelled.event?.id);
    await again.return();
  });

  it('ends at once, while something is waited for and before anything was', async () => {
    const app = await granted();
    const waiting = open(app);
    await waiting.next();
    const next = waiting.next();
    await waiting.return();
    expect(await next).toMatchObject({ done: true });
    const unread = open(app);
    await unread.return();
    expect(await unread.next()).toMatchObject({ done: true });
    const streams = server.app.feed.subscribers();
    const begun = open(app);
    const first = begun.next();
    await begun.return();
    await first;
    await expect.poll(() => server.app.feed.subscribers()).toBe(streams);
  });

  it('says soon that it has come to its end, though nothing there was for the app', async () => {
    const app = await granted();
    const start = position();
    const orderId = await makeOrder(customer, await makeProduct(await makeShop(server)));
    await expect
      .poll(async () => (await server.app.sql`select from event_log where subject_id = ${orderId}`).length)
      .toBe(1);
    await expect.poll(position).toBeGreaterThan(start);
    const upTo = position();
    const results = open(app, start, upTo);
    const began = performance.now();
    for (;;) {
      const { done, value } = await results.next();
      expect(done).not.toBe(true);
      if (value && value.position >= upTo) break;
    }
    expect(performance.now() - began).toBeLessThan(5_000);
    await results.return();
  });

  it('tells nothing of what was before, once the shop has withdrawn its grant', async () => {
    const app = await granted();
    const after = position();
    const orderId = await makeOrder(customer, product);
    await withdrawGrant(shop.owner.ctx, { businessId: shop.id, appId: app.id });
    await cancelOrder(customer.ctx, { orderId });
    const results = open(app, after, after);
    const events: LiveResult[] = [];
    await expect.poll(async () => (await server.app.sql`select from outbox`).length).toBe(0);
    const end = position();
    for (;;) {
      const { value } = await results.next();
      if (value?.event) events.push(value);
      if (!value || value.position >= end) break;
    }
    await results.return();
    expect(events).toEqual([]);
  });

  it('is refused when the app no longer asks for what the stream needs, and when there is no such app', async () => {
    const app = await granted();
    const results = open(app);
    await results.next();
    await updateApp(app.owner.ctx, app.id, { scopes: ['MANAGE_WEBHOOKS'] });
    await expect(told(results)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(open(app).next()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const { liveDocuments } = server.app;
    await expect(liveDocuments.check(app.id, DOCUMENT)).rejects.toMatchObject({ code: 'DOCUMENT_REFUSED' });
    await expect(liveDocuments.example(app.id, DOCUMENT, null)).rejects.toMatchObject({
      code: 'DOCUMENT_REFUSED',
    });
    const nobody = { ...app, id: newId<'partnerApp'>() };
    await expect(open(nobody).next()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is refused a position that the log has left behind', async () => {
    const app = await granted();
    await expect(open(app, position() + 1_000).next()).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
  });
});
