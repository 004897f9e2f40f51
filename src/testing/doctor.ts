import { expect } from 'vitest';
import type { Sql } from '../db/client.ts';
import { examineIn, type Finding } from '../doctor/examine.ts';

/** Breaks a database with its guards off, hears what the doctor says, and undoes it. */
export async function findingsAfter(sql: Sql, statements: string): Promise<Finding[]> {
  let findings: Finding[] = [];
  const undo = new Error('undo');
  const breaking = sql.begin(async (tx) => {
    await tx.unsafe(`set local session_replication_role = replica; ${statements}`);
    findings = await examineIn(tx);
    throw undo;
  });
  await expect(breaking).rejects.toBe(undo);
  return findings;
}

/** Breaks it: the rules that find it, each once. Every finding names a row and says a fact. */
export async function rulesFinding(sql: Sql, statements: string): Promise<string[]> {
  const findings = await findingsAfter(sql, statements);
  for (const { id, fact } of findings) {
    expect(id).toMatch(/^[0-9a-f-]+$/);
    expect(fact).not.toBe('');
  }
  return [...new Set(findings.map((finding) => finding.check.rule))];
}
