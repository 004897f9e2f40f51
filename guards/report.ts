import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { EXEMPT } from './exempt.ts';
import type { Guard } from './guard.ts';
import { GUARDS } from './list.ts';

export interface Verdict {
  readonly guard: Guard;
  /** `error`: it was not tried, because it was not found or its test did not run. */
  readonly result: 'noticed' | 'UNNOTICED' | 'error';
  readonly why: string;
}

const counted = (verdicts: readonly Verdict[]) => {
  const count = (result: Verdict['result']) => verdicts.filter((one) => one.result === result).length;
  return `${verdicts.length} guards: ${count('noticed')} noticed, ${count('UNNOTICED')} UNNOTICED, ${count('error')} errors`;
};

/** In the order of the list, those that need somebody first. */
function sorted(verdicts: readonly Verdict[]): Verdict[] {
  const place = new Map(GUARDS.map((guard, index) => [guard, index]));
  return verdicts.toSorted((a, b) => (place.get(a.guard) ?? 0) - (place.get(b.guard) ?? 0));
}

export function tableOf(verdicts: readonly Verdict[]): string {
  const width = Math.max(...verdicts.map(({ guard }) => guard.name.length), 0);
  const rows = sorted(verdicts).map(
    ({ guard, result, why }) => `${guard.name.padEnd(width)}  ${result.padEnd(9)}  ${why.slice(0, 100)}`,
  );
  return [...rows, counted(verdicts)].join('\n');
}

/** docs/guards.md, with the last result. */
export async function writePage(verdicts: readonly Verdict[]): Promise<void> {
  const rows = sorted(verdicts).map(
    ({ guard, result }) =>
      `| \`${guard.name}\` | ${guard.keeps} | \`${guard.testFile}\` | ${guard.test.replaceAll('|', '/')} | ${result} |`,
  );
  const exempt = Object.entries(EXEMPT).map(([name, why]) => `| \`${name}\` | ${why} |`);
  const page = `# Guards

What stands between a mistake and the books: constraints, triggers, unique indexes, references, locks. Each has a test
that fails when it is taken away; \`npm run guards\` takes each away, in a copy of the repository, and runs that test. It
fails when one can be removed unnoticed, and when a migration has a constraint that is not in \`guards/\`. It takes some
minutes and is no part of \`.ci/run\`: run it when you change a guard or its test. \`npm run guards -- --only stock\` tries
those whose name or test file has the word; \`npm run guards -- --write\` writes this page.

Last run: ${counted(verdicts)}.

| guard | what it keeps from happening | test file | test | without it |
| ----- | ---------------------------- | --------- | ---- | ---------- |
${rows.join('\n')}

## Not tried

| guard | why |
| ----- | --- |
${exempt.join('\n')}
`;
  await writeFile('docs/guards.md', page);
  await promisify(execFile)('node_modules/.bin/oxfmt', ['docs/guards.md']);
}
