import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extendChain } from '../ledger/chain.ts';
import { placeHold } from '../ledger/hold.ts';
import { rollUpLedger } from '../ledger/roll-up.ts';
import { rulesFinding } from '../testing/doctor.ts';
import { CLEARING, FEES, INR, move, newWallet, startTestLedger, type TestLedger } from '../testing/ledger.ts';
import { LEDGER_BREAKAGES } from './breakages-ledger.ts';

let ledger: TestLedger;

beforeAll(async () => {
  ledger = await startTestLedger();
  const [asha, ravi] = [newWallet(), newWallet()];
  await ledger.book([move(CLEARING, asha, 500n), move(asha, FEES, 5n)]);
  await extendChain(ledger.ctx);
  await ledger.sql.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await sql`update ledger_chain set created_at = created_at - interval '1 day'`;
  });
  await ledger.book([move(asha, ravi, 100n)]);
  await ledger.book([move(asha, ravi, 50n)]);
  await extendChain(ledger.ctx);
  await rollUpLedger(ledger.ctx);
  await ledger.book([move(CLEARING, ravi, 10n), move(ravi, FEES, 1n)]);
  const hold = { kind: 'test', subjectId: randomUUID(), account: ravi, currency: INR, amountMinor: 20n };
  await ledger.inOne((tx) => placeHold(tx, hold));
});
afterAll(() => ledger.stop());

describe.each(Object.entries(LEDGER_BREAKAGES))('%s', (rule, ways) => {
  test.each(Object.entries(ways))('is broken when %s', async (_what, statements) => {
    expect(await rulesFinding(ledger.sql, statements(null))).toEqual([rule]);
  });
});
