/** What becomes of a payment intent. Pure: each function gives the intent as it is afterwards. */
import type { IntentObject, IntentStatus } from './objects.ts';
import { CODE_TRIES, ONE_TIME_CODE, type Decline, type TestMethod } from './test-methods.ts';

export type IntentEventType =
  | 'payment_intent.succeeded'
  | 'payment_intent.processing'
  | 'payment_intent.payment_failed'
  | 'payment_intent.requires_action'
  | 'payment_intent.canceled';

/** The bank is asked: a challenge first, where the method has one. */
export function attempt(intent: IntentObject, method: TestMethod): IntentObject {
  if (method.isProcessed) return { ...intent, status: 'processing', last_payment_error: null };
  if (!method.challenge) return charge(intent, method.decline);
  return {
    ...intent,
    status: 'requires_action',
    last_payment_error: null,
    next_action: askForCode(CODE_TRIES),
  };
}

export function answerCode(intent: IntentObject, method: TestMethod, code: string): IntentObject {
  if (code === ONE_TIME_CODE) return charge(intent, method.decline);
  const triesLeft = (intent.next_action?.sandbox_one_time_code.tries_left ?? 1) - 1;
  if (triesLeft > 0) return { ...intent, next_action: askForCode(triesLeft) };
  return fail(intent, {
    type: 'invalid_request_error',
    code: 'payment_intent_authentication_failure',
    message: 'The provided PaymentMethod has failed authentication.',
  });
}

export function cancel(intent: IntentObject, at: number): IntentObject {
  return { ...intent, status: 'canceled', canceled_at: at, next_action: null };
}

/** What stands in Stripe's list of states from which a card's intent can be cancelled. */
export function canCancel({ status }: IntentObject): boolean {
  return status !== 'processing' && status !== 'succeeded' && status !== 'canceled';
}

const eventTypes: Record<IntentStatus, IntentEventType | null> = {
  succeeded: 'payment_intent.succeeded',
  processing: 'payment_intent.processing',
  requires_action: 'payment_intent.requires_action',
  canceled: 'payment_intent.canceled',
  requires_payment_method: 'payment_intent.payment_failed',
  requires_confirmation: null,
};

/** The event that tells of the state that an attempt, an answer or a cancellation has led to. */
export function eventTypeOf(intent: IntentObject): IntentEventType | null {
  return eventTypes[intent.status];
}

export function charge(intent: IntentObject, decline: Decline | undefined): IntentObject {
  if (decline) return fail(intent, { type: 'card_error', ...decline });
  const amount_received = intent.amount;
  return { ...intent, status: 'succeeded', amount_received, last_payment_error: null, next_action: null };
}

/** As in Stripe, a failed try takes the method off and leaves the intent open for another. */
function fail(intent: IntentObject, error: IntentObject['last_payment_error']): IntentObject {
  return {
    ...intent,
    status: 'requires_payment_method',
    payment_method: null,
    last_payment_error: error,
    next_action: null,
  };
}

function askForCode(triesLeft: number): IntentObject['next_action'] {
  return { type: 'sandbox_one_time_code', sandbox_one_time_code: { tries_left: triesLeft } };
}
