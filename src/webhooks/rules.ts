import { UserError } from '../errors.ts';

export const WEBHOOK_STATES = ['ACTIVE', 'PAUSED', 'DELETED'] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];

/** `DROPPED`: the webhook was deleted first, or what it was waiting for was given up by its owner. */
export const DELIVERY_STATES = ['PENDING', 'DELIVERED', 'FAILED', 'DROPPED'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Webhooks that an app can have. */
export const MOST_WEBHOOKS = 20;

export class TooManyWebhooksError extends UserError {
  readonly code = 'TOO_MANY_WEBHOOKS';
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
