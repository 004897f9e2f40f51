import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { ConversationId, MoneyRequestId, OrderId, PayoutId, TransferId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { UserError } from '../errors.ts';
import { confirmOrder } from '../orders/confirm.ts';
import { deliverOrder } from '../orders/deliver.ts';
import { shipOrder } from '../orders/ship.ts';
import { payOrder } from '../payments/pay.ts';
import { createRefund } from '../payments/refund.ts';
import { setBankAccount } from '../payouts/bank-account.ts';
import { createPayout } from '../payouts/create.ts';
import {
  makeCard,
  makeChat,
  makeOrder,
  makePerson,
  makeProduct,
  makeShop,
  type TestPerson,
  type TestProduct,
  type TestShop,
} from '../testing/factories.ts';
import { setFee } from '../testing/fees.ts';
import { INR } from '../testing/ledger.ts';
import {
  CARDS,
  FEES,
  LIMITS,
  newModel,
  paymentStateOf,
  PEOPLE,
  pick,
  PRICE,
  take,
  type Bank,
  type Model,
  type PersonIndex,
  type Step,
} from '../testing/money-model.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { acceptRequest, cancelRequest, declineRequest, requestMoney } from './request.ts';
import { reverseTransfer } from './reverse.ts';
import { sendMoney } from './send.ts';
import { topUpWallet } from './top-up.ts';

const RUNS = 30;
const STEPS = 30;
/** Side by side, each with people of its own: most of the time is waited for the provider. */
const TOWNS = 3;

vi.setConfig({ testTimeout: 240_000 });

let server: TestServer;
let operator: TestPerson;
beforeAll(async () => {
  // The clock stands still: days are counted, and none ends while a test runs.
  const now = new Date();
  server = await startTestServer({ now: () => now });
  operator = await makePerson(server, { operator: true });
  await server.app.sql`
    update money_limits set per_transfer_minor = ${LIMITS.perTransfer}, per_day_minor = ${LIMITS.perDay},
      per_month_minor = ${LIMITS.perDay}
    where country = 'IN'`;
  await setFee(server.app.sql, 'IN', 'MONEY_TRANSFER', {
    shareBasisPoints: Number(FEES.transferBasisPoints),
  });
});
afterAll(() => server.stop());

/** The real ones behind the model's, each list in the order in which it was made. */
interface Town {
  readonly people: readonly TestPerson[];
  readonly shop: TestShop;
  readonly product: TestProduct;
  readonly chats: ReadonlyMap<string, ConversationId>;
  readonly transfers: TransferId[];
  readonly requests: MoneyRequestId[];
  readonly orders: OrderId[];
  readonly payouts: PayoutId[];
}

const pairOf = (one: number, other: number) => `${Math.min(one, other)}-${Math.max(one, other)}`;

async function makeTown(): Promise<Town> {
  const people = await Promise.all(PEOPLE.map(() => makePerson(server)));
  const shop = await makeShop(server);
  const chats = new Map<string, ConversationId>();
  for (const [index, person] of people.entries()) {
    if (CARDS[index] === 'good') await makeCard(person);
    if (CARDS[index] === 'declined') await makeCard(person, 'pm_card_visa_chargeDeclined');
    for (const [other, friend] of people.entries()) {
      if (other > index) chats.set(pairOf(index, other), await makeChat(person, friend));
    }
  }
  const product = await makeProduct(shop, { price: { minor: PRICE, currency: INR }, stock: 100_000 });
  return { people, shop, product, chats, transfers: [], requests: [], orders: [], payouts: [] };
}

const key = () => ({ idempotencyKey: randomUUID() });
const inr = (minor: bigint) => ({ minor, currency: INR });

function ctxOf({ people }: Town, index: PersonIndex) {
  const person = people[index];
  if (!person) throw new Error('nobody');
  return person.ctx;
}

function between({ chats }: Town, one: PersonIndex, other: PersonIndex): ConversationId {
  const chat = chats.get(pairOf(one, other));
  if (!chat) throw new Error('no chat');
  return chat;
}

/** Does a step by the real verbs; things that are not there yet are left alone, as in the model. */
async function act(town: Town, model: Model, step: Step): Promise<void> {
  switch (step.kind) {
    case 'topUp':
      await topUpWallet(ctxOf(town, step.person), { amount: inr(step.amount), ...key() });
      return;
    case 'send': {
      const conversationId = between(town, step.from, step.to);
      const input = { conversationId, amount: inr(step.amount), ...key() };
      town.transfers.push(await sendMoney(ctxOf(town, step.from), input));
      return;
    }
    case 'request': {
      const conversationId = between(town, step.from, step.to);
      const input = { conversationId, amount: inr(step.amount), ...key() };
      town.requests.push(await requestMoney(ctxOf(town, step.from), input));
      return;
    }
    case 'accept':
    case 'decline':
    case 'cancel': {
      const [requestId, request] = [pick(town.requests, step.request), pick(model.requests, step.request)];
      if (!requestId || !request) return;
      const [asker, payer] = [ctxOf(town, request.from), ctxOf(town, request.to)];
      if (step.kind === 'accept') town.transfers.push(await acceptRequest(payer, { requestId, ...key() }));
      else if (step.kind === 'decline') await declineRequest(payer, requestId);
      else await cancelRequest(asker, requestId);
      return;
    }
    case 'reverse': {
      const transferId = pick(town.transfers, step.transfer);
      if (transferId) await reverseTransfer(operator.ctx, { transferId, reason: 'A mistake', ...key() });
      return;
    }
    case 'order':
      return buy(town, step);
    case 'refund':
      return giveBack(town, pick(town.orders, step.order), step.amount);
    case 'deliver': {
      const orderId = pick(town.orders, step.order);
      const { ctx } = town.shop.owner;
      if (!orderId) return;
      // Together, so that what refuses one of them leaves the order as it was.
      return transact(ctx, async (tx) => {
        await confirmOrder(tx, orderId);
        await shipOrder(tx, { orderId });
        await deliverOrder(tx, orderId);
      });
    }
    case 'payOut':
      return payOut(town, step.bank, step.amount);
  }
}

async function buy(town: Town, step: Extract<Step, { kind: 'order' }>): Promise<void> {
  const person = town.people[step.person];
  if (!person) throw new Error('nobody');
  const orderId = await makeOrder(person, town.product, step.quantity);
  town.orders.push(orderId);
  await payOrder(person.ctx, { orderId, method: step.method, ...key() });
}

/** Of the payment that succeeded or, where none did, of the one that failed. */
async function giveBack(town: Town, orderId: OrderId | null, amount: bigint | null): Promise<void> {
  if (!orderId) return;
  const [payment] = await server.app.sql<{ id: Parameters<typeof createRefund>[1]['paymentId'] }[]>`
    select id from payments where order_id = ${orderId}`;
  // What was refused left no payment either.
  if (!payment) throw new NoPaymentError();
  const input = { paymentId: payment.id, amount: amount === null ? null : inr(amount), reason: 'Bruised' };
  await createRefund(town.shop.owner.ctx, { ...input, ...key() });
}

class NoPaymentError extends UserError {
  readonly code = 'INVALID_INPUT';

  constructor() {
    super('there is nothing to refund');
  }
}

const BANKS: Readonly<Record<Bank, string>> = {
  pays: 'btok_us_verified',
  refuses: 'btok_us_verified_accountClosed',
  returns: 'btok_sandbox_returned',
};
const ENDS: Readonly<Record<Bank, string>> = { pays: 'PAID', refuses: 'FAILED', returns: 'RETURNED' };

async function payOut(town: Town, bank: Bank, amount: bigint | null): Promise<void> {
  const { id: businessId, owner } = town.shop;
  await setBankAccount(owner.ctx, { businessId, token: BANKS[bank] });
  const input = { businessId, amount: amount === null ? null : inr(amount), ...key() };
  const payoutId = await createPayout(owner.ctx, input);
  town.payouts.push(payoutId);
  const hasEnded = async () => {
    const [row] = await server.app.sql<{ state: string }[]>`select state from payouts where id = ${payoutId}`;
    return row?.state === ENDS[bank];
  };
  await vi.waitUntil(hasEnded, { timeout: 10_000, interval: 10 });
}

/** All that there is of money, as the model has it. */
async function reality(town: Town) {
  const owners = [...town.people.map(({ id }) => id), town.shop.id];
  const [row] = await server.app.sql<Record<'balances' | 'states', Record<string, string>>[]>`
    select (select coalesce(jsonb_object_agg(owner_id, balance_minor || ' ' || held_minor), '{}')
            from ledger_accounts where owner_id = any(${owners}::uuid[]) and strict) as balances,
           (select coalesce(jsonb_object_agg(id, state), '{}') from (
              select id, state from transfers where id = any(${town.transfers}::uuid[])
              union all select id, state from money_requests where id = any(${town.requests}::uuid[])
              union all select id, state from payouts where id = any(${town.payouts}::uuid[])
              union all select id, state || ' ' || payment_state from orders where id = any(${town.orders}::uuid[])
            ) as all_states) as states`;
  if (!row) throw new Error('nothing is real');
  const [shop, wallets] = [
    row.balances[town.shop.id] ?? '0 0',
    town.people.map(({ id }) => row.balances[id] ?? '0 0'),
  ];
  const statesOf = (ids: readonly string[]) => ids.map((id) => row.states[id]);
  return {
    wallets,
    shop,
    transfers: statesOf(town.transfers),
    requests: statesOf(town.requests),
    payouts: statesOf(town.payouts),
    orders: statesOf(town.orders),
  };
}

const written = ({ total, held }: Model['shop']) => `${total} ${held}`;

const expectation = ({ wallets, shop, transfers, requests, payouts, orders }: Model) => ({
  wallets: wallets.map(written),
  shop: written(shop),
  transfers: transfers.map(({ state }) => state),
  requests: requests.map(({ state }) => state),
  payouts,
  orders: orders.map((order) => `${order.state} ${paymentStateOf(order)}`),
});

/** Most often who has a card that pays, so that there is money to go round. */
const person = fc.constantFrom<PersonIndex[]>(0, 0, 0, 1, 2);
/** Now and then too large. */
const amount = fc.bigInt(1n, 2_100n);
const number = fc.nat(20);
const some = fc.option(fc.bigInt(1n, 1_500n), { freq: 3 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('topUp' as const), person, amount }),
  },
  { weight: 5, arbitrary: pairs('send') },
  { weight: 2, arbitrary: pairs('request') },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('accept' as const, 'decline' as const, 'cancel' as const),
      request: number,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reverse' as const), transfer: number }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('order' as const),
      person,
      quantity: fc.integer({ min: 1, max: 4 }),
      method: fc.constantFrom('CARD' as const, 'BALANCE' as const, 'BALANCE_AND_CARD' as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('refund' as const), order: number, amount: some }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('deliver' as const), order: number }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('payOut' as const),
      bank: fc.constantFrom('pays' as const, 'refuses' as const, 'returns' as const),
      amount: some,
    }),
  },
);

function pairs<Kind extends 'send' | 'request'>(kind: Kind) {
  return fc
    .record({ kind: fc.constant(kind), from: person, to: person, amount })
    .filter(({ from, to }) => from !== to);
}

const everyStepAgrees = fc.asyncProperty(
  fc.array(step, { minLength: STEPS, maxLength: STEPS }),
  async (steps) => {
    const [town, model] = [await makeTown(), newModel()];
    for (const one of steps) {
      const expected = take(model, one);
      const refusal = await act(town, model, one).then(
        () => null,
        (error: unknown) => {
          if (error instanceof UserError) return error.code;
          throw error;
        },
      );
      expect(refusal).toBe(expected);
      expect(await reality(town)).toEqual(expectation(model));
    }
  },
);

it('every command does to every balance and state what a model in memory says', async () => {
  // Smaller ones are not looked for: what is told is the seed, and each step says by itself what differs.
  const some = () => fc.assert(everyStepAgrees, { numRuns: RUNS / TOWNS, endOnFailure: true });
  await Promise.all(Array.from({ length: TOWNS }, some));
});
