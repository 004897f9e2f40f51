import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Tx } from '../context.ts';
import {
  CLEARING,
  INR,
  journalOf,
  move,
  newWallet,
  startTestLedger,
  type TestLedger,
} from '../testing/ledger.ts';
import { isFreeWhile, overtake } from '../testing/meeting.ts';
import { openBooks } from './books.ts';
import { extendChain } from './chain.ts';
import { expireHolds } from './expire.ts';
import { placeHold, resolveHolds } from './hold.ts';
import { post, type AccountName } from './post.ts';
import { InsufficientFundsError } from './rules.ts';

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startTestLedger();
});
afterAll(() => ledger.stop());

/** A booking of 50.00: its journal and its two accounts. */
async function booked() {
  const subjectId = randomUUID();
  const journal = await ledger.book([move(CLEARING, newWallet(), 5_000n)], { subjectId });
  const [row] = await ledger.sql<{ from: string; to: string }[]>`
    select debit_account_id as from, credit_account_id as to from ledger_postings where journal_id = ${journal}`;
  if (!row) throw new Error('nothing was booked');
  return { journal, subjectId, ...row };
}

async function openAccount(currency: string, { strict = false } = {}): Promise<string> {
  const [row] = await ledger.sql<{ id: string }[]>`
    insert into ledger_accounts (id, kind, owner_id, currency, strict)
    values (gen_random_uuid(), 'CASH_CLEARING', gen_random_uuid(), ${currency}, ${strict}) returning id`;
  return row?.id ?? '';
}

/** Books one posting in a journal of its own, past every program: only the database is in the way. */
function book(debit: string, credit: string, { amount = 1n, currency = 'INR' } = {}): Promise<unknown> {
  return ledger.sql.begin(async (sql) => {
    // As the books do: who locks first is numbered first.
    await sql`select from ledger_accounts where id in (${debit}, ${credit}) and strict order by id for no key update`;
    const [journal] = await sql<{ id: string }[]>`
      insert into ledger_journals (id, kind, subject_id, description)
      values (gen_random_uuid(), 'test', gen_random_uuid(), '') returning id`;
    await sql`
      insert into ledger_postings (journal_id, debit_account_id, credit_account_id, currency, amount_minor)
      values (${journal?.id ?? ''}, ${debit}, ${credit}, ${currency}, ${amount})`;
  });
}

async function balanceOf(account: string): Promise<bigint | undefined> {
  const [row] = await ledger.sql<{ balance: bigint }[]>`
    select balance_minor as balance from ledger_accounts where id = ${account}`;
  return row?.balance;
}

describe('what is posted is never changed', () => {
  test.each([
    `update ledger_journals set description = 'other'`,
    `update ledger_postings set amount_minor = amount_minor + 1`,
    `delete from ledger_journals`,
    `delete from ledger_postings`,
    `truncate ledger_postings`,
    `truncate ledger_journals cascade`,
    // Also by a statement that would touch no row.
    `delete from ledger_postings where false`,
    `delete from ledger_holds`,
    `truncate ledger_holds`,
    `update ledger_chain set hash = sha256('')`,
    `delete from ledger_chain`,
    `truncate ledger_chain cascade`,
    `update ledger_heads set hash = sha256('')`,
    `delete from ledger_heads`,
    `truncate ledger_heads`,
  ])('%s', async (statement) => {
    await booked();
    await expect(ledger.sql.unsafe(statement)).rejects.toMatchObject({
      code: '23001',
      message: 'ledger rows are never changed: correct with a new journal',
    });
  });
});

it('a journal takes no posting from any other transaction', async () => {
  const { journal, from, to } = await booked();
  const late = ledger.sql`
    insert into ledger_postings (journal_id, debit_account_id, credit_account_id, currency, amount_minor)
    values (${journal}, ${from}, ${to}, 'INR', 1)`;
  await expect(late).rejects.toMatchObject({ code: '23001', message: expect.stringContaining('sealed') });
  expect(await balanceOf(to)).toBe(5_000n);
});

