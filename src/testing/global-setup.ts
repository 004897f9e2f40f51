import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../db/embedded.ts';
import { migrate } from '../db/migrate.ts';
import { startJobs } from '../jobs/jobs.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The run's Postgres: its database `bottega` is the migrated template of every test's own. */
    postgresUrl: string;
  }
}

/** One real Postgres a run. It may lose everything in a power cut, so it does not wait for the disk. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bottega-tests-'));
  await chmod(folder, 0o755);
  const settings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '300',
  };
  const server = await startEmbeddedPostgres({ folder: path.join(folder, 'postgres'), settings });
  await migrate(server.url);
  // The queues' own tables are part of the template as well.
  const jobs = await startJobs(server.url, pino({ level: 'silent' }));
  await jobs.stop();
  const sql = postgres(server.url, { max: 1 });
  // Everything is on everywhere but cash in some countries: tests of the switches turn them themselves.
  await sql`update market_features set state = 'ON', share_percent = null where state in ('PILOT', 'ANNOUNCED')`;
  await sql.unsafe('alter database bottega with is_template true');
  await sql.end();
  project.provide('postgresUrl', server.url);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
