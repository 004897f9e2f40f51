import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

const FOLDER = { migrationsFolder: fileURLToPath(new URL('../../migrations', import.meta.url)) };
/** Any number will do, as long as nothing else in this database locks it. */
const MIGRATION_LOCK = 7_316_002;
const OLDEST_POSTGRES = 150_000;
const INSUFFICIENT_PRIVILEGE = '42501';

/**
 * Brings a database up to date. Processes that start together take turns; the later ones find nothing to do, and who
 * finds nothing to do needs no right to change anything.
 */
export async function migrate(url: string): Promise<void> {
  const sql = postgres(url, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: 'bottega migrate' },
  });
  try {
    const [server] = await sql<
      { version: string }[]
    >`select current_setting('server_version_num') as version`;
    if (Number(server?.version) < OLDEST_POSTGRES) {
      throw new Error('Bottega needs Postgres 15 or newer: point DATABASE_URL at one.');
    }
    // One connection, so the lock lasts until it closes, also when a migration fails.
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    if (!(await isUpToDate(sql))) await apply(sql);
  } finally {
    await sql.end();
  }
}

/** By the time of the newest migration, as Drizzle sees it; but Drizzle makes its schema before it looks. */
async function isUpToDate(sql: postgres.Sql): Promise<boolean> {
  const [table] = await sql<{ exists: boolean }[]>`
    select to_regclass('drizzle.__drizzle_migrations') is not null as exists`;
  if (!table?.exists) return false;
  const [applied] = await sql<{ newest: string | null }[]>`
    select max(created_at) as newest from drizzle.__drizzle_migrations`;
  const newest = readMigrationFiles(FOLDER).at(-1)?.folderMillis ?? 0;
  return Number(applied?.newest ?? -1) >= newest;
}

async function apply(sql: postgres.Sql): Promise<void> {
  try {
    await applyMigrations(drizzle(sql), FOLDER);
  } catch (error) {
    if (!mayNot(error)) throw error;
    throw new Error(
      'The database is not up to date, and this role may not change it: migrate as its owner.',
      {
        cause: error,
      },
    );
  }
}

function mayNot(error: unknown): boolean {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return cause instanceof postgres.PostgresError && cause.code === INSUFFICIENT_PRIVILEGE;
}
