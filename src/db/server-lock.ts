import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { EmbeddedPostgresError } from './postgres-user.ts';

const LOCK = 1_651_471_476; // any number; the database that it is taken in has no other locks
const NAME = 'bottega server';
const PATIENCE_MS = 1000;

/** Another server process uses the database in `folder`. */
export class EmbeddedPostgresInUseError extends EmbeddedPostgresError {
  override readonly name = 'EmbeddedPostgresInUseError';
  readonly folder: string;
  /** Of the other server, when Postgres knows it. */
  readonly pid: number | null;

  constructor(folder: string, pid: number | null) {
    super(
      `Another server (pid ${pid ?? 'unknown'}) is using the database in ${folder}. ` +
        'Stop it first, or set DATABASE_URL, so that several processes can share one database.',
    );
    this.folder = folder;
    this.pid = pid;
  }
}

export interface ServerLock {
  /** The connection that holds the lock. */
  readonly sql: postgres.Sql;
  release(): Promise<void>;
}

/**
 * Takes a lock that the death of this process releases: a session's advisory lock, on a connection of its own.
 * @param url of the maintenance database, so that the connection is in nobody's way (`drop database`, templates)
 * @throws {EmbeddedPostgresInUseError}
 */
export async function takeServerLock(
  url: string,
  folder: string,
  log: (line: string) => void,
): Promise<ServerLock> {
  let held = false;
  const sql = postgres(url, {
    max: 1,
    // The default closes a connection within the hour, and the lock would go with it.
    max_lifetime: null,
    connection: { application_name: `${NAME} ${process.pid}` },
    onnotice: () => {},
    // When one backend crashes, Postgres closes all connections. Comes again after each attempt that fails.
    onclose: () => setTimeout(() => void retake(), 500).unref(),
  });
  const tryLock = async () => {
    const [row] = await sql<{ locked: boolean }[]>`select pg_try_advisory_lock(${LOCK}) as locked`;
    return row?.locked === true;
  };
  const retake = async () => {
    if (!held) return;
    const locked = await tryLock().catch(() => null);
    if (locked === false)
      log('Another server has taken the database while Postgres was restarting. Stop one of them.');
  };
  const release = async () => {
    held = false;
    await sql.end({ timeout: 0 });
  };

  try {
    // A server that was killed a moment ago may be gone before Postgres has noticed.
    const deadline = Date.now() + PATIENCE_MS;
    while (!(held = await tryLock())) {
      if (Date.now() > deadline) throw new EmbeddedPostgresInUseError(folder, await holder(sql));
      await sleep(50);
    }
    return { sql, release };
  } catch (error) {
    await release();
    throw error;
  }
}

async function holder(sql: postgres.Sql): Promise<number | null> {
  const [row] = await sql<{ name: string }[]>`
    select application_name as name from pg_locks join pg_stat_activity using (pid)
    where locktype = 'advisory' and classid = 0 and objid = ${LOCK} and granted`;
  return row?.name.startsWith(NAME) ? Number(row.name.slice(NAME.length)) : null;
}
