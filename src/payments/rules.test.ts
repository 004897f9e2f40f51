import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { currencyCode } from '../money.ts';
import type { Challenge, ChargeOutcome } from './provider.ts';
import {
  OPEN_STATES,
  PAYMENT_ATTEMPT_STATES,
  isExpired,
  isOpen,
  MOST_ASKS,
  nextAskInTheDark,
  nextLook,
  paymentActions,
  settlementOf,
  type PaymentAttemptState,
} from './rules.ts';

const INR = currencyCode('INR');
const chargeRef = 'pi_1';
const outcomes = {
  succeeded: { kind: 'succeeded', chargeRef, amountMinor: 500n, currency: INR },
  otherAmount: { kind: 'succeeded', chargeRef, amountMinor: 499n, currency: INR },
  otherCurrency: { kind: 'succeeded', chargeRef, amountMinor: 500n, currency: currencyCode('EUR') },
  requiresAction: { kind: 'requires_action', chargeRef, challenge: { kind: 'ONE_TIME_CODE', triesLeft: 3 } },
  processing: { kind: 'processing', chargeRef },
  declined: { kind: 'failed', chargeRef, code: 'CARD_DECLINED', message: '' },
  cancelled: { kind: 'failed', chargeRef, code: 'CANCELLED', message: '' },
  unknown: { kind: 'unknown', chargeRef: null, reason: 'timeout' },
} as const satisfies Record<string, ChargeOutcome>;

function inState(state: PaymentAttemptState) {
  const challenge = state === 'REQUIRES_ACTION' ? outcomes.requiresAction.challenge : null;
  return { state, amountMinor: 500n, walletMinor: 0n, currency: INR, challenge, lateAt: null };
}

/** What becomes of a payment in each state, by outcome: the state it moves to, or why it does not. */
const TABLE: Readonly<Record<keyof typeof outcomes, Readonly<Record<PaymentAttemptState, string>>>> = {
  succeeded: {
    CREATED: 'SUCCEEDED',
    REQUIRES_ACTION: 'SUCCEEDED',
    PROCESSING: 'SUCCEEDED',
    UNKNOWN: 'SUCCEEDED',
    SUCCEEDED: 'ignore',
    FAILED: 'late',
    CANCELLED: 'late',
  },
  otherAmount: {
    CREATED: 'alarm',
    REQUIRES_ACTION: 'alarm',
    PROCESSING: 'alarm',
    UNKNOWN: 'alarm',
    SUCCEEDED: 'ignore',
    FAILED: 'alarm',
    CANCELLED: 'alarm',
  },
  otherCurrency: {
    CREATED: 'alarm',
    REQUIRES_ACTION: 'alarm',
    PROCESSING: 'alarm',
    UNKNOWN: 'alarm',
    SUCCEEDED: 'ignore',
    FAILED: 'alarm',
    CANCELLED: 'alarm',
  },
  requiresAction: {
    CREATED: 'REQUIRES_ACTION',
    REQUIRES_ACTION: 'ignore',
    PROCESSING: 'REQUIRES_ACTION',
    UNKNOWN: 'REQUIRES_ACTION',
    SUCCEEDED: 'ignore',
    FAILED: 'ignore',
    CANCELLED: 'ignore',
  },
  processing: {
    CREATED: 'PROCESSING',
    REQUIRES_ACTION: 'PROCESSING',
    PROCESSING: 'ignore',
    UNKNOWN: 'PROCESSING',
    SUCCEEDED: 'ignore',
    FAILED: 'ignore',
    CANCELLED: 'ignore',
  },
  declined: {
    CREATED: 'FAILED',
    REQUIRES_ACTION: 'FAILED',
    PROCESSING: 'FAILED',
    UNKNOWN: 'FAILED',
    SUCCEEDED: 'ignore',
    FAILED: 'ignore',
    CANCELLED: 'ignore',
  },
  cancelled: {
    CREATED: 'CANCELLED',
    REQUIRES_ACTION: 'CANCELLED',
    PROCESSING: 'CANCELLED',
    UNKNOWN: 'CANCELLED',
    SUCCEEDED: 'ignore',
    FAILED: 'ignore',
    CANCELLED: 'ignore',
  },
  unknown: {
    CREATED: 'UNKNOWN',
    REQUIRES_ACTION: 'ignore',
    PROCESSING: 'UNKNOWN',
    UNKNOWN: 'ignore',
    SUCCEEDED: 'ignore',
    FAILED: 'ignore',
    CANCELLED: 'ignore',
  },
};

