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
  ...REFERENCES.map((name) => guard(name, 'a reference to what is not there', foreignKey(name))),
];
