import { hash, verify } from '@node-rs/argon2';
import { z } from 'zod';
import { PASSWORD_LENGTH } from './rules.ts';

/** Characters as people count them, and one form of each: the same word from another keyboard is the same password. */
export const passwordText = z
  .string()
  .transform((text) => text.normalize('NFKC'))
  .refine((text) => {
    const { length } = Array.from(text);
    return length >= PASSWORD_LENGTH.min && length <= PASSWORD_LENGTH.max;
  }, `A password has ${PASSWORD_LENGTH.min} to ${PASSWORD_LENGTH.max} characters.`);

/** The input of whoever gives a password. What none can be is refused as such, and is no try. */
export const passwordInput = z.object({ password: passwordText });

/** Argon2id. It takes tens of milliseconds on purpose: never inside a transaction. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

export function isPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password);
}