describe('a settlement', () => {
  const cases = Object.entries(TABLE).flatMap(([outcome, row]) =>
    Object.entries(row).map(([state, becomes]) => [state, outcome, becomes]),
  ) as [PaymentAttemptState, keyof typeof outcomes, string][];

  it('is laid down for every state and outcome', () => {
    expect(cases).toHaveLength(PAYMENT_ATTEMPT_STATES.length * Object.keys(outcomes).length);
  });

  test.each(cases)('%s, told %s: %s', (state, outcome, becomes) => {
    const settlement = settlementOf(inState(state), outcomes[outcome]);
    expect(settlement.kind === 'move' ? settlement.state : settlement.kind).toBe(becomes);
  });
});

describe('a challenge that the payment already has', () => {
  const code = (triesLeft: number): Challenge => ({ kind: 'ONE_TIME_CODE', triesLeft });
  const page = (url: string): Challenge => ({ kind: 'REDIRECT', url });

  test.each([
    ['fewer tries are news', code(3), code(2), 'move'],
    ['the same tries are a repeat', code(2), code(2), 'ignore'],
    ['more tries are from before the wrong code', code(2), code(3), 'ignore'],
    ['the same page is a repeat', page('a'), page('a'), 'ignore'],
    ['another page is news', page('a'), page('b'), 'move'],
    ['another kind is news', page('a'), code(3), 'move'],
    ['any is news where none is known', null, code(3), 'move'],
  ])('%s', (_what, challenge, told, kind) => {
    const waiting = { ...inState('REQUIRES_ACTION'), challenge };
    expect(settlementOf(waiting, { kind: 'requires_action', chargeRef, challenge: told }).kind).toBe(kind);
  });
});

/** The states that a payment goes through when it is told one thing after the other. */
function told(news: readonly ChargeOutcome[]): PaymentAttemptState[] {
  let state: PaymentAttemptState = 'CREATED';
  return news.map((outcome) => {
    const settlement = settlementOf(inState(state), outcome);
    if (settlement.kind === 'move') state = settlement.state;
    return state;
  });
}

