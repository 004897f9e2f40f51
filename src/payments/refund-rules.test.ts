import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { currencyCode } from '../money.ts';
import { shareOf } from '../ledger/rules.ts';
import type { RefundOutcome } from './provider.ts';
import { feeReturned, refundParts, refundSettlement, type SettledRefund } from './rules.ts';

const INR = currencyCode('INR');

/** A payment of up to a billion, some of it from the wallet, and the amounts that go back until all of it has. */
const refunded = fc
  .record({
    amountMinor: fc.bigInt({ min: 1n, max: 1_000_000_000_000n }),
    wallet: fc.integer({ min: 0, max: 100 }),
    basisPoints: fc.integer({ min: 0, max: 10_000 }),
    cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }),
  })
  .map(({ amountMinor, wallet, basisPoints, cuts }) => ({
    payment: {
      method: wallet > 0 ? ('BALANCE_AND_CARD' as const) : ('CARD' as const),
      amountMinor,
      walletMinor: (amountMinor * BigInt(wallet)) / 100n,
    },
    sale: { feeMinor: shareOf(amountMinor, basisPoints), totalMinor: amountMinor },
    amounts: partsOf(amountMinor, cuts),
  }));

/** Divides a whole at some places; each part is at least one. */
function partsOf(whole: bigint, cuts: readonly number[]): bigint[] {
  const places = cuts.map((cut) => BigInt(Math.floor(cut * Number(whole))));
  const ordered = [...new Set([0n, ...places, whole])].toSorted((a, b) => (a < b ? -1 : 1));
  return ordered.slice(1).map((place, index) => place - (ordered[index] ?? 0n));
}

const sum = (amounts: readonly bigint[]) => amounts.reduce((a, b) => a + b, 0n);

describe('however a payment is given back in parts', () => {
  it('their fees add up to the fee, none is below zero, and none is more than its part', () => {
    fc.assert(
      fc.property(refunded, ({ sale, amounts }) => {
        let before = 0n;
        const fees = amounts.map((amount) => {
          const fee = feeReturned(sale, before, amount);
          before += amount;
          expect(fee >= 0n && fee <= amount).toBe(true);
          return fee;
        });
        expect(sum(fees)).toBe(sale.feeMinor);
      }),
    );
  });

  it('at any moment no more of the fee is back than of the sale', () => {
    fc.assert(
      fc.property(refunded, ({ sale, amounts }) => {
        let [before, back] = [0n, 0n];
        for (const amount of amounts) {
          back += feeReturned(sale, before, amount);
          before += amount;
          expect(back * sale.totalMinor <= sale.feeMinor * before).toBe(true);
        }
      }),
    );
  });

  it('the card gets back what it paid, before the wallet gets anything, and the wallet what it paid', () => {
    fc.assert(
      fc.property(refunded, ({ payment, amounts }) => {
        const card = payment.amountMinor - payment.walletMinor;
        let [onCard, inWallet] = [0n, 0n];
        for (const amount of amounts) {
          const parts = refundParts(payment, onCard, amount);
          expect(parts.cardMinor >= 0n && parts.walletMinor >= 0n).toBe(true);
          expect(parts.cardMinor + parts.walletMinor).toBe(amount);
          onCard += parts.cardMinor;
          inWallet += parts.walletMinor;
          if (parts.walletMinor > 0n) expect(onCard).toBe(card);
        }
        expect([onCard, inWallet]).toEqual([card, payment.walletMinor]);
      }),
    );
  });
});

test('cash goes back by hand: neither to a card nor to a wallet', () => {
  const cash = { method: 'CASH_ON_DELIVERY', amountMinor: 500n, walletMinor: 0n } as const;
  expect(refundParts(cash, 0n, 500n)).toEqual({ cardMinor: 0n, walletMinor: 0n });
});

const refundRef = 're_1';
const failed = (code: Extract<RefundOutcome, { kind: 'failed' }>['code']) =>
  ({ kind: 'failed', refundRef, code, message: '' }) as const;
const outcomes = {
  succeeded: { kind: 'succeeded', refundRef, amountMinor: 500n, currency: INR },
  otherAmount: { kind: 'succeeded', refundRef, amountMinor: 501n, currency: INR },
  otherCurrency: { kind: 'succeeded', refundRef, amountMinor: 500n, currency: currencyCode('EUR') },
  unreachable: failed('CARD_UNREACHABLE'),
  cancelled: failed('CANCELLED'),
  tooLarge: failed('AMOUNT_TOO_LARGE'),
  refused: failed('PROVIDER_REFUSED'),
  processing: { kind: 'processing', refundRef },
  unknown: { kind: 'unknown', refundRef: null, reason: 'timeout' },
} as const satisfies Record<string, RefundOutcome>;

/** What becomes of a refund: new, known to the provider, through, come back, refused. */
const TABLE: Readonly<Record<keyof typeof outcomes, readonly [string, string, string, string, string]>> = {
  succeeded: ['succeed', 'succeed', 'ignore', 'ignore', 'alarm'],
  otherAmount: ['alarm', 'alarm', 'ignore', 'ignore', 'alarm'],
  otherCurrency: ['alarm', 'alarm', 'ignore', 'ignore', 'alarm'],
  unreachable: ['redirect', 'redirect', 'return', 'ignore', 'ignore'],
  cancelled: ['redirect', 'redirect', 'return', 'ignore', 'ignore'],
  tooLarge: ['fail', 'fail', 'ignore', 'ignore', 'ignore'],
  refused: ['fail', 'fail', 'ignore', 'ignore', 'ignore'],
  processing: ['note', 'ignore', 'ignore', 'ignore', 'ignore'],
  unknown: ['ignore', 'ignore', 'ignore', 'ignore', 'ignore'],
};

describe('what the provider says of a refund', () => {
  const base: SettledRefund = {
    state: 'PENDING',
    cardMinor: 500n,
    currency: INR,
    refundRef: null,
    redirectedAt: null,
  };
  const states: readonly SettledRefund[] = [
    base,
    { ...base, refundRef },
    { ...base, refundRef, state: 'SUCCEEDED' },
    { ...base, refundRef, state: 'SUCCEEDED', redirectedAt: new Date() },
    { ...base, refundRef, state: 'FAILED' },
  ];

  const told = Object.keys(outcomes) as (keyof typeof outcomes)[];

  test.each(told)('%s', (outcome) => {
    expect(states.map((refund) => refundSettlement(refund, outcomes[outcome]))).toEqual(TABLE[outcome]);
  });
});
