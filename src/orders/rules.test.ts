import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  FULFILLMENT_STATES,
  HOLD_MINUTES,
  InvalidTransitionError,
  ORDER_RULES,
  ORDER_STATES,
  PAYMENT_STATES,
  allows,
  availableActions,
  fulfillmentOf,
  holdExpiry,
  requireAction,
  totals,
  type OrderAction,
  type OrderRole,
  type OrderStates,
} from './rules.ts';

const ROLES: readonly OrderRole[] = ['CUSTOMER', 'BUSINESS', 'PARTNER', 'SYSTEM'];
const ACTIONS = Object.keys(ORDER_RULES) as Exclude<OrderAction, 'place'>[];
const ALL: readonly OrderStates[] = ORDER_STATES.flatMap((state) =>
  PAYMENT_STATES.flatMap((paymentState) =>
    FULFILLMENT_STATES.map((fulfillmentState) => ({ state, paymentState, fulfillmentState })),
  ),
);

/** What the shop does, by its staff or by an app that acts for it. */
const BY_THE_SHOP = {
  'PLACED UNPAID UNFULFILLED': 'confirm cancel',
  'PLACED AUTHORIZED UNFULFILLED': 'confirm cancel',
  'PLACED PAID UNFULFILLED': 'confirm cancel',
  'PLACED PARTIALLY_REFUNDED UNFULFILLED': 'confirm cancel',
  'PLACED REFUNDED UNFULFILLED': 'cancel',
  'CONFIRMED UNPAID UNFULFILLED': 'cancel',
  'CONFIRMED AUTHORIZED UNFULFILLED': 'ship cancel',
  'CONFIRMED AUTHORIZED PARTIALLY_SHIPPED': 'ship',
  'CONFIRMED AUTHORIZED SHIPPED': 'deliver',
  'CONFIRMED PAID UNFULFILLED': 'ship cancel',
  'CONFIRMED PAID PARTIALLY_SHIPPED': 'ship',
  'CONFIRMED PAID SHIPPED': 'deliver',
  'CONFIRMED PARTIALLY_REFUNDED UNFULFILLED': 'ship cancel',
  'CONFIRMED PARTIALLY_REFUNDED PARTIALLY_SHIPPED': 'ship',
  'CONFIRMED PARTIALLY_REFUNDED SHIPPED': 'deliver',
  'CONFIRMED REFUNDED UNFULFILLED': 'cancel',
  'CONFIRMED REFUNDED SHIPPED': 'deliver',
};

/** Everything that anybody may ever do; whoever changes ORDER_RULES says it here once more. */
const MAY: Readonly<Record<OrderRole, Readonly<Record<string, string>>>> = {
  CUSTOMER: {
    'PLACED UNPAID UNFULFILLED': 'pay cancel',
    'PLACED AUTHORIZED UNFULFILLED': 'cancel',
    'PLACED PAID UNFULFILLED': 'cancel',
    'PLACED PARTIALLY_REFUNDED UNFULFILLED': 'cancel',
    'PLACED REFUNDED UNFULFILLED': 'cancel',
    'CONFIRMED UNPAID UNFULFILLED': 'pay cancel',
    'CONFIRMED AUTHORIZED UNFULFILLED': 'cancel',
    'CONFIRMED PAID UNFULFILLED': 'cancel',
    'CONFIRMED PARTIALLY_REFUNDED UNFULFILLED': 'cancel',
    'CONFIRMED REFUNDED UNFULFILLED': 'cancel',
  },
  BUSINESS: BY_THE_SHOP,
  PARTNER: BY_THE_SHOP,
  SYSTEM: {
    'PLACED UNPAID UNFULFILLED': 'authorize expire',
    'CONFIRMED UNPAID UNFULFILLED': 'authorize expire',
    'CONFIRMED PAID DELIVERED': 'complete',
    'CONFIRMED PARTIALLY_REFUNDED DELIVERED': 'complete',
    'CONFIRMED REFUNDED DELIVERED': 'complete',
  },
};

/** Money that was paid can go back from any order that still stands or was called off, wherever its goods are. */
function refundsOf(role: OrderRole, states: OrderStates): string[] {
  const isPaid = states.paymentState === 'PAID' || states.paymentState === 'PARTIALLY_REFUNDED';
  const gives = role === 'BUSINESS' || role === 'SYSTEM';
  return isPaid && states.state !== 'EXPIRED' && gives ? ['refund'] : [];
}

const nameOf = (states: OrderStates) => `${states.state} ${states.paymentState} ${states.fulfillmentState}`;

