import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { systemContext } from '../context.ts';
import type { DiscrepancyId, PaymentId, PayoutId, RefundId } from '../db/id.ts';
import { currencyCode } from '../money.ts';
import { confirmOrder } from '../orders/confirm.ts';
import { deliverOrder } from '../orders/deliver.ts';
import { shipOrder } from '../orders/ship.ts';
import { setBankAccount } from '../payouts/bank-account.ts';
import { createPayout } from '../payouts/create.ts';
import { payoutSettlement } from '../payouts/rules.ts';
import { settlePayout } from '../payouts/settle.ts';
import { resolveDiscrepancy } from '../reconciliation/resolve.ts';
import {
  fillWallet,
  makeCard,
  makeChat,
  makeOrder,
  makePerson,
  makeProduct,
  makeShop,
} from '../testing/factories.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { sendMoney } from '../wallets/send.ts';
import { topUpWallet } from '../wallets/top-up.ts';
import { WebhookSignatureError } from './failures.ts';
import { payOrder } from './pay.ts';
import type { ChargeOutcome, PayoutOutcome, RefundOutcome } from './provider.ts';
import { createRefund } from './refund.ts';
import { settleRefund } from './refund-settle.ts';
import { isOpen, refundSettlement, settlementOf, type Settled } from './rules.ts';
import { settle } from './settle.ts';

/*
 * The answer, webhooks and polls bring the same news in any order, more than once, and with old news among it. What
 * counts is which decisive word came first; nothing else that is said changes where it ends.
 */

const INR = currencyCode('INR');

/** What can be said of a charge of so much. */
const chargeWords = (chargeRef: string, amountMinor: bigint) =>
  ({
    succeeded: { kind: 'succeeded', chargeRef, amountMinor, currency: INR },
    declined: { kind: 'failed', chargeRef, code: 'CARD_DECLINED', message: '' },
    cancelled: { kind: 'failed', chargeRef, code: 'CANCELLED', message: '' },
    processing: { kind: 'processing', chargeRef },
    threeTries: { kind: 'requires_action', chargeRef, challenge: { kind: 'ONE_TIME_CODE', triesLeft: 3 } },
    oneTry: { kind: 'requires_action', chargeRef, challenge: { kind: 'ONE_TIME_CODE', triesLeft: 1 } },
    unknown: { kind: 'unknown', chargeRef: null, reason: 'timeout' },
    otherAmount: { kind: 'succeeded', chargeRef, amountMinor: amountMinor + 1n, currency: INR },
  }) as const satisfies Record<string, ChargeOutcome>;
type ChargeWord = keyof ReturnType<typeof chargeWords>;

const refundWords = (refundRef: string, amountMinor: bigint) =>
  ({
    succeeded: { kind: 'succeeded', refundRef, amountMinor, currency: INR },
    unreachable: { kind: 'failed', refundRef, code: 'CARD_UNREACHABLE', message: '' },
    processing: { kind: 'processing', refundRef },
    unknown: { kind: 'unknown', refundRef: null, reason: 'timeout' },
    otherAmount: { kind: 'succeeded', refundRef, amountMinor: amountMinor + 1n, currency: INR },
  }) as const satisfies Record<string, RefundOutcome>;
type RefundWord = keyof ReturnType<typeof refundWords>;

const payoutWords = (payoutRef: string, amountMinor: bigint) =>
  ({
    paid: { kind: 'paid', payoutRef, amountMinor, currency: INR },
    failed: { kind: 'failed', payoutRef, code: 'ACCOUNT_CLOSED', message: '' },
    processing: { kind: 'processing', payoutRef },
    unknown: { kind: 'unknown', payoutRef: null, reason: 'timeout' },
    otherAmount: { kind: 'paid', payoutRef, amountMinor: amountMinor + 1n, currency: INR },
  }) as const satisfies Record<string, PayoutOutcome>;
type PayoutWord = keyof ReturnType<typeof payoutWords>;

