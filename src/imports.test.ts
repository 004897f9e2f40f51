import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';

interface Import {
  /** From the top of the repository, as `src/orders/place.ts`. */
  readonly from: string;
  readonly to: string;
  readonly isTypeOnly: boolean;
}

/** Folders of `src/` that are no domains: what they may import is said rule by rule. */
const HOUSE = new Set(['db', 'events', 'jobs', 'server', 'demo', 'doctor', 'testing']);
const STATEMENT = /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm;

async function imports(): Promise<Import[]> {
  const found: Import[] = [];
  for await (const file of glob('{src,schema,bench}/**/*.ts')) {
    if (/\.test\.ts$|test-setup\.ts$|\/gql\//.test(file)) continue;
    const text = await readFile(file, 'utf8');
    for (const [, type, target = ''] of text.matchAll(STATEMENT)) {
      const to = target.startsWith('.') ? path.posix.join(path.posix.dirname(file), target) : target;
      found.push({ from: file, to, isTypeOnly: type !== undefined });
    }
  }
  return found;
}

const domainOf = (file: string) => {
  const folder = /^src\/([\w-]+)\//.exec(file)?.[1];
  return folder && !HOUSE.has(folder) ? folder : null;
};

interface Rule {
  readonly says: string;
  readonly broken: (one: Import) => boolean;
}

const RULES: readonly Rule[] = [
  {
    says: 'schema/ is GraphQL only: no table, no Drizzle, no driver, no provider',
    broken: ({ from, to, isTypeOnly }) =>
      from.startsWith('schema/') &&
      !isTypeOnly &&
      (to.endsWith('tables.ts') ||
        /^(drizzle-orm|postgres|stripe|pg-boss)/.test(to) ||
        /payments\/(stripe|sandbox)/.test(to)),
  },
  {
    says: 'nothing in src/ imports schema/, except the server, the composition root and the test harness',
    broken: ({ from, to }) =>
      from.startsWith('src/') &&
      to.startsWith('schema/') &&
      !/^src\/(server|testing)\/|^src\/main\.ts$/.test(from),
  },
  {
    says: "a domain's tables are its own: others import its verbs and reads (foreign keys in tables.ts excepted)",
    broken: ({ from, to, isTypeOnly }) =>
      domainOf(from) !== null &&
      to.endsWith('tables.ts') &&
      domainOf(to) !== null &&
      domainOf(to) !== domainOf(from) &&
      !isTypeOnly &&
      !from.endsWith('tables.ts'),
  },
  {
    says: 'rules are pure: they import types, money, errors and other rules, nothing else',
    broken: ({ from, to, isTypeOnly }) =>
      from.endsWith('/rules.ts') && !isTypeOnly && !/\/rules\.ts$|^src\/(money|errors|text)\.ts$/.test(to),
  },
  {
    says: 'domains do not know the server, the demo, the doctor or the tests',
    broken: ({ from, to }) => domainOf(from) !== null && /^src\/(server|demo|doctor|testing)\//.test(to),
  },
  {
    says: 'nothing that runs in production imports the test harness',
    broken: ({ from, to }) =>
      to.startsWith('src/testing/') && !/^src\/testing\/|^src\/demo\/tour|^bench\//.test(from),
  },
];

it.each(RULES)('$says', async ({ broken }) => {
  const wrong = (await imports()).filter(broken).map(({ from, to }) => `${from} imports ${to}`);
  expect(wrong).toEqual([]);
});

it('sees the imports that it judges', async () => {
  const all = await imports();
  expect(all.length).toBeGreaterThan(500);
  expect(all).toContainEqual({ from: 'src/orders/place.ts', to: 'src/orders/rules.ts', isTypeOnly: false });
  expect(all).toContainEqual(
    expect.objectContaining({ from: 'src/orders/tables.ts', to: 'src/businesses/tables.ts' }),
  );
});

it('reads settings from the environment in one place, which is handed all of it', async () => {
  for await (const file of glob('{src,schema}/**/*.ts')) {
    if (file.endsWith('.test.ts') || /^src\/(testing|demo\/tour)\//.test(file)) continue;
    const text = await readFile(file, 'utf8');
    // PATH is no setting: it is passed on to Postgres.
    const uses = text.replaceAll('readConfig(process.env)', '').replaceAll("process.env['PATH']", '');
    expect(/process\.env/.test(uses), `${file} reads process.env`).toBe(false);
  }
});

it('has no default exports but those that a tool asks for, and no barrels', async () => {
  for await (const file of glob('{src,schema,bench}/**/*.ts')) {
    if (file.includes('/gql/') || file === 'src/testing/global-setup.ts') continue;
    const text = await readFile(file, 'utf8');
    expect(text, file).not.toMatch(/^export default/m);
    expect(text, file).not.toMatch(/^export \* from/m);
  }
});
