import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { counter, instant } from '../db/columns.ts';
import type { EventPayload, EventType } from './catalogue.ts';

/** The gapless sequence of each subject; locking its row orders the subject's events. */
export const eventSubjects = pgTable('event_subjects', {
  subjectId: uuid().primaryKey(),
  sequence: counter().notNull(),
});

/** Events committed and not yet stamped; see record.ts and sequencer.ts. */
export const outbox = pgTable('outbox', {
  id: bigint({ mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
  type: text().$type<EventType>().notNull(),
  subjectId: uuid().notNull(),
  sequence: counter().notNull(),
  /** Who may be told: streams listen on topics. */
  topics: text().array().notNull(),
  /** Ids only: what they name is read afresh when the event is delivered. */
  payload: jsonb().$type<EventPayload>().notNull(),
  occurredAt: instant().notNull(),
});

/** The log that every live stream reads: dense positions in an order that never changes. */
export const eventLog = pgTable(
  'event_log',
  {
    position: counter().primaryKey(),
    /** The outbox row it was. */
    id: bigint({ mode: 'bigint' }).notNull(),
    type: text().$type<EventType>().notNull(),
    subjectId: uuid().notNull(),
    sequence: counter().notNull(),
    topics: text().array().notNull(),
    payload: jsonb().$type<EventPayload>().notNull(),
    occurredAt: instant().notNull(),
    stampedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('event_log_id_key').on(t.id),
    uniqueIndex('event_log_subject_key').on(t.subjectId, t.sequence),
    index('event_log_topics_idx').using('gin', t.topics),
  ],
);

/** One row: the last position given out, and which log this is, so that a cursor of another one is refused. */
export const eventLogHead = pgTable(
  'event_log_head',
  {
    one: integer().primaryKey().default(1),
    logId: uuid()
      .notNull()
      .default(sql`gen_random_uuid()`),
    position: counter().notNull().default(0),
  },
  (t) => [check('event_log_head_one_row', sql`${t.one} = 1`)],
);