/** Some of the words in any order, each said once or more. */
function news<Word extends string>(words: readonly Word[]): fc.Arbitrary<Word[]> {
  return fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 });
}
const chargeNews = news<ChargeWord>([
  'succeeded',
  'declined',
  'cancelled',
  'processing',
  'threeTries',
  'oneTry',
  'unknown',
  'otherAmount',
]);
const refundNews = news<RefundWord>(['succeeded', 'unreachable', 'processing', 'unknown', 'otherAmount']);
const payoutNews = news<PayoutWord>(['paid', 'failed', 'processing', 'unknown', 'otherAmount']);

/** Where a charge ends: by the first decisive word; a success after a failure is the payer's, once. */
function endOfCharge(said: readonly ChargeWord[]): { state: string | null; late: boolean } {
  const first = said.find((word) => word === 'succeeded' || word === 'declined' || word === 'cancelled');
  if (!first) return { state: null, late: false };
  if (first === 'succeeded') return { state: 'SUCCEEDED', late: false };
  return { state: first === 'declined' ? 'FAILED' : 'CANCELLED', late: said.includes('succeeded') };
}

/** What a card does not take is in the wallet, whether it said so at first or afterwards. */
function endOfRefund(said: readonly RefundWord[]) {
  const isOver = said.includes('succeeded') || said.includes('unreachable');
  return { state: isOver ? 'SUCCEEDED' : 'PENDING', inWallet: said.includes('unreachable') };
}

/** What fails is the shop's again; it was paid in between when that was heard first. */
function endOfPayout(said: readonly PayoutWord[]): 'PENDING' | 'PAID' | 'FAILED' | 'RETURNED' {
  const [first, second] = [...new Set(said.filter((word) => word === 'paid' || word === 'failed'))];
  if (!first) return 'PENDING';
  if (first === 'failed') return 'FAILED';
  return second ? 'RETURNED' : 'PAID';
}

describe('by the rules alone', () => {
  it('a charge ends by its first decisive word and is booked once, whatever else is said', () => {
    fc.assert(
      fc.property(chargeNews, (said) => {
        let payment: Settled = {
          state: 'CREATED',
          amountMinor: 700n,
          walletMinor: 200n,
          currency: INR,
          challenge: null,
          lateAt: null,
        };
        const bookings: string[] = [];
        for (const word of said) {
          const outcome = chargeWords('pi_1', 500n)[word];
          const settlement = settlementOf(payment, outcome);
          if (settlement.kind === 'late') {
            payment = { ...payment, lateAt: new Date() };
            bookings.push('late');
          }
          if (settlement.kind !== 'move') continue;
          const challenge = outcome.kind === 'requires_action' ? outcome.challenge : null;
          payment = { ...payment, state: settlement.state, challenge };
          if (settlement.state === 'SUCCEEDED') bookings.push('booked');
        }
        const end = endOfCharge(said);
        expect(isOpen(payment.state) ? null : payment.state).toBe(end.state);
        expect(bookings).toEqual(end.late ? ['late'] : end.state === 'SUCCEEDED' ? ['booked'] : []);
      }),
      { numRuns: 3_000 },
    );
  });

  it('a refund ends in the same place, and goes to the card or to the wallet once', () => {
    fc.assert(
      fc.property(refundNews, (said) => {
        let state: 'PENDING' | 'SUCCEEDED' | 'FAILED' = 'PENDING';
        let redirectedAt: Date | null = null;
        let refundRef: string | null = null;
        const moved = { toCard: 0, toWallet: 0 };
        for (const word of said) {
          const outcome = refundWords('re_1', 500n)[word];
          const refund = { state, cardMinor: 500n, currency: INR, refundRef, redirectedAt };
          switch (refundSettlement(refund, outcome)) {
            case 'succeed':
              state = 'SUCCEEDED';
              moved.toCard++;
              break;
            case 'return':
              moved.toCard--;
              moved.toWallet++;
              redirectedAt = new Date();
              break;
            case 'redirect':
              state = 'SUCCEEDED';
              moved.toWallet++;
              redirectedAt = new Date();
              break;
            case 'note':
              refundRef = outcome.refundRef;
              break;
            case 'fail':
            case 'alarm':
            case 'ignore':
          }
        }
        const end = endOfRefund(said);
        expect(state).toBe(end.state);
        const toWallet = end.inWallet ? 1 : 0;
        expect(moved).toEqual({ toCard: (end.state === 'SUCCEEDED' ? 1 : 0) - toWallet, toWallet });
      }),
      { numRuns: 3_000 },
    );
  });

  it('a payout is with the bank once, or with the shop', () => {
    fc.assert(
      fc.property(payoutNews, (said) => {
        let state: ReturnType<typeof endOfPayout> = 'PENDING';
        let withBank = 0;
        for (const word of said) {
          const payout = { state, amountMinor: 500n, currency: INR, payoutRef: null };
          const settlement = payoutSettlement(payout, payoutWords('po_1', 500n)[word]);
          if (settlement === 'pay') withBank++;
          if (settlement === 'return') withBank--;
          if (settlement === 'pay') state = 'PAID';
          if (settlement === 'fail') state = 'FAILED';
          if (settlement === 'return') state = 'RETURNED';
        }
        expect(state).toBe(endOfPayout(said));
        expect(withBank).toBe(state === 'PAID' ? 1 : 0);
      }),
      { numRuns: 3_000 },
    );
  });
});

