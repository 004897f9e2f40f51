import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from '../db/client.ts';

/** So that the reader leaves the others something to do. */
const PAUSE_MS = 20;

export interface BankReader {
  /** What it saw that nobody may see. */
  readonly wrong: readonly string[];
  readonly snapshots: () => number;
  stop(): Promise<void>;
}

interface Seen {
  readonly total: string;
  readonly below: number;
  readonly unlike: number;
}

/**
 * Looks at all balances again and again, each time in one snapshot: all that wallets, provider and platform have is
 * always nothing together, no balance is below zero or below what is held of it, and each is what its postings say.
 */
export function watchBank(sql: Sql): BankReader {
  const wrong: string[] = [];
  let snapshots = 0;
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      const [seen] = await sql.begin('isolation level repeatable read read only', (tx) =>
        tx.unsafe<Seen[]>(LOOK),
      );
      snapshots += 1;
      await sleep(PAUSE_MS);
      if (seen?.total !== '0' || seen.below > 0 || seen.unlike > 0) wrong.push(JSON.stringify(seen));
    }
  })();
  return {
    wrong,
    snapshots: () => snapshots,
    stop: async () => {
      isOver = true;
      await watching;
    },
  };
}

const LOOK = `
  with posted as (
    select id, sum(amount) as sum from (
      select credit_account_id as id, amount_minor as amount from ledger_postings
      union all select debit_account_id, -amount_minor from ledger_postings
    ) p group by id
  )
  select sum(case when a.strict then a.balance_minor else coalesce(p.sum, 0) end)::text as total,
         (count(*) filter (where a.strict and (a.held_minor < 0 or a.balance_minor < a.held_minor)))::int as below,
         (count(*) filter (where a.strict and a.balance_minor <> coalesce(p.sum, 0)))::int as unlike
  from ledger_accounts a left join posted p using (id)`;