function refusal(attempt: () => void): unknown {
  try {
    attempt();
    return null;
  } catch (error) {
    return error;
  }
}

describe('over every combination of the three axes, action and role', () => {
  test.each(ROLES)('a %s may do what the table says and nothing else', (role) => {
    for (const states of ALL) {
      const others = MAY[role][nameOf(states)]?.split(' ') ?? [];
      const listed = [...others, ...refundsOf(role, states)];
      expect(availableActions(states, role), `${role} on ${nameOf(states)}`).toEqual(listed);
      for (const action of ACTIONS) {
        expect(allows(states, action, role), `${role} ${action} on ${nameOf(states)}`).toBe(
          listed.includes(action),
        );
      }
    }
  });

  test('an agent sees all that an owner sees but giving money back', () => {
    for (const states of ALL) {
      const owners = availableActions(states, 'BUSINESS', 'OWNER');
      expect(availableActions(states, 'BUSINESS', 'MANAGER')).toEqual(owners);
      expect(availableActions(states, 'BUSINESS', 'AGENT')).toEqual(owners.filter((a) => a !== 'refund'));
    }
  });

  test.each(ACTIONS)('%s is allowed exactly where its rule lists all three states and the role', (action) => {
    const { by, from } = ORDER_RULES[action];
    for (const role of ROLES) {
      for (const states of ALL) {
        const listed =
          by.includes(role) &&
          from.state.includes(states.state) &&
          from.paymentState.includes(states.paymentState) &&
          from.fulfillmentState.includes(states.fulfillmentState);
        expect(allows(states, action, role)).toBe(listed);
        expect(refusal(() => requireAction(states, action, role))).toEqual(
          listed ? null : new InvalidTransitionError(action, states),
        );
      }
    }
  });

  it('knows every action but placing, which comes before there is an order', () => {
    expect(ACTIONS.toSorted()).toEqual([
      'authorize',
      'cancel',
      'complete',
      'confirm',
      'deliver',
      'expire',
      'pay',
      'refund',
      'ship',
    ]);
  });
});

describe('the rules by name', () => {
  const order = (text: string): OrderStates => {
    const [state, paymentState, fulfillmentState] = text.split(' ');
    return { state, paymentState, fulfillmentState } as OrderStates;
  };

  test.each([
    ['a shipped order can not be cancelled', 'CONFIRMED PAID SHIPPED', 'cancel'],
    ['nor one of which a part has shipped', 'CONFIRMED PAID PARTIALLY_SHIPPED', 'cancel'],
    ['nor a delivered one', 'CONFIRMED PAID DELIVERED', 'cancel'],
    ['an expired order can not be paid', 'EXPIRED UNPAID UNFULFILLED', 'pay'],
    ['nor a cancelled one', 'CANCELLED UNPAID UNFULFILLED', 'pay'],
    ['a paid order is not paid again', 'PLACED PAID UNFULFILLED', 'pay'],
    ['a paid order does not expire', 'PLACED PAID UNFULFILLED', 'expire'],
    ['an expired order does not expire again', 'EXPIRED UNPAID UNFULFILLED', 'expire'],
    ['an unpaid order does not ship', 'CONFIRMED UNPAID UNFULFILLED', 'ship'],
    ['an order that the shop has not accepted does not ship', 'PLACED PAID UNFULFILLED', 'ship'],
    ['what has not shipped does not arrive', 'CONFIRMED PAID UNFULFILLED', 'deliver'],
    ['nor what has shipped in part', 'CONFIRMED PAID PARTIALLY_SHIPPED', 'deliver'],
    ['what was cancelled unpaid is not refunded', 'CANCELLED UNPAID UNFULFILLED', 'refund'],
    ['what was refunded is not refunded again', 'CANCELLED REFUNDED UNFULFILLED', 'refund'],
    ['nor what was promised in cash and called off', 'CANCELLED AUTHORIZED UNFULFILLED', 'refund'],
    ['cash that is promised is not promised again', 'PLACED AUTHORIZED UNFULFILLED', 'authorize'],
    ['nor paid by card as well', 'PLACED AUTHORIZED UNFULFILLED', 'pay'],
    ['an order for cash does not expire', 'PLACED AUTHORIZED UNFULFILLED', 'expire'],
    ['what was not paid at the door is not complete', 'CONFIRMED AUTHORIZED DELIVERED', 'complete'],
    ['what is on its way is not complete', 'CONFIRMED PAID SHIPPED', 'complete'],
  ] as const)('%s', (_what, states, action) => {
    for (const role of ROLES) expect(allows(order(states), action, role)).toBe(false);
  });

  test.each([
    ['customers can not refund', 'CONFIRMED PAID SHIPPED', 'refund', 'CUSTOMER', 'BUSINESS'],
    [
      'customers can not promise cash by themselves',
      'PLACED UNPAID UNFULFILLED',
      'authorize',
      'CUSTOMER',
      'SYSTEM',
    ],
    ['nor partner apps', 'CONFIRMED PAID SHIPPED', 'refund', 'PARTNER', 'BUSINESS'],
    ['nor pay', 'PLACED UNPAID UNFULFILLED', 'pay', 'PARTNER', 'CUSTOMER'],
    ['customers can not confirm', 'PLACED PAID UNFULFILLED', 'confirm', 'CUSTOMER', 'BUSINESS'],
    ['customers can not ship', 'CONFIRMED PAID UNFULFILLED', 'ship', 'CUSTOMER', 'BUSINESS'],
    ['customers can not deliver', 'CONFIRMED PAID SHIPPED', 'deliver', 'CUSTOMER', 'BUSINESS'],
    ['shops can not pay', 'PLACED UNPAID UNFULFILLED', 'pay', 'BUSINESS', 'CUSTOMER'],
    ['shops can not expire an order', 'PLACED UNPAID UNFULFILLED', 'expire', 'BUSINESS', 'SYSTEM'],
    ['the system cancels nothing', 'PLACED UNPAID UNFULFILLED', 'cancel', 'SYSTEM', 'CUSTOMER'],
  ] as const)('%s', (_what, states, action, refused, allowed) => {
    expect(allows(order(states), action, refused)).toBe(false);
    expect(allows(order(states), action, allowed)).toBe(true);
  });

  it('tells what an order is and what it can not', () => {
    const error = new InvalidTransitionError('cancel', order('CONFIRMED PAID SHIPPED'));
    expect(error).toMatchObject({ code: 'INVALID_TRANSITION' });
    expect(error.message).toContain("CONFIRMED, PAID and SHIPPED: it can't cancel");
  });
});

