import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, test, vi } from 'vitest';
import { transact } from '../db/transact.ts';
import { post } from '../ledger/post.ts';
import { MOST_ASKS } from '../payments/rules.ts';
import { makeShop } from '../testing/factories.ts';
import { CLEARING, INR, journalOf, move } from '../testing/ledger.ts';
import { inTurn } from '../testing/meeting.ts';
import { makeMoneyWorld } from '../testing/money-world.ts';
import { refusalOf } from '../testing/refusals.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { setBankAccount } from './bank-account.ts';
import { createPayout } from './create.ts';
import { settlePayout } from './settle.ts';
import { submitPayout } from './submit.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await makeMoneyWorld(server);
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => server.stop());

describe('the database refuses, whoever asks', () => {
  test.each<[string, string, string]>([
    ['a payout of nothing', 'payouts_amount_positive', `update payouts set amount_minor = 0`],
    ['a payout in no state that there is', 'payouts_state_known', `update payouts set state = 'GONE'`],
    ['a failure without its code', 'payouts_failure_has_code', `update payouts set state = 'FAILED'`],
    [
      'two payouts of one transfer of the provider',
      'payouts_ref_key',
      `insert into payouts (id, business_id, bank_account_id, person_id, currency, amount_minor, payout_ref)
        select gen_random_uuid(), business_id, bank_account_id, person_id, currency, amount_minor, payout_ref from payouts`,
    ],
    [
      'two bank accounts at a time',
      'bank_accounts_current_key',
      `insert into bank_accounts (id, business_id, account_ref, bank_name, last4, currency)
        select gen_random_uuid(), business_id, account_ref, bank_name, last4, currency from bank_accounts`,
    ],
    [
      'an account number in place of the last four',
      'bank_accounts_last4_shape',
      `update bank_accounts set last4 = '000123456789'`,
    ],
  ])('%s: %s', async (_what, constraint, statement) => {
    expect(await refusalOf(server.app.sql, statement)).toBe(constraint);
  });
});

const system = () => server.ctx({ kind: 'system', job: 'test' });

/** A payout of 10.00 of which the provider says nothing. */
async function asked() {
  const silence = { kind: 'unknown', payoutRef: null, reason: 'timeout' } as const;
  const payOut = vi.spyOn(server.app.payments, 'payOut').mockResolvedValue(silence);
  const shop = await makeShop(server);
  await earn(shop.id, 1_000n);
  await setBankAccount(shop.owner.ctx, { businessId: shop.id, token: 'btok_us_verified' });
  const payoutId = await createPayout(shop.owner.ctx, {
    businessId: shop.id,
    idempotencyKey: randomUUID(),
  });
  return { shop, payoutId, payOut };
}

/** What a shop has, as it were from sales that are long over. */
async function earn(ownerId: string, amountMinor: bigint): Promise<void> {
  await transact(system(), (tx) =>
    post(tx, journalOf([move(CLEARING, { kind: 'BUSINESS_BALANCE', ownerId }, amountMinor)])),
  );
}

it('who comes second with news of a payout finds it settled', async () => {
  const { shop, payoutId } = await asked();
  const payoutRef = `po_${payoutId}`;
  const balance = `select from ledger_accounts where owner_id = '${shop.id}'`;
  await inTurn(
    system(),
    balance,
    () => settlePayout(system(), payoutId, { kind: 'paid', payoutRef, amountMinor: 1_000n, currency: INR }),
    () =>
      settlePayout(system(), payoutId, { kind: 'failed', payoutRef, code: 'ACCOUNT_CLOSED', message: '' }),
  );
  const [row] = await server.app.sql`select state from payouts where id = ${payoutId}`;
  expect(row).toEqual({ state: 'RETURNED' });
});

it('of the asks that are left one is taken by each who asks: with one left, one of five asks', async () => {
  const { payoutId, payOut } = await asked();
  await server.app.sql`update payouts set asks = ${MOST_ASKS - 1} where id = ${payoutId}`;
  payOut.mockClear();
  await Promise.all(Array.from({ length: 5 }, () => submitPayout(system(), payoutId)));
  expect(payOut).toHaveBeenCalledTimes(1);
});