describe('a posting', () => {
  it('is in the one currency of both its accounts', async () => {
    const [rupees, more, euros] = [
      await openAccount('INR'),
      await openAccount('INR'),
      await openAccount('EUR'),
    ];
    await expect(book(rupees, euros)).rejects.toMatchObject({
      constraint_name: 'ledger_postings_credit_fkey',
    });
    await expect(book(euros, rupees)).rejects.toMatchObject({
      constraint_name: 'ledger_postings_debit_fkey',
    });
    await expect(book(rupees, more, { currency: 'EUR' })).rejects.toMatchObject({ code: '23503' });
    await book(rupees, more);
  });

  test.each([0n, -1n])('of %i is none', async (amount) => {
    const [one, other] = [await openAccount('INR'), await openAccount('INR')];
    await expect(book(one, other, { amount })).rejects.toMatchObject({
      constraint_name: 'ledger_postings_amount_positive',
    });
  });

  it('goes from one account to another', async () => {
    const account = await openAccount('INR');
    await expect(book(account, account)).rejects.toMatchObject({
      constraint_name: 'ledger_postings_two_accounts',
    });
  });

  it('goes to an account that is there', async () => {
    const account = await openAccount('INR');
    await expect(book(account, randomUUID())).rejects.toMatchObject({ code: '23503' });
  });
});

