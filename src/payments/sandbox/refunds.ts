import { unixTime, type Call, type Reply } from './call.ts';
import { invalid } from './errors.ts';
import { recordEvent } from './events.ts';
import type { RefundObject } from './objects.ts';
import { amount, group, requiredText, text } from './params.ts';
import { getObject, insertObject, lockObject, newId, updateObject } from './store.ts';

/**
 * POST /v1/refunds. The intent is locked, so that refunds at the same time can't give back more than was
 * paid.
 */
export async function createRefund(call: Call): Promise<Reply> {
  const { tx, params, now } = call;
  const intent = await lockObject(tx, 'payment_intent', requiredText(params, 'payment_intent'));
  if (intent.status !== 'succeeded') {
    throw invalid('This PaymentIntent does not have a successful charge to refund.', {
      param: 'payment_intent',
    });
  }
  const left = intent.amount_received - intent.amount_refunded;
  if (left === 0) throw invalid('The charge has already been refunded.', { code: 'charge_already_refunded' });
  const wanted = params.has('amount') ? amount(params, 'amount') : left;
  if (wanted > left) {
    const message = `Refund amount (${wanted}) is greater than unrefunded amount on charge (${left})`;
    throw invalid(message, { param: 'amount' });
  }
  const refund: RefundObject = {
    id: newId('re'),
    object: 'refund',
    amount: wanted,
    created: unixTime(now),
    currency: intent.currency,
    metadata: group(params, 'metadata'),
    payment_intent: intent.id,
    reason: text(params, 'reason'),
    status: 'succeeded',
  };
  await insertObject(tx, refund);
  await updateObject(tx, { ...intent, amount_refunded: intent.amount_refunded + wanted });
  await recordEvent(call, 'refund.created', refund);
  return { status: 200, body: refund };
}

/** GET /v1/refunds/:id */
export async function retrieveRefund({ tx, id }: Call): Promise<Reply> {
  return { status: 200, body: await getObject(tx, 'refund', id) };
}
