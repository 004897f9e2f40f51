import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { chargeFees } from '../src/fees/job.ts';
import {
  makeOrder,
  makePerson,
  makeProduct,
  makeShop,
  makeStaff,
  type TestPerson,
} from '../src/testing/factories.ts';
import {
  choosePlan,
  createRule,
  FeeEvents,
  feesOfBusiness,
  readRule,
  rulesOfMarket,
} from '../src/testing/fee-commands.ts';
import { job, makeShopChat } from '../src/testing/fee-world.ts';
import { sell } from '../src/testing/earnings.ts';
import { inr, refund } from '../src/testing/money-commands.ts';
import { readOrder } from '../src/testing/order-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';
import { watch } from '../src/testing/watch.ts';
import { encodeId } from '../src/db/id.ts';

let server: TestServer;
let operator: TestPerson;
let now = new Date('2026-11-10T10:00:00Z');

beforeAll(async () => {
  server = await startTestServer({ now: () => now });
  operator = await makePerson(server, { operator: true });
});
afterAll(() => server.stop());

const SALE = { country: 'IN', service: 'SALE' } as const;
const DENIED = { feePlan: null, feePlanNext: null, fees: null, feesOwed: null, feeCharges: null };

describe('feeRuleCreate', () => {
  it('sets what a service costs from a moment on, and moves nothing before it', async () => {
    const shop = await makeShop(server, { country: 'IN' });
    const product = await makeProduct(shop);
    const asha = await makePerson(server);
    const before = await makeOrder(asha, product);
    const input = {
      ...SALE,
      shareBasisPoints: 300,
      fixed: inr('1.00'),
      note: 'Costs rose.',
      effectiveFrom: '2026-11-10T12:00:00.000Z',
      idempotencyKey: randomUUID(),
    };
    const { rule, userErrors } = await createRule(operator.client, input);
    expect(userErrors).toEqual([]);
    expect(rule).toMatchObject({
      country: 'IN',
      service: 'SALE',
      plan: null,
      shareBasisPoints: 300,
      freePerMonth: 0,
      fixed: { amount: '1.00' },
      effectiveFrom: '2026-11-10T12:00:00.000Z',
      note: 'Costs rose.',
    });
    expect((await createRule(operator.client, input)).rule?.id).toBe(rule?.id);
    const meanwhile = await makeOrder(asha, product);
    now = new Date('2026-11-10T12:00:00Z');
    const after = await makeOrder(asha, product);
    const fees = await server.app.sql<{ id: string; fee: number }[]>`
      select id, fee_minor::int as fee from orders where business_id = ${shop.id}`;
    const feeOf = (id: string) => fees.find((order) => order.id === id)?.fee;
    expect([before, meanwhile, after].map(feeOf)).toEqual([100, 100, 250]);
    expect((await readOrder(asha.client, encodeId('ord', before)))?.id).toBe(encodeId('ord', before));
  });

  test.each<[string, object, code: string, path: string]>([
    ['of the past', { effectiveFrom: '2020-01-01T00:00:00Z' }, 'INVALID_INPUT', 'effectiveFrom'],
    ['of the next seconds', { effectiveFrom: '2026-11-10T12:00:59Z' }, 'INVALID_INPUT', 'effectiveFrom'],
    ['of a country without shops', { country: 'ZZ' }, 'NOT_FOUND', 'country'],
    ['in foreign money', { fixed: { amount: '1', currencyCode: 'MXN' } }, 'INVALID_MONEY', 'fixed'],
    ['below nothing', { fixed: inr('-1') }, 'INVALID_MONEY', 'fixed'],
    ['above all', { shareBasisPoints: 10_001 }, 'INVALID_INPUT', 'shareBasisPoints'],
    ['of a tax by the piece', { service: 'TAX', fixed: inr('1') }, 'INVALID_INPUT', 'fixed'],
    ['of a tax by plan', { service: 'TAX', plan: 'PLUS' }, 'INVALID_INPUT', 'plan'],
    ['with free sales', { freePerMonth: 1 }, 'INVALID_INPUT', 'freePerMonth'],
    ['with a long note', { note: 'x'.repeat(501) }, 'INVALID_INPUT', 'note'],
  ])('refuses a rule %s', async (_what, wrong, code, path) => {
    const before = await server.app.sql`select count(*) from fee_rules`;
    const { rule, userErrors } = await createRule(operator.client, {
      ...SALE,
      effectiveFrom: '2030-01-01T00:00:00Z',
      ...wrong,
    });
    expect([rule, userErrors[0]?.code, userErrors[0]?.path?.[0]]).toEqual([null, code, path]);
    expect(await server.app.sql`select count(*) from fee_rules`).toEqual(before);
  });

  it('takes one rule for a moment', async () => {
    const input = {
      ...SALE,
      service: 'TAX',
      shareBasisPoints: 1_900,
      effectiveFrom: '2030-04-01T00:00:00Z',
    } as const;
    const answers = await Promise.all([1, 2, 3].map(() => createRule(operator.client, input)));
    expect(answers.filter(({ rule }) => rule !== null)).toHaveLength(1);
    expect(answers.flatMap(({ userErrors }) => userErrors.map(({ path }) => path))).toEqual([
      ['effectiveFrom'],
      ['effectiveFrom'],
    ]);
  });

  it('is for operators', async () => {
    const { owner } = await makeShop(server);
    await expect(
      createRule(owner.client, { ...SALE, effectiveFrom: '2030-01-01T00:00:00Z' }),
    ).rejects.toThrow('FORBIDDEN');
  });
});

