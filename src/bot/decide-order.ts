import { doing, saying } from './make-plan.ts';
import type { Plan } from './plan.ts';
import type { BotState, Intent } from './rules.ts';
import type { TextKey } from './texts/texts.ts';

type Order = NonNullable<BotState['order']>;

/** Places what is in the cart. An order that waits already is what an empty cart's checkout is about. */
export function decideCheckout(state: BotState): Plan {
  if (state.cart.lines.length > 0) return doing(state, 'ordered', [{ kind: 'place' }]);
  if (state.order?.payable) return decideStatus(state);
  return saying(state, 'cart_empty', 'cartEmpty', { catalog: true });
}

/**
 * Pays the order that waits, or places what is in the cart and pays that. Null: the cart is to be shown, since the
 * name of a method alone does not order anything.
 */
export function decidePay(
  state: BotState,
  { method, isBare }: Extract<Intent, { kind: 'pay' }>,
): Plan | null {
  const { order, cart } = state;
  const rule = method === 'CASH_ON_DELIVERY' ? 'pay_cash' : 'paid';
  if (state.challenged) return saying(state, 'code_needed', 'codeNeeded');
  if (order?.payable) return doing(state, rule, [{ kind: 'pay', orderId: order.id, method }]);
  if (cart.lines.length > 0 && isBare) return null;
  if (cart.lines.length > 0)
    return doing(state, rule, [{ kind: 'place' }, { kind: 'pay', orderId: 'PLACED', method }]);
  if (order?.paymentState === 'PAID')
    return saying(state, 'already_paid', 'alreadyPaid', { facts: { order: order.number } });
  if (order?.paymentState === 'AUTHORIZED')
    return saying(state, 'pay_cash', 'payCash', { facts: factsOf(order) });
  if (order?.paymentState === 'UNPAID') return saying(state, 'hold_expired', 'holdExpired');
  return saying(state, 'pay_nothing', 'payNothing');
}

/** Only what waits for its payment is called off here: the rest is for people. */
export function decideCancel(state: BotState): Plan {
  const { order } = state;
  if (!order) return saying(state, 'cancel_nothing', 'cancelNothing');
  if (order.payable) return doing(state, 'cancelled', [{ kind: 'cancel', orderId: order.id }]);
  return saying(state, 'cancel_too_late', 'cancelTooLate', { facts: factsOf(order) });
}

export function decideStatus(state: BotState): Plan {
  const { order } = state;
  if (!order) return saying(state, 'status_none', 'statusNone');
  return saying(state, 'status', statusKey(order), { facts: factsOf(order) });
}

const factsOf = ({ number, totalText }: Order) => ({ order: number, total: totalText });

function statusKey(order: Order): TextKey {
  switch (order.fulfillmentState) {
    case 'DELIVERED':
      return 'statusDelivered';
    case 'RETURNED':
      return 'statusReturned';
    case 'SHIPPED':
      return 'statusShipped';
    case 'PARTIALLY_SHIPPED':
      return 'statusPartly';
    case 'UNFULFILLED':
      return unshippedKey(order);
  }
}

function unshippedKey({ state, paymentState, payable }: Order): TextKey {
  switch (paymentState) {
    case 'UNPAID':
      return payable ? 'statusUnpaid' : 'holdExpired';
    case 'AUTHORIZED':
      return 'statusCash';
    case 'REFUNDED':
      return 'statusRefunded';
    case 'PAID':
    case 'PARTIALLY_REFUNDED':
      return state === 'PLACED' ? 'statusPaid' : 'statusConfirmed';
  }
}
