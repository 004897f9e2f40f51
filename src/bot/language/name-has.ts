import { isUnit } from './lexicon.ts';
import { tokens } from './tokens.ts';

const words = (text: string) =>
  tokens(text, isUnit).flatMap(({ kind, key }) => (kind === 'word' || kind === 'number' ? [key] : []));

/**
 * Whether a product's name has the words, in that order and with nothing between them: "iPhone 6" has "iphone 6". A
 * number that a unit follows is a size and not a name: "Rice 5 kg" does not have "rice 5", but has "rice 5 kg".
 */
export function nameHas(name: string, asked: string): boolean {
  const all = words(name);
  const some = words(asked);
  if (some.length === 0) return false;
  return all.some((_, start) => {
    if (!some.every((word, place) => all[start + place] === word)) return false;
    const next = all[start + some.length];
    return !(/^\d+$/.test(some.at(-1) ?? '') && next !== undefined && isUnit(next));
  });
}
