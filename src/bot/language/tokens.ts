import { clean, fold } from './clean.ts';

/** One piece of a message. */
export type Token =
  | { readonly kind: 'word'; readonly raw: string; readonly key: string }
  | {
      readonly kind: 'number';
      readonly raw: string;
      readonly key: string;
      /** Not always whole or in range. */
      readonly value: number;
      /** "2x", "x2": a quantity and nothing else. */
      readonly times: boolean;
    }
  /** A comma, a line break, a plus: what follows is another thing. */
  | { readonly kind: 'break'; readonly raw: string; readonly key: '' }
  | { readonly kind: 'emoji'; readonly raw: string; readonly key: '' };

// Each alternative starts with another kind of character and none nests a repetition: linear in the text.
const PIECES =
  /\d+(?:[.,/\u2044]\d+)+|[\p{L}\p{M}\p{N}'\u2018\u2019\u02bc`\u00b4]+|[-\u2212](?=\d)|[×*]|[,;\n\r+&|\u3001\u0964]|\p{Extended_Pictographic}/gu;

/** Longer numbers can't be ordered anyway. */
const MAX_DIGITS = 9;

function numberOf(digits: string): number {
  if (/^\d+$/.test(digits)) return digits.length > MAX_DIGITS ? Infinity : Number(digits);
  // "2.0" and "2,00" are two; anything else with a point, a comma or a stroke is no whole number that we'd guess.
  const whole = /^(\d{1,9})[.,]0{1,2}$/.exec(digits)?.[1];
  return whole === undefined ? Number.NaN : Number(whole);
}

const number = (raw: string, digits: string, times = false): Token => ({
  kind: 'number',
  raw,
  key: fold(raw),
  value: numberOf(digits),
  times,
});

const word = (raw: string): Token => ({ kind: 'word', raw, key: fold(raw) });

/** "2kg" is a number and a word; "x2" a number; "7up" and "500g" stay what they are. */
function run(raw: string, isUnit: (key: string) => boolean): Token[] {
  if (/^\d+$/.test(raw)) return [number(raw, raw)];
  const [, before, letters, after] = /^(\d*)(\D+)(\d*)$/.exec(raw) ?? [];
  if (letters === undefined) return [word(raw)];
  const isTimes = letters === 'x' || letters === 'X';
  if (isTimes && before && !after) return [number(raw, before, true)];
  if (isTimes && after && !before) return [number(raw, after, true)];
  if (before && !after && isUnit(fold(letters))) return [number(before, before), word(letters)];
  return fold(raw) === '' ? [] : [word(raw)];
}

/** A message in pieces, in their order. */
export function tokens(text: string, isUnit: (key: string) => boolean): readonly Token[] {
  const found: Token[] = [];
  let minus = false;
  for (const [piece] of clean(text).matchAll(PIECES)) {
    if (piece === '-' || piece === '\u2212') {
      // "-1 rice" is less than nothing; "rice -2" only has a dash in it.
      minus = found.length === 0;
      continue;
    }
    if (/^[,;\n\r+&|\u3001\u0964]$/u.test(piece)) found.push({ kind: 'break', raw: piece, key: '' });
    else if (piece === '×' || piece === '*') found.push({ kind: 'word', raw: piece, key: 'x' });
    else if (/^\d+[.,/\u2044]/.test(piece)) found.push(number(piece, piece));
    else if (/^\p{Extended_Pictographic}$/u.test(piece) && !/^\d$/.test(piece))
      found.push({ kind: 'emoji', raw: piece, key: '' });
    else found.push(...run(piece, isUnit));
    const last = found.at(-1);
    if (minus && last?.kind === 'number') {
      found[found.length - 1] = { ...last, raw: `-${last.raw}`, key: `-${last.key}`, value: -last.value };
    }
    minus = false;
  }
  return found;
}
