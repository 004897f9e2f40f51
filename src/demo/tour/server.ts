import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { TourError } from './must.ts';

export interface TourServer {
  /** Without a trailing slash. */
  readonly url: string;
  /** Stops it, if it was started for the tour. */
  stop(): Promise<void>;
}

const MAIN = fileURLToPath(new URL('../../main.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** A first start makes a database and loads the demo. */
const START_MS = 120_000;
const STOP_MS = 20_000;

/** The server that listens at `url`; started, with the environment of the tour, when nothing does and it may be. */
export async function findServer(
  url: string,
  options: { mayStart: boolean; print: (line: string) => void },
): Promise<TourServer> {
  if (await listens(url)) {
    options.print(`Touring the server at ${url}.`);
    return { url, stop: () => Promise.resolve() };
  }
  if (!options.mayStart) throw new TourError(`Nothing listens at ${url}.`);
  options.print(`Nothing listens at ${url}: starting a server for the tour.`);
  const child = spawn(process.execPath, [MAIN], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    await opened(child);
  } catch (error) {
    await stop(child);
    throw error;
  }
  return {
    url,
    stop: async () => {
      await stop(child);
      options.print('The server of the tour is stopped.');
    },
  };
}

/** Whether a Bottega answers there. What answers like anything else is in the way. */
async function listens(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
  if (answer === null) return false;
  if (answer.ok && ((await answer.json().catch(() => null)) as { status?: unknown })?.status === 'ok')
    return true;
  throw new TourError(`What listens at ${url} is no Bottega.`);
}

/** Waits for the line with which a start ends: the demo market is loaded by then. */
async function opened(child: ChildProcess): Promise<void> {
  let said = '';
  const open = Promise.withResolvers<void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4_000);
      if (said.includes('Bottega is open')) open.resolve();
    });
  }
  child.once('exit', () => open.reject(new TourError(`The server did not start:\n${said}`)));
  const timer = setTimeout(() => open.reject(new TourError(`The server takes too long:\n${said}`)), START_MS);
  await open.promise.finally(() => clearTimeout(timer));
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const late = new AbortController();
  await Promise.race([gone, sleep(STOP_MS, undefined, { signal: late.signal }).catch(() => {})]);
  late.abort();
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
}
