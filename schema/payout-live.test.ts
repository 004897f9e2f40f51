import { afterAll, beforeAll, expect, it } from 'vitest';
import { encodeId, newId } from '../src/db/id.ts';
import { PayoutEvents, readPayout } from '../src/testing/balance-commands.ts';
import { changeStaff } from '../src/businesses/staff.ts';
import { earn } from '../src/testing/earnings.ts';
import { makePerson, makeShop, makeStaff, type TestShop } from '../src/testing/factories.ts';
import { payOut, setBank } from '../src/testing/money-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';
import { watch } from '../src/testing/watch.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

async function shopWith(token: string): Promise<TestShop> {
  const shop = await makeShop(server);
  await earn(server, shop, 10_000n);
  await setBank(shop.owner.client, { businessId: shop.publicId, token });
  return shop;
}

it('follows a payout from its making to its coming back', async () => {
  const shop = await makeShop(server);
  await earn(server, shop, 10_000n);
  const { client } = shop.owner;
  const businessId = shop.publicId;
  const live = await watch(server, client, PayoutEvents, { businessId });
  await setBank(client, { businessId, token: 'btok_sandbox_returned' });
  expect(await live.next()).toEqual({ type: 'BANK_ACCOUNT_SET', sequence: expect.anything(), payout: null });
  const { payout } = await payOut(client, { businessId });
  const { id } = payout ?? {};
  const events = [await live.next(), await live.next(), await live.next()];
  expect(events.map(({ type, sequence }) => [type, Number(sequence)])).toEqual([
    ['PAYOUT_CREATED', 1],
    ['PAYOUT_PAID', 2],
    ['PAYOUT_RETURNED', 3],
  ]);
  expect(events.map((event) => event.payout?.id)).toEqual([id, id, id]);
  expect(events.at(-1)?.payout?.state).toBe('RETURNED');
  await live.stop();
});

it('is resumed where it was left, each event once', async () => {
  const shop = await shopWith('btok_us_verified_noAccount');
  const businessId = shop.publicId;
  const first = shop.owner.client.subscribe(PayoutEvents, { businessId });
  const bookmark = await first.next();
  await first.return?.();
  const { payout } = await payOut(shop.owner.client, { businessId });
  await expect
    .poll(() => readPayout(shop.owner.client, payout?.id ?? ''), { timeout: 10_000 })
    .toMatchObject({ state: 'FAILED' });
  if (bookmark.done) throw new Error('the stream has ended');
  const after = bookmark.value.stream.cursor;
  const types: string[] = [];
  for await (const { stream } of shop.owner.client.subscribe(PayoutEvents, { businessId, after })) {
    if (stream.event) types.push(stream.event.type);
    if (types.length === 2) break;
  }
  expect(types).toEqual(['PAYOUT_CREATED', 'PAYOUT_FAILED']);
});

it('ends for an owner who is one no longer, before anything later reaches them', async () => {
  const shop = await shopWith('btok_us_verified');
  const partner = await makeStaff(server, shop, 'OWNER');
  const businessId = shop.publicId;
  const theirs = await watch(server, partner.client, PayoutEvents, { businessId });
  const ours = await watch(server, shop.owner.client, PayoutEvents, { businessId });
  await changeStaff(shop.owner.ctx, { businessId: shop.id, personId: partner.id, role: 'MANAGER' });
  await payOut(shop.owner.client, { businessId });
  await expect(theirs.next()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect(await ours.next()).toMatchObject({ type: 'PAYOUT_CREATED' });
  expect(await ours.next()).toMatchObject({ type: 'PAYOUT_PAID' });
  await ours.stop();
});

it('is for owners only, and no stranger can tell whether there is such a business', async () => {
  const shop = await makeShop(server);
  const clients = [
    (await makeStaff(server, shop, 'MANAGER')).client,
    (await makeStaff(server, shop, 'AGENT')).client,
    (await makePerson(server)).client,
  ];
  for (const businessId of [shop.publicId, encodeId('biz', newId())]) {
    for (const client of clients) {
      const stream = client.subscribe(PayoutEvents, { businessId });
      await expect(stream.next()).rejects.toThrow('There is no such business for you to listen to.');
    }
  }
});

it('shows a payout to the owners of its business only', async () => {
  const shop = await shopWith('btok_us_verified');
  const { payout } = await payOut(shop.owner.client, { businessId: shop.publicId });
  const id = payout?.id ?? '';
  const own = await readPayout(shop.owner.client, id);
  expect(own).toMatchObject({ id });
  const manager = await makeStaff(server, shop, 'MANAGER');
  const stranger = await makeShop(server);
  for (const { client } of [manager, stranger.owner]) expect(await readPayout(client, id)).toBeNull();
});
