import { randomBytes } from 'node:crypto';

/** What a webhook signs with, in the form of Standard Webhooks: 256 random bits behind their prefix. */
export function newSigningSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}