vi.setConfig({ testTimeout: 60_000 });

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  await resolveAlarms();
  await server.stop();
});

/** Other amounts were listed, each once, for a person to look at: who does so here, so that the books are closed. */
async function resolveAlarms(): Promise<void> {
  const operator = await makePerson(server, { operator: true });
  const alarms = await server.app.sql<{ id: DiscrepancyId; subject: string; kind: string }[]>`
    select id, subject_id as subject, kind from discrepancies`;
  expect(new Set(alarms.map(({ kind }) => kind))).toEqual(new Set(['AMOUNT_DIFFERS']));
  expect(new Set(alarms.map(({ subject }) => subject)).size).toBe(alarms.length);
  for (const { id } of alarms) {
    await resolveDiscrepancy(operator.ctx, { discrepancyId: id, note: 'A test.' });
  }
}

const system = () => systemContext(server.app, 'test');
const key = () => randomUUID();
const inr = (minor: bigint) => ({ minor, currency: INR });

/** Only what a test says is heard. */
function hearNothingElse(): void {
  vi.spyOn(server.app.payments, 'parseWebhook').mockImplementation(() => {
    throw new WebhookSignatureError();
  });
}

/** Says it one word after the other and then, perhaps, all of it again at once. */
async function tell<Word>(
  said: readonly Word[],
  isRepeatedAtOnce: boolean,
  say: (word: Word) => Promise<void>,
): Promise<void> {
  for (const word of said) await say(word);
  if (isRepeatedAtOnce) await Promise.all([...said, ...said].map(say));
}

async function booksOf(ownerId: string) {
  const rows = await server.app.sql<{ balance: bigint; held: bigint }[]>`
    select balance_minor as balance, held_minor as held from ledger_accounts
    where owner_id = ${ownerId} and strict`;
  return rows[0] ?? { balance: 0n, held: 0n };
}

async function journalsOf(subjectId: string): Promise<string[]> {
  const rows = await server.app.sql<{ kind: string }[]>`
    select kind from ledger_journals where subject_id = ${subjectId} order by kind`;
  return rows.map(({ kind }) => kind);
}

async function paymentState(id: PaymentId) {
  const [row] = await server.app.sql<{ state: string; late: boolean; ref: string; card: bigint }[]>`
    select state, late_at is not null as late, charge_ref as ref, amount_minor - wallet_minor as card
    from payments where id = ${id}`;
  if (!row) throw new Error('no payment');
  return row;
}

