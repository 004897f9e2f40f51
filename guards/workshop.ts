import { execFile } from 'node:child_process';
import { cp, glob, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Removal } from './guard.ts';

const run = promisify(execFile);
const LONGEST_MS = 240_000;

/** A test as a run of it left it. */
export interface Ran {
  /** Describe and test, joined by a space. */
  readonly name: string;
  readonly passed: boolean;
  readonly why: string;
}

/** A copy of the repository, in which guards are taken away one after the other. */
export interface Workshop {
  /** Runs tests of a file by parts of their names; throws when they do not even start. */
  run(testFile: string, names: readonly string[]): Promise<Ran[]>;
  /** The same without some guards, which are put back afterwards. */
  runWithout(removals: readonly Removal[], testFile: string, names: readonly string[]): Promise<Ran[]>;
  close(): Promise<void>;
}

/** Copies what git knows and what it does not ignore; the packages are shared. */
export async function openWorkshop(repository: string): Promise<Workshop> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bottega-guards-'));
  const listing = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const { stdout } = await run('git', listing, { cwd: repository, maxBuffer: 64 << 20 });
  for (const file of stdout.split('\0').filter(Boolean)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    // What git knows and somebody has deleted is not there to be copied.
    await cp(path.join(repository, file), path.join(folder, file)).catch(ignoreMissing);
  }
  await symlink(path.join(repository, 'node_modules'), path.join(folder, 'node_modules'));
  const runTests = (testFile: string, names: readonly string[]) => vitest(folder, testFile, names);
  return {
    run: runTests,
    runWithout: async (removals, testFile, names) => {
      const undo: (() => Promise<void>)[] = [];
      try {
        for (const removal of removals) {
          const { file, before, after } = await without(folder, removal);
          await writeFile(file, after);
          undo.unshift(() => writeFile(file, before));
        }
        return await runTests(testFile, names);
      } finally {
        for (const putBack of undo) await putBack();
      }
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

/** A file, and its text without the guard. Throws unless the guard is found exactly once. */
async function without(folder: string, { file, find, replace }: Removal) {
  const pattern = file === 'migrations' ? 'migrations/*.sql' : file;
  const places: { file: string; before: string; after: string }[] = [];
  for await (const name of glob(pattern, { cwd: folder })) {
    const before = await readFile(path.join(folder, name), 'utf8');
    for (const found of before.matchAll(everywhere(find))) {
      const after = before.slice(0, found.index) + replace + before.slice(found.index + found[0].length);
      places.push({ file: path.join(folder, name), before, after });
    }
  }
  const [place] = places;
  if (!place || places.length > 1) throw new Error(`its text is there ${places.length} times, not once`);
  return place;
}

const everywhere = (find: string | RegExp) =>
  new RegExp(typeof find === 'string' ? quoted(find) : find.source, 'g');

const quoted = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

async function vitest(folder: string, testFile: string, names: readonly string[]): Promise<Ran[]> {
  const report = path.join(folder, '.guards-report.json');
  await rm(report, { force: true });
  // Between describe and test the pattern is held against ` > `, where the report has a space.
  const pattern = names.map((name) => quoted(name).replaceAll(' ', '( > | )')).join('|');
  const args = ['node_modules/vitest/vitest.mjs', 'run', testFile, '-t', pattern];
  const output = ['--reporter=json', `--outputFile=${report}`, '--no-file-parallelism'];
  const options = { cwd: folder, timeout: LONGEST_MS, maxBuffer: 64 << 20 };
  // A failing test is what is hoped for; whether any was run is what the report says.
  const said = await run(process.execPath, [...args, ...output], options).catch(
    (error: { stderr?: string; message: string }) => ({ stderr: error.stderr ?? error.message }),
  );
  const text = await readFile(report, 'utf8').catch(() => null);
  if (text === null) throw new Error(`the tests did not start: ${lastLineOf(said.stderr)}`);
  return testsOf(JSON.parse(text) as Report, names);
}

interface Report {
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

function testsOf({ testResults }: Report, names: readonly string[]): Ran[] {
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  const ran = all
    .filter(
      ({ fullName, status }) =>
        names.some((name) => fullName.includes(name)) && (status === 'passed' || status === 'failed'),
    )
    .map(({ fullName, status, failureMessages }) => ({
      name: fullName,
      passed: status === 'passed',
      why: failureMessages[0]?.split('\n')[0] ?? '',
    }));
  if (ran.length === 0) {
    throw new Error(`no test ran: ${lastLineOf(testResults.map(({ message }) => message).join('\n'))}`);
  }
  return ran;
}

const lastLineOf = (text: string) => text.trim().split('\n').slice(-1)[0]?.slice(0, 200) ?? '';
