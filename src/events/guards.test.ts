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

/** A second event beside each of those that are there; what is given instead of a column makes it another one. */
const again = ({
  position = 'position + 1000000',
  id = 'id + 1000000',
  subject = 'gen_random_uuid()',
}: Partial<Record<'position' | 'id' | 'subject', string>>) => `
  insert into event_log (position, id, type, subject_id, sequence, topics, payload, occurred_at)
  select ${position}, ${id}, type, ${subject}, sequence, topics, payload, occurred_at from event_log`;

/** A partition of its own that holds one event. */
const PARTITION = `
  select event_log_cut();
  ${again({ position: 'h.position + 1' })} join event_log_head h using (position)`;
const IN_IT = 'where position > (select position from event_log_head)';

/** Of whichever partition it is. */
const ofTheLog = (constraint: string | null) => constraint?.replace(/_from_\d+/, '');

describe('the database refuses, whoever asks', () => {
  test.each<[string, string, string]>([
    ['an event with the number of another', 'event_log_subject_key', again({ subject: 'subject_id' })],
    ['an event that is in the log twice', 'event_log_id_key', again({ id: 'id' })],
    [
      'a second counter of a subject',
      'event_subjects_pkey',
      `insert into event_subjects select * from event_subjects`,
    ],
    [
      'a log that begins before its first position',
      'event_log_head_oldest_in_range',
      `update event_log_head set oldest = 0`,
    ],
    [
      'a log that begins behind its end',
      'event_log_head_oldest_in_range',
      `update event_log_head set oldest = position + 2`,
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
    expect(ofTheLog(await refusalOf(server.app.sql, statement))).toBe(constraint);
  });

  test.each<[string, string, string]>([
    ['a place that is taken', 'event_log_pkey', again({ position: 'position' })],
    ['an event with the number of another', 'event_log_subject_key', again({ subject: 'subject_id' })],
    ['an event that is in the log twice', 'event_log_id_key', again({ id: 'id' })],
  ])('%s, in a later partition: %s', async (_what, constraint, statement) => {
    const refusal = await refusalOf(server.app.sql, `${PARTITION}; ${statement} ${IN_IT}`);
    expect(ofTheLog(refusal)).toBe(constraint);
    expect(refusal).not.toContain('from_1_');
  });
});
