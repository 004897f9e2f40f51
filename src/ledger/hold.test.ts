import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import {
  CLEARING,
  INR,
  journalOf,
  move,
  newWallet,
  startTestLedger,
  type TestLedger,
} from '../testing/ledger.ts';
import { openBooks } from './books.ts';
import { expireHolds } from './expire.ts';
import { placeHold, resolveHolds, type HoldName } from './hold.ts';
import { post, type AccountName } from './post.ts';
import { InsufficientFundsError } from './rules.ts';

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startTestLedger();
});
afterAll(() => ledger.stop());

/** A wallet with some money in it. */
async function wallet(amountMinor: bigint): Promise<AccountName> {
  const account = newWallet();
  await ledger.book([move(CLEARING, account, amountMinor)]);
  return account;
}

/** Spends money of an account, and posts the holds on it. */
const spend = (account: AccountName, amountMinor: bigint, holds: readonly HoldName[] = []) =>
  ledger.inOne((tx) => post(tx, { ...journalOf([move(account, CLEARING, amountMinor)]), holds }));

async function hold(account: AccountName, amountMinor: bigint, expiresAt: Date | null = null) {
  const name: HoldName = { kind: 'test', subjectId: randomUUID() };
  await ledger.inOne((tx) => placeHold(tx, { ...name, account, currency: INR, amountMinor, expiresAt }));
  return name;
}

async function stateOf({ subjectId }: HoldName): Promise<string[]> {
  const rows = await ledger.sql<{ state: string }[]>`
    select state from ledger_holds where subject_id = ${subjectId} order by id`;
  return rows.map(({ state }) => state);
}

async function accountOf({ kind, ownerId }: AccountName) {
  const [row] = await ledger.sql<{ balance: bigint; held: bigint }[]>`
    select balance_minor as balance, held_minor as held from ledger_accounts where kind = ${kind} and owner_id = ${ownerId}`;
  return row;
}

/** Resolves holds as the books want it: the account is locked first. */
const resolve = (account: AccountName, name: HoldName, state: 'VOIDED' | 'EXPIRED') =>
  ledger.inOne(async (tx) => {
    await openBooks(tx, INR, [account]);
    return resolveHolds(tx, [name], { state });
  });

describe('a hold', () => {
  it('sets money aside that then can be neither spent nor held again', async () => {
    const asha = await wallet(100n);
    await hold(asha, 60n);
    expect(await accountOf(asha)).toEqual({ balance: 100n, held: 60n });
    await expect(hold(asha, 41n)).rejects.toMatchObject({ available: { minor: 40n } });
    await expect(spend(asha, 41n)).rejects.toThrow(InsufficientFundsError);
    await hold(asha, 40n);
    expect(await accountOf(asha)).toEqual({ balance: 100n, held: 100n });
  });

  it('is posted by a journal, which spends what it had set aside', async () => {
    const asha = await wallet(100n);
    const name = await hold(asha, 100n);
    await spend(asha, 100n, [name]);
    expect(await accountOf(asha)).toEqual({ balance: 0n, held: 0n });
    expect(await stateOf(name)).toEqual(['POSTED']);
  });

  it('is posted in part: the rest can be spent again', async () => {
    const asha = await wallet(100n);
    const name = await hold(asha, 100n);
    await spend(asha, 30n, [name]);
    expect(await accountOf(asha)).toEqual({ balance: 70n, held: 0n });
  });

  it('stays when its journal can not be booked', async () => {
    const asha = await wallet(100n);
    const name = await hold(asha, 60n);
    const tooMuch = spend(asha, 101n, [name]);
    await expect(tooMuch).rejects.toMatchObject({ available: { minor: 100n } });
    expect(await stateOf(name)).toEqual(['PENDING']);
    expect(await accountOf(asha)).toEqual({ balance: 100n, held: 60n });
  });

  it('is voided, and its name can be used again', async () => {
    const asha = await wallet(100n);
    const name = await hold(asha, 60n);
    expect(await resolve(asha, name, 'VOIDED')).toMatchObject([{ amountMinor: 60n }]);
    expect(await resolve(asha, name, 'VOIDED')).toEqual([]);
    await ledger.inOne((tx) => placeHold(tx, { ...name, account: asha, currency: INR, amountMinor: 100n }));
    expect(await stateOf(name)).toEqual(['VOIDED', 'PENDING']);
    expect(await accountOf(asha)).toEqual({ balance: 100n, held: 100n });
  });

  it('of one name is pending once', async () => {
    const asha = await wallet(100n);
    const name = await hold(asha, 10n);
    const again = ledger.inOne((tx) =>
      placeHold(tx, { ...name, account: asha, currency: INR, amountMinor: 10n }),
    );
    await expect(again).rejects.toMatchObject({ cause: { constraint_name: 'ledger_holds_pending_key' } });
    expect(await accountOf(asha)).toEqual({ balance: 100n, held: 10n });
  });
});

