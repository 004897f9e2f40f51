import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { makeShop } from '../testing/factories.ts';
import { INR } from '../testing/ledger.ts';
import { refusalOf } from '../testing/refusals.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { chargeBusiness } from './charge.ts';
import { issueInvoice } from './issue-invoice.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ now: () => new Date('2026-11-20T12:00:00Z') });
  const { id: businessId } = await makeShop(server);
  const ctx = server.ctx({ kind: 'system', job: 'test' });
  await transact(ctx, (tx) =>
    chargeBusiness(tx, {
      businessId,
      service: 'MONEY_TRANSFER',
      ruleId: null,
      subjectId: newId(),
      quantity: 1,
      currency: INR,
      amountMinor: 100n,
      at: new Date('2026-10-20T00:00:00Z'),
    }),
  );
  await issueInvoice(ctx, businessId, '2026-10-01');
});
afterAll(() => server.stop());

/** Another invoice like the one that is there, of the month before, with something else in it. */
function invoiceWith(other: Readonly<Record<string, string>>): string {
  const columns = Object.entries({
    id: 'gen_random_uuid()',
    number: 'number + 1',
    business_id: 'business_id',
    currency: 'currency',
    period: "'2026-09-01'",
    subtotal_minor: '100',
    tax_basis_points: '0',
    tax_minor: '0',
    total_minor: '100',
    tax_journal_id: 'null',
    ...other,
  });
  return `
    insert into invoices (${columns.map(([name]) => name).join(', ')})
    select ${columns.map(([, value]) => value).join(', ')} from invoices`;
}

/** Another line of it. */
const lineWith = (other: Readonly<Record<string, string>>): string => {
  const line = {
    invoice_id: 'id',
    position: '2',
    rule_id: 'null',
    is_credit: 'false',
    amount_minor: '1',
    ...other,
  };
  return `
    insert into invoice_lines (service, quantity, ${Object.keys(line).join(', ')})
    select 'SALE', 1, ${Object.values(line).join(', ')} from invoices`;
};

const nobody = 'gen_random_uuid()';

describe('the database refuses, whoever asks', () => {
  test.each<[string, string, string]>([
    ['a total that does not add up', 'invoices_total_adds_up', invoiceWith({ total_minor: '101' })],
    ['tax that nobody booked', 'invoices_tax_booked', invoiceWith({ tax_minor: '1', total_minor: '101' })],
    ['half a month', 'invoices_period_first_of_month', invoiceWith({ period: "'2026-09-02'" })],
    ['a number twice', 'invoices_number_key', invoiceWith({ number: 'number' })],
    ['a month twice', 'invoices_period_key', invoiceWith({ period: 'period' })],
    ['an invoice of nobody', 'invoices_business_id_businesses_id_fk', invoiceWith({ business_id: nobody })],
    [
      'tax by no journal',
      'invoices_tax_journal_id_ledger_journals_id_fk',
      invoiceWith({ tax_minor: '1', total_minor: '101', tax_journal_id: nobody }),
    ],
    [
      'something given back that costs',
      'invoice_lines_credit_is_negative',
      lineWith({ is_credit: 'true', amount_minor: '1' }),
    ],
    ['two lines in one place', 'invoice_lines_pkey', lineWith({ position: '1' })],
    ['a line of no invoice', 'invoice_lines_invoice_id_invoices_id_fk', lineWith({ invoice_id: nobody })],
    ['a line by no rule', 'invoice_lines_rule_id_fee_rules_id_fk', lineWith({ rule_id: nobody })],
    [
      'a second counter',
      'invoice_counter_one_row',
      `insert into invoice_counter (one, next) values (false, 1)`,
    ],
  ])('%s: %s', async (_what, constraint, statement) => {
    expect(await refusalOf(server.app.sql, statement)).toBe(constraint);
  });

  test.each<[string, string, string]>([
    ['another number', 'invoices_append_only', `update invoices set number = number + 1`],
    ['an invoice taken away', 'invoices_append_only', `delete from invoices`],
    ['another line', 'invoice_lines_append_only', `update invoice_lines set quantity = quantity + 1`],
    ['a line taken away', 'invoice_lines_append_only', `delete from invoice_lines`],
  ])('%s: %s', async (_what, _trigger, statement) => {
    expect(await refusalOf(server.app.sql, statement)).toContain('is history');
  });
});
