import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { runningEmbeddedUrl, startEmbeddedPostgres } from './embedded.ts';
import type { EmbeddedPostgresOptions } from './embedded.ts';
import { EmbeddedPostgresError, postgresUser } from './postgres-user.ts';
import { findPostmaster, stopPostmaster } from './postmaster.ts';
import { EmbeddedPostgresInUseError } from './server-lock.ts';

const isRoot = process.getuid?.() === 0;
const settings = { fsync: 'off', shared_buffers: '16MB' };

/** Of mode 0700 as mkdtemp makes it: when the tests run as root, the user of Postgres can't enter it. */
let root: string;
/** For the tests that don't mind one that was used before: making one takes a second. Stopped after each test. */
let madeBefore: string;
const folders: string[] = [];
const children: ChildProcess[] = [];

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'bottega-embedded-'));
  madeBefore = await emptyPlace();
  await (await start(madeBefore)).stop();
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const folder of folders) {
    const postmaster = await findPostmaster(folder);
    if (postmaster) await stopPostmaster(folder, postmaster.pid);
  }
});

afterAll(() => rm(root, { recursive: true, force: true }));

async function emptyPlace(): Promise<string> {
  const folder = path.join(await mkdtemp(path.join(root, 'project ')), '.bottega', 'postgres');
  folders.push(folder);
  return folder;
}

const start = (folder: string, more: Partial<EmbeddedPostgresOptions> = {}) =>
  startEmbeddedPostgres({ folder, settings, ...more });

async function query<T = Record<string, unknown>>(url: string, text: string): Promise<T[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await sql.unsafe<T[]>(text);
  } finally {
    await sql.end();
  }
}

/** A process of its own that starts the database, as `npm start` does. */
function launchServer(folder: string): ChildProcess {
  const script = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(new URL('embedded.ts', import.meta.url))});
    const { url } = await startEmbeddedPostgres({ folder: process.argv[1], settings: ${JSON.stringify(settings)} });
    console.log(url);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return child;
}

async function serverProcess(folder: string): Promise<{ url: string; pid: number; kill(): Promise<void> }> {
  const child = launchServer(folder);
  if (!child.stdout || !child.pid) throw new Error('no process');
  const [line] = await once(child.stdout, 'data');
  return { url: String(line).trim(), pid: child.pid, kill: () => killed(child) };
}

