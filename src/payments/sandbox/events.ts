import type { Sql } from '../../db/client.ts';
import { unixTime, type Call, type Change, type Reply } from './call.ts';
import { missing } from './errors.ts';
import { claimDeliveryFault, type Claimed, type DeliveryFault } from './faults.ts';
import type { IntentEventType } from './intent-rules.ts';
import { STEP } from './later.ts';
import type { IntentObject, PayoutObject, RefundObject } from './objects.ts';
import { newId, type Tx } from './store.ts';

export type EventType =
  | IntentEventType
  | `refund.${'created' | 'updated' | 'failed'}`
  | `payout.${'created' | 'paid' | 'failed'}`;

export interface EventObject {
  id: string;
  object: 'event';
  api_version: string | null;
  created: number;
  data: { object: IntentObject | RefundObject | PayoutObject };
  livemode: false;
  pending_webhooks: 1;
  request: { id: string | null; idempotency_key: string | null };
  type: EventType;
  /** What is to go wrong with its delivery; kept with the row, and not sent. */
  sandbox_fault?: DeliveryFault;
}

/** How long an event is held back for a later one that may not come. */
const HELD_BACK_MS = 5_000;

/** Writes the event with the change that it tells of; it is delivered once that is committed. */
export async function recordEvent(
  { tx, now, request }: Change,
  type: EventType,
  object: EventObject['data']['object'],
): Promise<void> {
  const claimed = await claimDeliveryFault(tx, type);
  const event: EventObject = {
    id: newId('evt'),
    object: 'event',
    api_version: request.apiVersion,
    created: unixTime(now),
    data: { object },
    livemode: false,
    pending_webhooks: 1,
    request: { id: request.id, idempotency_key: request.idempotencyKey },
    type,
    ...(claimed && { sandbox_fault: claimed.fault }),
  };
  await tx`
    insert into sandbox.events (id, type, data, next_attempt_at)
    values (${event.id}, ${type}, ${JSON.stringify(event)}::text::jsonb, ${firstAttempt(tx, claimed)})`;
}

function firstAttempt(tx: Tx, claimed: Claimed<DeliveryFault> | null) {
  const after = (ms: number) => tx`now() + make_interval(secs => ${ms / 1000}::float8)`;
  switch (claimed?.fault) {
    case 'late':
      return after(claimed.delayMs);
    case 'out_of_order':
      return after(claimed.delayMs || HELD_BACK_MS);
    case 'never':
      return tx`'infinity'`;
    case 'twice':
    case undefined:
      return tx`now()`;
  }
}

/** Notes that an event was taken, and lets go of the older ones that were held back for it. */
export async function noteDelivered(sql: Sql, { id, data }: EventObject): Promise<void> {
  await sql`
    with delivered as (update sandbox.events set delivered_at = now() where id = ${id})
    update sandbox.events set next_attempt_at = now()
    where delivered_at is null and next_attempt_at > now() and attempts = 0 and id <> ${id}
      and data ->> 'sandbox_fault' = 'out_of_order' and data #>> '{data,object,id}' = ${data.object.id}`;
}

/** Whether everything that a request has to tell was taken by the receiver, or never will be. */
export async function isDelivered(sql: Sql, requestId: string): Promise<boolean> {
  const [row] = await sql<{ waiting: boolean }[]>`
    select exists (
      select from sandbox.events
      where created_at > now() - interval '1 minute' and data #>> '{request,id}' = ${requestId}
        and delivered_at is null and next_attempt_at < 'infinity') as waiting`;
  return row?.waiting === false;
}

/** GET /v1/events/:id */
export async function retrieveEvent({ tx, id }: Call): Promise<Reply> {
  const [row] = await tx<{ data: EventObject }[]>`
    select data from sandbox.events where id = ${id} and type <> ${STEP}`;
  if (!row) throw missing('event', id, 'id');
  return { status: 200, body: sent(row.data) };
}

/** The event as others get to see it. */
export function sent(event: EventObject): object {
  return { ...event, sandbox_fault: undefined };
}
