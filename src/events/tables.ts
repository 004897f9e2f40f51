import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
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

/**
 * The log that every live stream reads: dense positions in an order that never changes. In partitions by position, each of
 * some time: see retain.ts, and event_log_cut in the migrations, which makes them. What Postgres can't keep unique over
 * partitions is unique in each of them, by indexes that Drizzle does not know: (id) and (subject_id, sequence). Over all
 * of the log the head's lock and event_subjects see to it, and the doctor looks.
 */
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
    /** Never before that of an earlier position. */
    stampedAt: instant().notNull().defaultNow(),
  },
  (t) => [index('event_log_topics_idx').using('gin', t.topics)],
);

/** One row: where the log begins and ends, and which log this is, so that a cursor of another one is refused. */
export const eventLogHead = pgTable(
  'event_log_head',
  {
    one: integer().primaryKey().default(1),
    logId: uuid()
      .notNull()
      .default(sql`gen_random_uuid()`),
    /** The last position given out. */
    position: counter().notNull().default(0),
    /** The first position that is still kept; the next one to be given out when none is. */
    oldest: counter().notNull().default(1),
    /** When the last position was given out. */
    stampedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    check('event_log_head_one_row', sql`${t.one} = 1`),
    check('event_log_head_oldest_in_range', sql`${t.oldest} between 1 and ${t.position} + 1`),
  ],
);
