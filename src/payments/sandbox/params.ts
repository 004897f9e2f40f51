/**
 * Form-encoded parameters, as the SDK writes them: `amount=100&metadata[a]=b&created[gte]=7&types[0]=card`.
 */
import { invalid } from './errors.ts';

export type Params = ReadonlyMap<string, string>;

/**
 * A path that could hold a card's number or code, such as `payment_method_data[card][number]` or `card[cvc]`.
 * Not said back, hashed, logged or stored: refused before anything else looks at the request.
 */
const CARD_DATA = /(^|\[)(card|source|payment_method_data)(\]|\[)(.*\[)?(number|cvc)\]/;

export function readParams(encoded: string): Params {
  const params = new Map(new URLSearchParams(encoded));
  for (const [name, value] of params) {
    // Postgres has no character zero.
    if (`${name}${value}`.includes('\0')) throw invalid('Invalid character in a parameter.');
    if (CARD_DATA.test(name)) {
      throw invalid('Card numbers are not taken here: send the token that the card fields made.', {
        code: 'raw_card_data_refused',
      });
    }
  }
  return params;
}

/** `allowed` names the outer parts: `metadata` allows `metadata[a]`. */
export function refuseUnknown(params: Params, allowed: readonly string[]): void {
  for (const name of params.keys()) {
    const outer = name.split('[', 1)[0] ?? '';
    if (allowed.includes(outer)) continue;
    throw invalid(`Received unknown parameter: ${outer}`, { code: 'parameter_unknown', param: outer });
  }
}

export function text(params: Params, name: string): string | null {
  return params.get(name) || null;
}

export function requiredText(params: Params, name: string): string {
  const value = text(params, name);
  if (value !== null) return value;
  throw invalid(`Missing required param: ${name}.`, { code: 'parameter_missing', param: name });
}

/**
 * A whole number from 1 up to eight digits, as far as Stripe goes; twelve for the currencies with many
 * digits.
 */
export function amount(params: Params, name: string): number {
  const value = requiredText(params, name);
  if (/^[1-9]\d{0,11}$/.test(value)) return Number(value);
  throw invalid(`Invalid positive integer`, { code: 'parameter_invalid_integer', param: name });
}

export function wholeNumber(params: Params, name: string, absent: number): number {
  const value = text(params, name);
  if (value === null) return absent;
  if (/^\d{1,12}$/.test(value)) return Number(value);
  throw invalid(`Invalid integer`, { code: 'parameter_invalid_integer', param: name });
}

/** The entries below a name: `metadata[a]=b` gives { a: 'b' }. */
export function group(params: Params, name: string): Record<string, string> {
  const entries = [...params]
    .filter(([key]) => key.startsWith(`${name}[`) && key.endsWith(']'))
    .map(([key, value]): [string, string] => [key.slice(name.length + 1, -1), value]);
  return Object.fromEntries(entries);
}