describe('the schedule of a market', () => {
  it('is there for everybody: what is in force, what was, and what will be', async () => {
    const guest = server.client();
    const created = await createRule(operator.client, {
      country: 'CO',
      service: 'SALE',
      shareBasisPoints: 900,
      note: 'For operators.',
      effectiveFrom: '2030-01-01T00:00:00Z',
    });
    const sale = { country: 'CO', service: 'SALE' } as const;
    const today = await rulesOfMarket(guest, sale);
    expect(today.map(({ plan }) => plan)).toEqual([null, 'PLUS']);
    expect(await rulesOfMarket(guest, { ...sale, at: '2019-12-31T00:00:00Z' })).toEqual([]);
    const upcoming = await rulesOfMarket(guest, { ...sale, upcoming: true });
    expect(upcoming.slice(0, 2)).toEqual(today);
    expect(upcoming.slice(2)).toMatchObject([{ id: created.rule?.id, shareBasisPoints: 900, note: null }]);
    const then = await rulesOfMarket(guest, { ...sale, at: '2030-01-01T00:00:00Z' });
    expect(then.find(({ plan }) => plan === null)?.id).toBe(created.rule?.id);
    const services = new Set((await rulesOfMarket(guest, { country: 'CO' })).map(({ service }) => service));
    // Nobody has set a price for money between people there.
    expect(services.size).toBe(6);
    expect(await readRule(guest, created.rule?.id ?? '')).toMatchObject({ service: 'SALE', note: null });
  });
});

