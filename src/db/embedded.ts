/**
 * The default Postgres, for when DATABASE_URL is not set: the real binaries from npm, over a folder of the project.
 * It outlives a killed server; the next one adopts it. One server process uses it at a time.
 */
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { clusterPassword, nullIfMissing, openCluster, SUPERUSER } from './postgres-folder.ts';
import { ensurePostmaster, findPostmaster, stopPostmaster } from './postmaster.ts';
import type { Postmaster } from './postmaster.ts';
import { EmbeddedPostgresInUseError, takeServerLock } from './server-lock.ts';
import type { ServerLock } from './server-lock.ts';

export interface EmbeddedPostgres {
  /** Of the database `bottega`, with the password. */
  readonly url: string;
  /** Stops the database, whoever started it. Open transactions are rolled back. */
  readonly stop: () => Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Made when missing, together with its parents. */
  readonly folder: string;
  /** Undefined or 0: any free one. */
  readonly port?: number;
  /** Settings of Postgres, in addition to or instead of ours. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly log?: Log;
}

type Log = (line: string) => void;

const DATABASE = 'bottega';

/**
 * Starts or adopts the Postgres in `folder`, and takes it for this process until `stop()`.
 * An adopted one keeps the port and the settings that it was started with.
 * @throws {EmbeddedPostgresInUseError} another server uses it; it is left alone
 * @throws {EmbeddedPostgresError} it can't be created or started; the message ends with Postgres' own words
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { port = 0, settings = {}, log = () => {} } = options;
  const cluster = await openCluster(path.resolve(options.folder), log);
  const { folder } = cluster;
  const { postmaster, adopted } = await ensurePostmaster(cluster, { port, settings });
  try {
    const lock = await takeDatabase(folder, postmaster, log);
    log(`Postgres ${adopted ? 'was running already' : 'has started'} on 127.0.0.1:${postmaster.port}.`);
    // Released last, so that no other server adopts what is about to stop.
    const stop = async () => {
      await stopPostmaster(folder, postmaster.pid);
      await lock.release();
    };
    return { url: await databaseUrl(folder, postmaster.port, DATABASE), stop };
  } catch (error) {
    if (error instanceof EmbeddedPostgresInUseError) throw error;
    const isSame = isDeepStrictEqual(await findPostmaster(folder), postmaster);
    // It was dying when we found it.
    if (adopted && !isSame) return startEmbeddedPostgres(options);
    if (!adopted) await stopPostmaster(folder, postmaster.pid);
    throw error;
  }
}

/** For tools: the database in `folder`, when it is running, whoever uses it. Starts and takes nothing. */
export async function runningEmbeddedUrl(folder: string): Promise<string | null> {
  const real = await realpath(folder).catch(nullIfMissing);
  if (real === null) return null;
  const postmaster = await findPostmaster(real);
  return postmaster?.state === 'ready' ? databaseUrl(real, postmaster.port, DATABASE) : null;
}

async function databaseUrl(folder: string, port: number, database: string): Promise<string> {
  return `postgres://${SUPERUSER}:${await clusterPassword(folder)}@127.0.0.1:${port}/${database}`;
}

async function takeDatabase(folder: string, { port }: Postmaster, log: Log): Promise<ServerLock> {
  const lock = await takeServerLock(await databaseUrl(folder, port, 'postgres'), folder, log);
  try {
    const [found] = await lock.sql`select from pg_database where datname = ${DATABASE}`;
    if (!found) await lock.sql`create database ${lock.sql(DATABASE)}`;
    return lock;
  } catch (error) {
    await lock.release();
    throw error;
  }
}
