import { v7 } from 'uuid';
import { fromBase32, toBase32 } from './base32.ts';

/**
 * A row's id: a UUIDv7 as Postgres prints it, branded with the noun it names, so that an order's id
 * can't be passed where a product's is wanted.
 */
export type Id<Noun extends string> = string & { readonly __noun: Noun };

export type PersonId = Id<'person'>;
export type SessionId = Id<'session'>;
export type BusinessId = Id<'business'>;
export type ImageId = Id<'image'>;
export type ProductId = Id<'product'>;
export type ConversationId = Id<'conversation'>;
export type MessageId = Id<'message'>;
export type CartId = Id<'cart'>;
export type CartLineId = Id<'cartLine'>;
export type OrderId = Id<'order'>;
export type OrderLineId = Id<'orderLine'>;
export type ShipmentId = Id<'shipment'>;
export type CardId = Id<'card'>;
export type PaymentId = Id<'payment'>;
export type RefundId = Id<'refund'>;
export type AccountId = Id<'account'>;
export type JournalId = Id<'journal'>;
export type HoldId = Id<'hold'>;
export type TransferId = Id<'transfer'>;
export type MoneyRequestId = Id<'moneyRequest'>;
export type BankAccountId = Id<'bankAccount'>;
export type PayoutId = Id<'payout'>;
export type DiscrepancyId = Id<'discrepancy'>;
export type FeeRuleId = Id<'feeRule'>;
export type FeeChargeId = Id<'feeCharge'>;
export type InvoiceId = Id<'invoice'>;
export type TicketId = Id<'ticket'>;
/** There is one: see PLATFORM_PARTY. */
export type PlatformId = Id<'platform'>;
export type FeedId = Id<'feed'>;
export type ImportId = Id<'import'>;
export type PartnerAppId = Id<'partnerApp'>;
export type ApiKeyId = Id<'apiKey'>;
export type WebhookId = Id<'webhook'>;
export type WebhookDeliveryId = Id<'webhookDelivery'>;
export type WebhookReplayId = Id<'webhookReplay'>;
export type FeatureSwitchId = Id<'featureSwitch'>;

/** Ids are made here and not by the database: Postgres 15 has no uuidv7(), and the row's id is often needed first. */
export function newId<Noun extends string>(): Id<Noun> {
  return v7() as Id<Noun>;
}

/** The lowest id that could be made at a moment: ids begin with their time. */
export function firstIdAt(moment: Date): string {
  const hex = moment.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/** The public form of an id: `ord_01k5...`, a prefix for the noun and the 128 bits in base 32. */
export function encodeId(prefix: string, uuid: string): string {
  return `${prefix}_${toBase32(uuid)}`;
}

/** Reads a public id back; null when it is not one (wrong shape, unknown letter, more than 128 bits). */
export function decodeId(text: string): { prefix: string; uuid: string } | null {
  const match = /^([a-z]+)_([0-9a-z]{26})$/.exec(text);
  const uuid = match?.[2] && fromBase32(match[2]);
  return match?.[1] && uuid ? { prefix: match[1], uuid } : null;
}
