import { glob, readFile } from 'node:fs/promises';
import type { Guard } from './guard.ts';
import { EXEMPT } from './exempt.ts';

const PATTERNS = [
  /CONSTRAINT "?(\w+)"? (?:CHECK|UNIQUE|PRIMARY KEY|FOREIGN KEY)/g,
  /CONSTRAINT (\w+)\s+FOREIGN KEY/g,
  /CREATE UNIQUE INDEX "(\w+)"/g,
  /CREATE TRIGGER (\w+)/g,
];

/** Guards of the database that are neither in the list nor excused: who adds a constraint adds its test. */
export async function unlisted(guards: readonly Guard[]): Promise<string[]> {
  const names = new Set<string>();
  for await (const file of glob('migrations/*.sql')) {
    const text = await readFile(file, 'utf8');
    for (const pattern of PATTERNS) for (const [, name = ''] of text.matchAll(pattern)) names.add(name);
  }
  const listed = new Set(guards.map(({ name }) => name));
  return [...names].filter((name) => !listed.has(name) && !(name in EXEMPT)).toSorted();
}
