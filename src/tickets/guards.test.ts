import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeOrder, makePerson, makeProduct, makeShop } from '../testing/factories.ts';
import { refusalOf } from '../testing/refusals.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { makeTicket } from '../testing/ticket-commands.ts';
import { advanceTicket } from './advance.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  const [shop, asha] = [await makeShop(server), await makePerson(server)];
  const orderId = await makeOrder(asha, await makeProduct(shop));
  const ticketId = await makeTicket(asha, { desk: 'BUSINESS', orderId });
  await advanceTicket(shop.owner.ctx, { ticketId, action: 'start' });
  await makeTicket(shop.owner, { desk: 'PLATFORM' });
});
afterAll(() => server.stop());

const NOBODY = randomUUID();
const one = (set: string) => `update tickets set ${set} where order_id is not null`;

describe('the database refuses, whoever asks', () => {
  test.each<[string, string, string]>([
    ['two tickets of one number', 'tickets_number_key', `update tickets set number = 1`],
    [
      'two tickets with one thread',
      'tickets_conversation_key',
      `update tickets set conversation_id = (select id from conversations where platform)`,
    ],
    [
      'two threads of one ticket',
      'conversations_ticket_key',
      `update conversations set ticket_id = (select ticket_id from conversations where platform)`,
    ],
    [
      'a thread of a ticket that is not there',
      'conversations_ticket_fkey',
      `update conversations set ticket_id = '${NOBODY}' where platform`,
    ],
    [
      'a chat with the platform about nothing',
      'conversations_platform_by_ticket',
      `update conversations set ticket_id = null where platform`,
    ],
    ['a desk that there is not', 'tickets_desk_known', one(`desk = 'NOBODY'`)],
    ['a ticket in no state that there is', 'tickets_state_known', one(`state = 'GONE'`)],
    ['a ticket of no priority that there is', 'tickets_priority_known', one(`priority = 'NOW'`)],
    ['one that waits since nobody knows when', 'tickets_waiting_has_begun', one(`state = 'WAITING'`)],
    ['one that was resolved nobody knows when', 'tickets_resolved_at', one(`state = 'RESOLVED'`)],
    ['one that was closed and is not', 'tickets_closed_at', one(`closed_at = now()`)],
    ['a rating of six', 'tickets_rating_range', one(`rating = 6, state = 'RESOLVED', resolved_at = now()`)],
    ['a rating of what was never resolved', 'tickets_rated_when_resolved', one(`rating = 5`)],
    [
      'a step that is taken twice',
      'ticket_transitions_pkey',
      `insert into ticket_transitions select * from ticket_transitions`,
    ],
    [
      'a step of no ticket',
      'ticket_transitions_ticket_id_tickets_id_fk',
      `update ticket_transitions set ticket_id = '${NOBODY}' where sequence = 2`,
    ],
    [
      'a step of nobody',
      'ticket_transitions_person_id_people_id_fk',
      `update ticket_transitions set person_id = '${NOBODY}'`,
    ],
    ['a ticket of no shop', 'tickets_business_id_businesses_id_fk', one(`business_id = '${NOBODY}'`)],
    ['a ticket that nobody opened', 'tickets_opener_id_people_id_fk', one(`opener_id = '${NOBODY}'`)],
    ['a ticket that nobody has', 'tickets_assignee_id_people_id_fk', one(`assignee_id = '${NOBODY}'`)],
    [
      'a ticket without a thread',
      'tickets_conversation_id_conversations_id_fk',
      one(`conversation_id = '${NOBODY}'`),
    ],
    ['a ticket about no order', 'tickets_order_id_orders_id_fk', one(`order_id = '${NOBODY}'`)],
  ])('%s: %s', async (_what, constraint, statement) => {
    expect(await refusalOf(server.app.sql, statement)).toBe(constraint);
  });
});
