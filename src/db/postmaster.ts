import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rm, truncate } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { command, exists, isAlive, nullIfMissing } from './postgres-folder.ts';
import type { Cluster } from './postgres-folder.ts';
import { EmbeddedPostgresError } from './postgres-user.ts';

const TIME_LIMIT_MS = 60_000;
const LOG_LIMIT_BYTES = 10_000_000;

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  // None: the path of a socket may have 107 bytes at most, and ours would lie in the project.
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** Refusals that pass: another start was faster, the pid file misleads, children of a killed server still live. */
const PASSING = /lock file "postmaster.pid"|pre-existing shared memory block/;
const PORT_TAKEN = /Address already in use/;

/** The Postgres server process of a cluster. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly state: 'starting' | 'ready' | 'stopping';
}

/** `port: 0` picks a free one; `settings` are added to (or replace) ours. */
export interface PostmasterOptions {
  readonly port: number;
  readonly settings: Readonly<Record<string, string>>;
}

/** The running server of the cluster in `folder`, whoever started it. */
export async function findPostmaster(folder: string): Promise<Postmaster | null> {
  const file = await readPidFile(folder);
  if (!file || !(await isPostmaster(file.pid, file.data))) return null;
  // A folder that was moved keeps its server; a copied one has brought along the file of another's.
  const copied = file.data !== path.join(folder, 'data') && (await exists(file.data));
  return copied ? null : { pid: file.pid, port: file.port, state: file.state };
}

/** Returns the running server when there is one, or else starts one, which outlives this process. */
export async function ensurePostmaster(
  cluster: Cluster,
  options: PostmasterOptions,
): Promise<{ postmaster: Postmaster; adopted: boolean }> {
  const deadline = Date.now() + TIME_LIMIT_MS;
  let child: ChildProcess | null = null;
  let logStart = 0;
  while (Date.now() < deadline) {
    const postmaster = await findPostmaster(cluster.folder);
    if (postmaster?.state === 'ready') {
      child?.unref();
      return { postmaster, adopted: postmaster.pid !== child?.pid };
    }
    if (child && (child.exitCode !== null || child.signalCode !== null)) {
      const said = await readLog(cluster, logStart);
      const passes = PASSING.test(said) || (options.port === 0 && PORT_TAKEN.test(said));
      if (!passes) throw startFailed(options, said);
      child = null;
      await sleep(200);
      await removeMisleadingPidFile(cluster.folder);
    } else if (!child && !postmaster) {
      ({ child, logStart } = await launch(cluster, options));
    }
    await sleep(20);
  }
  throw new EmbeddedPostgresError(
    `Postgres is not ready after ${TIME_LIMIT_MS / 1000} s. Its log ends with:\n${await readLog(cluster, logStart)}`,
  );
}

/** Stops the server as pg_ctl's "fast" mode does: open transactions are rolled back. Resolves when it has stopped. */
export async function stopPostmaster(folder: string, pid: number): Promise<void> {
  const isThere = async () => (await findPostmaster(folder))?.pid === pid;
  if (await isThere()) process.kill(pid, 'SIGINT');
  const deadline = Date.now() + TIME_LIMIT_MS;
  // Not until the process is gone: where nothing reaps it, it never goes. Removing its pid file is its last act.
  while (await isThere()) {
    if (Date.now() > deadline) throw new EmbeddedPostgresError(`Postgres (pid ${pid}) does not stop.`);
    await sleep(20);
  }
}

async function launch(cluster: Cluster, { port, settings }: PostmasterOptions) {
  const all = { ...SETTINGS, ...settings, port: `${port === 0 ? await freePort() : port}` };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { file, args, options } = command(cluster, 'postgres', [
    '-D',
    path.join(cluster.folder, 'data'),
    ...flags,
  ]);

  const log = await open(logFile(cluster), 'a', 0o600);
  try {
    if ((await log.stat()).size > LOG_LIMIT_BYTES) await truncate(logFile(cluster));
    const logStart = (await log.stat()).size;
    const { ids } = cluster.user;
    if (ids) await log.chown(ids.uid, ids.gid);
    // Not pg_ctl, which goes through a shell. Detached: Ctrl-C in the terminal must not reach it before we have drained.
    const child = spawn(file, args, { ...options, detached: true, stdio: ['ignore', log.fd, log.fd] });
    await once(child, 'spawn');
    return { child, logStart };
  } finally {
    await log.close();
  }
}

async function readPidFile(folder: string): Promise<(Postmaster & { data: string }) | null> {
  const text = await readFile(path.join(folder, 'data', 'postmaster.pid'), 'utf8').catch(nullIfMissing);
  if (text === null) return null;
  // Its lines: src/include/utils/pidfile.h of Postgres. The last one is missing at first.
  const [pid, data = '', , port, , , , status] = text.split('\n').map((line) => line.trim());
  const state = status === 'ready' || status === 'stopping' ? status : 'starting';
  return { pid: Number(pid), port: Number(port), data, state };
}

/** Pids are used again: is this one (still) a Postgres over that data folder? */
async function isPostmaster(pid: number, data: string): Promise<boolean> {
  const line =
    process.platform === 'linux'
      ? readFile(`/proc/${pid}/cmdline`, 'utf8')
      : promisify(execFile)('ps', ['-o', 'args=', '-p', `${pid}`]).then((ps) => ps.stdout.trim());
  // Both fail when there is no such process.
  const args = `${await line.catch(() => '')} `.replaceAll('\0', ' ');
  return args.includes(`postgres -D ${data} `);
}

/** Postgres takes every living process of its user for the server that the file names, and has refused to start. */
async function removeMisleadingPidFile(folder: string): Promise<void> {
  const file = await readPidFile(folder);
  // A dead one is the usual: Postgres deals with it, and with two that start at once, better than we could.
  if (!file || (file.pid > 0 && !isAlive(file.pid)) || (await findPostmaster(folder))) return;
  await rm(path.join(folder, 'data', 'postmaster.pid'), { force: true });
}

function startFailed({ port }: PostmasterOptions, said: string): EmbeddedPostgresError {
  const reason = PORT_TAKEN.test(said) ? `port ${port} is taken` : 'it has stopped at once';
  return new EmbeddedPostgresError(`Postgres could not start: ${reason}. Its log ends with:\n${said}`);
}

async function readLog(cluster: Cluster, from: number): Promise<string> {
  const said = (await readFile(logFile(cluster))).subarray(from).toString();
  return said.trim().split('\n').slice(-15).join('\n');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const logFile = (cluster: Cluster) => path.join(cluster.folder, 'postgres.log');
