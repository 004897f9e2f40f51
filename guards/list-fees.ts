import { check, foreignKey, key, trigger, type Guard, type Removal } from './guard.ts';

/* What keeps rules, plans and charges as they are. */

const guard = (name: string, keeps: string, removal: Removal): Guard => ({
  name,
  keeps,
  removal,
  testFile: 'src/fees/guards.test.ts',
  test: `: ${name}`,
  together: true,
});

const race = (
  name: string,
  keeps: string,
  [file, find, replace]: readonly [file: string, find: string | RegExp, replace: string],
  test: string,
): Guard => ({ name, keeps, removal: { file, find, replace }, testFile: 'src/fees/races.test.ts', test });

const REFERENCES = [
  'fee_rules_country_markets_country_fk',
  'fee_rules_created_by_people_id_fk',
  'business_plans_business_id_businesses_id_fk',
  'message_usage_message_id_messages_id_fk',
  'message_usage_business_id_businesses_id_fk',
  'message_usage_charge_fkey',
  'fee_charges_business_id_businesses_id_fk',
  'fee_charges_rule_id_fee_rules_id_fk',
  'fee_charges_journal_id_ledger_journals_id_fk',
  'fee_charges_invoice_id_invoices_id_fk',
  'orders_fee_rule_fkey',
];

export const FEES: readonly Guard[] = [
  guard('fee_rules_share_range', 'a share above all', check('fee_rules_share_range')),
  guard('fee_rules_fixed_range', 'a fee that pays', check('fee_rules_fixed_range')),
  guard('fee_rules_free_not_negative', 'fewer than none free', check('fee_rules_free_not_negative')),
  guard('fee_rules_effective_key', 'two rules of a moment', {
    file: 'migrations',
    find: /CONSTRAINT "fee_rules_effective_key" UNIQUE NULLS NOT DISTINCT\([^)]*\)/,
    replace: 'CONSTRAINT "fee_rules_effective_key" CHECK (true)',
  }),
  guard(
    'business_plans_first_of_month',
    'a plan from the middle of a month',
    check('business_plans_first_of_month'),
  ),
  guard('fee_charges_subject_key', 'a charge of what was charged', key('fee_charges_subject_key', null)),
  guard('fee_charges_booked', 'a charge that nobody booked', check('fee_charges_booked')),
  guard('fee_charges_quantity_positive', 'a charge of none', check('fee_charges_quantity_positive')),
  guard('fee_rules_append_only', 'another price of the past', trigger('fee_rules_append_only')),
  guard('fee_charges_append_only', 'a charge taken away', trigger('fee_charges_append_only')),
  guard('fee_charges_keep', 'another amount of a charge', trigger('fee_charges_keep')),
  guard('message_usage_pkey', 'a message that counts twice', {
    file: 'migrations',
    find: '"message_id" uuid PRIMARY KEY NOT NULL,\n\t"business_id"',
    replace: '"message_id" uuid NOT NULL,\n\t"business_id"',
  }),
  ...REFERENCES.map((name) => guard(name, 'a reference to what is not there', foreignKey(name))),
  race(
    'fees_lock of messages',
    'two who charge the same messages',
    ['src/fees/message-charges.ts', 'await lockFees(tx, businessId);', 'void lockFees;'],
    'who comes second finds the messages of a shop charged',
  ),
  race(
    'fees_lock of plans',
    'two who charge a month of a plan',
    ['src/fees/subscriptions.ts', 'await lockFees(tx, businessId);', 'void lockFees;'],
    'who comes second finds the month of a plan charged',
  ),
  race(
    'collectOwed: the balance first',
    'a debt that is collected twice',
    [
      'src/fees/collect.ts',
      /const held = await openBooks\(tx, currency, \[balance\]\);\s+const \[row\] = await [^`]*`[^`]*`;/,
      `const [row] = await tx.sql<{ minor: bigint }[]>\`
        select ledger_balance(id) as minor from ledger_accounts
        where owner_id = \${businessId} and kind = 'FEES_OWED' and currency = \${currency}\`;
      const held = await openBooks(tx, currency, [balance]);`,
    ],
    'who comes second finds a debt collected',
  ),
  race(
    'invoice_number: in one statement',
    'a number that is given twice',
    [
      'src/fees/issue-invoice.ts',
      'update invoice_counter set next = next + 1 returning (next - 1)::int as number',
      `with n as (select next from invoice_counter)
      update invoice_counter set next = n.next + 1 from n returning n.next::int as number`,
    ],
    'who comes second gives an invoice the number after that of the first',
  ),
];
