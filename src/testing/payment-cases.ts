import { randomUUID } from 'node:crypto';
import type { Sql } from '../db/client.ts';
import { encodeId, type PersonId } from '../db/id.ts';
import type { EventType } from '../payments/sandbox/events.ts';
import type { Operation } from '../payments/sandbox/faults.ts';
import { ONE_TIME_CODE } from '../payments/sandbox/test-methods.ts';
import { payOrder } from '../payments/pay.ts';
import type { Client } from './client.ts';
import {
  fillWallet,
  makeCard,
  makeChat,
  makeOrder,
  makePerson,
  makeProduct,
  makeShop,
  type TestPerson,
} from './factories.ts';
import { inr, refund, send, topUp } from './money-commands.ts';
import { confirmPayment, pay } from './payment-commands.ts';
import type { ProviderStop } from './provider-stop.ts';
import type { TestServer } from './server.ts';

/** Somebody who is about to do something that reaches the provider, each with a shop of their own. */
export interface Prepared {
  /** Whose payment it is, for `stateOf`. */
  readonly payer: PersonId;
  readonly token: string;
  /** Always the same input and key. */
  readonly act: (client: Client) => Promise<unknown>;
}

/** Something that a payment flow comes to. */
export interface Outcome {
  readonly purpose: 'ORDER' | 'TOP_UP' | 'TRANSFER';
  readonly operation: ProviderStop['operation'];
  readonly route: Operation;
  /** Of the provider, about it. */
  readonly event: EventType;
  /** What is run in the transaction that begins it; null when that is long over. */
  readonly begins: RegExp | null;
  readonly settles: RegExp;
  readonly prepare: (server: TestServer) => Promise<Prepared>;
  /** How it is in the end, whatever died. */
  readonly end: State;
}

/** What our records and the provider's say of a payment. */
export interface State {
  readonly payment: string;
  readonly order: string | null;
  readonly transfer: string | null;
  readonly refund: string | null;
  /** At the provider. */
  readonly charges: number;
  readonly refunds: number;
}

const CHARGE = {
  purpose: 'ORDER',
  operation: 'charge',
  route: 'POST /v1/payment_intents',
  event: 'payment_intent.succeeded',
  begins: /insert into "payments"/,
  settles: /from "payments" .*for no key update/s,
} as const;

const PAID: State = {
  payment: 'SUCCEEDED',
  order: 'PAID',
  transfer: null,
  refund: null,
  charges: 1,
  refunds: 0,
};
const UNPAID: State = { ...PAID, payment: 'FAILED', order: 'UNPAID', charges: 0 };

export const OUTCOMES: Readonly<Record<string, Outcome>> = {
  'a charge': { ...CHARGE, prepare: (server) => paying(server, 'pm_card_visa'), end: PAID },
  'a decline': {
    ...CHARGE,
    event: 'payment_intent.payment_failed',
    prepare: (server) => paying(server, 'pm_card_chargeCustomerFail'),
    end: UNPAID,
  },
  'a challenge': {
    ...CHARGE,
    event: 'payment_intent.requires_action',
    prepare: (server) => paying(server, 'pm_card_threeDSecure2Required'),
    end: { ...UNPAID, payment: 'REQUIRES_ACTION' },
  },
  'an answered challenge': {
    ...CHARGE,
    operation: 'answerChallenge',
    route: 'POST /v1/test_helpers/payment_intents/:id/answer_challenge',
    begins: null,
    prepare: answeringChallenge,
    end: PAID,
  },
  'balance and card': { ...CHARGE, prepare: splitting, end: PAID },
  'a top-up': { ...CHARGE, purpose: 'TOP_UP', prepare: toppingUp, end: { ...PAID, order: null } },
  'a transfer': {
    ...CHARGE,
    purpose: 'TRANSFER',
    prepare: sending,
    end: { ...PAID, order: null, transfer: 'SUCCEEDED' },
  },
  'a refund': {
    purpose: 'ORDER',
    operation: 'refund',
    route: 'POST /v1/refunds',
    event: 'refund.created',
    begins: /insert into "refunds"/,
    settles: /from "refunds" .*for no key update/s,
    prepare: refunding,
    end: { ...PAID, order: 'REFUNDED', refund: 'SUCCEEDED', refunds: 1 },
  },
};

