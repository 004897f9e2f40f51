/** Crockford's base 32: no i, l, o, u, so that an id read aloud is not misheard. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LETTERS = ALPHABET.split('');
const LENGTH = 26;
const HEX = new Map('0123456789abcdef'.split('').map((digit, value) => [digit.charCodeAt(0), value]));

/** 128 bits in hex as 26 letters. Plain arithmetic, because every id of every answer passes here. */
export function toBase32(uuid: string): string {
  // 26 letters are 130 bits: the first letter carries three.
  let text = '';
  let bits = 0;
  let held = 2;
  for (let i = 0; i < uuid.length; i++) {
    const value = HEX.get(uuid.charCodeAt(i));
    if (value === undefined) continue;
    bits = (bits << 4) | value;
    held += 4;
    if (held >= 5) {
      held -= 5;
      text += LETTERS[bits >> held];
      bits &= (1 << held) - 1;
    }
  }
  return text;
}

/** 26 letters back into a UUID; null when they are not one. */
export function fromBase32(text: string): string | null {
  if (text.length !== LENGTH) return null;
  let bits = 0n;
  for (const letter of text) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) return null;
    bits = (bits << 5n) | BigInt(value);
  }
  if (bits >> 128n !== 0n) return null;
  const hex = bits.toString(16).padStart(32, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
