import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('../src/main.ts', import.meta.url));
/** How long a start may take, and how many may fail: one whose connections are cut gives up. */
const STARTS_MS = 60_000;
const STARTS = 5;

/** A server process, and its successors at the same address. */
export interface Server {
  readonly name: string;
  /** Of its GraphQL endpoint. */
  readonly url: string;
  readonly isUp: () => boolean;
  /** As `npm start` would; resolves when it is open. */
  start(): Promise<void>;
  /** SIGKILL: nothing of it runs any more when this resolves. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** What the processes said and did that nobody had asked for. */
export interface Complaints {
  /** Processes that ended by themselves: each is a fault. */
  readonly deaths: string[];
  /** Warnings and errors of the servers' logs, by how often. */
  readonly logged: Map<string, number>;
}

export async function makeServer(name: string, databaseUrl: string, complaints: Complaints): Promise<Server> {
  const port = await freePort();
  let child: ChildProcess | null = null;
  /** What the last one wrote to stderr. */
  let errors: readonly string[] = [];
  let isUp = false;

  async function end(signal: NodeJS.Signals): Promise<void> {
    isUp = false;
    const ending = child;
    child = null;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const gone = once(ending, 'exit');
    ending.kill(signal);
    await gone;
  }

  /** False when it ended before it was open: a database that is cut off just then is told of, and that is that. */
  async function open(): Promise<boolean> {
    const started = spawn(process.execPath, [ENTRY], {
      env: environment(port, databaseUrl),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    errors = heard(started, complaints);
    const ended = once(started, 'exit').then(([code]: unknown[]) => {
      // Whoever is meant to end is let go of first.
      if (child !== started) return false;
      child = null;
      if (isUp) complaints.deaths.push(`${name} ended by itself (${String(code)}): ${errors.join(' ')}`);
      isUp = false;
      return false;
    });
    isUp = await Promise.race([opened(started), ended, tooLong()]);
    return isUp;
  }

  return {
    name,
    url: `http://127.0.0.1:${port}/graphql`,
    isUp: () => isUp,
    start: async () => {
      for (let tries = 1; !(await open()); tries++) {
        if (tries === STARTS) throw new Error(`${name} does not start: ${errors.join(' ')}`);
        await end('SIGKILL');
      }
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

function tooLong(): Promise<false> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), STARTS_MS).unref();
  });
}

function environment(port: number, databaseUrl: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    DEMO_MARKET: 'off',
    LOG_LEVEL: 'warn',
    // Where the partner is.
    WEBHOOK_ALLOW_PRIVATE: '127.0.0.1',
  };
}

async function opened({ stdout }: ChildProcess): Promise<boolean> {
  if (!stdout) return false;
  for await (const line of createInterface({ input: stdout })) {
    if (line.includes('is open')) return true;
  }
  return false;
}

/** Counts what a process logs; what it writes to stderr is kept for the day it dies. */
function heard({ stdout, stderr }: ChildProcess, { logged }: Complaints): string[] {
  const errors: string[] = [];
  stdout?.on('data', (chunk: Buffer) => {
    for (const line of chunk.toString().split('\n')) {
      const said = saidIn(line);
      if (said !== null) logged.set(said, (logged.get(said) ?? 0) + 1);
    }
  });
  stderr?.on('data', (chunk: Buffer) => {
    errors.push(chunk.toString().trim().slice(0, 2_000));
    errors.splice(0, errors.length - 5);
  });
  return errors;
}

function saidIn(line: string): string | null {
  if (!line.startsWith('{')) return null;
  try {
    const { level, msg, err } = JSON.parse(line) as {
      level: number;
      msg: string;
      err?: { message?: string };
    };
    return `${level >= 50 ? 'error' : 'warning'}: ${msg}${err?.message ? `: ${err.message}` : ''}`.slice(
      0,
      200,
    );
  } catch {
    // A line that came in two pieces.
    return null;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