describe('a strict account', () => {
  it('moves with its postings, whoever writes them', async () => {
    const [strict, other] = [await openAccount('INR', { strict: true }), await openAccount('INR')];
    await book(other, strict, { amount: 700n });
    await book(strict, other, { amount: 300n });
    expect(await balanceOf(strict)).toBe(400n);
    expect(await balanceOf(other)).toBe(0n);
  });

  it('does not go below nothing', async () => {
    const [strict, other] = [await openAccount('INR', { strict: true }), await openAccount('INR')];
    await book(other, strict, { amount: 700n });
    await expect(book(strict, other, { amount: 701n })).rejects.toMatchObject({
      constraint_name: 'ledger_accounts_strict_covered',
    });
    expect(await balanceOf(strict)).toBe(700n);
  });

  it('nor below what is held of it', async () => {
    const [strict, other] = [await openAccount('INR', { strict: true }), await openAccount('INR')];
    await book(other, strict, { amount: 700n });
    await hold(strict, 600n);
    await expect(book(strict, other, { amount: 101n })).rejects.toMatchObject({
      constraint_name: 'ledger_accounts_strict_covered',
    });
    await book(strict, other, { amount: 100n });
    await expect(hold(strict, 1n)).rejects.toMatchObject({
      constraint_name: 'ledger_accounts_strict_covered',
    });
    const negative = ledger.sql`update ledger_accounts set held_minor = -1 where id = ${strict}`;
    await expect(negative).rejects.toMatchObject({ constraint_name: 'ledger_accounts_held_not_negative' });
  });

  it('does not go below nothing when ten draw on it at once', async () => {
    const [strict, other] = [await openAccount('INR', { strict: true }), await openAccount('INR')];
    await book(other, strict, { amount: 500n });
    const draws = await Promise.allSettled(
      Array.from({ length: 10 }, () => book(strict, other, { amount: 100n })),
    );
    expect(draws.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect(await balanceOf(strict)).toBe(0n);
  });
});

/** Sets money aside past every program. */
async function hold(account: string, amount: bigint, { currency = 'INR', state = 'PENDING' } = {}) {
  const [row] = await ledger.sql<{ id: string }[]>`
    insert into ledger_holds (id, account_id, currency, amount_minor, kind, subject_id, state, resolved_at)
    values (gen_random_uuid(), ${account}, ${currency}, ${amount}, 'test', gen_random_uuid(), ${state},
            case when ${state} <> 'PENDING' then now() end)
    returning id`;
  return row?.id ?? '';
}

describe('a hold', () => {
  const resolve = (id: string, state: string) =>
    ledger.sql`update ledger_holds set state = ${state}, resolved_at = now() where id = ${id}`;

  async function heldOf(account: string): Promise<bigint | undefined> {
    const [row] = await ledger.sql<{ held: bigint }[]>`
      select held_minor as held from ledger_accounts where id = ${account}`;
    return row?.held;
  }

  it('moves what is held of its account, whoever writes it', async () => {
    const { to } = await booked();
    const id = await hold(to, 700n);
    expect(await heldOf(to)).toBe(700n);
    await resolve(id, 'VOIDED');
    expect(await heldOf(to)).toBe(0n);
  });

  it('is on a strict account', async () => {
    const { from } = await booked();
    await expect(hold(from, 1n)).rejects.toMatchObject({
      code: '23001',
      message: 'only strict accounts have holds',
    });
    await expect(hold(randomUUID(), 1n)).rejects.toMatchObject({ code: '23001' });
  });

  it('is in the currency of its account', async () => {
    const { to } = await booked();
    await expect(hold(to, 1n, { currency: 'EUR' })).rejects.toMatchObject({
      constraint_name: 'ledger_holds_account_fkey',
    });
    expect(await heldOf(to)).toBe(0n);
  });

  test.each([0n, -1n])('of %i is none', async (amount) => {
    const { to } = await booked();
    await expect(hold(to, amount)).rejects.toMatchObject({ code: '23514' });
  });

  it('begins as pending', async () => {
    const { to } = await booked();
    await expect(hold(to, 1n, { state: 'VOIDED' })).rejects.toMatchObject({
      code: '23001',
      message: 'a hold begins as pending',
    });
  });

  test.each(['PENDING', 'POSTED', 'VOIDED', 'EXPIRED'])('that is voided is not made %s', async (state) => {
    const { to } = await booked();
    const id = await hold(to, 1n);
    await resolve(id, 'VOIDED');
    await expect(resolve(id, state)).rejects.toMatchObject({
      code: '23001',
      message: 'a hold is resolved once and never otherwise changed',
    });
    expect(await heldOf(to)).toBe(0n);
  });

  test.each([
    `amount_minor = 2`,
    `account_id = gen_random_uuid()`,
    `currency = 'EUR'`,
    `kind = 'other'`,
    `subject_id = gen_random_uuid()`,
    `id = gen_random_uuid()`,
    // Also together with what is allowed.
    `state = 'VOIDED', resolved_at = now(), amount_minor = 2`,
    `expires_at = now()`,
  ])('that is pending is not changed: %s', async (change) => {
    const { to } = await booked();
    const id = await hold(to, 1n);
    await expect(
      ledger.sql.unsafe(`update ledger_holds set ${change} where id = '${id}'`),
    ).rejects.toMatchObject({
      code: '23001',
    });
    expect(await heldOf(to)).toBe(1n);
  });

  it('has a state that there is', async () => {
    const { to } = await booked();
    const id = await hold(to, 1n);
    await expect(resolve(id, 'GONE')).rejects.toMatchObject({ constraint_name: 'ledger_holds_state_known' });
  });

  it('is resolved at a time', async () => {
    const { to } = await booked();
    const id = await hold(to, 1n);
    const timeless = ledger.sql`update ledger_holds set state = 'VOIDED' where id = ${id}`;
    await expect(timeless).rejects.toMatchObject({ constraint_name: 'ledger_holds_resolved_once' });
  });

  it('is posted by a journal that is there, and by nothing else', async () => {
    const { to, journal } = await booked();
    const id = await hold(to, 1n);
    const by = (state: string, journalId: string | null) =>
      ledger.sql`update ledger_holds set state = ${state}, resolved_at = now(), journal_id = ${journalId} where id = ${id}`;
    const posted = { constraint_name: 'ledger_holds_posted_by_journal' };
    await expect(by('POSTED', null)).rejects.toMatchObject(posted);
    await expect(by('VOIDED', journal)).rejects.toMatchObject(posted);
    await expect(by('POSTED', randomUUID())).rejects.toMatchObject({ code: '23503' });
    await by('POSTED', journal);
  });
});

describe('the chain', () => {
  const hash = Buffer.alloc(32, 1);
  const link = (position: number, journal: string, digest = hash) =>
    ledger.sql`insert into ledger_chain (position, journal_id, hash) values (${position}, ${journal}, ${digest})`;

  it('has a place and a journal once, and a whole hash', async () => {
    const { journal } = await booked();
    await extendChain(ledger.ctx);
    const { journal: other } = await booked();
    await expect(link(1, other)).rejects.toMatchObject({ constraint_name: 'ledger_chain_pkey' });
    await expect(link(9_999, journal)).rejects.toMatchObject({ constraint_name: 'ledger_chain_journal_key' });
    await expect(link(0, other)).rejects.toMatchObject({ constraint_name: 'ledger_chain_position_positive' });
    await expect(link(9_999, other, Buffer.alloc(31))).rejects.toMatchObject({
      constraint_name: 'ledger_chain_hash_length',
    });
    await expect(link(9_999, randomUUID())).rejects.toMatchObject({ code: '23503' });
  });

  it('has one head a day, which is one of its links', async () => {
    await booked();
    await extendChain(ledger.ctx);
    const publish = (position: number, digest = hash) =>
      ledger.sql.begin(async (sql) => {
        await sql`insert into ledger_heads (day, position, hash) values ('2026-01-01', 1, ${hash})`;
        await sql`insert into ledger_heads (day, position, hash) values ('2026-01-01', ${position}, ${digest})`;
      });
    await expect(publish(1)).rejects.toMatchObject({ constraint_name: 'ledger_heads_pkey' });
    const head = (position: number, digest = hash) =>
      ledger.sql`insert into ledger_heads (day, position, hash) values ('2026-01-02', ${position}, ${digest})`;
    await expect(head(99_999)).rejects.toMatchObject({ code: '23503' });
    await expect(head(1, Buffer.alloc(31))).rejects.toMatchObject({
      constraint_name: 'ledger_heads_hash_length',
    });
  });

  it('has one watermark', async () => {
    await extendChain(ledger.ctx);
    const second = (one: boolean) =>
      ledger.sql`insert into ledger_watermarks (one, cluster, restored_to) values (${one}, 'x', 0)`;
    await expect(second(true)).rejects.toMatchObject({ constraint_name: 'ledger_watermarks_pkey' });
    await expect(second(false)).rejects.toMatchObject({ constraint_name: 'ledger_watermarks_one_row' });
  });
});

it('a fact is booked once', async () => {
  const { subjectId } = await booked();
  const again = ledger.sql`
    insert into ledger_journals (id, kind, subject_id, description)
    values (gen_random_uuid(), 'test', ${subjectId}, 'again')`;
  await expect(again).rejects.toMatchObject({ constraint_name: 'ledger_journals_fact_key' });
});

it('an owner has one account of a kind and currency', async () => {
  const { to } = await booked();
  const second = ledger.sql`
    insert into ledger_accounts (id, kind, owner_id, currency, strict)
    select gen_random_uuid(), kind, owner_id, currency, strict from ledger_accounts where id = ${to}`;
  await expect(second).rejects.toMatchObject({ constraint_name: 'ledger_accounts_owner_key' });
});

describe('who waits for an account', () => {
  const row = ({ ownerId }: AccountName) => `select from ledger_accounts where owner_id = '${ownerId}'`;

  it('is told what is left of it', async () => {
    const asha = newWallet();
    await ledger.book([move(CLEARING, asha, 500n)]);
    const spend = (amount: bigint) => (tx: Tx) => post(tx, journalOf([move(asha, CLEARING, amount)]));
    const late = overtake(ledger.ctx, spend(400n), () => ledger.inOne(spend(200n)));
    await expect(late).rejects.toBeInstanceOf(InsufficientFundsError);
  });

  it('has not taken one of a higher id, in whatever order they are named', async () => {
    const [low, high] = [newWallet(), newWallet()];
    // The higher one is found first by whoever does not sort.
    for (const [account, start] of [
      [high, 'f'],
      [low, '0'],
    ] as const) {
      await ledger.sql`
        insert into ledger_accounts (id, kind, owner_id, currency, strict)
        values (${start + randomUUID().slice(1)}, 'WALLET', ${account.ownerId}, 'INR', true)`;
    }
    for (const names of [
      [low, high],
      [high, low],
    ]) {
      const open = () => ledger.inOne((tx) => openBooks(tx, INR, names));
      expect(await isFreeWhile(ledger.ctx, row(low), row(high), open)).toBe(true);
    }
  });

  test.each(['VOIDED', 'EXPIRED'] as const)('to have a hold %s has not taken the hold', async (state) => {
    const asha = newWallet();
    await ledger.book([move(CLEARING, asha, 500n)]);
    const name = { kind: 'test', subjectId: randomUUID() };
    const expiresAt = new Date(Date.now() - 1_000);
    await ledger.inOne((tx) =>
      placeHold(tx, { ...name, account: asha, currency: INR, amountMinor: 100n, expiresAt }),
    );
    const resolve = () =>
      state === 'EXPIRED'
        ? expireHolds(ledger.ctx)
        : ledger.inOne((tx) => resolveHolds(tx, [name], { state }));
    const held = `select from ledger_holds where subject_id = '${name.subjectId}'`;
    expect(await isFreeWhile(ledger.ctx, row(asha), held, resolve)).toBe(true);
  });
});
