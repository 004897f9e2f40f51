/** The sandbox's own books: a line for everything that moved the balance of its one account. */
import { unixTime, type Call, type Change, type Reply } from './call.ts';
import { list } from './lists.ts';
import type {
  BalanceTransactionObject,
  IntentObject,
  MovementSource,
  MovementType,
  PayoutObject,
  RefundObject,
} from './objects.ts';
import { insertObject, newId } from './store.ts';

/** Stripe knows a charge within its intent, and the line names the charge. */
export async function bookCharge(change: Change, intent: IntentObject): Promise<void> {
  const { id: payment_intent, metadata } = intent;
  const source: MovementSource = { id: newId('ch'), object: 'charge', payment_intent, metadata };
  await book(change, 'charge', intent.amount_received, intent.currency, source);
}

/** Taken from the balance as soon as it is asked for; a failure brings it back. */
export async function bookRefund(
  change: Change,
  type: 'refund' | 'refund_failure',
  { id, object, amount, currency, payment_intent, metadata }: RefundObject,
): Promise<void> {
  const source: MovementSource = { id, object, payment_intent, metadata };
  await book(change, type, type === 'refund' ? -amount : amount, currency, source);
}

export async function bookPayout(
  change: Change,
  type: 'payout' | 'payout_failure',
  { id, object, amount, currency, metadata }: PayoutObject,
): Promise<void> {
  await book(change, type, type === 'payout' ? -amount : amount, currency, { id, object, metadata });
}

/** GET /v1/balance_transactions */
export async function listBalanceTransactions(call: Call): Promise<Reply> {
  const isExpanded = call.params.get('expand[0]') === 'data.source';
  const shown = (line: BalanceTransactionObject) => (isExpanded ? line : { ...line, source: line.source.id });
  return list(call, 'balance_transaction', call.tx`true`, '/v1/balance_transactions', shown);
}

async function book(
  { tx, now }: Change,
  type: MovementType,
  amount: number,
  currency: string,
  source: MovementSource,
): Promise<void> {
  const line: BalanceTransactionObject = {
    id: newId('txn'),
    object: 'balance_transaction',
    amount,
    created: unixTime(now),
    currency,
    fee: 0,
    net: amount,
    source,
    type,
  };
  await insertObject(tx, line, now);
}
