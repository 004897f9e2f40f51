import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { rulesFinding } from '../testing/doctor.ts';
import { makePerson, makeShop } from '../testing/factories.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { makeTicket } from '../testing/ticket-commands.ts';
import { advanceTicket } from '../tickets/advance.ts';
import { TICKET_BREAKAGES } from './breakages-tickets.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await ask();
  // What is in the outbox is stamped in a moment; the statements change the log.
  await vi.waitUntil(async () => (await server.app.sql`select from outbox limit 1`).length === 0);
});
afterAll(() => server.stop());

/** A closed ticket, one that waits, and one at the desk of the platform. */
async function ask(): Promise<void> {
  const shop = await makeShop(server);
  const asha = await makePerson(server);
  const closed = await makeTicket(asha, { desk: 'BUSINESS', businessId: shop.id });
  const waiting = await makeTicket(asha, { desk: 'BUSINESS', businessId: shop.id });
  await makeTicket(shop.owner, { desk: 'PLATFORM' });
  for (const ticketId of [closed, waiting])
    await advanceTicket(shop.owner.ctx, { ticketId, action: 'start' });
  await advanceTicket(shop.owner.ctx, { ticketId: waiting, action: 'wait' });
  await advanceTicket(asha.ctx, { ticketId: closed, action: 'close' });
}

describe.each(Object.entries(TICKET_BREAKAGES))('%s', (rule, ways) => {
  test.each(Object.entries(ways))('is broken when %s', async (_what, statements) => {
    expect(await rulesFinding(server.app.sql, statements(null))).toEqual([rule]);
  });
});