/** Somebody with 30.00 and a card that asks for a code: what they pay by it waits. */
async function payer() {
  const person = await makePerson(server);
  const plain = await makeCard(person);
  await fillWallet(person, 3_000n);
  const asking = await makeCard(person, 'pm_card_threeDSecure2Required');
  return { person, plain, asking };
}

interface Waiting {
  readonly personId: string;
  readonly paymentId: PaymentId;
  /** What it is for: the kind of its booking and whose it is then. */
  readonly kind: 'sale' | 'top_up' | 'transfer';
  readonly subjectId: string;
  readonly heldMinor: bigint;
  /** What the payer has when it went through. */
  readonly afterMinor: bigint;
}

/** The four things that a card pays for, begun and waiting for a code. Each costs 50.00. */
const PURCHASES: Readonly<Record<string, () => Promise<Waiting>>> = {
  'an order': async () => {
    const { person, asking } = await payer();
    const orderId = await makeOrder(person, await makeProduct(await makeShop(server)));
    const paymentId = await payOrder(person.ctx, { orderId, cardId: asking, idempotencyKey: key() });
    return { ...waiting(person.id, paymentId, 'sale'), afterMinor: 3_000n };
  },
  'an order, in part from the balance': async () => {
    const { person, asking } = await payer();
    const orderId = await makeOrder(person, await makeProduct(await makeShop(server)));
    const paymentId = await payOrder(person.ctx, {
      orderId,
      method: 'BALANCE_AND_CARD',
      cardId: asking,
      idempotencyKey: key(),
    });
    return { ...waiting(person.id, paymentId, 'sale'), heldMinor: 3_000n };
  },
  'a top-up': async () => {
    const { person, asking } = await payer();
    const paymentId = await topUpWallet(person.ctx, {
      amount: inr(5_000n),
      cardId: asking,
      idempotencyKey: key(),
    });
    return { ...waiting(person.id, paymentId, 'top_up'), afterMinor: 8_000n };
  },
  'money for a friend': async () => {
    const { person, asking } = await payer();
    const conversationId = await makeChat(person, await makePerson(server));
    const transferId = await sendMoney(person.ctx, {
      conversationId,
      amount: inr(5_000n),
      cardId: asking,
      idempotencyKey: key(),
    });
    const [row] = await server.app.sql<{ id: PaymentId }[]>`
      select payment_id as id from transfers where id = ${transferId}`;
    if (!row) throw new Error('no card was charged');
    return { ...waiting(person.id, row.id, 'transfer'), subjectId: transferId, heldMinor: 3_000n };
  },
};

const waiting = (personId: string, paymentId: PaymentId, kind: Waiting['kind']): Waiting => ({
  personId,
  paymentId,
  kind,
  subjectId: paymentId,
  heldMinor: 0n,
  afterMinor: 0n,
});

describe.each(Object.entries(PURCHASES))('a charge for %s', (_what, begin) => {
  it('ends as it was first decided, booked once, and late money is in the wallet', async () => {
    hearNothingElse();
    await fc.assert(
      fc.asyncProperty(chargeNews, fc.boolean(), async (said, isRepeatedAtOnce) => {
        const { personId, paymentId, kind, subjectId, heldMinor, afterMinor } = await begin();
        const { ref, card } = await paymentState(paymentId);
        const say = (word: ChargeWord) => settle(system(), paymentId, chargeWords(ref, card)[word]);
        await tell(said, isRepeatedAtOnce, say);
        const { state, late } = endOfCharge(said);
        const after = await paymentState(paymentId);
        expect({ state: isOpen(after.state as 'CREATED') ? null : after.state, late: after.late }).toEqual({
          state,
          late,
        });
        const isBooked = state === 'SUCCEEDED';
        expect(await journalsOf(subjectId)).toEqual(
          isBooked ? [kind] : late && subjectId === paymentId ? ['late_payment'] : [],
        );
        expect(await journalsOf(paymentId)).toEqual(
          late ? ['late_payment'] : isBooked && subjectId === paymentId ? [kind] : [],
        );
        const balance = isBooked ? afterMinor : 3_000n + (late ? card : 0n);
        const held = state === null ? heldMinor : 0n;
        expect(await booksOf(personId)).toEqual({ balance, held });
      }),
      { numRuns: 12 },
    );
  });
});

