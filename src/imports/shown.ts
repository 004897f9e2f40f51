import { hasCardNumber } from '../card-numbers.ts';
import { SHOWN_CHARACTERS } from './rules.ts';

/** A piece of the file as it may be shown and kept: short, without control characters; null when a card's number is in it. */
export function shown(text: string): string | null {
  // What begins within the part that is shown ends within twice of it.
  const part = text.slice(0, SHOWN_CHARACTERS * 2);
  if (hasCardNumber(part)) return null;
  const short = part.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
  return short.slice(0, SHOWN_CHARACTERS).toWellFormed();
}
