import { systemContext, type App } from '../context.ts';
import { expireOrder } from '../orders/expire.ts';
import { reconcilePayment } from '../payments/reconcile.ts';
import { submitRefund } from '../payments/refund.ts';
import type { Workers } from './jobs.ts';

/** What each queue does; every job is safe to run twice. */
export function workersOf(app: App): Workers {
  return {
    'order.expire': ({ orderId }) => expireOrder(systemContext(app, 'order.expire'), orderId),
    'payment.reconcile': ({ paymentId }) =>
      reconcilePayment(systemContext(app, 'payment.reconcile'), paymentId),
    'refund.submit': ({ refundId }) => submitRefund(systemContext(app, 'refund.submit'), refundId),
  };
}
