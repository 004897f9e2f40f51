import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeShop } from '../testing/factories.ts';
import { sell } from '../testing/earnings.ts';
import { job, makeShopChat } from '../testing/fee-world.ts';
import { refusalOf } from '../testing/refusals.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { chargeFees } from './job.ts';
import { setPlan } from './plan.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  const shop = await makeShop(server);
  await setPlan(shop.owner.ctx, { businessId: shop.id, plan: 'PLUS' });
  await sell(server, shop, 10_000n);
  await (await makeShopChat(server, shop)).answer();
  await chargeFees(job(server));
});
afterAll(() => server.stop());

/** A rule like one that is there, with something else in it. */
const ruleWith = (column: string, value: string) => `
  insert into fee_rules (id, country, service, plan, currency, ${column}, effective_from)
  select gen_random_uuid(), country, service, plan, currency, ${value}, now() + interval '1 year' from fee_rules limit 1`;

const COLUMNS = [
  'business_id',
  'service',
  'rule_id',
  'quantity',
  'currency',
  'amount_minor',
  'period',
  'journal_id',
  'invoice_id',
];

/** A charge like one that is there, but for a reference to nothing in a column. */
const chargeWithout = (column: string) => `
  insert into fee_charges (id, subject_id, ${COLUMNS.join(', ')})
  select gen_random_uuid(), gen_random_uuid(),
         ${COLUMNS.map((name) => (name === column ? 'gen_random_uuid()' : name)).join(', ')}
  from fee_charges where journal_id is not null limit 1`;

describe('the database refuses, whoever asks', () => {
  test.each<[string, string, string]>([
    ['a share above all', 'fee_rules_share_range', ruleWith('share_basis_points', '10001')],
    ['a fee that pays', 'fee_rules_fixed_range', ruleWith('fixed_minor', '-1')],
    ['fewer than none free', 'fee_rules_free_not_negative', ruleWith('free_per_month', '-1')],
    [
      'two rules of a moment',
      'fee_rules_effective_key',
      `insert into fee_rules (id, country, service, plan, currency, effective_from)
        select gen_random_uuid(), country, service, plan, currency, effective_from from fee_rules where plan is null`,
    ],
    [
      'a plan from the middle of a month',
      'business_plans_first_of_month',
      `update business_plans set from_period = from_period + 1`,
    ],
    [
      'two plans of a month',
      'business_plans_pkey',
      `insert into business_plans select business_id, 'STANDARD', from_period, now() from business_plans`,
    ],
    [
      'a message that counts twice',
      'message_usage_pkey',
      `insert into message_usage select * from message_usage`,
    ],
    [
      'a charge of something that was charged',
      'fee_charges_subject_key',
      `insert into fee_charges select gen_random_uuid(), business_id, service, rule_id, subject_id, quantity, currency,
         amount_minor, period, charged_at, journal_id, invoice_id from fee_charges`,
    ],
    [
      'a charge that nobody booked',
      'fee_charges_booked',
      `insert into fee_charges (id, business_id, service, subject_id, quantity, currency, amount_minor, period)
        select gen_random_uuid(), business_id, service, 'another', 1, currency, 5, period from fee_charges limit 1`,
    ],
    [
      'a charge of none',
      'fee_charges_quantity_positive',
      `insert into fee_charges (id, business_id, service, subject_id, quantity, currency, amount_minor, period)
        select gen_random_uuid(), business_id, service, 'another', 0, currency, 0, period from fee_charges limit 1`,
    ],
  ])('%s: %s', async (_what, constraint, statement) => {
    expect(await refusalOf(server.app.sql, statement)).toBe(constraint);
  });

  test.each<[string, string, string]>([
    ['another price', 'fee_rules_append_only', `update fee_rules set fixed_minor = fixed_minor + 1`],
    ['a rule taken away', 'fee_rules_append_only', `delete from fee_rules`],
    ['a charge taken away', 'fee_charges_append_only', `delete from fee_charges`],
  ])('%s: %s', async (_what, _trigger, statement) => {
    expect(await refusalOf(server.app.sql, statement)).toContain('is history');
  });

  test('another amount of a charge: fee_charges_keep', async () => {
    expect(await refusalOf(server.app.sql, `update fee_charges set quantity = quantity + 1`)).toContain(
      'a charge is invoiced once and never otherwise changed',
    );
  });

  test.each<[string, string]>([
    [
      'fee_rules_country_markets_country_fk',
      `insert into fee_rules (id, country, service, currency, effective_from)
        values (gen_random_uuid(), 'ZZ', 'SALE', 'INR', now() + interval '1 year')`,
    ],
    ['fee_rules_created_by_people_id_fk', ruleWith('created_by', 'gen_random_uuid()')],
    [
      'business_plans_business_id_businesses_id_fk',
      `update business_plans set business_id = gen_random_uuid()`,
    ],
    ['message_usage_message_id_messages_id_fk', `update message_usage set message_id = gen_random_uuid()`],
    [
      'message_usage_business_id_businesses_id_fk',
      `update message_usage set business_id = gen_random_uuid()`,
    ],
    ['message_usage_charge_fkey', `update message_usage set charge_id = gen_random_uuid()`],
    ['fee_charges_business_id_businesses_id_fk', chargeWithout('business_id')],
    ['fee_charges_rule_id_fee_rules_id_fk', chargeWithout('rule_id')],
    ['fee_charges_journal_id_ledger_journals_id_fk', chargeWithout('journal_id')],
    ['fee_charges_invoice_id_invoices_id_fk', chargeWithout('invoice_id')],
    ['orders_fee_rule_fkey', `update orders set fee_rule_id = gen_random_uuid()`],
  ])('a reference to what is not there: %s', async (constraint, statement) => {
    expect(await refusalOf(server.app.sql, statement)).toBe(constraint);
  });
});
