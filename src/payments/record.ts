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
    topics: [payment.personId, payment.businessId].filter((one) => one !== null).map(topic.payments),
    payload: { paymentId: payment.id, ...(payment.orderId && { orderId: payment.orderId }) },
  });
}
