/**
 * Ranges of issuer numbers, and how long a number of each is.
 * From ISO/IEC 7812 and the networks' own pages: https://en.wikipedia.org/wiki/Payment_card_number
 */
const NETWORKS: readonly { readonly prefix: RegExp; readonly lengths: readonly number[] }[] = [
  { prefix: /^4/, lengths: [16, 19] }, // Visa
  { prefix: /^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] }, // Mastercard
  { prefix: /^3[47]/, lengths: [15] }, // American Express
  { prefix: /^(60|64[4-9]|65|81|82|508)/, lengths: [16] }, // Discover, RuPay
  { prefix: /^35(2[89]|[3-8])/, lengths: [16] }, // JCB
  { prefix: /^62/, lengths: [16, 17, 18, 19] }, // UnionPay
  { prefix: /^(36|38|39|30[0-5])/, lengths: [14] }, // Diners Club
];
const SHORTEST = 14;
const LONGEST = 19;

/** Digits of a phone number in E.164, after its plus. */
const LONGEST_PHONE = 15;

/** Digits in groups, with a space or a dash between one and the next, as people write card numbers. */
const GROUPS = /\d+(?:[ \u00a0\u202f\-\u2010-\u2015]\d+)*/g;

/** Groups of hexadecimal digits: one of 40,000 random ones has decimal digits that would pass for a card's number. */
const UUID = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi;

/**
 * Whether a text holds the number of a payment card. A number that goes on in letters or more digits is
 * something else (an id, a barcode), and so is one that begins with a plus and is short enough for a phone.
 */
export function hasCardNumber(text: string): boolean {
  return text.length >= SHORTEST && digitsHoldCard(text) && digitsHoldCard(text.replaceAll(UUID, '#'));
}

function digitsHoldCard(text: string): boolean {
  for (const match of text.matchAll(GROUPS)) {
    if (match[0].length < SHORTEST) continue;
    const before = text.charAt(match.index - 1);
    const after = text.charAt(match.index + match[0].length);
    if (groupsHoldCard(match[0].split(/\D/), before, after)) return true;
  }
  return false;
}

/** A card's number may stand among other numbers: an expiry date, an amount. */
function groupsHoldCard(groups: readonly string[], before: string, after: string): boolean {
  for (let first = 0; first < groups.length; first++) {
    if (first === 0 && isWordPart(before)) continue;
    let digits = '';
    for (let last = first; last < groups.length && digits.length <= LONGEST; last++) {
      digits += groups[last] ?? '';
      if (last === groups.length - 1 && isWordPart(after)) break;
      const isPhone = first === 0 && before === '+' && digits.length <= LONGEST_PHONE;
      if (!isPhone && isCardNumber(digits)) return true;
    }
  }
  return false;
}

function isWordPart(character: string): boolean {
  return /[\p{L}_]/u.test(character);
}

function isCardNumber(digits: string): boolean {
  const isKnown = NETWORKS.some(
    ({ prefix, lengths }) => lengths.includes(digits.length) && prefix.test(digits),
  );
  return isKnown && passesLuhn(digits);
}

/** The check digit of ISO/IEC 7812-1, annex B. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Whether a card's number stands anywhere in a JSON value: in a text, a number or a key. Files are not read. */
export function holdsCardNumber(value: unknown): boolean {
  const waiting = [value];
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (typeof one === 'string' && hasCardNumber(one)) return true;
    if (typeof one === 'number' && hasCardNumber(String(one))) return true;
    if (Array.isArray(one)) for (const item of one) waiting.push(item);
    else if (ArrayBuffer.isView(one)) continue;
    else if (typeof one === 'object' && one !== null) {
      for (const [key, item] of Object.entries(one)) waiting.push(key, item);
    }
  }
  return false;
}