async function killed(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function postmasterOf(folder: string) {
  const postmaster = await findPostmaster(folder);
  if (!postmaster) throw new Error('Postgres is not running');
  return postmaster;
}

describe('a first start', () => {
  test('makes a database, reachable from this machine with a password only', async () => {
    const folder = await emptyPlace();
    const lines: string[] = [];
    const { url, stop } = await start(folder, { log: (line) => lines.push(line) });

    const shown = await query(
      url,
      `select current_database() as db, current_setting('server_encoding') as encoding,
         current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
         current_setting('data_checksums') as checksums, current_setting('timezone') as timezone,
         current_setting('server_version_num')::int / 10000 as version, lower('ÀÉ') as lower, 'Z' < 'a' as bytewise`,
    );
    expect(shown).toEqual([
      {
        db: 'bottega',
        encoding: 'UTF8',
        addresses: '127.0.0.1',
        sockets: '',
        checksums: 'on',
        timezone: 'UTC',
        version: 18,
        lower: 'àé',
        bytewise: true,
      },
    ]);
    await expect(query(url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toMatchObject({
      code: '28P01',
    });
    expect((await stat(path.join(folder, 'password'))).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect(await runningEmbeddedUrl(folder)).toBe(url);
    expect(lines).toEqual([expect.stringContaining(folder), expect.stringContaining('has started')]);

    await stop();
    expect(await runningEmbeddedUrl(folder)).toBeNull();
  });

  test('may be interrupted anywhere', async () => {
    const folder = await emptyPlace();
    const child = launchServer(folder);
    const unfinished = async () => (await readdir(path.dirname(folder)).catch(() => [])).join();
    await vi.waitFor(async () => expect(await unfinished()).toContain('postgres.new-'), { interval: 5 });
    await killed(child);
    expect(await unfinished()).not.toBe('postgres');

    const { url, stop } = await start(folder);
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await stop();
  });

  test('may be made by two processes at once: one of them gets it', async () => {
    const folder = await emptyPlace();
    const results = await Promise.allSettled([start(folder), start(folder)]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = results.find((result) => result.status === 'rejected');
    expect(lost?.reason).toBeInstanceOf(EmbeddedPostgresInUseError);
    expect(await readdir(path.dirname(folder))).toEqual(['postgres']);
    for (const result of results) if (result.status === 'fulfilled') await result.value.stop();
  });

  test('does not touch a folder that holds something else', async () => {
    const folder = await emptyPlace();
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'letter.txt'), 'Dear Anna');
    await expect(start(folder)).rejects.toThrow(EmbeddedPostgresError);
    expect(await readFile(path.join(folder, 'letter.txt'), 'utf8')).toBe('Dear Anna');
    expect((await stat(folder)).uid).toBe(process.getuid?.());
  });
});

describe('the data', () => {
  test('survives a stop', async () => {
    const folder = madeBefore;
    const first = await start(folder);
    await query(first.url, 'create table stopped as select 42 as answer');
    await first.stop();

    const second = await start(folder);
    expect(await query(second.url, 'table stopped')).toEqual([{ answer: 42 }]);
    await second.stop();
  });

  test('survives the death of the server, whose Postgres the next one adopts and stops', async () => {
    const folder = madeBefore;
    const server = await serverProcess(folder);
    await query(server.url, 'create table killed as select 42 as answer');
    const postmaster = await postmasterOf(folder);
    await server.kill();

    const { url, stop } = await start(folder);
    expect(url).toBe(server.url);
    expect(await postmasterOf(folder)).toEqual(postmaster);
    expect(await query(url, 'table killed')).toEqual([{ answer: 42 }]);
    await stop();
    await expect(query(url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('survives the death of Postgres too', async () => {
    const folder = madeBefore;
    const server = await serverProcess(folder);
    await query(server.url, 'create table killed_twice as select 42 as answer');
    await server.kill();
    process.kill((await postmasterOf(folder)).pid, 'SIGKILL');

    const { url, stop } = await start(folder);
    expect(await query(url, 'table killed_twice')).toEqual([{ answer: 42 }]);
    await stop();
  });

  test('is safe from a second Postgres while a part of a killed one still lives', async () => {
    const folder = madeBefore;
    const server = await serverProcess(folder);
    const [part] = await query<{ pid: number }>(
      server.url,
      "select pid from pg_stat_activity where backend_type = 'checkpointer'",
    );
    const pid = part?.pid ?? 0;
    process.kill(pid, 'SIGSTOP');
    await server.kill();
    process.kill((await postmasterOf(folder)).pid, 'SIGKILL');

    const starting = start(folder);
    const log = () => readFile(path.join(folder, 'postgres.log'), 'utf8');
    await vi
      .waitFor(async () => expect(await log()).toContain('is still in use'), { timeout: 10_000 })
      .finally(() => process.kill(pid, 'SIGCONT'));
    await (await starting).stop();
  });
});

describe('a pid file', () => {
  test('that names an unrelated process is not believed', async () => {
    const folder = madeBefore;
    const { uid, gid } = await stat(folder);
    const unrelated = spawn('sleep', ['60'], { cwd: '/', ...(isRoot && { uid, gid }) });
    children.push(unrelated);
    const data = path.join(folder, 'data');
    await writeFile(
      path.join(data, 'postmaster.pid'),
      `${unrelated.pid}\n${data}\n1\n5432\n\n127.0.0.1\n\nready   \n`,
    );
    expect(await runningEmbeddedUrl(folder)).toBeNull();

    const { url, stop } = await start(folder);
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await stop();
    expect(unrelated.exitCode).toBeNull();
  });

  test('that came with a copy of a running cluster is not believed', async () => {
    const original = madeBefore;
    const copy = await emptyPlace();
    const first = await start(original);
    await cp(original, copy, { recursive: true });
    expect(await runningEmbeddedUrl(copy)).toBeNull();

    const second = await start(copy);
    expect(second.url).not.toBe(first.url);
    await second.stop();
    expect(await query(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await first.stop();
  });

  test('that came with a moved running cluster is believed', async () => {
    const [before, after] = [await emptyPlace(), await emptyPlace()];
    const server = await serverProcess(before);
    await server.kill();
    await mkdir(path.dirname(after), { recursive: true });
    await rename(before, after);
    const { url, stop } = await start(after);
    expect(url).toBe(server.url);
    await stop();
  });
});

describe('a second server', () => {
  test('is told who uses the database, and does not disturb it', async () => {
    const folder = madeBefore;
    const first = await serverProcess(folder);
    const refusal = await start(folder).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(EmbeddedPostgresInUseError);
    expect(refusal).toMatchObject({
      pid: first.pid,
      folder,
      message: expect.stringContaining('DATABASE_URL'),
    });
    expect(await query(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(await runningEmbeddedUrl(folder)).toBe(first.url);
  });

  test('is refused also after Postgres has closed all connections because a backend crashed', async () => {
    const folder = madeBefore;
    const first = await start(folder);
    const [lock] = await query<{ pid: number }>(
      first.url,
      `select pid from pg_stat_activity where application_name = 'bottega server ${process.pid}'`,
    );
    process.kill(lock?.pid ?? 0, 'SIGKILL');
    const holders = `select pid from pg_locks join pg_stat_activity using (pid)
      where locktype = 'advisory' and application_name like 'bottega server %'`;
    await vi.waitFor(
      async () => expect(await query(first.url, holders)).toEqual([{ pid: expect.any(Number) }]),
      {
        timeout: 10_000,
      },
    );
    await expect(start(folder)).rejects.toThrow(EmbeddedPostgresInUseError);
    await first.stop();
  });

  test('may start while the first is stopping, and waits for it', async () => {
    const folder = madeBefore;
    const first = await start(folder);
    const stopped = first.stop();
    await vi.waitFor(async () => expect((await findPostmaster(folder))?.state).not.toBe('ready'), {
      interval: 1,
    });
    const second = await start(folder);
    await stopped;
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await second.stop();
  });

  test('has a database of its own in another folder', async () => {
    const [one, two] = await Promise.all([madeBefore, await emptyPlace()].map((folder) => start(folder)));
    expect(one?.url).not.toBe(two?.url);
    await Promise.all([one?.stop(), two?.stop()]);
  });
});

describe('a start that fails', () => {
  test('says that the given port is taken', async () => {
    const folder = madeBefore;
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await expect(start(folder, { port })).rejects.toThrow(`port ${port} is taken`);
    other.close();
  });

  test('carries the end of the log', async () => {
    const folder = madeBefore;
    await expect(start(folder, { settings: { work_mem: 'lots' } })).rejects.toThrow(
      /invalid value.*work_mem/,
    );
    expect(await readFile(path.join(folder, 'postgres.log'), 'utf8')).toContain('work_mem');
  });
});

describe.runIf(isRoot)('for root', () => {
  test('Postgres runs as the owner of the folder, below folders that only root can enter', async () => {
    const folder = madeBefore;
    expect((await stat(root)).mode & 0o777).toBe(0o700);
    const { stop } = await start(folder);
    const { uid } = await stat(`/proc/${(await postmasterOf(folder)).pid}`);
    expect(uid).not.toBe(0);
    expect((await stat(folder)).uid).toBe(uid);
    await stop();
  });

  test('a folder copied by root is given back to the user of Postgres', async () => {
    const folder = await emptyPlace();
    await cp(madeBefore, folder, { recursive: true });
    expect((await stat(folder)).uid).toBe(0);
    await (await start(folder)).stop();
    expect((await stat(path.join(folder, 'data', 'base'))).uid).not.toBe(0);
  });

  test('Postgres gets the right to pass closed folders only where there are any', async () => {
    const wrapper = async (parent: string) =>
      (await postgresUser(path.join(parent, 'postgres'), '/usr/bin')).wrapper;
    expect(await wrapper(tmpdir())).toEqual([]);
    // There is no Postgres in /usr/bin to try it with.
    await expect(wrapper(root)).rejects.toThrow(`no other user can enter ${root}`);
  });
});
