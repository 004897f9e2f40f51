import { readFile, writeFile } from 'node:fs/promises';
import { printedSchema } from './print.ts';

/** `npm run codegen` writes `schema.graphql`; with `--check` it only says whether the file is current. */
const FILE = new URL('schema.graphql', import.meta.url);
const printed = printedSchema();

if (!process.argv.includes('--check')) {
  await writeFile(FILE, printed);
} else if ((await readFile(FILE, 'utf8')) !== printed) {
  process.stderr.write(
    'schema/schema.graphql is not current: run `npm run codegen` and look at the difference.\n',
  );
  process.exitCode = 1;
}
