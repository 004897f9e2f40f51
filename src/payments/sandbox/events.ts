import { unixTime, type Call, type Reply } from './call.ts';
import { missing } from './errors.ts';
import type { EventType } from './intent-rules.ts';
import type { IntentObject, RefundObject } from './objects.ts';
import { newId } from './store.ts';

/** Writes the event with the change that it tells of; `webhooks.ts` delivers it once that is committed. */
export async function recordEvent(
  call: Call,
  type: EventType | 'refund.created',
  object: IntentObject | RefundObject,
): Promise<void> {
  const event = {
    id: newId('evt'),
    object: 'event',
    api_version: call.request.apiVersion,
    created: unixTime(call.now),
    data: { object },
    livemode: false,
    pending_webhooks: 1,
    request: { id: call.request.id, idempotency_key: call.request.idempotencyKey },
    type,
  };
  await call.tx`
    insert into sandbox.events (id, type, data)
    values (${event.id}, ${type}, ${JSON.stringify(event)}::text::jsonb)`;
}

/** GET /v1/events/:id */
export async function retrieveEvent({ tx, id }: Call): Promise<Reply> {
  const [row] = await tx<{ data: object }[]>`select data from sandbox.events where id = ${id}`;
  if (!row) throw missing('event', id, 'id');
  return { status: 200, body: row.data };
}
