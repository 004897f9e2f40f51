import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { blockConversation } from '../conversations/block.ts';
import type { PaymentId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { settle } from '../payments/settle.ts';
import { fillWallet, makeCard, makeChat, makePerson, type TestPerson } from '../testing/factories.ts';
import { INR } from '../testing/ledger.ts';
import { isFreeWhile, overtake } from '../testing/meeting.ts';
import { makeMoneyWorld } from '../testing/money-world.ts';
import { refusalOf } from '../testing/refusals.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { countTransfer } from './limits.ts';
import { declineRequest, requestMoney } from './request.ts';
import { reverseTransfer } from './reverse.ts';
import { sendMoney } from './send.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await makeMoneyWorld(server);
});
afterAll(() => server.stop());

describe('the database refuses, whoever asks', () => {
  test.each<[string, string, string]>([
    [
      'a transfer of nothing',
      'transfers_amounts',
      `update transfers set amount_minor = 0, wallet_minor = 0, card_minor = fee_minor`,
    ],
    [
      'a fee below nothing',
      'transfers_amounts',
      `update transfers set fee_minor = -1, amount_minor = amount_minor + 1`,
    ],
    [
      'parts that do not make the whole',
      'transfers_parts_add_up',
      `update transfers set card_minor = card_minor - 1`,
    ],
    [
      'a card part that no card was charged for',
      'transfers_card_is_charged',
      `update transfers set payment_id = null`,
    ],
    ['money to oneself', 'transfers_two_people', `update transfers set recipient_id = sender_id`],
    ['a transfer in no state that there is', 'transfers_state_known', `update transfers set state = 'GONE'`],
    [
      'a reversal without a reason',
      'transfers_reversed_with_reason',
      `update transfers set state = 'REVERSED'`,
    ],
    [
      'one charge for two transfers',
      'transfers_payment_key',
      `insert into transfers (id, conversation_id, request_id, sender_id, recipient_id, currency, amount_minor, fee_minor, wallet_minor, card_minor, payment_id, state, counted_on)
        select gen_random_uuid(), conversation_id, null, sender_id, recipient_id, currency, amount_minor, fee_minor, wallet_minor, card_minor, payment_id, 'SUCCEEDED', counted_on
        from transfers`,
    ],
    [
      'a request that is paid twice',
      'transfers_request_key',
      `insert into transfers (id, conversation_id, request_id, sender_id, recipient_id, currency, amount_minor, fee_minor, wallet_minor, card_minor, payment_id, state, counted_on)
        select gen_random_uuid(), conversation_id, request_id, sender_id, recipient_id, currency, amount_minor, fee_minor, amount_minor + fee_minor, 0, null, 'SUCCEEDED', counted_on
        from transfers`,
    ],
    ['a request for nothing', 'money_requests_amount_positive', `update money_requests set amount_minor = 0`],
    [
      'a request to oneself',
      'money_requests_two_people',
      `update money_requests set payer_id = requester_id`,
    ],
    [
      'a request in no state that there is',
      'money_requests_state_known',
      `update money_requests set state = 'GONE'`,
    ],
    [
      'a day on which less than nothing was sent',
      'transfer_days_not_negative',
      `update transfer_days set sent_minor = -1`,
    ],
    [
      'a day that is counted twice',
      'transfer_days_pkey',
      `insert into transfer_days select person_id, currency, day, sent_minor + 1 from transfer_days`,
    ],
    [
      'a limit of a day below that of a transfer',
      'money_limits_in_order',
      `update money_limits set per_day_minor = per_transfer_minor - 1`,
    ],
    [
      'two limits of one currency in a country',
      'money_limits_pkey',
      `insert into money_limits select * from money_limits`,
    ],
  ])('%s: %s', async (_what, constraint, statement) => {
    expect(await refusalOf(server.app.sql, statement)).toBe(constraint);
  });
});

const system = () => server.ctx({ kind: 'system', job: 'test' });
const key = () => ({ idempotencyKey: randomUUID() });
const inr = (minor: bigint) => ({ minor, currency: INR });

/** Two who talk, one of whom has 30.00. */
async function friends() {
  const [asha, ravi] = [await makePerson(server), await makePerson(server)];
  await makeCard(asha);
  await fillWallet(asha, 3_000n);
  return { asha, ravi, conversationId: await makeChat(asha, ravi) };
}

const as = ({ ctx }: TestPerson) => ({ actor: ctx.actor });

