import { isSmall, type Lexicon, type Phrase } from './lexicon.ts';
import { begins, ends } from './phrases.ts';
import type { Token } from './tokens.ts';
import { isTypoOf } from './typos.ts';

export type VerbKind = 'add' | 'remove' | 'find';

export interface Verb {
  readonly kind: VerbKind;
  readonly lexicon: Lexicon;
  /** What is to be added, removed or found. */
  readonly rest: readonly Token[];
}

/** Taking out is asked first: "nahi chahiye" ends with a word for wanting. */
const KINDS = ['remove', 'find', 'add'] as const;

/** Small words before a verb ("please add") do not hide it. */
const MAX_SKIPPED = 4;

/** What a message wants done with the rest of it; the longest verb of the first lexicon wins, null when there is none. */
export function verbIn(pieces: readonly Token[], lexicons: readonly Lexicon[]): Verb | null {
  for (let skipped = 0; skipped <= MAX_SKIPPED && skipped < pieces.length; skipped++) {
    const rest = pieces.slice(skipped);
    const verb = longest(rest, lexicons) ?? mistyped(rest, lexicons);
    if (verb) return verb;
    if (!isSmall(pieces[skipped]?.key ?? '')) return null;
  }
  return null;
}

function longest(pieces: readonly Token[], lexicons: readonly Lexicon[]): Verb | null {
  const words = pieces.map(({ key }) => key);
  let best: { verb: Verb; length: number } | null = null;
  for (const lexicon of lexicons) {
    for (const kind of KINDS) {
      const before = lexicon[kind].before.find((phrase) => begins(words, phrase));
      const after = lexicon[kind].after.find((phrase) => ends(words, phrase));
      for (const [phrase, rest] of [
        [before, pieces.slice(before?.length)],
        [after, pieces.slice(0, words.length - (after?.length ?? 0))],
      ] as const) {
        if (phrase && phrase.length > (best?.length ?? 0))
          best = { verb: { kind, lexicon, rest }, length: phrase.length };
      }
    }
  }
  return best ? { ...best.verb, rest: withoutSecond(best.verb) } : null;
}

/** "mujhe ... chahiye" says it on both sides. */
function withoutSecond({ kind, lexicon, rest }: Verb): readonly Token[] {
  const words = rest.map(({ key }) => key);
  const after = lexicon[kind].after.find((phrase) => phrase.length < words.length && ends(words, phrase));
  return after ? rest.slice(0, words.length - after.length) : rest;
}

/** "remve tomato": one long word that is nearly a verb, with something after it. */
function mistyped(pieces: readonly Token[], lexicons: readonly Lexicon[]): Verb | null {
  const [first] = pieces;
  if (first?.kind !== 'word' || pieces.length < 2) return null;
  for (const lexicon of lexicons) {
    for (const kind of KINDS) {
      const verbs: readonly Phrase[] = lexicon[kind].before;
      if (verbs.some(([verb = '', ...more]) => more.length === 0 && isTypoOf(first.key, verb)))
        return { kind, lexicon, rest: pieces.slice(1) };
    }
  }
  return null;
}

/** Without the place that things are put into or taken from: "to my cart". */
export function withoutPlace(pieces: readonly Token[], lexicons: readonly Lexicon[]): readonly Token[] {
  const words = pieces.map(({ key }) => key);
  for (const { place } of lexicons) {
    for (const phrase of place) {
      if (phrase.length >= words.length) continue;
      if (ends(words, phrase)) return pieces.slice(0, words.length - phrase.length);
      if (begins(words, phrase)) return pieces.slice(phrase.length);
    }
  }
  return pieces;
}