describe('answer, webhook and poll in any order, each more than once', () => {
  const onTheWay = fc.constantFrom<ChargeOutcome>(
    outcomes.requiresAction,
    outcomes.processing,
    outcomes.unknown,
  );
  const end = fc.constantFrom<[ChargeOutcome, PaymentAttemptState]>(
    [outcomes.succeeded, 'SUCCEEDED'],
    [outcomes.declined, 'FAILED'],
    [outcomes.cancelled, 'CANCELLED'],
  );

  it('end in the one state that the provider has decided on, whatever comes before and after', () => {
    fc.assert(
      fc.property(end, fc.array(onTheWay), fc.array(onTheWay), fc.nat(4), ([last, state], a, b, more) => {
        const repeats = Array.from({ length: more }, () => last);
        expect(told([...a, last, ...b, ...repeats]).at(-1)).toBe(state);
      }),
    );
  });

  it('never leave an end once it is reached, also when told otherwise', () => {
    const any = fc.constantFrom<ChargeOutcome>(...Object.values(outcomes));
    fc.assert(
      fc.property(fc.array(any), (news) => {
        const states = told(news);
        const ended = states.findIndex((state) => !isOpen(state));
        expect(new Set(ended === -1 ? [] : states.slice(ended)).size).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('never take money of another amount for this payment', () => {
    const wrong = fc.constantFrom<ChargeOutcome>(outcomes.otherAmount, outcomes.otherCurrency);
    const anyNews = fc.array(fc.oneof(onTheWay, wrong));
    fc.assert(
      fc.property(anyNews, (news) => {
        expect(told(news)).not.toContain('SUCCEEDED');
      }),
    );
  });
});

test('the open states are those in which money may still be taken', () => {
  expect(PAYMENT_ATTEMPT_STATES.filter(isOpen)).toEqual(OPEN_STATES);
  expect(PAYMENT_ATTEMPT_STATES.filter((state) => !isOpen(state))).toEqual([
    'SUCCEEDED',
    'FAILED',
    'CANCELLED',
  ]);
});

test('the payer can do something only while the bank waits for them', () => {
  for (const state of PAYMENT_ATTEMPT_STATES) {
    expect(paymentActions(state)).toEqual(state === 'REQUIRES_ACTION' ? ['confirm', 'cancel'] : []);
  }
});

test.each([
  ['the month before', '2028-01-31T23:59:59Z', false],
  ['its first day', '2028-02-01T00:00:00Z', false],
  ['its last moment, in a leap year', '2028-02-29T23:59:59.999Z', false],
  ['the moment after', '2028-03-01T00:00:00Z', true],
])('a card of 2/2028 in %s', (_when, now, expired) => {
  expect(isExpired({ expMonth: 2, expYear: 2028 }, new Date(now))).toBe(expired);
});

test('a card of December is good to the end of the year', () => {
  const card = { expMonth: 12, expYear: 2028 };
  expect(isExpired(card, new Date('2028-12-31T23:59:59.999Z'))).toBe(false);
  expect(isExpired(card, new Date('2029-01-01T00:00:00Z'))).toBe(true);
});

describe('what is asked again', () => {
  const created = new Date('2026-01-01T00:00:00Z');
  const HOUR = 3_600;

  test.each([
    ['at once', 0, 5],
    ['after 2 seconds', 2, 5],
    ['after a minute', 60, 60],
    ['after 20 minutes', 1_200, 1_200],
    ['after an hour', HOUR, 1_800],
    ['after a week', 604_800, 1_800],
  ])('when it is known to be under way, %s, at %i s: %i s later', (_when, age, wait) => {
    const now = new Date(created.getTime() + age * 1000);
    expect(nextLook(created, now).getTime() - now.getTime()).toBe(wait * 1000);
  });

  test.each([
    ['the first ask', 1, 0, 5],
    ['the second', 2, 5, 30],
    ['the third', 3, 30, 120],
    ['the fifth', 5, 600, HOUR],
    ['the seventh', 7, 4 * HOUR, 12 * HOUR],
    ['the last', 8, 12 * HOUR, 23.5 * HOUR],
    ['none, such as after a crash', 0, 0, 5],
    ['more than there may be', 20, 0, 23.5 * HOUR],
    ['the second, when it is late already', 2, 90, 180],
    ['the last, which was a while ago', 8, 23.5 * HOUR, 24 * HOUR],
  ])('when nothing is known, after %s (%i, %i s old): at %i s', (_which, asks, age, at) => {
    const now = new Date(created.getTime() + age * 1000);
    expect(nextAskInTheDark(created, asks, now).getTime() - created.getTime()).toBe(at * 1000);
  });

  it('is asked eight times in a day, should every job be on time, and then looked for', () => {
    const at: number[] = [];
    for (let now = created; at.length <= MOST_ASKS; now = nextAskInTheDark(created, at.length, now)) {
      at.push((now.getTime() - created.getTime()) / 1000);
    }
    const [MINUTE, LOOKED_FOR] = [60, 23.5 * HOUR];
    expect(at).toEqual([0, 5, 30, 2 * MINUTE, 10 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR, LOOKED_FOR]);
  });
});
