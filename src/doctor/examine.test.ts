import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { sell } from '../testing/sold.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { rulesFinding, findingsAfter } from '../testing/doctor.ts';
import type { Orders } from './breakage.ts';
import { BOT_BREAKAGES } from './breakages-bot.ts';
import { EVENT_BREAKAGES } from './breakages-events.ts';
import { FEE_BREAKAGES } from './breakages-fees.ts';
import { INVOICE_BREAKAGES } from './breakages-invoices.ts';
import { LEDGER_BREAKAGES } from './breakages-ledger.ts';
import { MARKET_BREAKAGES } from './breakages-markets.ts';
import { ORDER_BREAKAGES } from './breakages-orders.ts';
import { PARTNER_BREAKAGES } from './breakages-partners.ts';
import { PAYMENT_BREAKAGES } from './breakages-payments.ts';
import { STOCK_BREAKAGES } from './breakages-stock.ts';
import { TICKET_BREAKAGES } from './breakages-tickets.ts';
import { WALLET_BREAKAGES } from './breakages-wallets.ts';
import { WEBHOOK_BREAKAGES } from './breakages-webhooks.ts';
import { CHECKS } from './checks.ts';
import { examine } from './examine.ts';

let server: TestServer;
let orders: Orders;

beforeAll(async () => {
  server = await startTestServer();
  orders = await sell(server);
});
afterAll(() => server.stop());

it('finds nothing wrong with a shop in which everything has happened once', async () => {
  const told: string[] = [];
  expect(await examine(server.app.sql, (check, broken) => told.push(`${broken} ${check.rule}`))).toEqual([]);
  expect(told).toEqual(CHECKS.map((check) => `0 ${check.rule}`));
});

it('has a breakage for every check, so that each is known to be able to fail', () => {
  const all = [
    LEDGER_BREAKAGES,
    STOCK_BREAKAGES,
    ORDER_BREAKAGES,
    PAYMENT_BREAKAGES,
    WALLET_BREAKAGES,
    FEE_BREAKAGES,
    INVOICE_BREAKAGES,
    BOT_BREAKAGES,
    EVENT_BREAKAGES,
    PARTNER_BREAKAGES,
    WEBHOOK_BREAKAGES,
    TICKET_BREAKAGES,
    MARKET_BREAKAGES,
  ].flatMap(Object.keys);
  expect(all).toEqual(CHECKS.map((check) => check.rule));
});

// The breakages of ledger, wallets, fees, invoices, bot, partner apps, webhooks, tickets and markets are tried in tests of their own.
const HERE = { ...STOCK_BREAKAGES, ...ORDER_BREAKAGES, ...PAYMENT_BREAKAGES, ...EVENT_BREAKAGES };

describe.each(Object.entries(HERE))('%s', (rule, ways) => {
  test.each(Object.entries(ways))('is broken when %s', async (_what, statements) => {
    expect(await rulesFinding(server.app.sql, statements(orders))).toEqual([rule]);
  });
});

it('tells at most twenty rows of a rule, and reads a whole database without changing it', async () => {
  const findings = await findingsAfter(
    server.app.sql,
    `
    insert into ledger_journals (id, kind, subject_id, description)
    select gen_random_uuid(), 'test', gen_random_uuid(), '' from generate_series(1, 30)`,
  );
  expect(findings).toHaveLength(20);
  expect(await examine(server.app.sql)).toEqual([]);
});
