import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { transact } from '../db/transact.ts';
import { InvalidInputError } from '../errors.ts';
import { currencyCode } from '../money.ts';
import {
  CLEARING,
  INR,
  journalOf,
  move,
  newWallet,
  startTestLedger,
  type TestLedger,
} from '../testing/ledger.ts';
import { post, type AccountName, type Journal } from './post.ts';
import { statementCsv } from './statement.ts';

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startTestLedger();
});
afterAll(() => ledger.stop());

const at = (time: string, journal: Partial<Journal> & Pick<Journal, 'postings'>) =>
  transact(ledger.at(new Date(time)), (tx) => post(tx, { ...journalOf(journal.postings), ...journal }));

const statement = (account: AccountName, from: string, to: string, currency = INR) =>
  statementCsv(ledger.ctx, { ...account, currency }, { from: new Date(from), to: new Date(to) });

/** A wallet that got 5.00 in January, gave 2.00 in February and 1.50 in March. */
async function wallet() {
  const asha = newWallet();
  const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()];
  await at('2026-01-10T08:00:00Z', {
    postings: [move(CLEARING, asha, 500n)],
    kind: 'gift',
    subjectId: first,
  });
  await at('2026-02-10T08:00:00Z', {
    postings: [move(asha, CLEARING, 200n)],
    kind: 'spent',
    subjectId: second,
  });
  await at('2026-03-10T08:00:00Z', {
    postings: [move(asha, CLEARING, 150n)],
    kind: 'spent',
    subjectId: third,
  });
  return { asha, first, second, third };
}

const lines = (csv: string) => csv.trimEnd().split('\r\n').slice(1);

describe('a statement', () => {
  it('has what was there, what happened in the period, and what is there', async () => {
    const { asha, second } = await wallet();
    expect(await statement(asha, '2026-02-01T00:00:00Z', '2026-03-01T00:00:00Z')).toBe(
      [
        'time,kind,description,reference,amount,balance,currency',
        '2026-02-01T00:00:00.000Z,opening balance,,,,5.00,INR',
        `2026-02-10T08:00:00.000Z,spent,A test.,${second},-2.00,3.00,INR`,
        '2026-03-01T00:00:00.000Z,closing balance,,,,3.00,INR',
        '',
      ].join('\r\n'),
    );
  });

  test.each([
    ['before all', '2025-01-01T00:00:00Z', '2025-02-01T00:00:00Z', 0, '0.00', '0.00'],
    ['behind all', '2026-04-01T00:00:00Z', '2026-05-01T00:00:00Z', 0, '1.50', '1.50'],
    ['all of it', '2026-01-01T00:00:00Z', '2026-12-31T00:00:00Z', 3, '0.00', '1.50'],
    ['from the moment of an entry on', '2026-02-10T08:00:00Z', '2026-04-01T00:00:00Z', 2, '5.00', '1.50'],
    [
      'up to the moment of an entry, without it',
      '2026-01-01T00:00:00Z',
      '2026-02-10T08:00:00Z',
      1,
      '0.00',
      '5.00',
    ],
  ])('%s', async (_what, from, to, entries, opening, closing) => {
    const { asha } = await wallet();
    const rows = lines(await statement(asha, from, to));
    expect(rows).toHaveLength(entries + 2);
    expect(rows[0]).toContain(`,${opening},INR`);
    expect(rows.at(-1)).toContain(`closing balance,,,,${closing},INR`);
  });

  it('of an account that never was is empty, in the decimals of its currency', async () => {
    const csv = await statement(
      newWallet(),
      '2026-01-01T00:00:00Z',
      '2026-02-01T00:00:00Z',
      currencyCode('JPY'),
    );
    expect(lines(csv)).toEqual([
      '2026-01-01T00:00:00.000Z,opening balance,,,,0,JPY',
      '2026-02-01T00:00:00.000Z,closing balance,,,,0,JPY',
    ]);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])(
    'holds no formula where somebody wrote %j',
    async (description) => {
      const asha = newWallet();
      await at('2026-01-10T08:00:00Z', { postings: [move(CLEARING, asha, 500n)], description });
      const csv = await statement(asha, '2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z');
      expect(csv).toMatch(/test,"?'/);
    },
  );

  it('quotes what would break a line', async () => {
    const asha = newWallet();
    const description = 'Tea, "milk"\nand more';
    await at('2026-01-10T08:00:00Z', { postings: [move(CLEARING, asha, 500n)], description });
    const csv = await statement(asha, '2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z');
    expect(csv).toContain('test,"Tea, ""milk""\nand more",');
  });

  test.each([
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'],
    ['2026-02-01T00:00:00Z', '2026-01-01T00:00:00Z'],
    ['2025-01-01T00:00:00Z', '2026-01-02T00:00:01Z'],
  ])('from %s to %s is refused', async (from, to) => {
    const refused = statement(newWallet(), from, to);
    await expect(refused).rejects.toThrow(InvalidInputError);
    await expect(refused).rejects.toMatchObject({ path: ['to'] });
  });
});
