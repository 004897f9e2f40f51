import { FOR_OPERATORS, FOR_OWNERS, type Rows } from './rows.ts';

/** What a shop has earned, what it was charged, and how it gets the rest; and the books. */
export const MONEY_ROWS: Rows = {
  'Query.trialBalance': { guest: 'UNAUTHENTICATED', signedIn: 'FORBIDDEN', operator: 'ok' },
  'Query.ledgerEntries': {
    args: 'kind: BUSINESS_BALANCE, ownerId: $businessId, currencyCode: "INR"',
    guest: 'UNAUTHENTICATED',
    signedIn: 'FORBIDDEN',
    operator: 'ok',
  },
  'Query.ledgerHeads': { guest: 'UNAUTHENTICATED', signedIn: 'FORBIDDEN', operator: 'empty' },
  'Query.reconciliationDays': { guest: 'UNAUTHENTICATED', signedIn: 'FORBIDDEN', operator: 'empty' },
  'Query.discrepancies': { guest: 'UNAUTHENTICATED', signedIn: 'FORBIDDEN', operator: 'ok' },
  'node(Payout)': { all: 'null', owner: 'ok' },
  'node(Invoice)': { all: 'null', owner: 'ok', operator: 'ok' },
  'node(FeeRule)': { all: 'ok' },

  'Business.balance': { all: 'null', owner: 'ok' },
  'Business.balance.entries': { all: 'unseen', owner: 'ok' },
  'Business.balance.statementCsv': { all: 'unseen', owner: 'ok' },
  'Business.bankAccount': { all: 'null', owner: 'ok' },
  'Business.payouts': { all: 'null', owner: 'ok' },
  'Business.feePlan': { all: 'null', owner: 'ok' },
  'Business.feePlanNext': { all: 'null', owner: 'ok' },
  'Business.fees': { all: 'null', owner: 'ok' },
  'Business.feeCharges': { all: 'null', owner: 'ok' },
  'Business.feesOwed': { all: 'null', owner: 'ok' },
  'Business.invoices': { all: 'null', owner: 'ok', operator: 'ok' },
  'Business.invoicePreview': { all: 'null', owner: 'ok', operator: 'ok' },
  'FeeRule.note': { all: 'null', operator: 'ok' },
  // By what everybody sees of the shop.
  'Query.business.balance': { all: 'null', owner: 'ok' },
  'Query.business.invoices': { all: 'null', owner: 'ok', operator: 'ok' },
  'Product.business.balance': { all: 'null', owner: 'ok' },
  'Product.business.bankAccount': { all: 'null', owner: 'ok' },
  'Product.business.payouts': { all: 'null', owner: 'ok' },
  'Product.business.invoices': { all: 'null', owner: 'ok', operator: 'ok' },
  'Product.business.invoicePreview': { all: 'null', owner: 'ok', operator: 'ok' },
  'Product.business.feeCharges': { all: 'null', owner: 'ok' },
  'Product.business.fees': { all: 'null', owner: 'ok' },
  // An operator sees the invoice, and no more of the shop for that.
  'Invoice.business.balance': { all: 'unseen', owner: 'ok', operator: 'null' },
  'Invoice.business.bankAccount': { all: 'unseen', owner: 'ok', operator: 'null' },
  'Invoice.business.orders': { all: 'unseen', owner: 'ok', operator: 'empty' },
  'Invoice.business.staff': { all: 'unseen', owner: 'ok', operator: 'null' },
  'Payout.bankAccount': { all: 'unseen', owner: 'ok' },

  'Mutation.bankAccountSet': FOR_OWNERS,
  'Mutation.payoutCreate': FOR_OWNERS,
  'Mutation.businessPlanSet': FOR_OWNERS,
  'Mutation.feeRuleCreate': FOR_OPERATORS,
  'Mutation.discrepancyResolve': FOR_OPERATORS,

  'Subscription.payoutEvents': { guest: 'UNAUTHENTICATED', signedIn: 'FORBIDDEN', owner: 'ok' },
  'Subscription.feeEvents': { guest: 'UNAUTHENTICATED', signedIn: 'FORBIDDEN', owner: 'ok' },
};
