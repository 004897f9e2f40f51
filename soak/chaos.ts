import { setTimeout as pause } from 'node:timers/promises';
import type { Sql } from '../src/db/client.ts';
import { pick } from '../src/testing/random.ts';
import type { Server } from './house.ts';
import type { Notebook } from './notebook.ts';

export interface ChaosOptions {
  readonly servers: readonly [Server, ...Server[]];
  readonly sql: Sql;
  readonly random: () => number;
  readonly notebook: Notebook;
  readonly isOver: () => boolean;
}

/** Kills one server after the other, never the last one that stands, and starts each again a while later. */
export async function killServers({ servers, random, notebook, isOver }: ChaosOptions): Promise<void> {
  while (!isOver()) {
    await pause(4_000 + random() * 6_000);
    if (isOver()) return;
    const victim = pick(random, servers);
    await victim.kill();
    notebook.killed();
    await pause(random() * 3_000);
    await victim.start();
  }
}

/** Cuts connections of the servers to Postgres: some, and now and then all. */
export async function cutConnections({ sql, random, notebook, isOver }: ChaosOptions): Promise<void> {
  while (!isOver()) {
    await pause(1_000 + random() * 5_000);
    if (isOver()) return;
    const share = random() < 0.2 ? 1 : random() * 0.5;
    const pids = await sql<{ pid: number }[]>`
      select pid from pg_stat_activity
      where datname = current_database() and backend_type = 'client backend' and application_name <> ${SOAK}`;
    const chosen = pids.filter(() => random() < share).map(({ pid }) => pid);
    const cut = await sql<{ done: boolean }[]>`
      select pg_terminate_backend(pid) as done from unnest(${chosen}::int[]) as pid`;
    notebook.cut(cut.filter(({ done }) => done).length);
  }
}

/** What our own connections are called, so that they are spared. */
export const SOAK = 'bottega soak';
