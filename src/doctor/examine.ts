import type { TransactionSql } from 'postgres';
import type { Sql } from '../db/client.ts';
import type { Check } from './check.ts';
import { CHECKS } from './checks.ts';

export interface Finding {
  readonly check: Check;
  /** The row that breaks the rule. */
  readonly id: string;
  readonly fact: string;
}

/** How many broken rows of one rule are told. */
const MOST_ROWS = 20;

/**
 * Examines a whole database in one snapshot, so that what the server does meanwhile can't look like a fault. Reads
 * only. A table that is dropped is gone from every snapshot: so the log is kept as it is, from before there is one.
 */
export function examine(
  sql: Sql,
  told: (check: Check, broken: number) => void = () => {},
): Promise<Finding[]> {
  return sql.begin('isolation level repeatable read read only', async (tx) => {
    await tx`lock table event_log in access share mode`;
    return examineIn(tx, told);
  });
}

/** The same inside a transaction of the caller's, which sees what it has done itself. */
export async function examineIn(
  tx: TransactionSql<{ bigint: bigint }>,
  told: (check: Check, broken: number) => void = () => {},
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const check of CHECKS) {
    const rows = await tx.unsafe<{ id: string; fact: string }[]>(`${check.sql} limit ${MOST_ROWS}`);
    findings.push(...rows.map(({ id, fact }) => ({ check, id, fact })));
    told(check, rows.length);
  }
  return findings;
}
