import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, test, vi } from 'vitest';
import type { PaymentId } from '../db/id.ts';
import { fillWallet, makeCard, makeOrder, makePerson, makeProduct, makeShop } from '../testing/factories.ts';
import { INR } from '../testing/ledger.ts';
import { inTurn, overtake } from '../testing/meeting.ts';
import { makeMoneyWorld } from '../testing/money-world.ts';
import { refusalOf } from '../testing/refusals.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { topUpWallet } from '../wallets/top-up.ts';
import { registerCard, removeCard } from './cards.ts';
import { charge } from './charge.ts';
import { payOrder } from './pay.ts';
import { createRefund } from './refund.ts';
import { submitRefund } from './refund-submit.ts';
import { MOST_ASKS } from './rules.ts';
import { settle } from './settle.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await makeMoneyWorld(server);
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => server.stop());

describe('the database refuses, whoever asks', () => {
  test.each<[string, string, string]>([
    [
      'a payment of nothing',
      'payments_amount_positive',
      `update payments set amount_minor = 0 where purpose = 'TOP_UP'`,
    ],
    [
      'a payment in no state that there is',
      'payments_state_known',
      `update payments set state = 'GONE', refunded_minor = 0 where purpose = 'TOP_UP'`,
    ],
    [
      'a payment for no purpose that there is',
      'payments_purpose_known',
      `update payments set purpose = 'GIFT' where purpose = 'TOP_UP'`,
    ],
    [
      'a payment of an order without one',
      'payments_of_an_order',
      `update payments set purpose = 'ORDER' where purpose = 'TOP_UP'`,
    ],
    [
      'a top-up for a shop',
      'payments_of_an_order',
      `update payments set business_id = (select id from businesses limit 1) where purpose = 'TOP_UP'`,
    ],
    [
      'a payment by card without a card',
      'payments_parts_fit_method',
      `update payments set card_id = null where method = 'CARD'`,
    ],
    [
      'a payment by card and partly by the wallet',
      'payments_parts_fit_method',
      `update payments set wallet_minor = 1 where method = 'CARD'`,
    ],
    [
      'a wallet part that is the whole, and a card',
      'payments_parts_fit_method',
      `update payments set wallet_minor = amount_minor where method = 'BALANCE_AND_CARD'`,
    ],
    [
      'a top-up in cash',
      'payments_parts_fit_method',
      `update payments set method = 'CASH_ON_DELIVERY', card_id = null where purpose = 'TOP_UP'`,
    ],
    [
      'more refunded than was paid',
      'payments_refunded_range',
      `update payments set refunded_minor = amount_minor + 1 where purpose = 'ORDER'`,
    ],
    [
      'a refund of what was not paid',
      'payments_refunded_range',
      `update payments set state = 'CANCELLED' where refunded_minor > 0`,
    ],
    [
      'late money of a payment that succeeded',
      'payments_late_is_over',
      `update payments set late_at = now()`,
    ],
    [
      'a failure without its code',
      'payments_failure_has_code',
      `update payments set state = 'FAILED' where purpose = 'TOP_UP'`,
    ],
    [
      'a second success of an order',
      'payments_one_success_key',
      `insert into payments (id, purpose, order_id, person_id, business_id, method, card_id, currency, amount_minor, wallet_minor, state, charge_ref)
        select gen_random_uuid(), purpose, order_id, person_id, business_id, method, card_id, currency, amount_minor, wallet_minor, 'SUCCEEDED', null
        from payments where purpose = 'ORDER'`,
    ],
    [
      'two open payments of an order',
      'payments_one_open_key',
      `insert into payments (id, purpose, order_id, person_id, business_id, method, card_id, currency, amount_minor, wallet_minor, state, charge_ref)
        select gen_random_uuid(), purpose, order_id, person_id, business_id, method, card_id, currency, amount_minor, wallet_minor, 'UNKNOWN', null
        from payments where purpose = 'ORDER';
        insert into payments (id, purpose, order_id, person_id, business_id, method, card_id, currency, amount_minor, wallet_minor, state, charge_ref)
        select gen_random_uuid(), purpose, order_id, person_id, business_id, method, card_id, currency, amount_minor, wallet_minor, 'CREATED', null
        from payments where purpose = 'ORDER'`,
    ],
    [
      'two payments of one charge',
      'payments_charge_key',
      `insert into payments (id, purpose, order_id, person_id, business_id, method, card_id, currency, amount_minor, wallet_minor, state, charge_ref)
        select gen_random_uuid(), purpose, order_id, person_id, business_id, method, card_id, currency, amount_minor, wallet_minor, 'CANCELLED', charge_ref
        from payments where purpose = 'ORDER'`,
    ],
    [
      'a refund of nothing',
      'refunds_amount_positive',
      `update refunds set amount_minor = 0, card_minor = 0, wallet_minor = 0, fee_minor = 0`,
    ],
    ['parts that do not make the refund', 'refunds_parts', `update refunds set card_minor = card_minor + 1`],
    ['a fee below nothing', 'refunds_parts', `update refunds set fee_minor = -1`],
    ['a fee above what goes back', 'refunds_fee_range', `update refunds set fee_minor = amount_minor + 1`],
    ['a refund in no state that there is', 'refunds_state_known', `update refunds set state = 'GONE'`],
    [
      'one card for two people',
      'cards_method_key',
      `insert into cards (id, person_id, method_ref, brand, last4, exp_month, exp_year)
        select gen_random_uuid(), person_id, method_ref, brand, last4, exp_month, exp_year from cards`,
    ],
    [
      'two default cards',
      'cards_default_key',
      `insert into cards (id, person_id, method_ref, brand, last4, exp_month, exp_year, is_default)
        select gen_random_uuid(), person_id, 'pm_other', brand, last4, exp_month, exp_year, true from cards`,
    ],
    [
      'a removed card as the default',
      'cards_removed_is_not_default',
      `update cards set removed_at = now() where is_default`,
    ],
    [
      'a card number in place of the last four',
      'cards_last4_shape',
      `update cards set last4 = '4242424242424242'`,
    ],
    ['a month that there is not', 'cards_month_range', `update cards set exp_month = 13`],
    [
      'an event of the provider that never came',
      'provider_events_times_positive',
      `update provider_events set times = 0`,
    ],
    [
      'a difference about nothing',
      'discrepancies_about_something',
      `update discrepancies set provider_ref = null, subject_id = null`,
    ],
    [
      'a difference that nobody resolved',
      'discrepancies_resolved_by_somebody',
      `update discrepancies set resolved_by = null`,
    ],
    [
      'a difference that is listed twice',
      'discrepancies_open_key',
      `insert into discrepancies (id, kind, provider_ref, detail)
        select gen_random_uuid(), 'UNKNOWN_SUBJECT', 'pi_twice', '' from generate_series(1, 2)`,
    ],
    [
      'a day with fewer than no lines',
      'reconciliation_days_counts',
      `insert into reconciliation_days (day, theirs, ours, differences) values ('2026-01-01', 0, 0, -1)`,
    ],
  ])('%s: %s', async (_what, constraint, statement) => {
    expect(await refusalOf(server.app.sql, statement)).toBe(constraint);
  });
});

