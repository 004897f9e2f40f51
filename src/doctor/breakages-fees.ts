import { UNCHAIN, type Ways } from './breakage.ts';

/** Of a shop with a sale, a refund, messages that were free and that were paid, and a month of a plan; see fees.test.ts. */
export const FEE_BREAKAGES: Ways<unknown> = {
  'Every fee that was booked is charged to its business, to the minor unit, and nothing else is.': {
    'a sale is charged to another': () =>
      `update fee_charges set business_id = (select id from businesses where handle = 'another')
       where journal_id in (select id from ledger_journals where kind = 'fee') and service = 'SUBSCRIPTION';
       update fee_charges set subject_id = business_id || ':' || period where service = 'SUBSCRIPTION'`,
    'a fee was given back and is charged still': () => `
      update fee_charges set amount_minor = amount_minor + 1 where service = 'SALE' and amount_minor < 0`,
    'a sale is not charged': () => `delete from fee_charges where service = 'SALE' and amount_minor > 0`,
  },
  'A charge is of something that its business did, and has the journal of it unless it was free.': {
    'a charge is of no payment': () =>
      `update fee_charges set subject_id = gen_random_uuid() where service = 'SALE' and amount_minor > 0`,
    'a charge has the journal of another': () => `
      ${UNCHAIN} update ledger_journals set subject_id = gen_random_uuid() where kind = 'fee'`,
    'something free has a journal': () => `
      alter table fee_charges drop constraint fee_charges_booked;
      update fee_charges set journal_id = (select journal_id from fee_charges where service = 'SUBSCRIPTION')
      where amount_minor = 0`,
  },
  'Every charge is by a rule of its service, and costs what the rule said.': {
    'a charge is by the rule of another service': () => `
      update fee_charges set rule_id = (select id from fee_rules where country = 'IN' and service = 'TAX')
      where service = 'SUBSCRIPTION'`,
    'a rule said something else': () => `
      update fee_rules set fixed_minor = fixed_minor + 1 where service = 'MESSAGE_MARKETING'`,
    'a rule came later': () => `
      update fee_rules set effective_from = '2100-01-01' where service = 'SUBSCRIPTION' and country = 'IN'`,
  },
  'A charge stands in a month, in the currency of its business, and a month of a plan is its own.': {
    'a charge stands in the middle of a month': () =>
      `update fee_charges set period = period + 14 where service = 'SALE'`,
    'a charge stands in a month to come': () => `update fee_charges set period = '2100-01-01'`,
    'a month is of another': () =>
      `update fee_charges set subject_id = gen_random_uuid() || ':2027-01-01' where service = 'SUBSCRIPTION'`,
  },
  'A charge for messages is for as many as were counted for it.': {
    'a message was charged twice': () =>
      `update fee_charges set quantity = quantity + 1 where subject_id like '% free %'`,
    'a message was forgotten': () => `update message_usage set charge_id = null where inside_window`,
    'a message was charged as another kind': () =>
      `update message_usage set category = 'UTILITY' where category = 'SERVICE'`,
  },
  'What shops write in everyday chats is counted for them, and nothing else is.': {
    'a message was not counted': () => `
      delete from message_usage where charge_id is null and sent_at = (select max(sent_at) from message_usage)`,
    'a message counts for another': () => `
      update message_usage set business_id = (select id from businesses where handle = 'another')
      where charge_id is null`,
    'what a customer wrote was counted': () => `
      insert into message_usage (message_id, business_id, category, inside_window, sent_at)
      select m.id, c.business_id, 'SERVICE', true, m.sent_at
      from messages m join conversations c on c.id = m.conversation_id where m.sender_kind = 'PERSON' limit 1`,
  },
  'A plan was chosen before its first month began.': {
    'a plan was chosen in the middle of its month': () =>
      `update business_plans set created_at = from_period + interval '14 days'`,
  },
};
