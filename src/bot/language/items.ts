import { MAX_ITEMS, MAX_QUANTITY, type Item } from '../rules.ts';
import { fold } from './clean.ts';
import { LEXICONS, isSmall } from './lexicon.ts';
import { countedAt, countedLast, timesIn, type Spoken } from './quantities.ts';
import type { Token } from './tokens.ts';

function trimmed(pieces: readonly Token[]): readonly Token[] {
  const means = ({ kind, key }: Token) => kind !== 'word' || !isSmall(key);
  return pieces.slice(pieces.findIndex(means), pieces.findLastIndex(means) + 1);
}

export const textOf = (pieces: readonly Token[]): string =>
  pieces
    .filter(({ kind }) => kind !== 'break')
    .map(({ raw }) => raw)
    .join(' ');

/** A number that can be ordered, or 0. */
const inRange = (quantity: number) =>
  Number.isInteger(quantity) && quantity >= 1 && quantity <= MAX_QUANTITY ? quantity : 0;

/** What a part of a message asks for, and whether it says how many; null when it names nothing. */
export function itemOf(
  part: readonly Token[],
  spoken: Spoken,
): { readonly item: Item; readonly isCounted: boolean } | null {
  const all = part.filter(({ kind }) => kind !== 'break');
  const pieces = all.some(({ kind }) => kind === 'word') ? all.filter(({ kind }) => kind !== 'emoji') : all;
  const times = timesIn(pieces);
  const leading = countedAt(pieces, 0, spoken);
  const found = times ?? (leading ? { at: 0, counted: leading } : countedLast(pieces, spoken));
  const rest = found
    ? [...pieces.slice(0, found.at), ...pieces.slice(found.at + found.counted.length)]
    : pieces;
  const words = textOf(trimmed(rest));
  if (words === '' || trimmed(rest).every(({ kind }) => kind === 'number')) return null;
  const whole = textOf(pieces);
  return {
    item: {
      words,
      quantity: found ? inRange(found.counted.quantity) : 1,
      whole: times || whole === words ? null : whole,
    },
    isCounted: found !== null,
  };
}

function isAnd(pieces: readonly Token[], at: number, spoken: Spoken): boolean {
  const key = pieces[at]?.key ?? '';
  const beforeNumber = countedAt(pieces, at + 1, spoken) !== null;
  return LEXICONS.some(({ and, language }) =>
    beforeNumber ? and.includes(key) : and[0] === key && spoken.has(language),
  );
}

/** "2 rice 3 milk": in a part that began with a quantity, another one begins the next, if words come after it. */
function startsNext(pieces: readonly Token[], at: number, part: readonly Token[], spoken: Spoken): boolean {
  if (part.length < 2 || part.at(-1)?.kind !== 'word' || part.at(-1)?.key === 'x') return false;
  const isNumber = pieces[at]?.kind === 'number';
  const counted = countedAt(pieces, at, isNumber ? spoken : new Set());
  return (
    counted !== null && pieces[at + counted.length]?.kind === 'word' && countedAt(part, 0, spoken) !== null
  );
}

/** A message in the parts that ask for one thing each. */
export function partsOf(pieces: readonly Token[], spoken: Spoken): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  pieces.forEach((piece, at) => {
    const part = parts.at(-1) ?? [];
    if (piece.kind === 'break' || isAnd(pieces, at, spoken)) parts.push([]);
    else if (startsNext(pieces, at, part, spoken)) parts.push([piece]);
    else part.push(piece);
  });
  return parts.filter((part) => part.length > 0).slice(0, MAX_ITEMS);
}

/** The same thing twice is one item with both quantities, or with a number that can't be ordered. */
export function merged(items: readonly Item[]): readonly Item[] {
  const byWords = new Map<string, Item>();
  for (const item of items) {
    const key = fold(item.words);
    const same = byWords.get(key);
    const sum = same ? same.quantity + item.quantity : item.quantity;
    const isGood = sum <= MAX_QUANTITY && item.quantity > 0 && same?.quantity !== 0;
    byWords.set(key, same ? { ...same, quantity: isGood ? sum : 0, whole: null } : item);
  }
  return [...byWords.values()];
}
