import { setTimeout as pause } from 'node:timers/promises';

export interface Memory {
  /** Bytes that are reachable: what is left of the heap and of buffers when garbage is gone. */
  readonly used: number;
  /** Bytes of the process that are in memory, which garbage of before has made larger. */
  readonly resident: number;
}

/** Of this process, after collecting garbage; it has to be started with --expose-gc. */
export async function memory(): Promise<Memory> {
  for (let i = 0; i < 3; i++) {
    globalThis.gc?.();
    await pause(100);
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  return { used: heapUsed + external, resident: rss };
}
