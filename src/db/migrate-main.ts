import { fileURLToPath } from 'node:url';
import { readConfig } from '../config.ts';
import { startEmbeddedPostgres } from './embedded.ts';
import { migrate } from './migrate.ts';

const DATA_FOLDER = fileURLToPath(new URL('../../.bottega/postgres', import.meta.url));

/** `npm run migrate`: brings the database up to date without starting the server, for a deploy in two steps. */
const { databaseUrl } = readConfig(process.env);
const embedded = databaseUrl ? null : await startEmbeddedPostgres({ folder: DATA_FOLDER });
await migrate(databaseUrl ?? embedded?.url ?? '');
await embedded?.stop();
process.stdout.write('The database is up to date.\n');
