import { setTimeout as sleep } from 'node:timers/promises';
import { startCrashServer, type CrashServer } from './crash.ts';
import type { CommitFault, PostgresProxy } from './postgres-proxy.ts';

export interface Chaos {
  /** Where the server is; null while there is none. */
  readonly url: () => string | null;
  readonly kills: () => number;
  readonly cuts: () => number;
  /** How often the server ended by itself, which it must not, whatever becomes of its database. */
  readonly deaths: () => number;
  /** Goes on until the time is over, and leaves a server that nobody troubles. */
  run(seconds: number): Promise<void>;
  stop(): Promise<void>;
}

const KILL_EVERY_MS = 7_000;
const CUT_EVERY_MS = 2_000;
/** Of each kind, in a hundred commits. */
const LOST_COMMITS = 0.01;

/** A server behind a proxy: killed and started again, cut from its database, and never told of some of its commits. */
export async function startChaos(proxy: PostgresProxy, random: () => number): Promise<Chaos> {
  let server = await startCrashServer(proxy.url);
  let [kills, cuts, deaths] = [0, 0, 0];
  let isRunning = true;
  let isUp = true;
  let dying: CrashServer | null = null;

  function watch(one: CrashServer): void {
    void one.gone.then(() => {
      if (one === dying) return;
      deaths += 1;
      isUp = false;
      if (isRunning) void restart();
    });
  }

  /** As whoever runs it would: until it comes up. */
  async function restart(): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        server = await startCrashServer(proxy.url);
        isUp = true;
        return watch(server);
      } catch (error) {
        if (tries === 20) throw error;
      }
    }
  }

  async function kill(): Promise<void> {
    dying = server;
    isUp = false;
    await server.kill();
    kills += 1;
    await restart();
  }

  function fault(): CommitFault | null {
    const chance = random();
    if (chance < LOST_COMMITS) return 'cut before';
    return chance < 2 * LOST_COMMITS ? 'cut after' : null;
  }

  watch(server);
  return {
    url: () => (isUp ? server.url : null),
    kills: () => kills,
    cuts: () => cuts,
    deaths: () => deaths,
    run: async (seconds) => {
      const end = Date.now() + seconds * 1_000;
      proxy.atEveryCommit(fault);
      const killing = (async () => {
        // The last server has some time to live before the end.
        for (
          let next = Date.now() + KILL_EVERY_MS / 2;
          next < end - 2_000;
          next = Date.now() + KILL_EVERY_MS
        ) {
          await sleep(Math.max(0, next - Date.now()));
          await kill();
        }
      })();
      const cutting = (async () => {
        while (Date.now() < end) {
          await sleep(CUT_EVERY_MS * (0.5 + random()));
          // While it starts, it would only not start.
          if (isUp && proxy.cutAll() > 0) cuts += 1;
        }
      })();
      await Promise.all([killing, cutting, sleep(seconds * 1_000)]);
      proxy.atEveryCommit(() => null);
    },
    stop: async () => {
      isRunning = false;
      dying = server;
      await server.kill();
    },
  };
}