const system = () => server.ctx({ kind: 'system', job: 'test' });
const key = () => ({ idempotencyKey: randomUUID() });
const inr = (minor: bigint) => ({ minor, currency: INR });

/** An order of 50.00 that was paid by card. */
async function sold() {
  const shop = await makeShop(server);
  const asha = await makePerson(server);
  await makeCard(asha);
  const orderId = await makeOrder(asha, await makeProduct(shop));
  const paymentId = await payOrder(asha.ctx, { orderId, ...key() });
  return { shop, asha, paymentId };
}

describe('who comes second', () => {
  it('with the news of a success finds the payment settled', async () => {
    const asha = await makePerson(server);
    await makeCard(asha);
    await fillWallet(asha, 1_000n);
    const cardId = await makeCard(asha, 'pm_card_threeDSecure2Required');
    const paymentId = await topUpWallet(asha.ctx, { amount: inr(500n), cardId, ...key() });
    const [row] = await server.app.sql<{ ref: string }[]>`
      select charge_ref as ref from payments where id = ${paymentId}`;
    const chargeRef = row?.ref ?? '';
    const tell = () =>
      settle(system(), paymentId, { kind: 'succeeded', chargeRef, amountMinor: 500n, currency: INR });
    const wallet = `select from ledger_accounts where owner_id = '${asha.id}'`;
    const told = await inTurn(system(), wallet, tell, tell);
    expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  });

  it('to refund finds what the first one has left of the payment', async () => {
    const { shop, paymentId } = await sold();
    const late = overtake(
      system(),
      (tx) => tx.sql`update payments set refunded_minor = 4500 where id = ${paymentId}`,
      () => createRefund(shop.owner.ctx, { paymentId, amount: inr(1_000n), reason: 'Bruised', ...key() }),
    );
    await expect(late).rejects.toMatchObject({ code: 'REFUND_TOO_LARGE' });
    await server.app.sql`update payments set refunded_minor = 0 where id = ${paymentId}`;
  });

  it('to register a card sees that there is a default by now', async () => {
    const asha = await makePerson(server);
    // The provider knows her, and she has no card.
    await removeCard(asha.ctx, await makeCard(asha));
    await overtake(
      system(),
      (tx) => registerCard({ ...tx, actor: asha.ctx.actor }, { token: 'pm_card_visa' }),
      () => registerCard(asha.ctx, { token: 'pm_card_mastercard' }),
    );
    const cards = await server.app.sql`
      select brand, is_default as default from cards
      where person_id = ${asha.id} and removed_at is null order by brand`;
    expect([...cards]).toEqual([
      { brand: 'mastercard', default: false },
      { brand: 'visa', default: true },
    ]);
  });
});

describe('of the asks that are left', () => {
  it('one is taken by each who asks for a charge: with one left, one of five asks', async () => {
    const silence = { kind: 'unknown', chargeRef: null, reason: 'timeout' } as const;
    const ask = vi.spyOn(server.app.payments, 'charge').mockResolvedValue(silence);
    const { paymentId }: { paymentId: PaymentId } = await sold();
    await server.app.sql`update payments set asks = ${MOST_ASKS - 1} where id = ${paymentId}`;
    ask.mockClear();
    await Promise.all(Array.from({ length: 5 }, () => charge(system(), paymentId)));
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('one is taken by each who asks for a refund: with one left, one of five asks', async () => {
    const silence = { kind: 'unknown', refundRef: null, reason: 'timeout' } as const;
    const ask = vi.spyOn(server.app.payments, 'refund').mockResolvedValue(silence);
    const { shop, paymentId } = await sold();
    const refundId = await createRefund(shop.owner.ctx, { paymentId, reason: 'Bruised', ...key() });
    await server.app.sql`update refunds set asks = ${MOST_ASKS - 1} where id = ${refundId}`;
    ask.mockClear();
    await Promise.all(Array.from({ length: 5 }, () => submitRefund(system(), refundId)));
    expect(ask).toHaveBeenCalledTimes(1);
  });
});
