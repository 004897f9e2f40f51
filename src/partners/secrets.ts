import { randomBytes } from 'node:crypto';

/** What every API key begins with: it tells keys from sessions, and secret scanners what to look for. */
const KEY_PREFIX = 'btg_';

/** An API key: 256 random bits. Like a session's token it is hashed without salt, see hashToken. */
export function newKey(): string {
  return `${KEY_PREFIX}${randomBytes(32).toString('base64url')}`;
}

export function isKey(token: string): boolean {
  return token.startsWith(KEY_PREFIX);
}
