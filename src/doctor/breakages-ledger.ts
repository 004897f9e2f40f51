import { UNCHAIN, type Ways } from './breakage.ts';

const TESTS = `(select id from ledger_journals where kind = 'test')`;
const NEWEST = `(select max(position) from ledger_chain)`;

/** In a ledger with journals of kind 'test', of which some are chained, rolled up and published, and some are not. */
export const LEDGER_BREAKAGES: Ways<unknown> = {
  'A strict account equals the sum of its postings.': {
    'a balance was changed': () =>
      `update ledger_accounts set balance_minor = balance_minor + 1 where strict`,
    'an account has a balance and no postings': () => `
      insert into ledger_accounts (id, kind, owner_id, currency, strict, balance_minor)
      values (gen_random_uuid(), 'BUSINESS_BALANCE', gen_random_uuid(), 'INR', true, 1)`,
  },
  'The balance of a deferred account, by its roll-up, equals the sum of its postings.': {
    'a roll-up has another balance': () => `update ledger_rollups set balance_minor = balance_minor + 1`,
    'a roll-up says that it has seen what it has not': () =>
      `update ledger_rollups set snapshot = pg_current_snapshot()`,
    'a deferred account has a balance of its own': () =>
      `update ledger_accounts set balance_minor = 1 where not strict`,
  },
  'Every posting says what it left on its strict accounts.': {
    'a posting says another balance': () => `
      ${UNCHAIN} update ledger_postings set credit_balance_minor = credit_balance_minor + 1 where journal_id in ${TESTS}`,
    'a posting says none': () => `
      ${UNCHAIN} update ledger_postings set credit_balance_minor = null where journal_id in ${TESTS}`,
    'a posting says a balance of a deferred account': () => `
      ${UNCHAIN} update ledger_postings set debit_balance_minor = 1
      where journal_id in ${TESTS} and debit_balance_minor is null`,
  },
  'No strict account is below what is held of it.': {
    'more is held than is there': () => `
      alter table ledger_accounts drop constraint ledger_accounts_strict_covered;
      insert into ledger_holds (id, account_id, currency, amount_minor, kind, subject_id)
      select gen_random_uuid(), id, currency, balance_minor + 1, 'test', gen_random_uuid() from ledger_accounts where strict;
      update ledger_accounts a set held_minor = (
        select sum(amount_minor) from ledger_holds h where h.account_id = a.id and h.state = 'PENDING') where strict`,
  },
  'What is held of an account is the sum of its pending holds, and only strict ones have any.': {
    'an account does not know of a hold': () => `
      insert into ledger_holds (id, account_id, currency, amount_minor, kind, subject_id)
      select gen_random_uuid(), id, currency, 1, 'test', gen_random_uuid() from ledger_accounts where strict`,
    'an account holds for nothing': () =>
      `update ledger_accounts set held_minor = held_minor + 1 where strict and held_minor < balance_minor`,
    'a deferred account had a hold': () => `
      insert into ledger_holds (id, account_id, currency, amount_minor, kind, subject_id, state, resolved_at)
      select gen_random_uuid(), id, currency, 1, 'test', gen_random_uuid(), 'VOIDED', now() from ledger_accounts where not strict`,
  },
  'Every journal has postings.': {
    'a journal has none': () => `
      insert into ledger_journals (id, kind, subject_id, description)
      values (gen_random_uuid(), 'test', gen_random_uuid(), '')`,
  },
  'Both accounts of a posting are in its currency.': {
    'an account changed its currency': () => `update ledger_accounts set currency = 'EUR' where strict`,
    'a posting changed its currency': () =>
      `${UNCHAIN} update ledger_postings set currency = 'EUR' where journal_id in ${TESTS}`,
  },
  'The chain has no gap, and leaves no journal out.': {
    // The watermark waits for every open transaction of the cluster, also in other databases: here it has passed.
    'the newest link is missing': () => `
      delete from ledger_chain where position = ${NEWEST};
      update ledger_watermarks set chained_from = pg_current_xact_id()`,
    'a position is missing': () =>
      `update ledger_chain set position = position + 1 where position = ${NEWEST}`,
  },
  'The chain has the hash of every journal in it.': {
    'a journal was changed': () =>
      `update ledger_journals set description = 'Another.' where id in (select journal_id from ledger_chain)`,
    'a posting was changed': () => `
      update ledger_postings set created_at = created_at + interval '1 day'
      where journal_id in (select journal_id from ledger_chain)`,
    'a posting was added': () => `
      insert into ledger_postings (journal_id, debit_account_id, credit_account_id, currency, amount_minor)
      select c.journal_id, a.id, b.id, a.currency, 1
      from ledger_chain c, ledger_accounts a, ledger_accounts b
      where c.position = 1 and a.kind = 'CASH_CLEARING' and b.kind = 'PLATFORM_FEES' and a.currency = b.currency;
      -- Balances are as they should be with it.
      update ledger_rollups r set balance_minor = r.balance_minor + case a.kind when 'CASH_CLEARING' then -1 else 1 end
      from ledger_accounts a where a.id = r.account_id and a.kind in ('CASH_CLEARING', 'PLATFORM_FEES')`,
    'a link was changed': () => `update ledger_chain set hash = sha256('') where position = ${NEWEST}`,
  },
  'Every published head is in the chain.': {
    'a head has another hash': () => `update ledger_heads set hash = sha256('')`,
    'a head is of a place that the chain has not': () => `update ledger_heads set position = position + 1000`,
  },
};
