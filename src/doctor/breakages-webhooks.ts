import type { Ways } from './breakage.ts';

/** The deliveries of the order that the receiver has refused so far: the first was tried once, the others wait for it. */
const WAITING = `(select id from webhook_deliveries where state = 'PENDING' order by position`;
const ARRIVED = `(select id from webhook_deliveries where state = 'DELIVERED' order by position limit 1)`;

/** With a webhook that was told of one order and not of another; see webhooks.test.ts. */
export const WEBHOOK_BREAKAGES: Ways<unknown> = {
  'What waits to be sent to an active webhook has a job that sends it.': {
    'its job is gone': () => `delete from pgboss.job where name = 'webhook.deliver'`,
    'its job was given up': () => `update pgboss.job set state = 'failed' where name = 'webhook.deliver'`,
    'the job is of a replay': () => `
      update pgboss.job set data = jsonb_set(data, '{replayId}', to_jsonb(gen_random_uuid())) where name = 'webhook.deliver'`,
  },
  'A delivery is sent when those before it of its subject are over, and not earlier.': {
    'a later one arrived first': () => `
      insert into webhook_attempts (delivery_id, number, started_at, duration_ms, status)
        select id, 1, now(), 1, 200 from ${WAITING} offset 1 limit 1) one;
      update webhook_deliveries set state = 'DELIVERED', attempts = 1, finished_at = now(), next_attempt_at = null
        where id = ${WAITING} offset 1 limit 1)`,
    'a later one was tried': () => `
      insert into webhook_attempts (delivery_id, number, started_at, duration_ms, status)
        select id, 1, now(), 1, 500 from ${WAITING} offset 1 limit 1) one;
      update webhook_deliveries set attempts = 1 where id = ${WAITING} offset 1 limit 1)`,
  },
  'Every try of a delivery is written down, and one that arrived says so.': {
    'a try is missing': () => `delete from webhook_attempts where delivery_id = ${ARRIVED}`,
    'it was counted once too often': () =>
      `update webhook_deliveries set attempts = attempts + 1 where id = ${ARRIVED}`,
    'it arrived although it was refused': () =>
      `update webhook_attempts set status = 500 where delivery_id = ${ARRIVED}`,
    'it is tried again although it arrived': () =>
      `update webhook_attempts set status = 200 where delivery_id = ${WAITING} limit 1)`,
  },
  'What was made for a webhook or a replay lies before its place in the log.': {
    'the webhook stands in the future': () => `update webhooks set position = position + 1000`,
    'an event is made before it happens': () => `
      update webhook_deliveries set position = position + 1000 where id = ${WAITING} offset 2 limit 1)`,
    'the place was put back': () => `update webhooks set position = 0`,
  },
};
