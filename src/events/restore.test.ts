import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, type Connection, type Sql } from '../db/client.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../db/embedded.ts';
import { migrate } from '../db/migrate.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import {
  begun,
  emit,
  eventually,
  numbered,
  readLog,
  startEventProcess,
  subscribe,
  tagOf,
  take,
} from '../testing/events.ts';

/** In the order in which they are filled. */
const TABLES = ['event_subjects', 'event_log_head', 'event_log', 'outbox'];

let database: TestDatabase;
let folder: string;
let fresh: EmbeddedPostgres;
beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'bottega-restored-'));
  await chmod(folder, 0o755);
  fresh = await startEmbeddedPostgres({
    folder: path.join(folder, 'postgres'),
    settings: { fsync: 'off', full_page_writes: 'off' },
  });
  await migrate(fresh.url);
}, 60_000);
afterAll(async () => {
  await fresh.stop();
  await rm(folder, { recursive: true, force: true });
  await database.drop();
});

const nextTransaction = async ({ sql }: Connection) => {
  const [row] = await sql<{ id: string }[]>`select pg_snapshot_xmax(pg_current_snapshot())::text as id`;
  return BigInt(row?.id ?? 0);
};

/** What pg_dump and pg_restore do with the event log: its partitions, its rows and where its sequence stands. */
async function restore(from: Sql, to: Sql): Promise<void> {
  const partitions = await from<
    { name: string; bounds: string }[]
  >`select name, bounds from event_log_partitions`;
  const indexes = await from<{ statement: string }[]>`
    select indexdef as statement from pg_indexes where tablename like 'event_log_from_%' and indexname ~ '_(id|subject)_key$'`;
  await to`drop table event_log_from_1`;
  for (const { name, bounds } of partitions) {
    await to.unsafe(`create table ${name} partition of event_log ${bounds}`);
  }
  for (const { statement } of indexes) await to.unsafe(statement);

  await to`delete from event_log_head`;
  for (const table of TABLES) {
    const dump = await from.unsafe(`copy (select * from ${table}) to stdout`).readable();
    await pipeline(dump, await to.unsafe(`copy ${table} from stdin`).writable());
  }
  const [sequence] = await from<{ last: bigint; called: boolean }[]>`
    select last_value as last, is_called as called from outbox_id_seq`;
  await to`select setval('outbox_id_seq', ${sequence?.last ?? 1n}, ${sequence?.called ?? false})`;
}

it(
  'goes on from an old cursor in a cluster that is new, where transaction ids begin again',
  { timeout: 30_000 },
  async () => {
    const [from, to] = [connect(database.url, { max: 2 }), connect(fresh.url, { max: 2 })];
    await from.sql.unsafe(
      `do $$ begin for i in 1..5000 loop perform pg_current_xact_id(); commit; end loop; end $$`,
    );

    const before = await startEventProcess(database.url);
    const stream = await begun(subscribe(before));
    await emit(before, ...numbered(30));
    const read = await take(stream, 12);
    await eventually(async () => (await readLog(from.sql)).length === 30);
    await from.sql`select event_log_cut()`;
    await emit(before, ...numbered(5, {}).map(({ tag }) => ({ tag: `cut ${tag}` })));
    await eventually(async () => (await readLog(from.sql)).length === 35);
    await stream.return();
    await before.stop();
    // Committed, and not stamped when the dump was made.
    await from.sql`
    with subject as (insert into event_subjects values (gen_random_uuid(), 2) returning subject_id)
    insert into outbox (type, subject_id, sequence, topics, payload, occurred_at)
    select 'message.sent', subject_id, n, '{test}', jsonb_build_object('partyId', 'unstamped ' || n), now()
    from subject, generate_series(1, 2) n`;

    await restore(from.sql, to.sql);
    expect(await nextTransaction(from)).toBeGreaterThan(await nextTransaction(to));
    const restored = await startEventProcess(fresh.url);
    const resumed = await begun(subscribe(restored, { after: read.at(-1)?.cursor }));
    await emit(restored, { tag: 'new' }, { tag: 'newer' });
    const rest = [
      ...numbered(30)
        .slice(12)
        .map(({ tag }) => tag),
      ...numbered(5).map(({ tag }) => `cut ${tag}`),
      'unstamped 1',
      'unstamped 2',
      'new',
      'newer',
    ];
    expect((await take(resumed, rest.length)).map(tagOf)).toEqual(rest);
    expect(read.map(tagOf)).toEqual(numbered(12).map(({ tag }) => tag));

    const log = await readLog(restored.sql);
    expect(log.map(({ position }) => position)).toEqual(log.map((_, index) => index + 1));
    expect(new Set(log.map(({ id }) => id)).size).toBe(39);
    await restored.sql`select event_log_cut()`;
    await emit(restored, { tag: 'newest' });
    expect((await take(resumed, 1)).map(tagOf)).toEqual(['newest']);
    await resumed.return();
    await restored.stop();
    await Promise.all([from.close(), to.close()]);
  },
);
