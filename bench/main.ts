import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { connect, type Sql } from '../src/db/client.ts';
import { startEmbeddedPostgres } from '../src/db/embedded.ts';
import { migrate } from '../src/db/migrate.ts';
import { startChild, type Child } from './child.ts';
import { measureLive, type LiveSize } from './live.ts';
import { drive, type Run } from './load.ts';
import { machine, report, type Measured } from './report.ts';
import { seed, type Seeded, type Size } from './seed.ts';
import { workloadsOf, type Side, type Workload } from './workloads.ts';

interface Plan {
  readonly size: Size;
  readonly runs: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly live: LiveSize;
}

const FULL: Plan = {
  size: {
    shops: 50,
    productsPerShop: 2_000,
    customers: 100,
    chatsPerCustomer: 10,
    messagesPerChat: 1_000,
    payers: 1_000,
    payeesPerPayer: 9,
    long: 1_000_000,
    short: 100,
  },
  runs: 5,
  seconds: 2,
  warmUpSeconds: 2,
  live: {
    screens: 1_000,
    audiences: [
      { people: 1, burst: 1 },
      { people: 20, burst: 1 },
      { people: 1_000, burst: 1 },
      { people: 1, burst: 50 },
      { people: 20, burst: 50 },
    ],
    bursts: 5,
    rate: 200,
    seconds: 10,
    idle: 5_000,
  },
};
const QUICK: Plan = {
  size: {
    shops: 10,
    productsPerShop: 200,
    customers: 20,
    chatsPerCustomer: 5,
    messagesPerChat: 100,
    payers: 100,
    payeesPerPayer: 9,
    long: 50_000,
    short: 100,
  },
  runs: 3,
  seconds: 1.5,
  warmUpSeconds: 1.5,
  live: {
    screens: 200,
    audiences: [
      { people: 1, burst: 1 },
      { people: 20, burst: 1 },
      { people: 200, burst: 1 },
      { people: 1, burst: 50 },
    ],
    bursts: 3,
    rate: 100,
    seconds: 4,
    idle: 500,
  },
};
/** What no event looks at need not be there when nothing else is measured. */
const LIVE_ONLY: Partial<Size> = { productsPerShop: 100, messagesPerChat: 100, long: 100 };
const CONNECTIONS = 20;
/** The part that is not made of requests. */
const LIVE = 'live';

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
  // Counts what the live part asks of it.
  const settings = { shared_preload_libraries: 'pg_stat_statements' };
  const starting = startEmbeddedPostgres({ folder: path.join(folder, 'postgres'), settings });
  cleanUps.push(async () => (await starting).stop());
  const { url } = await starting;
  await migrate(url);
  const { sql } = connect(url, { max: 1, name: 'bottega bench' });
  cleanUps.push(() => sql.end({ timeout: 1 }));
  await sql`create extension pg_stat_statements`;
  return { url, sql };
}

/** The two sides in turn, so that whatever else the machine does falls on both. */
async function measure(
  workload: Workload,
  plan: Plan,
  ports: Readonly<Record<Side['at'], number>>,
  sql: Sql,
): Promise<Measured> {
  const run = async ({ at, next, marker, before }: Side, seconds: number): Promise<Run> => {
    if (before) await sql.unsafe(before);
    return drive({ port: ports[at], next, seconds, connections: CONNECTIONS, marker });
  };
  const { measured, beside } = workload;
  await run(measured, plan.warmUpSeconds);
  await run(beside, plan.warmUpSeconds);
  const runs = { workload, measured: [] as Run[], beside: [] as Run[] };
  for (let i = 1; i <= plan.runs; i++) {
    runs.measured.push(await run(measured, plan.seconds));
    runs.beside.push(await run(beside, plan.seconds));
    const [one, other] = [runs.measured, runs.beside].map((side) => side.at(-1)?.perSecond.toFixed(0));
    print(`  ${measured.title}, run ${i} of ${plan.runs}: ${one}/s, ${beside.title.trim()} ${other}/s`);
  }
  return runs;
}

interface House {
  readonly plan: Plan;
  readonly sql: Sql;
  readonly seeded: Seeded;
  readonly start: (file: string, ...flags: string[]) => Promise<Child>;
}

async function measureRequests({ plan, sql, start }: House, chosen: readonly Workload[]): Promise<string> {
  const server = await start('server.ts');
  const baseline = await start('baseline.ts');
  print(`\nMeasuring with ${CONNECTIONS} connections ...`);
  const measured: Measured[] = [];
  const ports = { server: server.port, baseline: baseline.port };
  for (const workload of chosen) measured.push(await measure(workload, plan, ports, sql));
  await Promise.all([server.stop(), baseline.stop()]);
  return report(measured);
}

async function main(): Promise<void> {
  const { quick = false, only, profile } = options;
  const given = quick ? QUICK : FULL;
  const plan = only === LIVE ? { ...given, size: { ...given.size, ...LIVE_ONLY } } : given;
  print('Filling a database of its own ...');
  const { url, sql } = await openDatabase();
  const seeded = await seed(sql, plan.size, print);
  const workloads = workloadsOf(seeded);
  const chosen = workloads.filter(({ name }) => only === undefined || only === name);
  const names = [...workloads.map(({ name }) => name), LIVE].join(', ');
  if (chosen.length === 0 && only !== LIVE) throw new Error(`--only takes one of: ${names}.`);

  const profiling = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [];
  const start = (file: string, ...flags: string[]): Promise<Child> => {
    const starting = startChild(new URL(file, import.meta.url), url, [...profiling, ...flags]);
    cleanUps.push(async () => (await starting).stop());
    return starting;
  };
  const house = { plan, sql, seeded, start };
  const reports: string[] = [];
  if (chosen.length > 0) reports.push(await measureRequests(house, chosen));
  if (only === undefined || only === LIVE) {
    print('\nMeasuring live delivery ...');
    reports.push(await measureLive({ ...house, size: plan.live, print }));
  }
  const [version] = await sql<{ version: string }[]>`select current_setting('server_version') as version`;
  print(`\n${[...reports, machine(version?.version ?? '')].join('\n\n')}`);
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
