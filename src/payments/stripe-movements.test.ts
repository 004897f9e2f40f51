/** What Stripe's books have and the sandbox's do not: fees, disputes, lines without a source. */
import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import type { ProviderMovement } from './provider.ts';
import { listen, providerFor } from './sandbox/test-setup.ts';

const at = new Date('2026-03-01T10:00:00Z');
const line = { object: 'balance_transaction', currency: 'inr', created: at.getTime() / 1000, fee: 0 };
const source = { id: 'ch_1', object: 'charge', payment_intent: 'pi_1', metadata: { bottega_payment: 'p1' } };

const page = (data: object[]) => ({
  object: 'list',
  url: '/v1/balance_transactions',
  has_more: false,
  data,
});

async function read(body: object, status = 200): Promise<ProviderMovement[]> {
  const server = createServer((_req, res) => res.writeHead(status).end(JSON.stringify(body)));
  const port = await listen(server);
  const provider = providerFor({ api: { host: '127.0.0.1', port, protocol: 'http' } });
  try {
    return await Array.fromAsync(provider.movements({ from: at, to: new Date(at.getTime() + 1000) }));
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

test('a fee is a movement of its own', async () => {
  const movements = await read(
    page([{ ...line, id: 'txn_1', type: 'charge', amount: 10_000, fee: 295, source }]),
  );
  expect(movements).toMatchObject([
    { movementRef: 'txn_1', kind: 'charge', sourceRef: 'pi_1', subjectId: 'p1', amountMinor: 10_000n, at },
    { movementRef: 'txn_1 fee', kind: 'other', sourceRef: null, subjectId: null, amountMinor: -295n, at },
  ]);
});

test.each([
  ['payout_cancel', { id: 'po_1', object: 'payout', metadata: {} }, 'payout_return', 'po_1'],
  ['refund_failure', { id: 're_1', object: 'refund', metadata: null }, 'refund_return', 're_1'],
  ['adjustment', { id: 'dp_1', object: 'dispute', metadata: {} }, 'other', 'dp_1'],
  ['stripe_fee', null, 'other', null],
  ['never heard of', 'xx_1', 'other', 'xx_1'],
  ['charge', { ...source, payment_intent: null, metadata: {} }, 'charge', 'ch_1'],
])('%s of %o is %s of %s', async (type, of, kind, sourceRef) => {
  const movements = await read(page([{ ...line, id: 'txn_1', type, amount: -500, source: of }]));
  expect(movements).toMatchObject([{ kind, sourceRef, subjectId: null, amountMinor: -500n }]);
});

test.each([
  ['an error', { error: { type: 'api_error', message: 'Try again.' } }],
  ['something else', { message: 'Bad gateway' }],
])('books that cannot be read, but %s, are not empty', async (_what, body) => {
  await expect(read(body, 502)).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' });
});
