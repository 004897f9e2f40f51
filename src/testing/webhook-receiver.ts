import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';

/** What reached a receiver: a post whose signature was right. */
export interface Received {
  readonly path: string;
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly type: string; readonly timestamp: string; readonly data: unknown };
  readonly text: string;
  /** Milliseconds on the clock of performance. */
  readonly at: number;
}

/** How a receiver behaves: a status, or what it does with the request. */
export type Behaviour =
  | number
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  | 'silent'
  | 'cut'
  | 'endless'
  | { readonly slow: number };

export interface Receiver {
  readonly url: string;
  readonly received: readonly Received[];
  /** Posts whose signature was wrong. */
  readonly refused: number;
  /** Requests that are open now. */
  readonly open: () => number;
  /** How many of them there were at most at the same time, by what tells their lanes apart. */
  readonly most: (laneOf: (received: Received) => string) => number;
  close(): Promise<void>;
}

export interface ReceiverOptions {
  /** Asked with each post before it is shown. Secrets as they are then. */
  readonly secrets: () => readonly string[];
  readonly behave?: (received: Received, count: number) => Behaviour;
  readonly host?: string;
}

/** A partner's server: it verifies with the library that the docs name, and answers as a test wants it to. */
export async function startReceiver({
  secrets,
  behave = () => 204,
  host = '127.0.0.1',
}: ReceiverOptions): Promise<Receiver> {
  const received: Received[] = [];
  const open = new Set<Received>();
  const together: Received[][] = [];
  let refused = 0;

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const headers = request.headers as Record<string, string>;
    if (!secrets().some((secret) => isSigned(secret, text, headers))) {
      refused++;
      response.writeHead(401).end();
      return;
    }
    const body = JSON.parse(text) as Received['body'];
    const path = request.url ?? '';
    const post = { path, id: headers['webhook-id'] ?? '', headers, body, text, at: performance.now() };
    received.push(post);
    open.add(post);
    together.push([...open]);
    response.on('close', () => open.delete(post));
    await act(behave(post, received.length), response);
    open.delete(post);
  }

  const server = createServer((request, response) => void take(request, response).catch(() => undefined));
  server.listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}/hook`,
    received,
    get refused() {
      return refused;
    },
    open: () => open.size,
    most: (laneOf) =>
      Math.max(0, ...together.map((posts) => posts.length - new Set(posts.map(laneOf)).size + 1)),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function act(behaviour: Behaviour, response: ServerResponse): Promise<void> {
  if (typeof behaviour === 'number') response.writeHead(behaviour).end();
  else if (behaviour === 'cut') response.destroy();
  else if (behaviour === 'silent') await once(response, 'close');
  else if (behaviour === 'endless') {
    response.writeHead(200);
    while (!response.destroyed) {
      response.write('x'.repeat(10_000));
      await sleep(1);
    }
  } else if ('slow' in behaviour) {
    await sleep(behaviour.slow);
    response.writeHead(204).end();
  } else response.writeHead(behaviour.status, behaviour.headers).end(behaviour.body ?? '');
}

function isSigned(secret: string, text: string, headers: Record<string, string>): boolean {
  try {
    new Webhook(secret).verify(text, headers);
    return true;
  } catch {
    return false;
  }
}
