import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeMoneyWorld } from '../testing/money-world.ts';
import { refusalOf } from '../testing/refusals.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await makeMoneyWorld(server);
});
afterAll(() => server.stop());

describe('the database refuses, whoever asks', () => {
  test.each<[string, string, string]>([
    [
      'two messages of one number',
      'messages_sequence_key',
      `insert into messages (id, conversation_id, sequence, sender_kind, content)
        select gen_random_uuid(), conversation_id, sequence, 'SYSTEM', content from messages`,
    ],
    [
      'a message before the first',
      'messages_sequence_positive',
      `update messages set sequence = 0 where sequence = 1`,
    ],
    [
      'a message that is sent twice',
      'messages_client_id_key',
      `insert into messages (id, conversation_id, sequence, sender_kind, sender_party_id, sender_person_id, client_id, content)
        select gen_random_uuid(), conversation_id, sequence + 1000, sender_kind, sender_party_id, sender_person_id, client_id, content
        from messages where client_id is not null`,
    ],
    ['a message of nobody', 'messages_sender_known', `update messages set sender_party_id = null`],
    [
      'a second chat with a shop',
      'conversations_business_key',
      `insert into conversations (id, person_id, business_id)
        select gen_random_uuid(), person_id, business_id from conversations where business_id is not null`,
    ],
    [
      'a second chat of two people',
      'conversations_people_key',
      `insert into conversations (id, person_id, other_person_id)
        select gen_random_uuid(), person_id, other_person_id from conversations where other_person_id is not null`,
    ],
    [
      'the same two people the other way round',
      'conversations_people_in_order',
      `insert into conversations (id, person_id, other_person_id)
        select gen_random_uuid(), other_person_id, person_id from conversations where other_person_id is not null`,
    ],
    [
      'a chat of one',
      'conversations_two_sides',
      `update conversations set business_id = null, other_person_id = null`,
    ],
    [
      'a side that is in a chat twice',
      'conversation_members_pkey',
      `insert into conversation_members select * from conversation_members`,
    ],
    [
      'what is read before it is delivered',
      'conversation_members_read_is_delivered',
      `update conversation_members set read_sequence = delivered_sequence + 1`,
    ],
    [
      'a block that is there twice',
      'conversation_blocks_pkey',
      `insert into conversation_blocks select * from conversation_blocks`,
    ],
  ])('%s: %s', async (_what, constraint, statement) => {
    expect(await refusalOf(server.app.sql, statement)).toBe(constraint);
  });
});
