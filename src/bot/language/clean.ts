/** Longer than any message may be: what comes after is not read. */
const MAX_LENGTH = 4_096;

/** Zero-width characters, marks of direction and the like: they show nothing, and split words. */
const INVISIBLE = /[\p{Cf}\ufe00-\ufe0f]/gu;
/** Accents on letters that have a form without; vowel signs of Hindi are letters to their readers and stay. */
const ACCENTS = /[\u0300-\u036f]/gu;
/** The dot below of क़ and फ़, which many keyboards leave out. */
const NUKTA = /\u093c/gu;
/** The nasal signs of हाँ and हां, which stand for each other. */
const MOON_DOT = /\u0901/gu;
const APOSTROPHES = /['\u2018\u2019\u02bc`\u00b4]/gu;
const DIGIT = /\p{Nd}/gu;

/** Where the ten digits of the scripts begin that people of our countries write besides 0 to 9. */
const ZEROS = [
  0x06_60, 0x06_f0, 0x09_66, 0x09_e6, 0x0a_66, 0x0a_e6, 0x0b_66, 0x0b_e6, 0x0c_66, 0x0c_e6, 0x0d_66,
];

function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((zero) => code >= zero && code < zero + 10);
  return zero === undefined ? digit : String(code - zero);
}

/**
 * What was written, in one spelling: composed, full-width forms as their plain ones, digits as 0 to 9, without what
 * nobody sees. Case and accents stay: a search may want them. Cleaning what is clean changes nothing.
 */
export function clean(text: string): string {
  const visible = text.slice(0, MAX_LENGTH).toWellFormed().replaceAll(INVISIBLE, '');
  return visible.normalize('NFKC').replaceAll(INVISIBLE, '').replaceAll(DIGIT, plainDigit);
}

/** How words are compared: small letters, no accents, no apostrophes. Folding what is folded changes nothing. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(ACCENTS, '')
    .replaceAll(NUKTA, '')
    .replaceAll(MOON_DOT, '\u0902')
    .replaceAll(APOSTROPHES, '')
    .normalize('NFC');
}
