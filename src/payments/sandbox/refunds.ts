import { bookRefund } from './balance-transactions.ts';
import { unixTime, type Call, type Change, type Reply } from './call.ts';
import { invalid } from './errors.ts';
import { recordEvent } from './events.ts';
import { BANK_TAKES_MS, later, SECOND_THOUGHTS_MS } from './later.ts';
import { list } from './lists.ts';
import type { IntentObject, RefundObject } from './objects.ts';
import { amount, group, requiredText, text, type Params } from './params.ts';
import { underWay } from './payment-methods.ts';
import { getObject, insertObject, lockObject, newId, updateObject } from './store.ts';
import type { RefundBehaviour } from './test-methods.ts';

/**
 * POST /v1/refunds. The intent is locked, so that refunds at the same time can't give back more than was
 * paid.
 */
export async function createRefund(call: Call): Promise<Reply> {
  const { tx, params, now } = call;
  const intent = await lockObject(tx, 'payment_intent', requiredText(params, 'payment_intent'));
  const refund: RefundObject = {
    id: newId('re'),
    object: 'refund',
    amount: amountToRefund(intent, params),
    created: unixTime(now),
    currency: intent.currency,
    metadata: group(params, 'metadata'),
    payment_intent: intent.id,
    reason: text(params, 'reason'),
    status: 'succeeded',
  };
  const method = intent.payment_method === null ? null : await underWay(tx, intent.payment_method);
  const made = await give(call, refund, method?.refund);
  if (made.status !== 'failed') {
    await updateObject(tx, { ...intent, amount_refunded: intent.amount_refunded + made.amount });
  }
  return { status: 200, body: made };
}

/** What the card's bank says of a refund later. */
export async function settleRefund(change: Change, id: string, to: 'succeeded' | 'failed'): Promise<void> {
  const { tx } = change;
  const refund = await lockObject(tx, 'refund', id);
  if (to === 'succeeded') {
    const succeeded: RefundObject = { ...refund, status: to };
    await updateObject(tx, succeeded);
    await recordEvent(change, 'refund.updated', succeeded);
    return;
  }
  const failed: RefundObject = { ...refund, status: to, failure_reason: 'expired_or_canceled_card' };
  await updateObject(tx, failed);
  // What did not arrive can be refunded again.
  const intent = await lockObject(tx, 'payment_intent', refund.payment_intent);
  await updateObject(tx, { ...intent, amount_refunded: intent.amount_refunded - refund.amount });
  await bookRefund(change, 'refund_failure', failed);
  await recordEvent(change, 'refund.failed', failed);
}

/** GET /v1/refunds/:id */
export async function retrieveRefund({ tx, id }: Call): Promise<Reply> {
  return { status: 200, body: await getObject(tx, 'refund', id) };
}

/** GET /v1/refunds?payment_intent=pi_... */
export async function listRefunds(call: Call): Promise<Reply> {
  const intentId = requiredText(call.params, 'payment_intent');
  return list(call, 'refund', call.tx`data ->> 'payment_intent' = ${intentId}`, '/v1/refunds');
}

function amountToRefund(intent: IntentObject, params: Params): number {
  if (intent.status !== 'succeeded') {
    throw invalid('This PaymentIntent does not have a successful charge to refund.', {
      param: 'payment_intent',
    });
  }
  const left = intent.amount_received - intent.amount_refunded;
  if (left === 0) throw invalid('The charge has already been refunded.', { code: 'charge_already_refunded' });
  const wanted = params.has('amount') ? amount(params, 'amount') : left;
  if (wanted <= left) return wanted;
  const message = `Refund amount (${wanted}) is greater than unrefunded amount on charge (${left})`;
  throw invalid(message, { param: 'amount' });
}

/** The refund as it is answered, with its records, and with what is still to come of it. */
async function give(
  call: Call,
  refund: RefundObject,
  behaviour: RefundBehaviour | undefined,
): Promise<RefundObject> {
  const made = atFirst(refund, behaviour);
  await insertObject(call.tx, made, call.now);
  await bookRefund(call, 'refund', made);
  if (made.status === 'failed') await bookRefund(call, 'refund_failure', made);
  await recordEvent(call, 'refund.created', made);
  const { object, id } = made;
  if (behaviour === 'succeeds_later') await later(call, { object, id, to: 'succeeded' }, BANK_TAKES_MS);
  if (behaviour === 'fails_later') await later(call, { object, id, to: 'failed' }, SECOND_THOUGHTS_MS);
  return made;
}

function atFirst(refund: RefundObject, behaviour: RefundBehaviour | undefined): RefundObject {
  switch (behaviour) {
    case 'fails':
      return { ...refund, status: 'failed', failure_reason: 'declined' };
    case 'succeeds_later':
      return { ...refund, status: 'pending' };
    case 'fails_later':
    case undefined:
      return refund;
  }
}