describe('the plan of a business', () => {
  it('is chosen for the next month, and chosen again until it comes', async () => {
    now = new Date('2026-11-30T18:29:59Z');
    const shop = await makeShop(server);
    const { client } = shop.owner;
    const choose = (plan: 'PLUS' | 'STANDARD', idempotencyKey?: string) =>
      choosePlan(client, { businessId: shop.publicId, plan, ...(idempotencyKey && { idempotencyKey }) });
    const live = await watch(server, client, FeeEvents, { businessId: shop.publicId });
    expect(await choose('PLUS', 'plus-for-december')).toEqual({
      business: { feePlan: 'STANDARD', feePlanNext: 'PLUS' },
      userErrors: [],
    });
    expect(await live.next()).toMatchObject({
      type: 'PLAN_CHANGED',
      business: { id: shop.publicId, feePlanNext: 'PLUS' },
    });
    await live.stop();
    expect((await choose('STANDARD')).business).toEqual({ feePlan: 'STANDARD', feePlanNext: null });
    // A key that was used does nothing more.
    expect((await choose('PLUS', 'plus-for-december')).business?.feePlanNext).toBeNull();
    expect((await choose('PLUS')).business?.feePlanNext).toBe('PLUS');
    const [before] =
      (await feesOfBusiness(client, { id: shop.publicId })).fees?.filter(
        ({ service }) => service === 'SALE',
      ) ?? [];
    // Midnight in India.
    now = new Date('2026-11-30T18:30:00Z');
    const read = await feesOfBusiness(client, { id: shop.publicId });
    expect(read).toMatchObject({ feePlan: 'PLUS', feePlanNext: null });
    const [after] = read.fees?.filter(({ service }) => service === 'SALE') ?? [];
    expect([before?.plan, after?.plan]).toEqual([null, 'PLUS']);
    expect(read.fees?.find(({ service }) => service === 'SUBSCRIPTION')?.fixed.amount).toBe('999.00');
  });

  it('is for its owners', async () => {
    const shop = await makeShop(server);
    const manager = await makeStaff(server, shop, 'MANAGER');
    const stranger = await makePerson(server);
    const input = { businessId: shop.publicId, plan: 'PLUS' } as const;
    expect((await choosePlan(manager.client, input)).userErrors).toMatchObject([{ code: 'FORBIDDEN_ROLE' }]);
    expect((await choosePlan(stranger.client, input)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    for (const { client } of [manager, stranger, operator]) {
      expect(await feesOfBusiness(client, { id: shop.publicId })).toEqual(DENIED);
      await expect(watch(server, client, FeeEvents, { businessId: shop.publicId })).rejects.toThrow(
        'FORBIDDEN',
      );
    }
  });
});

describe('what a business was charged', () => {
  it('is listed by month, page by page, with what it is for', async () => {
    now = new Date('2026-12-10T10:00:00Z');
    const shop = await makeShop(server);
    const { client } = shop.owner;
    const live = await watch(server, client, FeeEvents, { businessId: shop.publicId });
    const sale = await sell(server, shop, 10_000n);
    expect(await live.next()).toMatchObject({ type: 'FEE_CHARGED', sequence: expect.anything() });
    const order = await readOrder(sale.customer.client, encodeId('ord', sale.orderId));
    const paymentId = order?.payments[0]?.id ?? '';
    const given = await refund(client, { paymentId, amount: inr('50.00'), reason: 'Spoilt' });
    expect(given.userErrors).toEqual([]);
    await expect.poll(() => live.next()).toMatchObject({ type: 'FEE_CHARGED' });
    await live.stop();
    now = new Date('2027-01-02T10:00:00Z');
    await (await makeShopChat(server, shop)).answer(2);
    await chargeFees(job(server));

    const first = await feesOfBusiness(client, { id: shop.publicId, first: 2 });
    expect(first.feesOwed).toEqual({ amount: '1.76', currencyCode: 'INR' });
    const rest = await feesOfBusiness(client, {
      id: shop.publicId,
      first: 5,
      after: first.feeCharges?.pageInfo.endCursor ?? null,
    });
    const all = [first, rest].flatMap(({ feeCharges }) => feeCharges?.edges.map(({ node }) => node) ?? []);
    expect(
      all.map(({ service, quantity, amount, period }) => [service, quantity, amount.amount, period]),
    ).toEqual([
      ['MESSAGE_MARKETING', 2, '1.76', '2027-01-01'],
      ['MESSAGE_UTILITY', 2, '0.00', '2026-12-01'],
      ['SALE', 1, expect.stringMatching(/^-/), '2026-12-01'],
      ['SALE', 1, expect.any(String), '2026-12-01'],
    ]);
    expect(all.map(({ reference }) => reference?.slice(0, 4) ?? null)).toEqual([null, null, 'ref_', 'pay_']);
    expect(all[3]?.reference).toBe(paymentId);
    expect(all.every(({ invoiced, rule }) => !invoiced && rule !== null)).toBe(true);
    const december = await feesOfBusiness(client, { id: shop.publicId, period: '2026-12-01' });
    expect(december.feeCharges?.edges).toHaveLength(3);
    for (const period of ['2026-12-02', '2026-13-01', '0000-01-01', '']) {
      const reading = feesOfBusiness(client, { id: shop.publicId, period });
      await expect(reading, period).rejects.toThrow('BAD_USER_INPUT');
    }
  });
});
