import { check, foreignKey, key, trigger, uniqueIndex, type Guard, type Removal } from './guard.ts';

const FUNCTIONS = 'migrations/0003_money_guards.sql';
const inFunctions = (find: string, replace: string): Removal => ({ file: FUNCTIONS, find, replace });

const entry = (name: string, keeps: string, removal: Removal, test: string): Guard => ({
  name,
  keeps,
  removal,
  testFile: 'src/ledger/guards.test.ts',
  test,
});

const POSTINGS: readonly Guard[] = [
  entry(
    'ledger_accounts_owner_key',
    'two accounts for one thing',
    key('ledger_accounts_owner_key', 'id'),
    'an owner has one account of a kind and currency',
  ),
  entry(
    'ledger_accounts_strict_covered',
    'a balance below what is held of it',
    check('ledger_accounts_strict_covered'),
    'nor below what is held of it',
  ),
  entry(
    'ledger_accounts_held_not_negative',
    'less than nothing held',
    check('ledger_accounts_held_not_negative'),
    'nor below what is held of it',
  ),
  entry(
    'ledger_postings_amount_positive',
    'a posting of nothing or less',
    check('ledger_postings_amount_positive'),
    'a posting of ',
  ),
  entry(
    'ledger_postings_two_accounts',
    'a posting from an account to itself',
    check('ledger_postings_two_accounts'),
    'goes from one account to another',
  ),
  entry(
    'ledger_postings_debit_fkey',
    'a posting in another currency than the account that it leaves',
    foreignKey('ledger_postings_debit_fkey'),
    'is in the one currency of both its accounts',
  ),
  entry(
    'ledger_postings_credit_fkey',
    'a posting in another currency than the account that it reaches',
    foreignKey('ledger_postings_credit_fkey'),
    'is in the one currency of both its accounts',
  ),
  entry(
    'ledger_journals_fact_key',
    'a fact that is booked twice',
    uniqueIndex('ledger_journals_fact_key', 'migrations/0004_ledger_watermarks.sql'),
    'a fact is booked once',
  ),
  entry(
    'ledger_postings_post',
    'a posting that moves no balance',
    { file: FUNCTIONS, find: /CREATE TRIGGER ledger_postings_post [^;]*;/, replace: 'SELECT 1;' },
    'moves with its postings, whoever writes them',
  ),
  entry(
    'ledger_post: the seal',
    'a posting that joins a journal later',
    inFunctions(
      'IF (SELECT sealed_by FROM ledger_journals WHERE id = NEW.journal_id) IS DISTINCT FROM pg_current_xact_id() THEN',
      'IF false THEN',
    ),
    'a journal takes no posting from any other transaction',
  ),
];

const APPEND_ONLY: readonly Guard[] = [
  entry(
    'ledger_journals_append_only',
    'a journal that is changed',
    trigger('ledger_journals_append_only'),
    'what is posted is never changed',
  ),
  entry(
    'ledger_postings_append_only',
    'a posting that is changed',
    inFunctions('ENABLE TRIGGER ledger_postings_append_only', 'DISABLE TRIGGER ledger_postings_append_only'),
    'what is posted is never changed',
  ),
  entry(
    'ledger_holds_keep',
    'a hold that is deleted',
    trigger('ledger_holds_keep'),
    'what is posted is never changed',
  ),
  entry(
    'ledger_chain_append_only',
    'a chain that is rewritten',
    trigger('ledger_chain_append_only'),
    'what is posted is never changed',
  ),
  entry(
    'ledger_heads_append_only',
    'a published head that is rewritten',
    trigger('ledger_heads_append_only'),
    'what is posted is never changed',
  ),
];

