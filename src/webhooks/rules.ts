import { UserError } from '../errors.ts';

export const WEBHOOK_STATES = ['ACTIVE', 'PAUSED', 'DELETED'] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];

/** `DROPPED`: the webhook was deleted first, or what it was waiting for was given up by its owner. */
export const DELIVERY_STATES = ['PENDING', 'DELIVERED', 'FAILED', 'DROPPED'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Webhooks that an app can have. */
export const MOST_WEBHOOKS = 20;

/** Bytes of a webhook's document. */
export const LONGEST_DOCUMENT = 10_000;

/** Replays of a webhook that run at the same time. */
export const MOST_REPLAYS = 3;

/** How long a secret goes on to sign that another one has taken the place of: unless said otherwise, and at most. */
export const OVERLAP_HOURS = 24;
export const MOST_OVERLAP_HOURS = 168;

/** The reason of a pause that somebody wanted. */
export const PAUSED_BY_OWNER = 'Paused by its owner.';

/** What signs at a moment: the secret, and the one before it until its time is over. */
export function secretsInForce(
  webhook: { secret: string; previousSecret: string | null; previousSecretExpiresAt: Date | null },
  now: Date,
): string[] {
  const { secret, previousSecret, previousSecretExpiresAt } = webhook;
  const overlaps =
    previousSecret !== null && previousSecretExpiresAt !== null && previousSecretExpiresAt > now;
  return overlaps ? [secret, previousSecret] : [secret];
}

export class TooManyWebhooksError extends UserError {
  readonly code = 'TOO_MANY_WEBHOOKS';
}

export class TooManyReplaysError extends UserError {
  readonly code = 'TOO_MANY_REPLAYS';
}

/** There is nothing that a document could be tried on. */
export class NoSuchEventError extends UserError {
  readonly code = 'NOT_FOUND';
}

export class DocumentRefusedError extends UserError {
  readonly code = 'DOCUMENT_REFUSED';
}

export class AddressRefusedError extends UserError {
  readonly code = 'ADDRESS_REFUSED';
}

export class RangeExpiredError extends UserError {
  readonly code = 'RANGE_EXPIRED';
}
