import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { connect, type Sql } from '../src/db/client.ts';
import { startEmbeddedPostgres } from '../src/db/embedded.ts';
import { migrate } from '../src/db/migrate.ts';
import { startChild, type Child } from './child.ts';
import { drive, type Run } from './load.ts';
import { report, type Measured } from './report.ts';
import { seed, type Size } from './seed.ts';
import { workloadsOf, type Workload } from './workloads.ts';

interface Plan {
  readonly size: Size;
  readonly runs: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
}

const FULL: Plan = {
  size: { shops: 50, productsPerShop: 2_000, customers: 100, chatsPerCustomer: 10, messagesPerChat: 1_000 },
  runs: 5,
  seconds: 4,
  warmUpSeconds: 4,
};
const QUICK: Plan = {
  size: { shops: 10, productsPerShop: 200, customers: 20, chatsPerCustomer: 5, messagesPerChat: 100 },
  runs: 3,
  seconds: 2,
  warmUpSeconds: 2,
};
const CONNECTIONS = 20;

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean' }, only: { type: 'string' }, profile: { type: 'string' } },
});
const print = (line: string) => process.stdout.write(`${line}\n`);

/** What has to be undone, last first; also when the benchmark fails or is interrupted. */
const cleanUps: (() => Promise<void>)[] = [];
let cleaning: Promise<void> | null = null;

function cleanUp(): Promise<void> {
  cleaning ??= (async () => {
    // What never started can't be stopped; the rest has to be all the same.
    for (let undo = cleanUps.pop(); undo; undo = cleanUps.pop()) await undo().catch(() => {});
  })();
  return cleaning;
}

/** A new database, migrated and filled. */
async function openDatabase(): Promise<{ url: string; sql: Sql }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bottega-bench-'));
  cleanUps.push(() => rm(folder, { recursive: true, force: true }));
  // Postgres may run as another user.
  await chmod(folder, 0o755);
  const starting = startEmbeddedPostgres({ folder: path.join(folder, 'postgres') });
  cleanUps.push(async () => (await starting).stop());
  const { url } = await starting;
  await migrate(url);
  const { sql } = connect(url, { max: 1, name: 'bottega bench' });
  cleanUps.push(() => sql.end({ timeout: 1 }));
  return { url, sql };
}

/** Server and baseline in turn, so that whatever else the machine does falls on both. */
async function measure(workload: Workload, plan: Plan, server: Child, baseline: Child): Promise<Measured> {
  const run = ({ port }: Child, next: () => Buffer, seconds: number): Promise<Run> =>
    drive({ port, next, seconds, connections: CONNECTIONS, marker: workload.marker });
  await run(server, workload.server, plan.warmUpSeconds);
  await run(baseline, workload.baseline, plan.warmUpSeconds);
  const measured = { workload, server: [] as Run[], baseline: [] as Run[] };
  for (let i = 1; i <= plan.runs; i++) {
    measured.server.push(await run(server, workload.server, plan.seconds));
    measured.baseline.push(await run(baseline, workload.baseline, plan.seconds));
    const [one, other] = [measured.server, measured.baseline].map((runs) =>
      runs.at(-1)?.perSecond.toFixed(0),
    );
    print(`  ${workload.title}, run ${i} of ${plan.runs}: ${one}/s, by hand ${other}/s`);
  }
  return measured;
}

async function main(): Promise<void> {
  const plan = options.quick ? QUICK : FULL;
  print('Filling a database of its own ...');
  const { url, sql } = await openDatabase();
  const workloads = workloadsOf(await seed(sql, plan.size, print));
  const chosen = workloads.filter(({ name }) => options.only === undefined || options.only === name);
  const names = workloads.map(({ name }) => name).join(', ');
  if (chosen.length === 0) throw new Error(`--only takes one of: ${names}.`);

  const profiling = options.profile ? ['--cpu-prof', `--cpu-prof-dir=${options.profile}`] : [];
  const start = (file: string): Promise<Child> => {
    const starting = startChild(new URL(file, import.meta.url), url, profiling);
    cleanUps.push(async () => (await starting).stop());
    return starting;
  };
  const server = await start('server.ts');
  const baseline = await start('baseline.ts');
  print(`\nMeasuring with ${CONNECTIONS} connections ...`);
  const measured: Measured[] = [];
  for (const workload of chosen) measured.push(await measure(workload, plan, server, baseline));
  const [version] = await sql<{ version: string }[]>`select current_setting('server_version') as version`;
  print(`\n${report(measured, version?.version ?? '')}`);
}

let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    interrupted = true;
    void cleanUp().finally(() => process.exit(1));
  });
}
try {
  await main();
} catch (error) {
  // What was under way fails when its database goes.
  if (!interrupted) throw error;
} finally {
  await cleanUp();
}
