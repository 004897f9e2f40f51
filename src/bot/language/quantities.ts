import type { Language } from '../rules.ts';
import { LEXICONS, isUnit } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** Whose everyday words count as numbers: see `doubtful`. */
export type Spoken = ReadonlySet<Language>;

interface Counted {
  readonly quantity: number;
  /** How many pieces say it. */
  readonly length: number;
}

const HALF = Number.NaN;

/** The number in words that begins at a place; "dua belas" is one of two words. */
function spelled(pieces: readonly Token[], at: number, spoken: Spoken): Counted | null {
  for (const length of [2, 1]) {
    const part = pieces.slice(at, at + length);
    if (part.length < length || part.some(({ kind }) => kind !== 'word')) continue;
    const key = part.map((piece) => piece.key).join(' ');
    const isMeasured = isUnit(pieces[at + length]?.key ?? '') || isDozen(pieces[at + length]);
    for (const { numbers, doubtful, language } of LEXICONS) {
      const quantity = numbers.get(key);
      if (quantity === undefined) continue;
      if (isMeasured || spoken.has(language) || !doubtful.has(key)) return { quantity, length };
    }
  }
  return null;
}

const isDozen = (piece: Token | undefined) => LEXICONS.some(({ dozen }) => dozen.has(piece?.key ?? ''));
const isHalf = (piece: Token | undefined) => LEXICONS.some(({ half }) => half.has(piece?.key ?? ''));
const unitAt = (pieces: readonly Token[], at: number) => (isUnit(pieces[at]?.key ?? '') ? 1 : 0);

/** The quantity that begins at a place, with its unit: "2", "two kilos", "a dozen", "half a kilo". */
export function countedAt(pieces: readonly Token[], at: number, spoken: Spoken): Counted | null {
  const piece = pieces[at];
  if (!piece) return null;
  if (isHalf(piece)) {
    const article = spelled(pieces, at + 1, spoken)?.quantity === 1 ? 1 : 0;
    const unit = unitAt(pieces, at + 1 + article);
    return unit > 0 ? { quantity: HALF, length: 1 + article + unit } : null;
  }
  if (isDozen(piece)) return { quantity: 12, length: 1 + unitAt(pieces, at + 1) };
  const one = piece.kind === 'number' ? { quantity: piece.value, length: 1 } : spelled(pieces, at, spoken);
  if (!one) return null;
  const next = at + one.length;
  if (isDozen(pieces[next])) return { quantity: one.quantity * 12, length: one.length + 1 };
  if (isHalf(pieces[next]) && unitAt(pieces, next + 1)) return { quantity: HALF, length: one.length + 2 };
  return { quantity: one.quantity, length: one.length + unitAt(pieces, next) };
}

/** "2x", "x2", "2 x", "x 2", wherever it stands. */
export function timesIn(pieces: readonly Token[]): { at: number; counted: Counted } | null {
  for (const [at, piece] of pieces.entries()) {
    const next = pieces[at + 1];
    if (piece.kind === 'number' && piece.times) return { at, counted: { quantity: piece.value, length: 1 } };
    if (piece.kind === 'number' && next?.key === 'x')
      return { at, counted: { quantity: piece.value, length: 2 } };
    if (piece.key === 'x' && next?.kind === 'number' && at > 0)
      return { at, counted: { quantity: next.value, length: 2 } };
  }
  return null;
}

/** A quantity at the very end: "rice 2", "chawal do kilo". The longest that ends there. */
export function countedLast(
  pieces: readonly Token[],
  spoken: Spoken,
): { at: number; counted: Counted } | null {
  for (const at of [pieces.length - 3, pieces.length - 2, pieces.length - 1]) {
    const counted = at > 0 ? countedAt(pieces, at, spoken) : null;
    if (counted && at + counted.length === pieces.length) return { at, counted };
  }
  return null;
}
