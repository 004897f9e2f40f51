import type { FormattedExecutionResult } from 'graphql';
import type { LogEvent } from '../events/reader.ts';

/** What is sent for an event: the form of Standard Webhooks around what the webhook's document gave. */
export function bodyOf(event: LogEvent, result: FormattedExecutionResult): string {
  const { data = null, errors } = result;
  const timestamp = event.occurredAt.toISOString();
  return JSON.stringify({ type: event.type, timestamp, data, ...(errors && { errors }) });
}

/**
 * The `webhook-id`: of the log and the event in it, so that every try and every replay of one event says the same, and
 * receivers can tell repeats apart.
 */
export function deliveryKey(logId: string, eventId: bigint): string {
  return `evt_${logId.slice(0, 8)}_${eventId}`;
}
