import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placeHold } from '../ledger/hold.ts';
import type { AccountName, Journal } from '../ledger/post.ts';
import { PLATFORM } from '../ledger/rules.ts';
import { rulesFinding } from '../testing/doctor.ts';
import { CLEARING, FEES, INR, move, newWallet, startTestLedger, type TestLedger } from '../testing/ledger.ts';
import { WALLET_BREAKAGES } from './breakages-wallets.ts';

// Transfers, requests and payouts in each of their states, laid down as the verbs would leave them.

const PROVIDER: AccountName = { kind: 'PROVIDER_CLEARING', ownerId: PLATFORM };

let ledger: TestLedger;
const asha = newWallet();
const ravi = newWallet();
const shop: AccountName = { kind: 'BUSINESS_BALANCE', ownerId: randomUUID() };

beforeAll(async () => {
  ledger = await startTestLedger();
  await ledger.book([move(CLEARING, asha, 10_000n), move(CLEARING, shop, 10_000n)]);
  const request = await lay('money_requests', {
    requester_id: ravi.ownerId,
    payer_id: asha.ownerId,
    state: 'PAID',
  });
  await lay('money_requests', { requester_id: ravi.ownerId, payer_id: asha.ownerId, state: 'OPEN' });
  await transfer('SUCCEEDED', { request_id: request });
  await transfer('REVERSED', { reversal_reason: 'A mistake.' });
  await transfer('FAILED', { message_id: null });
  const pending = await transfer('PENDING', { message_id: null });
  await hold('transfer', pending, asha, 103n);
  await byCard();
  await lay('transfer_days', { person_id: asha.ownerId, day: '2026-11-21', sent_minor: 400n });
  await hold('payout', await payout('PENDING'), shop, 500n);
  await payout('PAID');
  await payout('RETURNED');
  await payout('FAILED');
  await hold('test', randomUUID(), asha, 1n);
});
afterAll(() => ledger.stop());

/** A row as it is, whatever it refers to. */
async function lay(table: string, values: Record<string, unknown>): Promise<string> {
  const id = randomUUID();
  const row = {
    id,
    conversation_id: randomUUID(),
    currency: 'INR',
    amount_minor: 100n,
    expires_at: '2030-01-01T00:00:00Z',
  };
  const columns = await ledger.sql<{ name: string }[]>`
    select column_name as name from information_schema.columns where table_name = ${table} and table_schema = 'public'`;
  const known = new Set(columns.map(({ name }) => name));
  const entries = Object.entries({ ...row, ...values }).filter(([name]) => known.has(name));
  await ledger.sql.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await sql`insert into ${sql(table)} ${sql(Object.fromEntries(entries) as Record<string, string>)}`;
  });
  return id;
}

const booked = (kind: string, subjectId: string, postings: Journal['postings']) =>
  ledger.book(postings, { kind, subjectId });

async function hold(
  kind: string,
  subjectId: string,
  account: AccountName,
  amountMinor: bigint,
): Promise<void> {
  await ledger.inOne((tx) => placeHold(tx, { kind, subjectId, account, currency: INR, amountMinor }));
}

async function transfer(state: string, values: Record<string, unknown> = {}): Promise<string> {
  const id = await lay('transfers', {
    sender_id: asha.ownerId,
    recipient_id: ravi.ownerId,
    fee_minor: 3n,
    wallet_minor: 103n,
    card_minor: 0n,
    counted_on: '2026-11-21',
    message_id: randomUUID(),
    state,
    ...values,
  });
  if (state === 'SUCCEEDED' || state === 'REVERSED') {
    await booked('transfer', id, [move(asha, ravi, 100n), move(asha, FEES, 3n)]);
  }
  if (state === 'REVERSED') await booked('transfer_reversal', id, [move(ravi, asha, 100n)]);
  return id;
}

/** 60 by card and 43 from the wallet. */
async function byCard(): Promise<void> {
  const payment = await lay('payments', {
    purpose: 'TRANSFER',
    person_id: asha.ownerId,
    card_id: randomUUID(),
    amount_minor: 60n,
    state: 'SUCCEEDED',
  });
  await ledger.sql`insert into event_subjects (subject_id, sequence) values (${payment}, 1)`;
  await ledger.sql`
    insert into outbox (type, subject_id, sequence, topics, payload, occurred_at)
    values ('payment.succeeded', ${payment}, 1, '{}', '{}', now())`;
  const id = await lay('transfers', {
    sender_id: asha.ownerId,
    recipient_id: ravi.ownerId,
    fee_minor: 3n,
    wallet_minor: 43n,
    card_minor: 60n,
    payment_id: payment,
    counted_on: '2026-11-21',
    message_id: randomUUID(),
    state: 'SUCCEEDED',
  });
  await booked('transfer', id, [move(PROVIDER, asha, 60n), move(asha, ravi, 100n), move(asha, FEES, 3n)]);
}

async function payout(state: string): Promise<string> {
  const id = await lay('payouts', {
    business_id: shop.ownerId,
    bank_account_id: randomUUID(),
    person_id: asha.ownerId,
    amount_minor: 500n,
    state,
    failure_code: state === 'FAILED' || state === 'RETURNED' ? 'ACCOUNT_CLOSED' : null,
  });
  if (state === 'PAID' || state === 'RETURNED') await booked('payout', id, [move(shop, PROVIDER, 500n)]);
  if (state === 'RETURNED') await booked('payout_return', id, [move(PROVIDER, shop, 500n)]);
  return id;
}

describe.each(Object.entries(WALLET_BREAKAGES))('%s', (rule, ways) => {
  test.each(Object.entries(ways))('is broken when %s', async (_what, statements) => {
    expect(await rulesFinding(ledger.sql, statements(null))).toEqual([rule]);
  });
});
