import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { InvalidInputError } from '../errors.ts';

/** Reads an international phone number into E.164, with the country it belongs to. */
export function parsePhone(text: string, path: readonly string[]): { phone: string; country: string } {
  const parsed = text.length <= 32 ? parsePhoneNumberFromString(text) : undefined;
  if (!parsed?.isValid() || !parsed.country) {
    throw new InvalidInputError('Give the phone number in full, from + and the country code on.', path);
  }
  return { phone: parsed.number, country: parsed.country };
}
