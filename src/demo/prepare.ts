import { systemContext, type App } from '../context.ts';
import type { DemoMarket } from '../config.ts';
import { demoState, loadDemo, type DemoState } from './load.ts';
import { tokensText } from './tokens.ts';

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
      await loadDemo(app, print);
    } catch (error) {
      app.log.error({ err: error }, 'the demo market could not be loaded');
      print('The demo market is not complete: see the log. The next start goes on with it.');
    }
  }
  const state = await demoState(ctx);
  return state === 'begun' || state === 'loaded' ? tokensText(app) : null;
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
