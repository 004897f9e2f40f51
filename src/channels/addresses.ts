import { randomBytes } from 'node:crypto';
import { encodeId, type ImageId, type ProductId } from '../db/id.ts';

/** 256 random bits: who has the address has the feed, and nobody guesses one. */
export function newFeedSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What a secret looks like: anything else is not looked for. */
export const FEED_SECRET = /^[\w-]{43}$/;

/** `publicUrl` is that of the server, without a slash at the end. */
export function feedAddress(publicUrl: string, secret: string): string {
  return `${publicUrl}/feeds/${secret}.csv`;
}

export function productAddress(publicUrl: string, id: ProductId): string {
  return `${publicUrl}/products/${encodeId('prd', id)}`;
}

export function imageAddress(publicUrl: string, id: ImageId): string {
  return `${publicUrl}/images/${encodeId('img', id)}`;
}
