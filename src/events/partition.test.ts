import { randomBytes, randomUUID } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../db/client.ts';
import { migrate } from '../db/migrate.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { begun, emit, readLog, startEventProcess, subscribe, tagOf, take } from '../testing/events.ts';
import { encodeCursor } from './cursor.ts';
import { retainLog } from './retain.ts';

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));
const GRANTS = new URL('../../docs/application-role.sql', import.meta.url);
/** The last one of a release whose log was one table. */
const BEFORE = 15;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

function urlOf({ name, user }: { name?: string; user?: string }): string {
  const url = new URL(database.url);
  if (name) url.pathname = `/${name}`;
  if (user) [url.username, url.password] = [user, user];
  return url.href;
}

/** The migrations up to that one, in a folder of their own. */
async function migrationsUpTo(last: number): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bottega-migrations-'));
  await cp(MIGRATIONS, folder, { recursive: true });
  const file = path.join(folder, 'meta', '_journal.json');
  const journal = JSON.parse(await readFile(file, 'utf8')) as { entries: { idx: number }[] };
  const entries = journal.entries.filter(({ idx }) => idx <= last);
  await writeFile(file, JSON.stringify({ ...journal, entries }));
  return folder;
}

describe('a log that was one table', () => {
  it('becomes the first partition as it stands: no row is written, and streams go on from their cursors', async () => {
    const name = `old_${randomBytes(4).toString('hex')}`;
    const server = postgres(urlOf({ name: 'postgres' }), { max: 1 });
    await server.unsafe(`create database ${name}`);
    const url = urlOf({ name });
    const sql = postgres(url, { max: 1, onnotice: () => {} });
    const folder = await migrationsUpTo(BEFORE);
    await applyMigrations(drizzle(sql), { migrationsFolder: folder });
    await rm(folder, { recursive: true });

    await sql`
      insert into event_log (position, id, type, subject_id, sequence, topics, payload, occurred_at)
      select n, n * 2, 'message.sent', ${randomUUID()}::uuid, n, '{test}', jsonb_build_object('partyId', n::text), now()
      from generate_series(1, 5000) n`;
    await sql`insert into event_subjects select subject_id, 5000 from event_log limit 1`;
    await sql`update event_log_head set position = 5000`;
    await sql`select setval(pg_get_serial_sequence('outbox', 'id'), 10000)`;
    const [before] = await sql`select pg_relation_filenode('event_log') as file, log_id from event_log_head`;
    await sql.end();

    await migrate(url);
    const house = await startEventProcess(url);
    const after = await house.sql`
      select pg_relation_filenode('event_log_from_1') as file, log_id, oldest, position, stamped_at <= now() as stamped
      from event_log_head`;
    expect(after).toEqual([{ ...before, oldest: 1n, position: 5000n, stamped: true }]);
    const stream = await begun(subscribe(house, { after: encodeCursor(String(before?.['log_id']), 4998) }));
    await house.sql`select event_log_cut()`;
    await emit(house, { tag: 'new' });
    expect((await take(stream, 3)).map(tagOf)).toEqual(['4999', '5000', 'new']);
    expect(await readLog(house.sql)).toHaveLength(5001);
    await stream.return();
    await house.stop();
    await server.unsafe(`drop database ${name} with (force)`);
    await server.end();
  });
});

describe('a server that does not own the tables', () => {
  it('cuts and drops by what its owner has left it, and can not by itself', async () => {
    const role = `app_${randomBytes(4).toString('hex')}`;
    const owner = postgres(database.url, { max: 1, onnotice: () => {} });
    await owner.unsafe(`create role ${role} login password '${role}'`);
    await owner.unsafe((await readFile(GRANTS, 'utf8')).replaceAll('bottega_app', role));
    const house = await startEventProcess(urlOf({ user: role }));
    const afterDays = (days: number) => {
      const now = () => new Date(Date.now() + days * 24 * 60 * 60_000);
      return { ...house.ctx, now, app: { ...house.ctx.app, now, logRetentionDays: 1 } };
    };

    const stream = await begun(subscribe(house));
    for (const tag of ['a', 'b', 'c']) {
      await emit(house, { tag });
      await take(stream, 1);
      await retainLog(afterDays(2));
    }
    await emit(house, { tag: 'd' });
    expect((await take(stream, 1)).map(tagOf)).toEqual(['d']);
    expect((await readLog(house.sql)).map(({ tag }) => tag)).toEqual(['d']);
    await expect(house.sql`drop table event_log_from_4`).rejects.toThrow('must be owner');
    await stream.return();
    await house.stop();

    const stranger = connect(urlOf({ user: role }), { max: 1 });
    await owner.unsafe(`revoke all on all functions in schema public from ${role}`);
    await expect(stranger.sql`select event_log_cut()`).rejects.toThrow('permission denied');
    await expect(stranger.sql`select event_log_forget(now())`).rejects.toThrow('permission denied');
    await stranger.close();
    await owner.unsafe(`drop owned by ${role}; drop role ${role}`);
    await owner.end();
  });
});
