import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '../src/db/embedded.ts';
import { migrate } from '../src/db/migrate.ts';

export interface SoakDatabase {
  readonly url: string;
  stop(): Promise<void>;
}

/** The one of DATABASE_URL, or a Postgres of our own in a folder that goes with it. */
export async function openDatabase(given: string | undefined): Promise<SoakDatabase> {
  if (given) {
    await migrate(given);
    return { url: given, stop: () => Promise.resolve() };
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'bottega-soak-'));
  // Postgres may run as another user.
  await chmod(folder, 0o755);
  const postgres = await startEmbeddedPostgres({ folder: path.join(folder, 'postgres') });
  await migrate(postgres.url);
  return {
    url: postgres.url,
    stop: async () => {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
