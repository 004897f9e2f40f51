import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** A session token: 256 random bits, with a prefix that secret scanners can look for. */
export function newToken(): string {
  return `bottega_${randomBytes(32).toString('base64url')}`;
}

/** A token is random enough to be hashed without salt, so that it can be looked up by its hash. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export function newCode(): string {
  return randomInt(1_000_000).toString().padStart(6, '0');
}

/** Bound to the phone, so that equal codes of two phones don't look equal in a dump. */
export function hashCode(phone: string, code: string): Buffer {
  return createHash('sha256').update(`${phone}:${code}`).digest();
}

export function sameHash(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
