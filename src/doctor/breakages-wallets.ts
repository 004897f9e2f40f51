import { UNCHAIN, type Ways } from './breakage.ts';

/** Among transfers, requests and payouts in each of their states; see wallets.test.ts. */
export const WALLET_BREAKAGES: Ways<unknown> = {
  'Every transfer that went through is booked once, and once back when it was reversed.': {
    'a transfer was booked for another': () =>
      `${UNCHAIN} update ledger_journals set subject_id = gen_random_uuid() where kind = 'transfer'`,
    'a reversal was booked for another': () =>
      `${UNCHAIN} update ledger_journals set subject_id = gen_random_uuid() where kind = 'transfer_reversal'`,
    'another fee was agreed on than was taken': () => `
      alter table transfers drop constraint transfers_parts_add_up;
      update transfers set fee_minor = fee_minor + 1 where state = 'SUCCEEDED'`,
  },
  'A transfer is told to its recipient when the money has moved, and not before.': {
    'a transfer was not told': () => `update transfers set message_id = null where state = 'SUCCEEDED'`,
    'a failed one was': () => `update transfers set message_id = gen_random_uuid() where state = 'FAILED'`,
  },
  'The card part of a transfer was charged by its payment.': {
    'somebody else was charged': () =>
      `update payments set person_id = gen_random_uuid() where purpose = 'TRANSFER'`,
    'the charge failed': () => `
      update payments set state = 'FAILED', failure_code = 'CARD_DECLINED' where purpose = 'TRANSFER';
      delete from outbox; delete from event_subjects`,
  },
  "What counts against a sender's limits is what they sent on the day.": {
    'a day counts more': () => `update transfer_days set sent_minor = sent_minor + 1`,
    'a day is not counted': () => `delete from transfer_days`,
  },
  'A request is paid exactly when one transfer paid it.': {
    'an unpaid request says that it is paid': () =>
      `update money_requests set state = 'PAID' where state = 'OPEN'`,
    'a paid one says that it is open': () => `update money_requests set state = 'OPEN' where state = 'PAID'`,
    'a transfer paid another amount': () => `update money_requests set amount_minor = amount_minor + 1`,
  },
  'Every payout that went out is booked once, and once back when the bank returned it.': {
    'a payout was booked for another': () =>
      `${UNCHAIN} update ledger_journals set subject_id = gen_random_uuid() where kind = 'payout'`,
    'a payout was booked that failed': () =>
      `update payouts set state = 'FAILED', failure_code = 'ACCOUNT_CLOSED' where state = 'PAID'`,
    'a payout came back only by the books': () =>
      `update payouts set state = 'PAID', failure_code = null where state = 'RETURNED'`,
  },
  'The money of what is under way is held, once, and nothing else is.': {
    'a hold is of less than what it is for': () => `
      update ledger_holds set amount_minor = amount_minor - 1 where kind in ('transfer', 'payout') and state = 'PENDING';
      update ledger_accounts set held_minor = held_minor - (
        select count(*) from ledger_holds h
        where h.account_id = ledger_accounts.id and h.kind in ('transfer', 'payout') and h.state = 'PENDING')`,
    'a hold outlived its payout': () => `
      update payouts set state = 'FAILED', failure_code = 'ACCOUNT_CLOSED' where state = 'PENDING'`,
  },
  'What is held back of a sale is of a sale, and no more than its shop still has of it.': {
    'something is held back of no sale': () => `
      update ledger_holds set kind = 'sale' where kind = 'test' and state = 'PENDING'`,
  },
};
