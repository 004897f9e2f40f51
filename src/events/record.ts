import type { Tx } from '../context.ts';
import type { EventPayload, EventType } from './catalogue.ts';

export interface NewEvent {
  readonly type: EventType;
  /** What the event is about: its events are numbered 1, 2, 3 ... without a gap. */
  readonly subjectId: string;
  readonly topics: readonly string[];
  readonly payload: EventPayload;
}

/**
 * Writes an event in the transaction that makes it true. Call it last: taking the subject's number locks the
 * subject until the commit, which is what keeps its events in order.
 */
export async function record(tx: Tx, event: NewEvent): Promise<void> {
  await tx.sql`
    /* event_record */
    with subject as (
      insert into event_subjects as s (subject_id, sequence) values (${event.subjectId}, 1)
      on conflict (subject_id) do update set sequence = s.sequence + 1
      returning s.sequence
    )
    insert into outbox (type, subject_id, sequence, topics, payload, occurred_at)
    select ${event.type}, ${event.subjectId}, sequence, ${[...event.topics]},
           ${JSON.stringify(event.payload)}, ${tx.now().toISOString()}
    from subject`;
  tx.afterCommit(() => tx.app.feed.nudge());
}

/** The same for many subjects in one statement. Each subject is in the list once. */
export async function recordAll(tx: Tx, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const given = events.map(({ type, subjectId, topics, payload }, place) => ({
    place,
    type,
    subject_id: subjectId,
    topics,
    payload,
  }));
  await tx.sql`
    /* event_record_all */
    with given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(given)}::text::jsonb)
        as g (place int, type text, subject_id uuid, topics text[], payload jsonb)
    ), subjects as (
      insert into event_subjects as s (subject_id, sequence)
      select subject_id, 1 from given order by subject_id
      on conflict (subject_id) do update set sequence = s.sequence + 1
      returning subject_id, sequence
    )
    insert into outbox (type, subject_id, sequence, topics, payload, occurred_at)
    select type, subject_id, sequence, topics, payload, ${tx.now().toISOString()}
    from given join subjects using (subject_id) order by place`;
  tx.afterCommit(() => tx.app.feed.nudge());
}
