import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConversationId } from '../db/id.ts';
import { currencyCode } from '../money.ts';
import { switchFault } from '../testing/faults.ts';
import { fillWallet, makeCard, makeChat, makePerson, type TestPerson } from '../testing/factories.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { sendMoney } from './send.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

interface Sender {
  readonly asha: TestPerson;
  readonly ravi: TestPerson;
  readonly conversationId: ConversationId;
}

/** Asha with 10.00 and a card. */
async function makeSender(card = 'pm_card_visa'): Promise<Sender> {
  const [asha, ravi] = [await makePerson(server), await makePerson(server)];
  await makeCard(asha);
  await fillWallet(asha, 1_000n);
  await server.app.sql`update cards set removed_at = now(), is_default = false where person_id = ${asha.id}`;
  await makeCard(asha, card);
  return { asha, ravi, conversationId: await makeChat(asha, ravi) };
}

const send = ({ asha, conversationId }: Sender, minor: bigint, idempotencyKey: string = randomUUID()) =>
  sendMoney(asha.ctx, {
    conversationId,
    amount: { minor, currency: currencyCode('INR') },
    note: 'For the tickets',
    idempotencyKey,
  });

/** What was booked of something, as from -> to: amount. */
async function booked(subjectId: string): Promise<string[]> {
  const rows = await server.app.sql<{ line: string }[]>`
    select format('%s -> %s: %s', d.kind, c.kind, p.amount_minor) as line
    from ledger_journals j join ledger_postings p on p.journal_id = j.id
    join ledger_accounts d on d.id = p.debit_account_id join ledger_accounts c on c.id = p.credit_account_id
    where j.subject_id = ${subjectId} order by p.id`;
  return rows.map(({ line }) => line);
}

/** How many rows each table has that a transfer writes to, and what is counted and held. */
async function traces(): Promise<unknown> {
  const [row] = await server.app.sql`
    select (select count(*) from transfers) as transfers, (select count(*) from payments) as payments,
           (select count(*) from messages) as messages, (select count(*) from ledger_journals) as journals,
           (select count(*) from ledger_holds) as holds, (select sum(sent_minor) from transfer_days) as counted,
           (select sum(balance_minor) from ledger_accounts) as balance,
           (select sum(last_sequence) from conversations) as sequences,
           (select count(*) from outbox) + (select count(*) from event_log) as events`;
  return row;
}

/** The events of something and who hears of each. */
async function events(subjectId: string): Promise<{ type: string; topics: string[] }[]> {
  const rows = await server.app.sql<{ type: string; topics: string[] }[]>`
    select type, topics from (
      select type, topics, sequence from event_log where subject_id = ${subjectId}
      union all select type, topics, sequence from outbox where subject_id = ${subjectId}
    ) events order by sequence`;
  return rows.map(({ type, topics }) => ({ type, topics }));
}

describe('sendMoney', () => {
  it('books what the balance covers in one posting', async () => {
    const id = await send(await makeSender(), 1_000n);
    expect(await booked(id)).toEqual(['WALLET -> WALLET: 1000']);
  });

  it("books the card's part into the sender's wallet and all of it out of it, in one journal", async () => {
    const id = await send(await makeSender(), 2_500n);
    expect(await booked(id)).toEqual(['PROVIDER_CLEARING -> WALLET: 1500', 'WALLET -> WALLET: 2500']);
  });

  it('writes no note into the books, which are never changed', async () => {
    const id = await send(await makeSender(), 500n);
    const rows = await server.app.sql`select description from ledger_journals where subject_id = ${id}`;
    expect(rows).toEqual([{ description: 'Money between people' }]);
  });

  it('tells the sender of a charge, and both of the money', async () => {
    const sender = await makeSender();
    const [mine, theirs] = [`wallet:${sender.asha.id}`, `wallet:${sender.ravi.id}`];
    expect(await events(await send(sender, 2_500n))).toEqual([
      { type: 'money.pending', topics: [mine] },
      { type: 'money.sent', topics: [mine, theirs] },
    ]);
    expect(await events(await send(await makeSender('pm_card_chargeCustomerFail'), 2_500n))).toMatchObject([
      { type: 'money.pending', topics: [expect.any(String)] },
      { type: 'money.failed', topics: [expect.any(String)] },
    ]);
  });

  it('has committed all that it needs to go on before the provider is asked', async () => {
    const sender = await makeSender();
    await switchFault(server, { operation: 'POST /v1/payment_intents', fault: 'error_before', times: 9 });
    const id = await send(sender, 2_500n);
    const [row] = await server.app.sql`
      select t.state, t.wallet_minor, t.card_minor, p.state as payment, h.amount_minor as held, h.state as hold,
             (select count(*)::int from pgboss.job where name = 'payment.reconcile' and data ->> 'paymentId' = p.id::text) as jobs
      from transfers t join payments p on p.id = t.payment_id join ledger_holds h on h.subject_id = t.id
      where t.id = ${id}`;
    expect(row).toMatchObject({
      state: 'PENDING',
      wallet_minor: 1_000n,
      card_minor: 1_500n,
      payment: 'UNKNOWN',
      held: 1_000n,
      hold: 'PENDING',
      jobs: 1,
    });
    await server.app.sql`delete from sandbox.faults`;
  });

  it('leaves nothing behind when it is refused, whatever for', async () => {
    const sender = await makeSender();
    const other = await makeSender();
    const without = { ...sender, asha: other.asha };
    await server.app.sql`update cards set exp_year = 2020 where person_id = ${sender.asha.id}`;
    const before = await traces();
    await expect(send(sender, 2_500n)).rejects.toMatchObject({ code: 'CARD_EXPIRED' });
    await expect(send(sender, 10_000_001n)).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' });
    await expect(send(sender, 0n)).rejects.toMatchObject({ code: 'INVALID_MONEY' });
    await expect(send(sender, -1n)).rejects.toMatchObject({ code: 'INVALID_MONEY' });
    await expect(send(without, 1n)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await traces()).toEqual(before);
  });

  it('gives a key that was refused the same answer for good', async () => {
    const sender = await makeSender();
    const key = randomUUID();
    await server.app.sql`update cards set exp_year = 2020 where person_id = ${sender.asha.id}`;
    await expect(send(sender, 2_500n, key)).rejects.toMatchObject({ code: 'CARD_EXPIRED' });
    await server.app.sql`update cards set exp_year = 2040 where person_id = ${sender.asha.id}`;
    const before = await traces();
    await expect(send(sender, 2_500n, key)).rejects.toMatchObject({
      code: 'CARD_EXPIRED',
      path: ['cardId'],
    });
    expect(await traces()).toEqual(before);
    expect(await booked(await send(sender, 2_500n))).toHaveLength(2);
  });
});
