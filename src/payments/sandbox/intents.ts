import { unixTime, type Call, type Reply } from './call.ts';
import { invalid, unexpectedState } from './errors.ts';
import { told } from './intent-outcome.ts';
import { answerCode, attempt, cancel, canCancel } from './intent-rules.ts';
import { list } from './lists.ts';
import type { IntentObject } from './objects.ts';
import { amount, group, requiredText, text } from './params.ts';
import { chargeable, underWay } from './payment-methods.ts';
import { getObject, insertObject, lockObject, newId, updateObject } from './store.ts';

const CURRENCY = /^[a-z]{3}$/;

/** POST /v1/payment_intents, with `confirm=true` in one go as the adapter does it. */
export async function createIntent(call: Call): Promise<Reply> {
  const { tx, params } = call;
  const intent = await newIntent(call);
  if (text(params, 'confirm') !== 'true') {
    await insertObject(tx, intent, call.now);
    return { status: 200, body: intent };
  }
  const method = await chargeable(tx, requiredText(params, 'payment_method'), intent.customer);
  const attempted = attempt(intent, method);
  await insertObject(tx, attempted, call.now);
  return { ...(await told(call, attempted)), ...(method.mishap && { mishap: method.mishap }) };
}

/** POST /v1/payment_intents/:id/confirm */
export async function confirmIntent(call: Call): Promise<Reply> {
  const intent = await lockObject(call.tx, 'payment_intent', call.id, 'intent');
  const open = intent.status === 'requires_confirmation' || intent.status === 'requires_payment_method';
  if (!open) throw unexpectedState(intent);
  const methodId = text(call.params, 'payment_method') ?? intent.payment_method;
  if (methodId === null) throw unexpectedState(intent);
  const method = await chargeable(call.tx, methodId, intent.customer);
  const attempted = attempt({ ...intent, payment_method: methodId }, method);
  await updateObject(call.tx, attempted);
  return { ...(await told(call, attempted)), ...(method.mishap && { mishap: method.mishap }) };
}

/** POST /v1/test_helpers/payment_intents/:id/answer_challenge, which Stripe does not have. */
export async function answerChallenge(call: Call): Promise<Reply> {
  const intent = await lockObject(call.tx, 'payment_intent', call.id, 'intent');
  const code = requiredText(call.params, 'code');
  if (intent.status !== 'requires_action' || intent.payment_method === null) throw unexpectedState(intent);
  const method = await underWay(call.tx, intent.payment_method);
  const answered = answerCode(intent, method, code);
  await updateObject(call.tx, answered);
  // A wrong code with tries left changes nothing that an event would tell.
  if (answered.status === 'requires_action') return { status: 200, body: answered };
  await told(call, answered);
  return { status: 200, body: answered };
}

/** POST /v1/payment_intents/:id/cancel */
export async function cancelIntent(call: Call): Promise<Reply> {
  const intent = await lockObject(call.tx, 'payment_intent', call.id, 'intent');
  if (!canCancel(intent)) throw unexpectedState(intent);
  const cancelled = cancel(intent, unixTime(call.now));
  await updateObject(call.tx, cancelled);
  return told(call, cancelled);
}

/** GET /v1/payment_intents/:id */
export async function retrieveIntent({ tx, id }: Call): Promise<Reply> {
  return { status: 200, body: await getObject(tx, 'payment_intent', id, 'intent') };
}

/** GET /v1/payment_intents?customer=cus_... */
export async function listCustomerIntents(call: Call): Promise<Reply> {
  const customer = requiredText(call.params, 'customer');
  return list(call, 'payment_intent', call.tx`data ->> 'customer' = ${customer}`, '/v1/payment_intents');
}

async function newIntent({ tx, params, now }: Call): Promise<IntentObject> {
  const currency = requiredText(params, 'currency');
  if (!CURRENCY.test(currency)) throw invalid(`Invalid currency: ${currency}`, { param: 'currency' });
  const value = amount(params, 'amount');
  const customer = await getObject(tx, 'customer', requiredText(params, 'customer'));
  const payment_method = text(params, 'payment_method');
  return {
    id: newId('pi'),
    object: 'payment_intent',
    allowed_payment_method_types: ['card'],
    amount: value,
    amount_received: 0,
    amount_refunded: 0,
    canceled_at: null,
    client_secret: null,
    created: unixTime(now),
    currency,
    customer: customer.id,
    description: text(params, 'description'),
    last_payment_error: null,
    livemode: false,
    metadata: group(params, 'metadata'),
    next_action: null,
    payment_method,
    payment_method_types: ['card'],
    status: payment_method ? 'requires_confirmation' : 'requires_payment_method',
  };
}
