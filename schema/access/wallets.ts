import { FOR_OPERATORS, FOR_PERSONS, FOR_THE_CUSTOMER, type Rows } from './rows.ts';

/** Money between people. Here the customer has sent some to a friend, and both have asked for some. */
export const WALLET_ROWS: Rows = {
  'node(Transfer)': { all: 'null', customer: 'ok', operator: 'ok' },
  'node(MoneyRequest)': { all: 'null', customer: 'ok' },

  'Person.wallet': { all: 'unseen', customer: 'ok', staff: 'null', app: 'null' },
  'Person.wallet.balances': { all: 'unseen', customer: 'ok' },
  'Person.wallet.balances.entries': { all: 'unseen', customer: 'ok' },
  'Person.wallet.balances.statementCsv': { all: 'unseen', customer: 'ok' },
  'Person.wallet.cards': { all: 'unseen', customer: 'ok' },
  'Person.wallet.limits': { all: 'unseen', customer: 'ok' },
  'Person.wallet.transfers': { all: 'unseen', customer: 'ok' },
  // An operator takes money back without knowing whose it is.
  'Transfer.conversation': { all: 'unseen', customer: 'ok', operator: 'null' },
  'Transfer.fee': { all: 'unseen', customer: 'ok', operator: 'null' },
  'Transfer.fromBalance': { all: 'unseen', customer: 'ok', operator: 'null' },
  'Transfer.note': { all: 'unseen', customer: 'ok', operator: 'null' },
  'Transfer.payment': { all: 'unseen', customer: 'ok', operator: 'null' },
  'Transfer.payment.card': { all: 'unseen', customer: 'ok' },
  'Transfer.recipient': { all: 'unseen', customer: 'ok', operator: 'null' },
  'Transfer.recipient.phone': { all: 'unseen', customer: 'null' },
  'Transfer.recipient.wallet': { all: 'unseen', customer: 'null' },
  'Transfer.sender': { all: 'unseen', customer: 'ok', operator: 'null' },
  'Transfer.sender.phone': { all: 'unseen', customer: 'ok' },
  'MoneyRequest.requester.phone': { all: 'unseen', customer: 'null' },
  'MoneyRequest.requester.wallet': { all: 'unseen', customer: 'null' },
  'MoneyRequest.conversation.messages': { all: 'unseen', customer: 'ok' },

  'Mutation.walletTopUp': FOR_THE_CUSTOMER,
  'Mutation.moneySend': FOR_THE_CUSTOMER,
  'Mutation.moneyRequest': FOR_THE_CUSTOMER,
  'Mutation.moneyRequestAccept': FOR_THE_CUSTOMER,
  'Mutation.moneyRequestDecline': FOR_THE_CUSTOMER,
  'Mutation.moneyRequestCancel': FOR_THE_CUSTOMER,
  'Mutation.moneyReverse': FOR_OPERATORS,

  'Subscription.walletEvents': FOR_PERSONS,
};