async function customer(server: TestServer, card: string) {
  const shop = await makeShop(server);
  const product = await makeProduct(shop);
  const person = await makePerson(server);
  await makeCard(person, card);
  return { shop, person, order: await makeOrder(person, product) };
}

const prepared = ({ id, token }: TestPerson, act: Prepared['act']): Prepared => ({ payer: id, token, act });

async function paying(server: TestServer, card: string): Promise<Prepared> {
  const { person, order } = await customer(server, card);
  const input = { orderId: encodeId('ord', order), idempotencyKey: randomUUID() };
  return prepared(person, (client) => pay(client, input));
}

async function answeringChallenge(server: TestServer): Promise<Prepared> {
  const { person, order } = await customer(server, 'pm_card_threeDSecure2Required');
  const paymentId = await payOrder(person.ctx, { orderId: order, idempotencyKey: randomUUID() });
  const input = { paymentId: encodeId('pay', paymentId), code: ONE_TIME_CODE };
  return prepared(person, (client) => confirmPayment(client, input));
}

async function splitting(server: TestServer): Promise<Prepared> {
  const { person, order } = await customer(server, 'pm_card_visa');
  await fillWallet(person, 1_000n);
  const input = {
    orderId: encodeId('ord', order),
    method: 'BALANCE_AND_CARD' as const,
    idempotencyKey: randomUUID(),
  };
  return prepared(person, (client) => pay(client, input));
}

async function toppingUp(server: TestServer): Promise<Prepared> {
  const person = await makePerson(server);
  await makeCard(person);
  const input = { amount: inr('75'), idempotencyKey: randomUUID() };
  return prepared(person, (client) => topUp(client, input));
}

async function sending(server: TestServer): Promise<Prepared> {
  const [person, friend] = [await makePerson(server), await makePerson(server)];
  await makeCard(person);
  await fillWallet(person, 1_000n);
  const conversationId = encodeId('cnv', await makeChat(person, friend));
  const input = { conversationId, amount: inr('60'), idempotencyKey: randomUUID() };
  return prepared(person, (client) => send(client, input));
}

/** The shop's owner gives everything back. */
async function refunding(server: TestServer): Promise<Prepared> {
  const { shop, person, order } = await customer(server, 'pm_card_visa');
  const paymentId = await payOrder(person.ctx, { orderId: order, idempotencyKey: randomUUID() });
  const input = { paymentId: encodeId('pay', paymentId), reason: 'Broken', idempotencyKey: randomUUID() };
  return { ...prepared(shop.owner, (client) => refund(client, input)), payer: person.id };
}

/** Every payment of somebody for something, which should be one. */
export async function stateOf(
  sql: Sql,
  { purpose }: Outcome,
  { payer }: Prepared,
): Promise<readonly State[]> {
  return sql<State[]>`
    select p.state as payment, o.payment_state as order, t.state as transfer, r.state as refund,
           (select count(*)::int from sandbox.objects where type = 'payment_intent'
             and data #>> '{metadata,bottega_payment}' = p.id::text and data ->> 'status' = 'succeeded') as charges,
           (select count(*)::int from sandbox.objects where type = 'refund'
             and data #>> '{metadata,bottega_refund}' = r.id::text and data ->> 'status' = 'succeeded') as refunds
    from payments p
    left join orders o on o.id = p.order_id
    left join transfers t on t.payment_id = p.id
    left join refunds r on r.payment_id = p.id
    where p.person_id = ${payer} and p.purpose = ${purpose}`.then((rows) => [...rows]);
}
