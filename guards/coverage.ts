import { glob, readFile } from 'node:fs/promises';
import type { Guard } from './guard.ts';
import { EXEMPT } from './exempt.ts';

const MADE = [
  /CONSTRAINT "?(?<name>\w+)"? (?:CHECK|UNIQUE|PRIMARY KEY|FOREIGN KEY)/,
  /CONSTRAINT (?<name>\w+)\s+FOREIGN KEY/,
  /CREATE UNIQUE INDEX "(?<name>\w+)"/,
  /CREATE TRIGGER (?<name>\w+)/,
];
const DROPPED = [
  /DROP CONSTRAINT "?(?<name>\w+)"?/,
  /DROP INDEX "?(?<name>\w+)"?/,
  /DROP TRIGGER (?<name>\w+)/,
];

interface Step {
  readonly at: number;
  readonly name: string;
  readonly isThere: boolean;
}

/** What a migration makes and drops, in its order. */
function stepsOf(text: string): Step[] {
  const found = (patterns: readonly RegExp[], isThere: boolean) =>
    patterns.flatMap((pattern) =>
      [...text.matchAll(new RegExp(pattern, 'g'))].map(({ index, groups }): Step => {
        return { at: index, name: groups?.['name'] ?? '', isThere };
      }),
    );
  return [...found(MADE, true), ...found(DROPPED, false)].toSorted((a, b) => a.at - b.at);
}

/** Guards of the database that are neither in the list nor excused: who adds a constraint adds its test. */
export async function unlisted(guards: readonly Guard[]): Promise<string[]> {
  const names = new Set<string>();
  for (const file of (await Array.fromAsync(glob('migrations/*.sql'))).toSorted()) {
    for (const { name, isThere } of stepsOf(await readFile(file, 'utf8'))) {
      if (isThere) names.add(name);
      else names.delete(name);
    }
  }
  const listed = new Set(guards.map(({ name }) => name));
  return [...names].filter((name) => !listed.has(name) && !(name in EXEMPT)).toSorted();
}
