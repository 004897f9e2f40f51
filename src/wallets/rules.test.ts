import { describe, expect, it, test } from 'vitest';
import { currencyCode } from '../money.ts';
import {
  CurrencyMismatchError,
  LimitExceededError,
  MONEY_REQUEST_STATES,
  requestActions,
  requestExpiry,
  requireOneCurrency,
  requireWithinLimits,
} from './rules.ts';

const [INR, GBP] = [currencyCode('INR'), currencyCode('GBP')];

describe('the limits', () => {
  const limits = { perTransferMinor: 100n, perDayMinor: 150n, perMonthMinor: 300n };

  test.each([
    // today, this month, the amount; what is broken and what could be sent
    [0n, 0n, 1n, null, null],
    [0n, 0n, 100n, null, null],
    [0n, 0n, 101n, 'in one transfer', 100n],
    [50n, 50n, 100n, null, null],
    [51n, 51n, 100n, 'in a day', 99n],
    [150n, 150n, 1n, 'in a day', 0n],
    [0n, 200n, 100n, null, null],
    [0n, 201n, 100n, 'in a month', 99n],
    [0n, 300n, 1n, 'in a month', 0n],
    // The first that is broken is named; what could be sent is within all of them.
    [140n, 295n, 101n, 'in one transfer', 5n],
    [140n, 295n, 20n, 'in a day', 5n],
    // They were lowered since.
    [200n, 400n, 1n, 'in a day', 0n],
  ] as const)('today %d, this month %d: sending %d', (todayMinor, thisMonthMinor, minor, broken, left) => {
    const check = () => requireWithinLimits(limits, { todayMinor, thisMonthMinor }, { minor, currency: INR });
    if (broken === null) {
      expect(check).not.toThrow();
      return;
    }
    expect(check).toThrow(LimitExceededError);
    expect(check).toThrow(
      expect.objectContaining({
        message: expect.stringContaining(broken),
        available: { minor: left, currency: INR },
        path: ['amount', 'amount'],
      }),
    );
  });
});

describe('currencies', () => {
  test.each([
    [INR, INR, INR, null],
    [INR, INR, GBP, 'Your wallet is in INR and theirs in GBP'],
    [GBP, INR, GBP, 'Your wallet is in INR and theirs in GBP'],
    [GBP, INR, INR, 'Your wallet is in INR: send that'],
  ])('%s from a wallet in %s to one in %s', (currency, sender, recipient, message) => {
    const check = () => requireOneCurrency(currency, sender, recipient);
    if (message === null) {
      expect(check).not.toThrow();
      return;
    }
    expect(check).toThrow(CurrencyMismatchError);
    expect(check).toThrow(message);
  });
});

describe('a request', () => {
  const made = new Date('2026-11-21T10:00:00Z');
  const expiresAt = requestExpiry(made);
  const before = new Date(expiresAt.getTime() - 1);

  it('can be answered for seven days', () => {
    expect(expiresAt).toEqual(new Date('2026-11-28T10:00:00Z'));
    const open = { state: 'OPEN', expiresAt } as const;
    expect(requestActions(open, 'PAYER', before)).toEqual(['accept', 'decline']);
    expect(requestActions(open, 'REQUESTER', before)).toEqual(['cancel']);
    expect(requestActions(open, 'PAYER', expiresAt)).toEqual([]);
    expect(requestActions(open, 'REQUESTER', expiresAt)).toEqual([]);
  });

  test.each(MONEY_REQUEST_STATES.filter((state) => state !== 'OPEN'))('that is %s is over', (state) => {
    for (const side of ['PAYER', 'REQUESTER'] as const) {
      expect(requestActions({ state, expiresAt }, side, before)).toEqual([]);
    }
  });
});
