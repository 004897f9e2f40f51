import { unixTime, type Call, type Reply } from './call.ts';
import { invalid, missing } from './errors.ts';
import type { PaymentMethodObject } from './objects.ts';
import { requiredText } from './params.ts';
import { getObject, insertObject, lockObject, newId, updateObject, type Tx } from './store.ts';
import { testMethods, type TestMethod } from './test-methods.ts';

/** POST /v1/payment_methods/:id/attach. A test method's name makes a new payment method, as in Stripe. */
export async function attachMethod(call: Call): Promise<Reply> {
  const { tx, id, params, now } = call;
  const customer = await getObject(tx, 'customer', requiredText(params, 'customer'));
  const test = testMethods.get(id);
  if (test) {
    const attached = newMethod(id, test, customer.id, now);
    await insertObject(tx, attached, now);
    return { status: 200, body: attached };
  }
  const method = await lockObject(tx, 'payment_method', id);
  // Once detached, a method can't be used again.
  if (method.customer === null) {
    throw invalid('This PaymentMethod was detached from a Customer, and may not be used again.');
  }
  throw invalid('The payment method you provided has already been attached to a customer.');
}

/** POST /v1/payment_methods/:id/detach */
export async function detachMethod({ tx, id }: Call): Promise<Reply> {
  const method = await lockObject(tx, 'payment_method', id);
  if (method.customer === null) {
    throw invalid(
      'The payment method you provided is not attached to a customer so detachment is impossible.',
    );
  }
  const detached = { ...method, customer: null };
  await updateObject(tx, detached);
  return { status: 200, body: detached };
}

/** GET /v1/payment_methods/:id */
export async function retrieveMethod({ tx, id }: Call): Promise<Reply> {
  return { status: 200, body: await getObject(tx, 'payment_method', id) };
}

/** How the payment method behaves that a customer is to be charged on. Throws when it is not theirs. */
export async function chargeable(tx: Tx, methodId: string, customerId: string): Promise<TestMethod> {
  const method = await getObject(tx, 'payment_method', methodId);
  if (method.customer !== customerId) throw missing('PaymentMethod', methodId, 'payment_method');
  return behaviourOf(method);
}

/** The same for a charge that is under way, whose card may have been detached since. */
export async function underWay(tx: Tx, methodId: string): Promise<TestMethod> {
  return behaviourOf(await getObject(tx, 'payment_method', methodId));
}

function behaviourOf(method: PaymentMethodObject): TestMethod {
  const behaviour = testMethods.get(method.sandbox_method);
  if (!behaviour) throw missing('PaymentMethod', method.id, 'payment_method');
  return behaviour;
}

function newMethod(name: string, test: TestMethod, customer: string, now: Date): PaymentMethodObject {
  return {
    id: newId('pm'),
    object: 'payment_method',
    type: 'card',
    card: { brand: test.brand, last4: test.last4, exp_month: 12, exp_year: now.getUTCFullYear() + 3 },
    created: unixTime(now),
    customer,
    livemode: false,
    metadata: {},
    sandbox_method: name,
  };
}