/** An order of 50.00 that was paid by card. */
async function sold() {
  const { person, plain } = await payer();
  const shop = await makeShop(server);
  const orderId = await makeOrder(person, await makeProduct(shop));
  const paymentId = await payOrder(person.ctx, { orderId, cardId: plain, idempotencyKey: key() });
  return { person, shop, orderId, paymentId };
}

it('a refund of 20.00 ends the same, on the card or in the wallet', async () => {
  hearNothingElse();
  const silence = { kind: 'unknown', refundRef: null, reason: 'timeout' } as const;
  vi.spyOn(server.app.payments, 'refund').mockResolvedValue(silence);
  await fc.assert(
    fc.asyncProperty(refundNews, fc.boolean(), async (said, isRepeatedAtOnce) => {
      const { person, shop, paymentId } = await sold();
      const refundId: RefundId = await createRefund(shop.owner.ctx, {
        paymentId,
        amount: inr(2_000n),
        reason: 'Bruised',
        idempotencyKey: key(),
      });
      const words = refundWords(`re_${refundId}`, 2_000n);
      const say = (word: RefundWord) => settleRefund(system(), refundId, words[word]);
      await tell(said, isRepeatedAtOnce, say);
      const { state, inWallet } = endOfRefund(said);
      const [row] = await server.app.sql<{ state: string; redirected: boolean }[]>`
        select state, redirected_at is not null as redirected from refunds where id = ${refundId}`;
      expect(row).toEqual({ state, redirected: inWallet });
      expect(await booksOf(person.id)).toEqual({ balance: inWallet ? 5_000n : 3_000n, held: 0n });
      // 50.00 less 2 %; of the 19.60 that go back nothing is spent before they have gone.
      const balance = state === 'SUCCEEDED' ? 4_900n - 1_960n : 4_900n;
      expect(await booksOf(shop.id)).toEqual({ balance, held: balance });
    }),
    { numRuns: 15 },
  );
});

it('a payout of 20.00 ends with the bank or with the shop', async () => {
  hearNothingElse();
  const silence = { kind: 'unknown', payoutRef: null, reason: 'timeout' } as const;
  vi.spyOn(server.app.payments, 'payOut').mockResolvedValue(silence);
  await fc.assert(
    fc.asyncProperty(payoutNews, fc.boolean(), async (said, isRepeatedAtOnce) => {
      const { shop, orderId } = await sold();
      const { ctx } = shop.owner;
      await confirmOrder(ctx, orderId);
      await shipOrder(ctx, { orderId });
      await deliverOrder(ctx, orderId);
      await setBankAccount(ctx, { businessId: shop.id, token: 'btok_us_verified' });
      const input = { businessId: shop.id, amount: inr(2_000n), idempotencyKey: key() };
      const payoutId: PayoutId = await createPayout(ctx, input);
      const words = payoutWords(`po_${payoutId}`, 2_000n);
      const say = (word: PayoutWord) => settlePayout(system(), payoutId, words[word]);
      await tell(said, isRepeatedAtOnce, say);
      const state = endOfPayout(said);
      const [row] = await server.app.sql`select state from payouts where id = ${payoutId}`;
      expect(row).toEqual({ state });
      const balance = state === 'PAID' ? 2_900n : 4_900n;
      expect(await booksOf(shop.id)).toEqual({ balance, held: state === 'PENDING' ? 2_000n : 0n });
    }),
    { numRuns: 15 },
  );
});
