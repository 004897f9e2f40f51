/**
 * Our own payment provider: a server that speaks the used part of Stripe's protocol, with records of its own.
 */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Sql } from '../../db/client.ts';
import { startAgenda } from './agenda.ts';
import { createSandboxServer } from './http.ts';
import { silentLog, type SandboxLog } from './log.ts';
import { forgetOld } from './retention.ts';
import { defaultPace, type WebhookPace } from './webhooks.ts';

export interface SandboxOptions {
  /** A pool on the database that has the schema `sandbox`. It stays the caller's to close. */
  sql: Sql;
  /** Asked at each delivery: the receiver may get its port after the sandbox has started. */
  webhookUrl: () => string;
  webhookSecret: string;
  /** The bearer key without which nothing is answered. */
  secretKey: string;
  /** Default: any free port. */
  port?: number;
  log?: SandboxLog;
  now?: () => Date;
  pace?: Partial<WebhookPace>;
}

export interface Sandbox {
  api: { host: string; port: number; protocol: 'http' };
  /** Cuts open connections and deliveries; the rows keep what is unfinished and what is still to come. */
  stop(): Promise<void>;
}

const FORGET_EVERY_MS = 60 * 60 * 1000;

export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { sql, secretKey, log = silentLog, now = () => new Date() } = options;
  const stopping = new AbortController();
  const agenda = startAgenda({
    sql,
    url: options.webhookUrl,
    secret: options.webhookSecret,
    now,
    log,
    pace: { ...defaultPace, ...options.pace },
  });
  const changed = (): void => agenda.nudge();
  const http = createSandboxServer({
    sql,
    secretKey,
    now,
    log,
    changed,
    stopping: stopping.signal,
  });
  const forgetting = setInterval(() => {
    forgetOld(sql).catch((error: Error) => log.error({ why: error.message }, 'sandbox could not forget'));
  }, FORGET_EVERY_MS);

  const stop = async (): Promise<void> => {
    clearInterval(forgetting);
    stopping.abort();
    await Promise.all([close(http.server), http.idle(), agenda.stop()]);
  };
  try {
    const port = await listen(http.server, options.port ?? 0);
    return { api: { host: '127.0.0.1', port, protocol: 'http' }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
