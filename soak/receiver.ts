import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A delivery, before it is known whether it is genuine. */
export interface Posted {
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface ReceiverOptions {
  readonly random: () => number;
  /** Whether it may fail now. */
  readonly isMoody: () => boolean;
  /** Takes note of a delivery, once or again. */
  readonly take: (posted: Posted) => void;
}

/** Longer than a sender waits. */
const ASLEEP_MS = 12_000;
/** One delivery is failed at most so often: the pauses between tries grow, and a run is short. */
const MOST_FAILURES = 2;

/**
 * A partner's endpoint on a bad day: it refuses, sleeps, or is cut off, before it has taken note of what came or after,
 * and then the same comes again.
 */
export async function openReceiver({ random, isMoody, take }: ReceiverOptions) {
  const failures = new Map<string, number>();

  /** Every tenth time, and most of those quickly. */
  function mood(id: string): 'well' | 'refuses' | 'is cut before' | 'is cut behind' | 'sleeps' {
    const failed = failures.get(id) ?? 0;
    const chance = random();
    if (!isMoody() || failed >= MOST_FAILURES || chance > 0.1) return 'well';
    failures.set(id, failed + 1);
    if (chance > 0.06) return 'refuses';
    if (chance > 0.03) return 'is cut before';
    return chance > 0.004 ? 'is cut behind' : 'sleeps';
  }

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const posted = await read(req);
    switch (mood(posted.id)) {
      case 'refuses':
        res.writeHead(500).end();
        return;
      case 'is cut before':
        res.destroy();
        return;
      case 'is cut behind':
        take(posted);
        res.destroy();
        return;
      case 'sleeps':
        await pause(ASLEEP_MS, undefined, { ref: false });
        res.destroy();
        return;
      case 'well':
        take(posted);
        res.writeHead(204).end();
    }
  }

  const server = createServer((req, res) => {
    answer(req, res).catch(() => res.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/events`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function read(req: IncomingMessage): Promise<Posted> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(req.headers)) headers[name] = String(value);
  return { id: headers['webhook-id'] ?? '', headers, body: Buffer.concat(chunks).toString('utf8') };
}
