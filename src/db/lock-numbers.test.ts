import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';

const SRC = path.dirname(import.meta.dirname);

/** Two that take the same number wait for each other for no reason: once a second process could not start for it. */
it('gives each advisory lock of the house a number of its own', async () => {
  const numbers: string[] = [];
  for await (const file of glob('**/*.ts', { cwd: SRC })) {
    if (file.endsWith('.test.ts')) continue;
    const text = await readFile(path.join(SRC, file), 'utf8');
    for (const [, number = ''] of text.matchAll(/^(?:export )?const \w+ = (7_316_\d{3});/gm)) {
      numbers.push(number);
    }
  }
  expect(numbers.length).toBeGreaterThanOrEqual(6);
  expect(numbers.toSorted()).toEqual([...new Set(numbers)].toSorted());
});
