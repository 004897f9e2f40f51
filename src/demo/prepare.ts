import { setTimeout as sleep } from 'node:timers/promises';
import { systemContext, type App } from '../context.ts';
import type { DemoMarket } from '../config.ts';
import { openSession } from '../events/session.ts';
import { demoState, loadDemo, type DemoState } from './load.ts';
import { tokensText } from './tokens.ts';

/** Any number will do, as long as nothing else in this database locks it. */
export const TURN_LOCK = 7_316_005;
const WAIT_MS = 250;

export interface DemoOptions {
  readonly mode: DemoMarket;
  /** Whether the database is the project's own; into another it is loaded only when `mode` says so. */
  readonly isEmbedded: boolean;
  /** Writes a line to the terminal. */
  readonly print: (line: string) => void;
}

/**
 * Loads the demo market where it may be loaded, and gives what the terminal shows at the end of the start: null
 * where there is no demo. A failure is told and is not the server's: the next start goes on with the load.
 */
export async function prepareDemo(app: App, options: DemoOptions): Promise<string | null> {
  const { mode, isEmbedded, print } = options;
  if (mode === 'off') return null;
  const ctx = systemContext(app, 'demo');
  const found = await demoState(ctx);
  if (found === 'inhabited' && mode === 'load') {
    print('DEMO_MARKET=load: the demo market was NOT loaded, because this database holds data of its own.');
  }
  if (mayLoad(found, isEmbedded || mode === 'load')) {
    try {
      await inTurn(app, print, async () => {
        const isStill = mayLoad(await demoState(ctx), isEmbedded || mode === 'load');
        if (isStill) await loadDemo(app, print);
      });
    } catch (error) {
      app.log.error({ err: error }, 'the demo market could not be loaded');
      print('The demo market is not complete: see the log. The next start goes on with it.');
    }
  }
  const state = await demoState(ctx);
  return state === 'begun' || state === 'loaded' ? tokensText(app) : null;
}

/**
 * One process of all that start at once loads, and the others wait until it has, or until it is gone. Not for the data,
 * which would come out the same: for the time that it takes, and for what each would log of the other.
 */
async function inTurn(app: App, print: DemoOptions['print'], load: () => Promise<void>): Promise<void> {
  const session = openSession(app.sql, { name: 'bottega demo' });
  const isMyTurn = async () => {
    const [lock] = await session.ask(
      (sql) => sql<{ taken: boolean }[]>`select pg_try_advisory_lock(${TURN_LOCK}) as taken`,
    );
    return lock?.taken === true;
  };
  try {
    for (let waits = 0; !(await isMyTurn()); waits++) {
      if (waits === 0) print('Another process loads the demo market; this one waits for it.');
      await sleep(WAIT_MS);
    }
    await load();
  } finally {
    // The lock goes with it.
    await session.end();
  }
}

function mayLoad(state: DemoState, isAllowedHere: boolean): boolean {
  switch (state) {
    case 'empty':
    case 'begun':
      return isAllowedHere;
    case 'loaded':
    case 'inhabited':
      return false;
  }
}
