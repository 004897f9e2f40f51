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
      'an event with the number of another',
      'event_log_subject_key',
      `insert into event_log (position, id, type, subject_id, sequence, topics, payload, occurred_at)
        select position + 1000000, id + 1000000, type, subject_id, sequence, topics, payload, occurred_at from event_log`,
    ],
    [
      'an event that is in the log twice',
      'event_log_id_key',
      `insert into event_log (position, id, type, subject_id, sequence, topics, payload, occurred_at)
        select position + 1000000, id, type, gen_random_uuid(), sequence, topics, payload, occurred_at from event_log`,
    ],
    [
      'a place that is taken',
      'event_log_pkey',
      `insert into event_log (position, id, type, subject_id, sequence, topics, payload, occurred_at)
        select position, id + 1000000, type, gen_random_uuid(), sequence, topics, payload, occurred_at from event_log`,
    ],
    [
      'a second counter of a subject',
      'event_subjects_pkey',
      `insert into event_subjects select * from event_subjects`,
    ],
    ['a second head', 'event_log_head_one_row', `insert into event_log_head (one) values (2)`],
    [
      'a second head in the place of the first',
      'event_log_head_pkey',
      `insert into event_log_head (one) values (1)`,
    ],
    [
      'a key that is used twice',
      'idempotency_keys_pkey',
      `insert into idempotency_keys select * from idempotency_keys`,
    ],
  ])('%s: %s', async (_what, constraint, statement) => {
    expect(await refusalOf(server.app.sql, statement)).toBe(constraint);
  });
});
