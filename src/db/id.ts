import { v7 } from 'uuid';

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

/** Ids are made here and not by the database: Postgres 15 has no uuidv7(), and the row's id is often needed first. */
export function newId<Noun extends string>(): Id<Noun> {
  return v7() as Id<Noun>;
}

/** Crockford's base 32: no i, l, o, u, so that an id read aloud is not misheard. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const ENCODED_LENGTH = 26;

/** The public form of an id: `ord_01k5...`, a prefix for the noun and the 128 bits in base 32. */
export function encodeId(prefix: string, uuid: string): string {
  let bits = BigInt(`0x${uuid.replaceAll('-', '')}`);
  let text = '';
  for (let i = 0; i < ENCODED_LENGTH; i++) {
    text = ALPHABET.charAt(Number(bits & 31n)) + text;
    bits >>= 5n;
  }
  return `${prefix}_${text}`;
}

/** Reads a public id back; null when it is not one (wrong shape, unknown letter, more than 128 bits). */
export function decodeId(text: string): { prefix: string; uuid: string } | null {
  const match = /^([a-z]+)_([0-9a-z]{26})$/.exec(text);
  if (!match?.[1] || !match[2]) return null;
  let bits = 0n;
  for (const letter of match[2]) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) return null;
    bits = (bits << 5n) | BigInt(value);
  }
  if (bits >> 128n !== 0n) return null;
  const hex = bits.toString(16).padStart(32, '0');
  const uuid = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  return { prefix: match[1], uuid };
}
