import type { Tx } from '../context.ts';
import { topic, type EventType } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import type { Payment } from './tables.ts';

export async function recordPayment(
  tx: Tx,
  type: Extract<EventType, `payment.${string}` | `refund.${string}`>,
  payment: Pick<Payment, 'id' | 'orderId' | 'personId' | 'businessId'>,
): Promise<void> {
  await record(tx, {
    type,
    subjectId: payment.id,
    topics: [topic.payments(payment.personId), topic.payments(payment.businessId)],
    payload: { paymentId: payment.id, orderId: payment.orderId },
  });
}
