import type { Language } from '../rules.ts';
import { coreOf, type Lexicon, type Phrase } from './lexicon.ts';
import { isTypoOf } from './typos.ts';
import type { PhraseKind } from './vocabulary.ts';

/** Longer messages are no command with a typo in it. */
const MAX_TYPED = 40;
/** A slip must not spend money, nor undo an order: these are taken as written or not at all. */
const EXACT: ReadonlySet<PhraseKind> = new Set<PhraseKind>([
  'pay',
  'payByCard',
  'payFromBalance',
  'payInCash',
  'cancel',
  'yes',
  'fine',
]);

export interface Understood {
  readonly kind: PhraseKind;
  /** Every language in which the words mean it. */
  readonly languages: readonly Language[];
}

type Reader = (lexicon: Lexicon) => PhraseKind | undefined;

function first(lexicons: readonly Lexicon[], read: Reader): Understood | null {
  for (const lexicon of lexicons) {
    const kind = read(lexicon);
    if (kind === undefined) continue;
    return { kind, languages: lexicons.filter((one) => read(one) === kind).map(({ language }) => language) };
  }
  return null;
}

const typed = (text: string): Reader => {
  return ({ phrases }) => {
    for (const [phrase, kind] of phrases) if (!EXACT.has(kind) && isTypoOf(text, phrase)) return kind;
    return undefined;
  };
};

/** What words mean when they are all that a message says. The first lexicon wins. */
export function understand(words: Phrase, lexicons: readonly Lexicon[]): Understood | null {
  const text = words.join(' ');
  if (text === '') return null;
  const core: Reader = (lexicon) => {
    const left = coreOf(words, lexicon).join(' ');
    return left === text ? undefined : lexicon.cores.get(left);
  };
  const exact = first(lexicons, ({ phrases }) => phrases.get(text)) ?? first(lexicons, core);
  if (exact || text.length > MAX_TYPED) return exact;
  return first(lexicons, typed(text));
}

/** Whether `words` begin with the phrase. */
export const begins = (words: Phrase, phrase: Phrase): boolean =>
  phrase.every((word, place) => words[place] === word);

/** Whether `words` end with the phrase. */
export const ends = (words: Phrase, phrase: Phrase): boolean =>
  phrase.length <= words.length && begins(words.slice(words.length - phrase.length), phrase);
