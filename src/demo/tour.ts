import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { ConfigError, readConfig } from '../config.ts';
import { runningEmbeddedUrl } from '../db/embedded.ts';
import { examineBooks } from './tour/books.ts';
import { TourError } from './tour/must.ts';
import { printReceipt } from './tour/receipt.ts';
import { runTour } from './tour/run.ts';
import { findServer } from './tour/server.ts';
import { openStage } from './tour/stage.ts';
import { showTrialBalance } from './tour/trial-balance.ts';

const DATA_FOLDER = fileURLToPath(new URL('../../.bottega/postgres', import.meta.url));
/** Whatever hangs: the tour takes seconds. */
const DEADLINE_MS = 120_000;

const print = (line: string) => process.stdout.write(`${line}\n`);

/**
 * `npm run tour [-- --url http://localhost:4000]`: purchases by buttons and by words, and what follows of money, help and locks, as
 * clients make it, on a running server or on one of its own. The exit code is 0 only when every step was true.
 */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const wanted = wantedUrl();
  const url = (wanted ?? `http://localhost:${config.port}`).replace(/(\/graphql)?\/*$/, '');
  const server = await findServer(url, { mayStart: wanted === null, print });
  try {
    const { columns, isTTY } = process.stdout;
    const stage = openStage({
      write: (text) => process.stdout.write(text),
      columns: columns ?? 110,
      colours: isTTY ?? false,
    });
    const begin = performance.now();
    const order = await within(DEADLINE_MS, runTour(stage, `${server.url}/graphql`));
    printReceipt(stage, order);
    await showTrialBalance(stage, `${server.url}/graphql`);
    await examineBooks(stage, order, config.databaseUrl ?? (await runningEmbeddedUrl(DATA_FOLDER)));
    print(`\nEvery step was true, in ${((performance.now() - begin) / 1000).toFixed(1)} seconds.`);
  } finally {
    await server.stop();
  }
}

function wantedUrl(): string | null {
  try {
    return parseArgs({ options: { url: { type: 'string' } } }).values.url ?? null;
  } catch {
    throw new TourError('npm run tour [-- --url http://localhost:4000]');
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new TourError(`The tour hangs: ${ms / 1000} s are over.`)), ms);
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const isExpected = error instanceof TourError || error instanceof ConfigError;
    const text = error instanceof Error ? (isExpected ? error.message : error.stack) : String(error);
    process.stderr.write(`\n✗ ${text}\n`);
    process.exit(1);
  },
);