describe('races', () => {
  test('twelve holds on money for five: five are placed', async () => {
    const asha = await wallet(500n);
    const tries = await Promise.allSettled(Array.from({ length: 12 }, () => hold(asha, 100n)));
    const refused = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(refused).toHaveLength(7);
    expect(refused.every((reason) => reason instanceof InsufficientFundsError)).toBe(true);
    expect(await accountOf(asha)).toEqual({ balance: 500n, held: 500n });
  });

  test('post, void and expiry of one hold at once: one of them is what happened', async () => {
    for (let round = 0; round < 10; round++) {
      const asha = await wallet(100n);
      const name = await hold(asha, 100n, new Date(Date.now() - 1));
      await Promise.allSettled([
        spend(asha, 100n, [name]),
        resolve(asha, name, 'VOIDED'),
        expireHolds(ledger.ctx),
      ]);
      const [state = ''] = await stateOf(name);
      expect(['POSTED', 'VOIDED', 'EXPIRED']).toContain(state);
      const account = await accountOf(asha);
      expect(account?.held).toBe(0n);
      // Who came late with a posting could still spend what was given back.
      expect([0n, 100n]).toContain(account?.balance);
      if (state === 'POSTED') expect(account?.balance).toBe(0n);
    }
  });
});

describe('expiry', () => {
  it('gives back what is overdue, and that only', async () => {
    const asha = await wallet(100n);
    const now = Date.now();
    const overdue = await hold(asha, 10n, new Date(now - 60_000));
    const later = await hold(asha, 20n, new Date(now + 60_000));
    const forever = await hold(asha, 30n);
    const voided = await hold(asha, 5n, new Date(now - 60_000));
    await resolve(asha, voided, 'VOIDED');
    await expireHolds(ledger.at(new Date(now)));
    await expireHolds(ledger.at(new Date(now)));
    const states = await Promise.all([overdue, later, forever, voided].map(stateOf));
    expect(states).toEqual([['EXPIRED'], ['PENDING'], ['PENDING'], ['VOIDED']]);
    expect(await accountOf(asha)).toEqual({ balance: 100n, held: 50n });
    await expireHolds(ledger.at(new Date(now + 60_000)));
    expect(await stateOf(later)).toEqual(['EXPIRED']);
    expect(await accountOf(asha)).toEqual({ balance: 100n, held: 30n });
  });

  it('of more than a batch at once by two processes gives each back once', async () => {
    const asha = await wallet(230n);
    await ledger.inOne(async (tx) => {
      const books = await openBooks(tx, INR, [asha]);
      for (let count = 0; count < 230; count++) {
        const name = { kind: 'test', subjectId: randomUUID() };
        const expiresAt = new Date(Date.now() - 1_000);
        await placeHold(tx, { ...name, account: asha, currency: INR, amountMinor: 1n, expiresAt }, books);
      }
    });
    await Promise.all([1, 2].map(() => expireHolds(ledger.ctx)));
    expect(await accountOf(asha)).toEqual({ balance: 230n, held: 0n });
  });
});
