import { mayDo } from '../businesses/rules.ts';
import type { StaffRole } from '../businesses/tables.ts';
import { UserError } from '../errors.ts';

export const ORDER_STATES = ['PLACED', 'CONFIRMED', 'COMPLETED', 'CANCELLED', 'EXPIRED'] as const;
export const PAYMENT_STATES = ['UNPAID', 'AUTHORIZED', 'PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'] as const;
export const FULFILLMENT_STATES = [
  'UNFULFILLED',
  'PARTIALLY_SHIPPED',
  'SHIPPED',
  'DELIVERED',
  'RETURNED',
] as const;
export const ORDER_ACTIONS = [
  'place',
  'authorize',
  'pay',
  'confirm',
  'ship',
  'deliver',
  'complete',
  'cancel',
  'expire',
  'refund',
] as const;

export type OrderState = (typeof ORDER_STATES)[number];
export type PaymentState = (typeof PAYMENT_STATES)[number];
export type FulfillmentState = (typeof FULFILLMENT_STATES)[number];
export type OrderAction = (typeof ORDER_ACTIONS)[number];

/** The three axes of an order. */
export interface OrderStates {
  readonly state: OrderState;
  readonly paymentState: PaymentState;
  readonly fulfillmentState: FulfillmentState;
}

/**
 * Which side of the chat acts: a partner is an app that the business lets act for it, the system is jobs and the
 * provider's answers.
 */
export type OrderRole = 'CUSTOMER' | 'BUSINESS' | 'PARTNER' | 'SYSTEM';

interface Rule {
  readonly by: readonly OrderRole[];
  readonly from: { readonly [Axis in keyof OrderStates]: readonly OrderStates[Axis][] };
}

/**
 * What may happen to an order, from which states, by whom. An order in states that a rule does not list
 * refuses its action: a shipped order can't be cancelled because `cancel` does not list SHIPPED.
 */
export const ORDER_RULES: Readonly<Record<Exclude<OrderAction, 'place'>, Rule>> = {
  pay: {
    by: ['CUSTOMER'],
    from: {
      state: ['PLACED', 'CONFIRMED'],
      paymentState: ['UNPAID'],
      fulfillmentState: ['UNFULFILLED'],
    },
  },
  authorize: {
    by: ['SYSTEM'],
    from: {
      state: ['PLACED', 'CONFIRMED'],
      paymentState: ['UNPAID'],
      fulfillmentState: ['UNFULFILLED'],
    },
  },
  confirm: {
    by: ['BUSINESS', 'PARTNER'],
    from: {
      state: ['PLACED'],
      paymentState: ['UNPAID', 'AUTHORIZED', 'PAID', 'PARTIALLY_REFUNDED'],
      fulfillmentState: ['UNFULFILLED'],
    },
  },
  ship: {
    by: ['BUSINESS', 'PARTNER'],
    from: {
      state: ['CONFIRMED'],
      paymentState: ['AUTHORIZED', 'PAID', 'PARTIALLY_REFUNDED'],
      fulfillmentState: ['UNFULFILLED', 'PARTIALLY_SHIPPED'],
    },
  },
  deliver: {
    by: ['BUSINESS', 'PARTNER'],
    from: {
      state: ['CONFIRMED'],
      paymentState: ['AUTHORIZED', 'PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'],
      fulfillmentState: ['SHIPPED'],
    },
  },
  complete: {
    by: ['SYSTEM'],
    from: {
      state: ['CONFIRMED'],
      paymentState: ['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'],
      fulfillmentState: ['DELIVERED'],
    },
  },
  cancel: {
    by: ['CUSTOMER', 'BUSINESS', 'PARTNER'],
    from: {
      state: ['PLACED', 'CONFIRMED'],
      paymentState: ['UNPAID', 'AUTHORIZED', 'PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'],
      fulfillmentState: ['UNFULFILLED'],
    },
  },
  expire: {
    by: ['SYSTEM'],
    from: {
      state: ['PLACED', 'CONFIRMED'],
      paymentState: ['UNPAID'],
      fulfillmentState: ['UNFULFILLED'],
    },
  },
  refund: {
    by: ['BUSINESS', 'SYSTEM'],
    from: {
      state: ['PLACED', 'CONFIRMED', 'COMPLETED', 'CANCELLED'],
      paymentState: ['PAID', 'PARTIALLY_REFUNDED'],
      fulfillmentState: ['UNFULFILLED', 'PARTIALLY_SHIPPED', 'SHIPPED', 'DELIVERED', 'RETURNED'],
    },
  },
};

