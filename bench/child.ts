import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

/** A server, or a part of the load, in a process of its own. */
export interface Child {
  readonly port: number;
  /** Has it do something of its `answers`; rejects with its error, or when it ends. */
  ask<Answer>(name: string, input?: unknown): Promise<Answer>;
  stop(): Promise<void>;
}

/** What a child does when it is asked to. */
type Answers = Readonly<Record<string, (input: never) => unknown>>;

/** Nothing that is asked takes a quarter of this; a delivery that never comes must not hold up the benchmark for ever. */
const PATIENCE_MS = 120_000;

interface Question {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}

interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: string;
}

export async function startChild(
  file: URL,
  databaseUrl: string,
  execArgv: readonly string[],
): Promise<Child> {
  const child = fork(file, [databaseUrl], { execArgv: [...execArgv] });
  const ended = once(child, 'exit');
  const gone = (did: string) => ended.then(() => Promise.reject(new Error(`${file.pathname} ${did}.`)));
  const [port] = (await Promise.race([once(child, 'message'), gone('did not start')])) as [number];

  const asked = new Map<number, (answer: Answer) => void>();
  child.on('message', (answer: Answer) => {
    asked.get(answer.id)?.(answer);
    asked.delete(answer.id);
  });
  let count = 0;
  return {
    port,
    ask: async <T>(name: string, input: unknown = null) => {
      const id = ++count;
      const answered = new Promise<Answer>((resolve) => asked.set(id, resolve));
      child.send({ id, name, input } satisfies Question);
      const late = pause(PATIENCE_MS, null, { ref: false }).then(() =>
        Promise.reject(new Error(`${file.pathname} did not answer "${name}" in time.`)),
      );
      const { result, error } = await Promise.race([answered, gone('has ended'), late]);
      if (error !== undefined) throw new Error(error);
      return result as T;
    },
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/** The child's side: serves until the parent lets go of it, or is gone. */
export async function serveParent(
  start: (databaseUrl: string) => Promise<{ port: number; answers?: Answers; stop: () => Promise<void> }>,
): Promise<void> {
  // Ctrl-C reaches both; the parent ends its children in its own order.
  process.on('SIGINT', () => {});
  const { port, answers = {}, stop } = await start(process.argv[2] ?? '');
  process.on('disconnect', () => void stop());
  process.on('message', ({ id, name, input }: Question) => {
    void (async () => {
      const give = (answer: Answer) => process.connected && process.send?.(answer);
      try {
        give({ id, result: await answers[name]?.(input as never) });
      } catch (error) {
        give({ id, error: String(error) });
      }
    })();
  });
  if (process.connected) process.send?.(port);
  else await stop();
}
