import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

const FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url));
/** Any number will do, as long as nothing else in this database locks it. */
const MIGRATION_LOCK = 7_316_002;
const OLDEST_POSTGRES = 150_000;

/** Brings a database up to date. Processes that start together take turns; the later ones find nothing to do. */
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
    await applyMigrations(drizzle(sql), { migrationsFolder: FOLDER });
  } finally {
    await sql.end();
  }
}