/** How long an unpaid order keeps its stock. */
export const HOLD_MINUTES = 15;

export class InvalidTransitionError extends UserError {
  readonly code = 'INVALID_TRANSITION';

  constructor(action: OrderAction, states: OrderStates) {
    super(
      `This order is ${states.state}, ${states.paymentState} and ${states.fulfillmentState}: ` +
        `it can't ${action} now. Its availableActions say what it can.`,
    );
  }
}

export class HoldExpiredError extends UserError {
  readonly code = 'HOLD_EXPIRED';
}

export function allows(states: OrderStates, action: Exclude<OrderAction, 'place'>, role: OrderRole): boolean {
  const rule = ORDER_RULES[action];
  return (
    rule.by.includes(role) &&
    rule.from.state.includes(states.state) &&
    rule.from.paymentState.includes(states.paymentState) &&
    rule.from.fulfillmentState.includes(states.fulfillmentState)
  );
}

/** Throws unless the role may take the action on an order in these states. */
export function requireAction(
  states: OrderStates,
  action: Exclude<OrderAction, 'place'>,
  role: OrderRole,
): void {
  if (!allows(states, action, role)) throw new InvalidTransitionError(action, states);
}

/** What the role may do now, in the order of the table; of a shop's staff, only who may give money back can refund. */
export function availableActions(
  states: OrderStates,
  role: OrderRole,
  staffRole: StaffRole = 'OWNER',
): OrderAction[] {
  const may = (action: OrderAction) => action !== 'refund' || mayDo(staffRole, 'refunds');
  return ORDER_ACTIONS.filter((action) => action !== 'place' && allows(states, action, role) && may(action));
}

/** When the hold of an order placed `now` runs out. */
export function holdExpiry(now: Date): Date {
  return new Date(now.getTime() + HOLD_MINUTES * 60_000);
}

/** How long at most a shop waits for what it earned, when it does not say that the order has arrived. */
export const SALE_HOLD_DAYS = 14;

/** Until when the proceeds of an order paid `now` are held back. */
export function saleHeldUntil(now: Date): Date {
  return new Date(now.getTime() + SALE_HOLD_DAYS * 24 * 60 * 60_000);
}

export interface PricedLine {
  readonly quantity: number;
  /** What one costs now. */
  readonly unitPriceMinor: bigint;
}

export interface Totals {
  readonly itemsMinor: bigint;
  readonly discountMinor: bigint;
  readonly shippingMinor: bigint;
  readonly taxMinor: bigint;
  readonly totalMinor: bigint;
}

/**
 * Items are at the price that is paid: a sale price is a price, not a discount. Discount, shipping and
 * tax are nil until there are rules for them; the total is always the exact sum.
 */
export function totals(lines: readonly PricedLine[]): Totals {
  const itemsMinor = lines.reduce((sum, line) => sum + line.unitPriceMinor * BigInt(line.quantity), 0n);
  return { itemsMinor, discountMinor: 0n, shippingMinor: 0n, taxMinor: 0n, totalMinor: itemsMinor };
}

/** The fulfilment state that the shipped quantities amount to. */
export function fulfillmentOf(
  lines: readonly { readonly quantity: number; readonly shippedQuantity: number }[],
): 'UNFULFILLED' | 'PARTIALLY_SHIPPED' | 'SHIPPED' {
  if (lines.every((line) => line.shippedQuantity === line.quantity)) return 'SHIPPED';
  return lines.some((line) => line.shippedQuantity > 0) ? 'PARTIALLY_SHIPPED' : 'UNFULFILLED';
}
