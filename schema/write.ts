import { readFile, writeFile } from 'node:fs/promises';
import { accessPage } from './access/page.ts';
import { printedSchema } from './print.ts';

/** `npm run codegen` writes what is written by the schema; with `--check` it only says whether it is current. */
const WRITTEN = {
  'schema/schema.graphql': printedSchema(),
  'docs/access.md': accessPage(),
};

for (const [name, text] of Object.entries(WRITTEN)) {
  const file = new URL(`../${name}`, import.meta.url);
  if (!process.argv.includes('--check')) {
    await writeFile(file, text);
  } else if ((await readFile(file, 'utf8')) !== text) {
    process.stderr.write(`${name} is not current: run \`npm run codegen\` and look at the difference.\n`);
    process.exitCode = 1;
  }
}
