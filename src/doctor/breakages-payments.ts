import { paymentOf, UNCHAIN, type Orders, type Ways } from './breakage.ts';

export const PAYMENT_BREAKAGES: Ways<Orders> = {
  'The parts of a payment are its amount, and what went back of it is the sum of its refunds.': {
    'a payment does not know that it went back': ({ refunded }) =>
      `update payments set refunded_minor = 0 where order_id = '${refunded}'`,
    'a payment says that some went back': ({ shipped }) =>
      `update payments set refunded_minor = 1 where order_id = '${shipped}' and state = 'SUCCEEDED'`,
  },
  'Every paid order is booked once, to the minor unit: to its business, and the fee from there.': {
    'a payment was booked that had failed': ({ shipped, declined }) => `
      ${UNCHAIN}
      update ledger_journals set subject_id = ${paymentOf(declined)} where subject_id = ${paymentOf(shipped)}`,
    'another fee was agreed on than was taken': ({ shipped }) =>
      `update orders set fee_minor = fee_minor - 1 where id = '${shipped}'`,
  },
  'Every refund that went through is booked once, the way that it went.': {
    'a refund was booked for another': () =>
      `${UNCHAIN} update ledger_journals set subject_id = gen_random_uuid() where kind = 'refund'`,
    'a refund went to the wallet, and by the books to the card': () =>
      `update refunds set redirected_at = now() where card_minor > 0`,
  },
  'What was charged into a wallet, or too late for what it was for, is booked there once.': {
    'a late payment was not booked': ({ declined }) =>
      `update payments set late_at = now() where order_id = '${declined}'`,
  },
  'Only what the provider moved is booked on its account.': {
    'something else was booked there': () => `
      insert into ledger_journals (id, kind, subject_id, description)
      values ('00000000-0000-0000-0000-000000000001', 'test', gen_random_uuid(), '');
      insert into ledger_postings (journal_id, debit_account_id, credit_account_id, currency, amount_minor)
      select '00000000-0000-0000-0000-000000000001', a.id, b.id, a.currency, 1
      from ledger_accounts a, ledger_accounts b
      where a.kind = 'PROVIDER_CLEARING' and b.kind = 'PLATFORM_FEES' and a.currency = b.currency`,
  },
  'No difference between the provider and the books is left open.': {
    'the provider knows of a charge that the books do not know': () => `
      insert into discrepancies (id, kind, provider_ref, detail)
      values (gen_random_uuid(), 'MISSING_HERE', 'ch_1', 'a charge of 1.00 INR')`,
  },
};
