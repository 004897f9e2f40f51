import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { examine, examineIn } from '../doctor/examine.ts';
import { CLEARING, journalOf, move, newWallet, startTestLedger, type TestLedger } from '../testing/ledger.ts';
import { extendChain } from './chain.ts';
import { post } from './post.ts';

let ledger: TestLedger;
beforeEach(async () => {
  ledger = await startTestLedger();
});
afterEach(() => ledger.stop());

const book = (count = 1) =>
  Promise.all(Array.from({ length: count }, () => ledger.book([move(CLEARING, newWallet(), 100n)])));

const chain = () =>
  ledger.sql<{ position: bigint; journalId: string; hash: string }[]>`
    select position, journal_id as "journalId", encode(hash, 'hex') as hash from ledger_chain order by position`;

const findings = async () => (await examine(ledger.sql)).map(({ check }) => check.rule);

describe('the chain', () => {
  it('has every journal once, in a row', async () => {
    const ids = await book(12);
    await extendChain(ledger.ctx);
    await extendChain(ledger.ctx);
    const links = await chain();
    expect(links.map(({ position }) => position)).toEqual(ids.map((_id, index) => BigInt(index + 1)));
    expect(links.map(({ journalId }) => journalId).toSorted()).toEqual(ids.toSorted());
    expect(new Set(links.map(({ hash }) => hash)).size).toBe(12);
  });

  it('only grows: what is chained stays where it is', async () => {
    await book(3);
    await extendChain(ledger.ctx);
    const before = await chain();
    await book(3);
    await extendChain(ledger.ctx);
    expect((await chain()).slice(0, 3)).toEqual(before);
    expect(await chain()).toHaveLength(6);
  });

  it('takes as many at a time as it is told, and loses none in between', async () => {
    const extend = (most: number) => ledger.sql`select ledger_chain_extend(${most}) as taken`;
    await book(5);
    expect(await extend(2)).toEqual([{ taken: 2 }]);
    expect(await extend(3)).toEqual([{ taken: 3 }]);
    expect(await extend(3)).toEqual([{ taken: 0 }]);
    await book(7);
    expect(await extend(2)).toEqual([{ taken: 2 }]);
    await book(2);
    expect(await extend(4)).toEqual([{ taken: 4 }]);
    expect(await extend(9)).toEqual([{ taken: 3 }]);
    expect(await chain()).toHaveLength(14);
  });

  it('takes a journal that commits late, in a later place', async () => {
    // The account that all of them share: who opens it first makes the others wait.
    await book();
    const posted = Promise.withResolvers<void>();
    const ending = Promise.withResolvers<void>();
    const late = ledger.inOne(async (tx) => {
      const id = await post(tx, journalOf([move(CLEARING, newWallet(), 7n)]));
      posted.resolve();
      await ending.promise;
      return id;
    });
    await posted.promise;
    await book(3);
    await extendChain(ledger.ctx);
    await extendChain(ledger.ctx);
    expect(await chain()).toHaveLength(4);
    ending.resolve();
    const id = await late;
    await book(1);
    await extendChain(ledger.ctx);
    expect((await chain()).slice(4).map(({ journalId }) => journalId)).toContain(id);
    expect(await chain()).toHaveLength(6);
  });

  it('is one chain when two processes extend it beside those who book', async () => {
    let booking = true;
    const extend = async () => {
      while (booking) await extendChain(ledger.ctx);
    };
    const books = async () => {
      for (let round = 0; round < 10; round++) await book(6);
      booking = false;
    };
    await Promise.all([books(), extend(), extend()]);
    await extendChain(ledger.ctx);
    expect(await chain()).toHaveLength(60);
    expect(await findings()).toEqual([]);
  });

  it('goes on in a cluster whose transaction ids are behind those of the one that it comes from', async () => {
    await book(3);
    await extendChain(ledger.ctx);
    await book(2);
    await ledger.sql.begin(async (sql) => {
      await sql`set local session_replication_role = replica`;
      await sql`update ledger_journals set sealed_by = (sealed_by::text::bigint + 1000000)::text::xid8`;
      await sql`update ledger_watermarks set cluster = 'another', chained_from = '1000000000'`;
    });
    await book(2);
    await extendChain(ledger.ctx);
    await book(2);
    await extendChain(ledger.ctx);
    expect(await chain()).toHaveLength(9);
  });
});

describe('the doctor finds what was changed past the triggers', () => {
  test.each([
    ['what a journal says', `update ledger_journals set description = 'Another.' where id = $1`],
    ['when it was', `update ledger_journals set created_at = created_at - interval '1 ms' where id = $1`],
    ['what it was of', `update ledger_journals set subject_id = gen_random_uuid() where id = $1`],
    [
      'when a posting was',
      `update ledger_postings set created_at = created_at + interval '1 day' where journal_id = $1`,
    ],
  ])('%s', async (_what, statement) => {
    const [id = ''] = await book(3);
    await extendChain(ledger.ctx);
    const undo = new Error('undo');
    const tampering = ledger.sql.begin(async (sql) => {
      await sql`set local session_replication_role = replica`;
      await sql.unsafe(statement, [id]);
      const found = await examineIn(sql);
      expect(found.map(({ check }) => check.rule)).toEqual([
        'The chain has the hash of every journal in it.',
      ]);
      throw undo;
    });
    await expect(tampering).rejects.toBe(undo);
    expect(await findings()).toEqual([]);
  });
});

describe('heads', () => {
  /** Moves all that is in the chain so far to an earlier time. */
  const moveBack = (days: number) =>
    ledger.sql.begin(async (sql) => {
      await sql`set local session_replication_role = replica`;
      await sql`update ledger_chain set created_at = created_at - make_interval(days => ${days})`;
    });
  const heads = () =>
    ledger.sql<{ position: bigint; ago: number; hash: string }[]>`
      select position, (now() at time zone 'UTC')::date - day as ago, encode(hash, 'hex') as hash
      from ledger_heads order by day`;

  it('are published once for each day that is over and in which the chain grew', async () => {
    const lines: Record<string, unknown>[] = [];
    const log = pino(
      { base: null },
      { write: (line) => lines.push(JSON.parse(line) as Record<string, unknown>) },
    );
    await book(2);
    await extendChain(ledger.logging(log));
    expect(await heads()).toEqual([]);
    await moveBack(2);
    await book(3);
    await extendChain(ledger.logging(log));
    await moveBack(1);
    await book(1);
    await extendChain(ledger.logging(log));
    await extendChain(ledger.logging(log));
    const published = await heads();
    expect(published).toMatchObject([
      { position: 2n, ago: 2 },
      { position: 5n, ago: 1 },
    ]);
    const links = await chain();
    expect(published.map(({ hash }) => hash)).toEqual([links[1]?.hash, links[4]?.hash]);
    expect(lines.map(({ position, hash }) => ({ position, hash }))).toEqual(
      published.map(({ position, hash }) => ({ position: Number(position), hash })),
    );
    expect(lines[0]?.['day']).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});
