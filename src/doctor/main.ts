import { fileURLToPath } from 'node:url';
import { readConfig } from '../config.ts';
import { connect } from '../db/client.ts';
import { runningEmbeddedUrl, startEmbeddedPostgres } from '../db/embedded.ts';
import { examine } from './examine.ts';

const DATA_FOLDER = fileURLToPath(new URL('../../.bottega/postgres', import.meta.url));

const print = (line: string) => process.stdout.write(`${line}\n`);

/** `npm run doctor`: proves the books of a live or stopped database. Exit code 1 when a rule is broken. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const running = config.databaseUrl ?? (await runningEmbeddedUrl(DATA_FOLDER));
  const own = running ? null : await startEmbeddedPostgres({ folder: DATA_FOLDER });
  const { sql, close } = connect(running ?? own?.url ?? '', { max: 1, name: 'bottega doctor' });
  try {
    const findings = await examine(sql, (check, broken) =>
      print(`${broken === 0 ? 'ok  ' : 'BAD '} ${check.invariant}. ${check.rule}`),
    );
    for (const { check, id, fact } of findings) print(`\n${check.rule}\n  ${id}: ${fact}`);
    print(findings.length === 0 ? '\nThe books are right.' : `\n${findings.length} rows are wrong.`);
    if (findings.length > 0) process.exitCode = 1;
  } finally {
    await close();
    await own?.stop();
  }
}

await main();
