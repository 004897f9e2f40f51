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
