import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { connect, type Connection } from '../db/client.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../db/embedded.ts';
import { migrate } from '../db/migrate.ts';
import {
  begun,
  emit,
  numbered,
  startEventProcess,
  subscribe,
  take,
  type EventProcess,
} from '../testing/events.ts';

/**
 * A cluster of its own: its commits wait for a replica that does not exist, when their session says so. That
 * is how a test can hold the lock of NOTIFY, which is taken at a commit and kept until it is over.
 */
let folder: string;
let cluster: EmbeddedPostgres;
let admin: Connection;
let leader: EventProcess;
let other: EventProcess;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bottega-notify-'));
  await chmod(folder, 0o755);
  const settings = { fsync: 'off', synchronous_commit: 'local', synchronous_standby_names: 'nobody' };
  cluster = await startEmbeddedPostgres({ folder: path.join(folder, 'postgres'), settings });
  await migrate(cluster.url);
  admin = connect(cluster.url, { max: 4, name: 'admin' });
  leader = await startEventProcess(cluster.url);
  other = await startEventProcess(cluster.url);
}, 60_000);
afterAll(async () => {
  await Promise.all([leader?.stop(), other?.stop(), admin?.close()]);
  await cluster?.stop();
  await rm(folder, { recursive: true, force: true });
});

interface Lock {
  readonly granted: boolean;
  readonly name: string;
  /** What runs: the commit of its transaction, or the statement that is one by itself. */
  readonly query: string;
}

/** Who holds, or waits for, the lock that NOTIFY takes on the whole cluster. */
async function notifyLocks(): Promise<Lock[]> {
  return admin.sql<Lock[]>`
    select l.granted, a.application_name as name, a.query
    from pg_locks l join pg_stat_activity a using (pid)
    where l.locktype = 'object' and l.classid = 'pg_database'::regclass and l.objid = 0`;
}

/** Holds the lock while `work` runs. */
async function holdingNotifyLock(work: () => Promise<void>): Promise<void> {
  const holder = connect(cluster.url, { max: 1, name: 'holder' });
  await holder.sql`set synchronous_commit = on`;
  const held = holder.sql`
    with written as (insert into event_subjects values (gen_random_uuid(), 0))
    select pg_notify('anything', '')`.catch(() => undefined);
  try {
    await vi.waitFor(async () =>
      expect(await notifyLocks()).toContainEqual(expect.objectContaining({ granted: true, name: 'holder' })),
    );
    await work();
  } finally {
    await admin.sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'holder'`;
    await held;
    await holder.sql.end({ timeout: 0 });
  }
}

it('commits, stamps and delivers while somebody holds the lock of NOTIFY: only hints ever wait for it', async () => {
  const streams = await Promise.all([leader, other].map((process) => begun(subscribe(process))));
  await holdingNotifyLock(async () => {
    const taking = Promise.all(streams.map((stream) => take(stream, 100)));
    await Promise.all([leader, other].map((process) => emit(process, ...numbered(50))));
    await taking;
    const [holder, ...waiting] = (await notifyLocks()).sort(
      (one, two) => Number(two.granted) - Number(one.granted),
    );
    expect(holder).toMatchObject({ granted: true, name: 'holder' });
    expect(waiting).not.toEqual([]);
    for (const lock of waiting) {
      expect(lock).toMatchObject({ granted: false });
      expect(lock.query).toContain('/* hint */');
    }
  });
  await Promise.all(streams.map((stream) => stream.return()));
});

it('would be caught if a transaction that writes did it', async () => {
  let wrong: Promise<unknown> = Promise.resolve();
  await holdingNotifyLock(async () => {
    wrong = admin.sql.begin(async (sql) => {
      await sql`create table wrong (id int)`;
      await sql`select pg_notify('anything', 'from a transaction')`;
    });
    const caught = { granted: false, name: 'admin', query: 'commit' };
    await vi.waitFor(async () => expect(await notifyLocks()).toContainEqual(caught));
  });
  await wrong;
});
