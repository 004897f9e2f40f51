import { glob, readFile, readdir } from 'node:fs/promises';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { expect, it } from 'vitest';

const MIGRATIONS = new URL('../../migrations/', import.meta.url);

interface Journal {
  readonly entries: readonly { readonly idx: number; readonly tag: string }[];
}

const readJson = async (path: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(path, MIGRATIONS), 'utf8'));

async function allTables(): Promise<Record<string, unknown>> {
  const modules: Record<string, unknown>[] = [];
  for await (const file of glob('src/**/tables.ts')) {
    modules.push((await import(/* @vite-ignore */ `../../${file}`)) as Record<string, unknown>);
  }
  return Object.assign({}, ...modules) as Record<string, unknown>;
}

it('describe the tables as they are: no difference is left to generate', async () => {
  const { entries } = (await readJson('meta/_journal.json')) as Journal;
  const newest = String(entries.at(-1)?.idx).padStart(4, '0');
  const before = (await readJson(`meta/${newest}_snapshot.json`)) as Parameters<typeof generateMigration>[0];
  const now = generateDrizzleJson(await allTables(), before.id, undefined, 'snake_case');
  expect(await generateMigration(before, now)).toEqual([]);
});

it('are all in the journal, with names that say what they do', async () => {
  const { entries } = (await readJson('meta/_journal.json')) as Journal;
  const files = (await readdir(MIGRATIONS)).filter((file) => file.endsWith('.sql')).sort();
  expect(files).toEqual(entries.map((entry) => `${entry.tag}.sql`));
  for (const file of files) expect(await readFile(new URL(file, MIGRATIONS), 'utf8')).toMatch(/^-- \S/);
});
