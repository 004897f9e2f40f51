/**
 * What the sandbox's tests share: a database, a sandbox on it, the adapter to it, and a receiver of its
 * webhooks.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect, type Sql } from '../../db/client.ts';
import { currencyCode } from '../../money.ts';
import { createTestDatabase } from '../../testing/database.ts';
import type { ChargeInput, PaymentProvider } from '../provider.ts';
import { createStripeProvider } from '../stripe.ts';
import { startSandbox, type Sandbox } from './start.ts';

export const WEBHOOK_SECRET = 'whsec_of_the_tests';
export const SECRET_KEY = 'sk_test_of_the_tests';

export interface TestDatabase {
  sql: Sql;
  close(): Promise<void>;
}

export async function startDatabase(): Promise<TestDatabase> {
  const { url, drop } = await createTestDatabase();
  // The pool is shared with Drizzle, as it is in the program.
  const { sql, close } = connect(url, { max: 10 });
  return {
    sql,
    async close() {
      await close();
      await drop();
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