const HOLDS: readonly Guard[] = [
  entry(
    'ledger_holds_move',
    'a hold that holds nothing',
    trigger('ledger_holds_move'),
    'moves what is held of its account, whoever writes it',
  ),
  entry(
    'ledger_hold: pending at first',
    'a hold that begins resolved',
    inFunctions("IF NEW.state <> 'PENDING' THEN", 'IF false THEN'),
    'a hold begins as pending',
  ),
  entry(
    'ledger_hold: strict accounts',
    'a hold on an account that has no balance',
    inFunctions('IF NOT FOUND THEN', 'IF false THEN'),
    'a hold is on a strict account',
  ),
  entry(
    'ledger_hold: resolved once',
    'a hold that is posted after it was voided',
    inFunctions("IF OLD.state <> 'PENDING' OR NEW.state = 'PENDING' OR", 'IF'),
    'that is voided is not made',
  ),
  entry(
    'ledger_hold: never otherwise changed',
    'a hold of another amount',
    inFunctions(
      'IS DISTINCT FROM (OLD.id, OLD.account_id, OLD.currency, OLD.amount_minor, OLD.kind, OLD.subject_id)',
      'IS NULL',
    ),
    'that is pending is not changed',
  ),
  entry(
    'ledger_holds_amount_positive',
    'a hold of nothing or less',
    check('ledger_holds_amount_positive'),
    'a hold of ',
  ),
  entry(
    'ledger_holds_state_known',
    'a hold in no state that there is',
    check('ledger_holds_state_known'),
    'has a state that there is',
  ),
  entry(
    'ledger_holds_resolved_once',
    'a hold resolved at no time',
    check('ledger_holds_resolved_once'),
    'is resolved at a time',
  ),
  entry(
    'ledger_holds_posted_by_journal',
    'a hold posted by nothing',
    check('ledger_holds_posted_by_journal'),
    'is posted by a journal that is there',
  ),
  entry(
    'ledger_holds_journal_id_ledger_journals_id_fk',
    'a hold posted by a journal that is not there',
    inFunctions(
      'ALTER CONSTRAINT ledger_holds_journal_id_ledger_journals_id_fk DEFERRABLE INITIALLY DEFERRED',
      'DROP CONSTRAINT ledger_holds_journal_id_ledger_journals_id_fk',
    ),
    'is posted by a journal that is there',
  ),
  entry(
    'ledger_holds_account_fkey',
    'a hold in another currency than its account',
    foreignKey('ledger_holds_account_fkey'),
    'is in the currency of its account',
  ),
  {
    ...entry(
      'ledger_holds_pending_key',
      'two pending holds for one thing',
      uniqueIndex('ledger_holds_pending_key'),
      'of one name is pending once',
    ),
    testFile: 'src/ledger/hold.test.ts',
  },
];

const CHAIN_PLACES = 'has a place and a journal once, and a whole hash';
const CHAIN: readonly Guard[] = [
  entry(
    'ledger_chain_journal_key',
    'a journal that is chained twice',
    uniqueIndex('ledger_chain_journal_key'),
    CHAIN_PLACES,
  ),
  entry(
    'ledger_chain_position_positive',
    'a link before the first',
    check('ledger_chain_position_positive'),
    CHAIN_PLACES,
  ),
  entry('ledger_chain_hash_length', 'half a hash', check('ledger_chain_hash_length'), CHAIN_PLACES),
  entry(
    'ledger_chain_journal_id_ledger_journals_id_fk',
    'a link of no journal',
    foreignKey('ledger_chain_journal_id_ledger_journals_id_fk'),
    CHAIN_PLACES,
  ),
  entry(
    'ledger_heads_position_ledger_chain_position_fk',
    'a head that is no link',
    foreignKey('ledger_heads_position_ledger_chain_position_fk'),
    'has one head a day',
  ),
  entry('ledger_heads_hash_length', 'half a head', check('ledger_heads_hash_length'), 'has one head a day'),
  entry(
    'ledger_watermarks_one_row',
    'two watermarks',
    check('ledger_watermarks_one_row'),
    'has one watermark',
  ),
];

export const LEDGER: readonly Guard[] = [...POSTINGS, ...APPEND_ONLY, ...HOLDS, ...CHAIN];
