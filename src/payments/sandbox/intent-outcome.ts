import { bookCharge } from './balance-transactions.ts';
import type { Change, Reply } from './call.ts';
import { recordEvent } from './events.ts';
import { charge, eventTypeOf } from './intent-rules.ts';
import { BANK_TAKES_MS, later } from './later.ts';
import type { IntentObject } from './objects.ts';
import { lockObject, updateObject } from './store.ts';

/**
 * The books, the event and the reply for the state that the intent has come to. A decline is an answer, with
 * its effects kept.
 */
export async function told(change: Change, intent: IntentObject): Promise<Reply> {
  const { id, object, status } = intent;
  if (status === 'succeeded') await bookCharge(change, intent);
  if (status === 'processing') await later(change, { object, id, to: 'succeeded' }, BANK_TAKES_MS);
  const type = eventTypeOf(intent);
  if (type) await recordEvent(change, type, intent);
  const decline = status === 'requires_payment_method' ? intent.last_payment_error : null;
  if (!decline) return { status: 200, body: intent };
  return { status: 402, body: { error: { ...decline, payment_intent: intent } } };
}

/** The bank has decided on a charge that was processing. */
export async function endProcessing(change: Change, id: string): Promise<void> {
  const intent = await lockObject(change.tx, 'payment_intent', id);
  if (intent.status !== 'processing') return;
  const charged = charge(intent, undefined);
  await updateObject(change.tx, charged);
  await told(change, charged);
}