describe('who comes second', () => {
  it('sends nothing to somebody who has just blocked them', async () => {
    const { asha, ravi, conversationId } = await friends();
    const late = overtake(
      system(),
      (tx) => blockConversation({ ...tx, ...as(ravi) }, conversationId),
      () => sendMoney(asha.ctx, { conversationId, amount: inr(100n), ...key() }),
    );
    await expect(late).rejects.toMatchObject({ code: 'CONVERSATION_BLOCKED' });
  });

  it('is counted after the first, from whichever chat', async () => {
    const { asha, conversationId } = await friends();
    const other = await makeChat(asha, await makePerson(server));
    const [before] = await server.app.sql<{ day: bigint; most: bigint }[]>`
      select per_day_minor as day, per_transfer_minor as most from money_limits where country = 'IN'`;
    await server.app.sql`
      update money_limits set per_day_minor = 1500, per_transfer_minor = 1000 where country = 'IN'`;
    const late = overtake(
      system(),
      (tx) => sendMoney({ ...tx, ...as(asha) }, { conversationId, amount: inr(1_000n), ...key() }),
      () => sendMoney(asha.ctx, { conversationId: other, amount: inr(1_000n), ...key() }),
    );
    await expect(late).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED', available: { minor: 500n } });
    await server.app.sql`
      update money_limits set per_day_minor = ${before?.day ?? 0n}, per_transfer_minor = ${before?.most ?? 0n}
      where country = 'IN'`;
  });

  it('is counted after the first by the count alone', async () => {
    const { asha } = await friends();
    const limits = {
      perTransferMinor: 1_000n,
      perDayMinor: 1_500n,
      perMonthMinor: 9_000n,
    };
    const rules = { currency: INR, day: '2026-01-02', limits, fee: null };
    const late = overtake(
      asha.ctx,
      (tx) => countTransfer(tx, rules, inr(1_000n)),
      () => transact(asha.ctx, (tx) => countTransfer(tx, rules, inr(1_000n))),
    );
    await expect(late).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED', available: { minor: 500n } });
    await server.app.sql`delete from transfer_days where person_id = ${asha.id}`;
  });

  it('finds a request as the first one left it', async () => {
    const { asha, ravi, conversationId } = await friends();
    const requestId = await requestMoney(ravi.ctx, { conversationId, amount: inr(100n), ...key() });
    const late = overtake(
      system(),
      (tx) => tx.sql`update money_requests set state = 'CANCELLED' where id = ${requestId}`,
      () => declineRequest(asha.ctx, requestId),
    );
    await expect(late).rejects.toMatchObject({ code: 'INVALID_TRANSITION' });
    await server.app.sql`update money_requests set state = 'OPEN' where id = ${requestId}`;
  });

  it('does not take back what was taken back', async () => {
    const { asha, conversationId } = await friends();
    const operator = await makePerson(server, { operator: true });
    const transferId = await sendMoney(asha.ctx, { conversationId, amount: inr(100n), ...key() });
    const late = overtake(
      system(),
      (tx) => tx.sql`
        update transfers set state = 'REVERSED', reversal_reason = 'A test.' where id = ${transferId}`,
      () => reverseTransfer(operator.ctx, { transferId, reason: 'Again', ...key() }),
    );
    await expect(late).rejects.toMatchObject({ code: 'INVALID_TRANSITION' });
    await server.app.sql`
      update transfers set state = 'SUCCEEDED', reversal_reason = null where id = ${transferId}`;
  });
});

describe('in a busy chat', () => {
  const chat = (id: string) => `select from conversations where id = '${id}'`;

  it('who waits to answer a request has not taken it', async () => {
    const { asha, ravi, conversationId } = await friends();
    const requestId = await requestMoney(ravi.ctx, { conversationId, amount: inr(100n), ...key() });
    const request = `select from money_requests where id = '${requestId}'`;
    const decline = () => declineRequest(asha.ctx, requestId);
    expect(await isFreeWhile(system(), chat(conversationId), request, decline)).toBe(true);
  });

  it('who waits to take a transfer back has not taken it', async () => {
    const { asha, conversationId } = await friends();
    const operator = await makePerson(server, { operator: true });
    const transferId = await sendMoney(asha.ctx, { conversationId, amount: inr(100n), ...key() });
    const transfer = `select from transfers where id = '${transferId}'`;
    const reverse = () => reverseTransfer(operator.ctx, { transferId, reason: 'A mistake', ...key() });
    expect(await isFreeWhile(system(), chat(conversationId), transfer, reverse)).toBe(true);
  });

  it('who waits to settle the charge for a transfer has taken neither', async () => {
    const { asha, conversationId } = await friends();
    const cardId = await makeCard(asha, 'pm_card_threeDSecure2Required');
    const transferId = await sendMoney(asha.ctx, {
      conversationId,
      amount: inr(4_000n),
      cardId,
      ...key(),
    });
    const [row] = await server.app.sql<{ id: PaymentId; ref: string }[]>`
      select p.id, p.charge_ref as ref from payments p join transfers t on t.payment_id = p.id
      where t.id = ${transferId}`;
    if (!row) throw new Error('no card was charged');
    const outcome = { kind: 'succeeded', chargeRef: row.ref, amountMinor: 1_000n, currency: INR } as const;
    const transfer = `select from transfers t join payments p on p.id = t.payment_id where t.id = '${transferId}'`;
    const tell = () => settle(system(), row.id, outcome);
    expect(await isFreeWhile(system(), chat(conversationId), transfer, tell)).toBe(true);
  });
});
