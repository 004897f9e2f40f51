import { fork } from 'node:child_process';
import { once } from 'node:events';

/** A server in a process of its own. */
export interface Child {
  readonly port: number;
  stop(): Promise<void>;
}

export async function startChild(
  file: URL,
  databaseUrl: string,
  execArgv: readonly string[],
): Promise<Child> {
  const child = fork(file, [databaseUrl], { execArgv: [...execArgv] });
  const ended = once(child, 'exit');
  const [port] = (await Promise.race([
    once(child, 'message'),
    ended.then(() => Promise.reject(new Error(`${file.pathname} did not start.`))),
  ])) as [number];
  return {
    port,
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/** The child's side: serves until the parent lets go of it, or is gone. */
export async function serveParent(
  start: (databaseUrl: string) => Promise<{ port: number; stop: () => Promise<void> }>,
): Promise<void> {
  // Ctrl-C reaches both; the parent ends its children in its own order.
  process.on('SIGINT', () => {});
  const { port, stop } = await start(process.argv[2] ?? '');
  process.on('disconnect', () => void stop());
  if (process.connected) process.send?.(port);
  else await stop();
}