describe('totals', () => {
  const lines = fc.array(
    fc.record({
      quantity: fc.integer({ min: 1, max: 999 }),
      unitPriceMinor: fc.bigInt({ min: 1n, max: 1_000_000_000_000n }),
    }),
    { maxLength: 100 },
  );

  it('add up exactly, whatever is bought, in whatever order', () => {
    fc.assert(
      fc.property(lines, (lines) => {
        const sums = totals(lines);
        expect(sums.itemsMinor).toBe(
          lines.map((line) => line.unitPriceMinor * BigInt(line.quantity)).reduce((a, b) => a + b, 0n),
        );
        expect(sums.totalMinor).toBe(
          sums.itemsMinor - sums.discountMinor + sums.shippingMinor + sums.taxMinor,
        );
        expect(Object.values(sums).every((amount) => amount >= 0n)).toBe(true);
        expect(totals(lines.toReversed())).toEqual(sums);
      }),
    );
  });

  it('of the largest order there can be fit a bigint of the database', () => {
    const line = { quantity: 999, unitPriceMinor: 10n ** 12n };
    expect(totals(Array.from({ length: 100 }, () => line)).totalMinor).toBeLessThan(2n ** 63n);
  });
});

describe('fulfilment', () => {
  const line = (quantity: number, shippedQuantity: number) => ({ quantity, shippedQuantity });
  test.each([
    ['nothing of it has shipped', [line(2, 0), line(1, 0)], 'UNFULFILLED'],
    ['a line of it has shipped', [line(2, 2), line(1, 0)], 'PARTIALLY_SHIPPED'],
    ['a part of a line has shipped', [line(2, 1)], 'PARTIALLY_SHIPPED'],
    ['some of every line have shipped', [line(2, 1), line(3, 2)], 'PARTIALLY_SHIPPED'],
    ['all has shipped', [line(2, 2), line(1, 1)], 'SHIPPED'],
  ] as const)('when %s', (_what, lines, state) => {
    expect(fulfillmentOf(lines)).toBe(state);
  });
});

test('a hold lasts its minutes, to the millisecond', () => {
  const now = new Date('2026-02-28T23:59:59.999Z');
  expect(HOLD_MINUTES).toBe(15);
  expect(holdExpiry(now).toISOString()).toBe('2026-03-01T00:14:59.999Z');
});
