import type { NamedProduct } from './rules.ts';

/**
 * Which of a shop's products some words mean, out of those that a search has found, best first. Only what leaves no
 * doubt: the name itself, or the one product that has all of the words. Everything else is offered to choose from.
 */
export function productMeant(words: string, found: readonly NamedProduct[]): NamedProduct | null {
  const wanted = tokensOf(words);
  if (wanted.length === 0) return null;
  const named = found.filter(({ name }) => tokensOf(name).join(' ') === wanted.join(' '));
  if (named.length > 0) return named.length === 1 ? (named[0] ?? null) : null;
  const withAll = found.filter(({ name }) => hasAll(tokensOf(name), wanted));
  return withAll.length === 1 ? (withAll[0] ?? null) : null;
}

function hasAll(tokens: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((word) => tokens.includes(word));
}

/** Words without case, accents, signs and a plural's ending. */
function tokensOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')
    .map(singular);
}

/** Rough, and the same on both sides: "tomatoes" and "tomato" meet, and so do "apples" and "apple". */
function singular(word: string): string {
  return word.length > 3 ? word.replace(/s$/, '').replace(/e$/, '') : word;
}
