import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { counter, createdAt, instant, primaryId, reference, updatedAt } from '../db/columns.ts';
import type { EventType } from '../events/catalogue.ts';
import { partnerApps } from '../partners/tables.ts';
import { DELIVERY_STATES, WEBHOOK_STATES } from './rules.ts';

/** An address at which a partner app is told what its document selects. */
export const webhooks = pgTable(
  'webhooks',
  {
    id: primaryId<'webhook'>(),
    appId: reference<'partnerApp'>()
      .notNull()
      .references(() => partnerApps.id),
    url: text().notNull(),
    /** A GraphQL subscription without variables; see document.ts. */
    document: text().notNull(),
    /** Signs what is sent. It has to be known in clear for that; it is shown when it is made, and never again. */
    secret: text().notNull(),
    /** The one before it: signs as well, until then. */
    previousSecret: text(),
    previousSecretExpiresAt: instant(),
    state: text({ enum: WEBHOOK_STATES }).notNull().default('ACTIVE'),
    /** Why nothing is sent; null while it is. */
    pauseReason: text(),
    /** Every event up to here has been made a delivery, or was not for it. */
    position: counter().notNull(),
    /** Deliveries that were given up, one after the other, since the last that arrived. */
    failuresInRow: integer().notNull().default(0),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('webhooks_app_idx').on(t.appId, t.id),
    index('webhooks_active_idx')
      .on(t.id)
      .where(sql`${t.state} = 'ACTIVE'`),
    check('webhooks_paused_for_a_reason', sql`(${t.state} = 'PAUSED') = (${t.pauseReason} is not null)`),
    check(
      'webhooks_previous_secret_ends',
      sql`(${t.previousSecret} is null) = (${t.previousSecretExpiresAt} is null)`,
    ),
  ],
);

/** A part of the log that is made into deliveries again. */
export const webhookReplays = pgTable(
  'webhook_replays',
  {
    id: primaryId<'webhookReplay'>(),
    webhookId: reference<'webhook'>()
      .notNull()
      .references(() => webhooks.id),
    /** Behind this position, and up to the other one. */
    fromPosition: counter().notNull(),
    toPosition: counter().notNull(),
    /** How far it has come. */
    position: counter().notNull(),
    createdAt: createdAt(),
    finishedAt: instant(),
    /** Why it ended before its end; null when it did not. */
    failure: text(),
  },
  (t) => [
    index('webhook_replays_webhook_idx').on(t.webhookId, t.id),
    check(
      'webhook_replays_in_range',
      sql`${t.fromPosition} <= ${t.position} and ${t.position} <= ${t.toPosition}`,
    ),
  ],
);

/** What is sent to a webhook for one event: made once, and the same at every try. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: primaryId<'webhookDelivery'>(),
    webhookId: reference<'webhook'>()
      .notNull()
      .references(() => webhooks.id),
    /** Null for what was sent when it happened. */
    replayId: reference<'webhookReplay'>().references(() => webhookReplays.id),
    /** Of the event in the log, and its id: the `webhook-id` header, by which receivers tell repeats apart. */
    position: counter().notNull(),
    eventId: bigint({ mode: 'bigint' }).notNull(),
    eventType: text().$type<EventType>().notNull(),
    /** Deliveries of a subject are sent one after the other, in the order of the log. */
    subjectId: uuid().notNull(),
    body: text().notNull(),
    state: text({ enum: DELIVERY_STATES }).notNull().default('PENDING'),
    attempts: integer().notNull().default(0),
    /** Not before; null once it is over. */
    nextAttemptAt: instant(),
    createdAt: createdAt(),
    finishedAt: instant(),
  },
  (t) => [
    unique('webhook_deliveries_once').on(t.webhookId, t.replayId, t.position).nullsNotDistinct(),
    index('webhook_deliveries_webhook_idx').on(t.webhookId, t.id),
    index('webhook_deliveries_pending_idx')
      .on(t.webhookId, t.subjectId, t.id)
      .where(sql`${t.state} = 'PENDING'`),
    // Owners look for what failed, which is rare among what arrived.
    index('webhook_deliveries_failed_idx')
      .on(t.webhookId, t.id)
      .where(sql`${t.state} = 'FAILED'`),
    index('webhook_deliveries_created_idx').on(t.createdAt),
    check('webhook_deliveries_pending_or_over', sql`(${t.state} = 'PENDING') = (${t.finishedAt} is null)`),
  ],
);

/** One try to send a delivery, and what was answered. */
export const webhookAttempts = pgTable(
  'webhook_attempts',
  {
    deliveryId: reference<'webhookDelivery'>().notNull(),
    number: integer().notNull(),
    startedAt: instant().notNull(),
    durationMs: integer().notNull(),
    /** Of the HTTP answer; null when there was none. */
    status: integer(),
    /** The beginning of its body; null when there was none. */
    answer: text(),
    /** What went wrong, in words; null when it arrived. */
    error: text(),
  },
  (t) => [
    primaryKey({ name: 'webhook_attempts_pkey', columns: [t.deliveryId, t.number] }),
    foreignKey({
      name: 'webhook_attempts_delivery_id_fk',
      columns: [t.deliveryId],
      foreignColumns: [webhookDeliveries.id],
    }).onDelete('cascade'),
  ],
);

export type Webhook = typeof webhooks.$inferSelect;
export type WebhookReplay = typeof webhookReplays.$inferSelect;
export type WebhookDelivery = typeof webhookDeliveries.$inferSelect;
export type WebhookAttempt = typeof webhookAttempts.$inferSelect;
