import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeMoneyWorld } from '../testing/money-world.ts';
import { refusalOf } from '../testing/refusals.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await makeMoneyWorld(server);
});
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
