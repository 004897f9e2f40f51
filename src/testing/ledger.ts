import { randomUUID } from 'node:crypto';
import { pino, type Logger } from 'pino';
import { expect } from 'vitest';
import type { App, Ctx, Tx } from '../context.ts';
import { connect, type Sql } from '../db/client.ts';
import type { JournalId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { examine } from '../doctor/examine.ts';
import { post, type AccountName, type Journal } from '../ledger/post.ts';
import { PLATFORM } from '../ledger/rules.ts';
import { currencyCode, type CurrencyCode } from '../money.ts';
import { createTestDatabase } from './database.ts';

export const INR = currencyCode('INR');
/** Where money of tests comes from: the provider's account is for what the provider moved. */
export const CLEARING: AccountName = { kind: 'CASH_CLEARING', ownerId: PLATFORM };
export const FEES: AccountName = { kind: 'PLATFORM_FEES', ownerId: PLATFORM };
export const newWallet = (): AccountName => ({ kind: 'WALLET', ownerId: randomUUID() });

/** One posting, to be listed in a journal. */
export const move = (debit: AccountName, credit: AccountName, amountMinor: bigint) => ({
  debit,
  credit,
  amountMinor,
});

export interface TestLedger {
  readonly sql: Sql;
  readonly databaseUrl: string;
  readonly ctx: Ctx;
  /** The same with another clock or log. */
  at(now: Date): Ctx;
  logging(log: Logger): Ctx;
  inOne<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Books a journal of no meaning in a transaction of its own. */
  book(
    postings: Journal['postings'],
    journal?: Partial<Journal> & { currency?: CurrencyCode },
  ): Promise<JournalId>;
  /** Proves the books and drops the database. */
  stop(): Promise<void>;
}

/** The ledger on a database of its own. It needs nothing else of the house, so its tests wait for nothing else. */
export async function startTestLedger(): Promise<TestLedger> {
  const database = await createTestDatabase();
  const { sql, db, close } = connect(database.url, { max: 14 });
  const log = pino({ level: 'silent' });
  const now = () => new Date();
  const app = new Proxy({ db, sql, log, now } as App, {
    get: (target, key) => {
      if (!(key in target)) throw new Error(`the ledger reached for ${String(key)}`);
      return Reflect.get(target, key) as unknown;
    },
  });
  const ctx: Ctx = { app, db, sql, actor: { kind: 'system', job: 'test' }, now, log, eventCursor: '' };
  const inOne: TestLedger['inOne'] = (work) => transact(ctx, work);
  return {
    sql,
    databaseUrl: database.url,
    ctx,
    at: (time) => ({ ...ctx, now: () => time }),
    logging: (other) => ({ ...ctx, log: other }),
    inOne,
    book: (postings, journal = {}) => inOne((tx) => post(tx, { ...journalOf(postings), ...journal })),
    stop: async () => {
      const findings = await examine(sql);
      await close();
      await database.drop();
      expect(findings.map(({ check, id, fact }) => `${check.rule} ${id}: ${fact}`)).toEqual([]);
    },
  };
}

/** A journal of no meaning, to be booked once. */
export function journalOf(postings: Journal['postings']): Journal {
  return { kind: 'test', subjectId: randomUUID(), description: 'A test.', currency: INR, postings };
}
