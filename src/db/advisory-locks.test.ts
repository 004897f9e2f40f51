import { glob, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

it('no two advisory locks of the house have the same number: one would wait for the other for ever', async () => {
  const found: string[] = [];
  for await (const file of glob('src/**/*.ts')) {
    if (file.endsWith('.test.ts')) continue;
    const text = await readFile(file, 'utf8');
    for (const [, number = ''] of text.matchAll(/= (7_316_\d{3});/g)) found.push(number);
  }
  expect(found.length).toBeGreaterThan(3);
  expect(found.toSorted()).toEqual([...new Set(found)].toSorted());
});
