import { LANGUAGES, type Language } from '../rules.ts';
import { fold } from './clean.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { hi } from './hi.ts';
import { id } from './id.ts';
import { it } from './it.ts';
import { pt } from './pt.ts';
import { PHRASE_KINDS, type Around, type PhraseKind, type Vocabulary } from './vocabulary.ts';

/** A phrase as the keys of its words. */
export type Phrase = readonly string[];

/** The words of a language as they are looked up. */
export interface Lexicon {
  readonly language: Language;
  /** By the words with a space between. */
  readonly phrases: ReadonlyMap<string, PhraseKind>;
  /** The same without small words: for messages that have others. */
  readonly cores: ReadonlyMap<string, PhraseKind>;
  readonly add: { readonly before: readonly Phrase[]; readonly after: readonly Phrase[] };
  readonly remove: { readonly before: readonly Phrase[]; readonly after: readonly Phrase[] };
  readonly find: { readonly before: readonly Phrase[]; readonly after: readonly Phrase[] };
  readonly place: readonly Phrase[];
  readonly small: ReadonlySet<string>;
  readonly show: readonly Phrase[];
  /** The first is the word for "and"; the others are so only before a number. */
  readonly and: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly doubtful: ReadonlySet<string>;
  readonly dozen: ReadonlySet<string>;
  readonly half: ReadonlySet<string>;
  readonly ordinals: readonly string[];
  readonly code: ReadonlySet<string>;
  /** Single words that tell this language. */
  readonly telling: ReadonlySet<string>;
}

/** Written the same by everybody who has used a shop's chat before: they tell no language. */
const EVERYWHERE = new Set(
  'hi ok menu catalog cart checkout pay status help cancel total order card cash wallet cod'.split(' '),
);

const list = (text: string): string[] => text.split(',').map((phrase) => fold(phrase.trim()));
const phrasesOf = (text: string): Phrase[] =>
  list(text)
    .filter((phrase) => phrase !== '')
    .map((phrase) => phrase.split(' '))
    .sort((a, b) => b.length - a.length);
const around = ({ before, after }: Around) => ({ before: phrasesOf(before), after: phrasesOf(after) });

/** The words without small ones and those that ask to see something. */
export function coreOf(words: Phrase, { small, show }: Pick<Lexicon, 'small' | 'show'>): Phrase {
  let text = ` ${words.join(' ')} `;
  for (const phrase of show) text = text.replaceAll(` ${phrase.join(' ')} `, ' ');
  return text.split(' ').filter((word) => word !== '' && !small.has(word));
}

function tellingWords({ phrases, ...words }: Vocabulary): Set<string> {
  const doubtful = new Set([...list(words.doubtful), ...EVERYWHERE]);
  const all = [
    ...Object.values(phrases),
    ...[words.add, words.remove, words.find].flatMap(({ before, after }) => [before, after]),
    words.small,
    words.show,
    words.and,
    words.half,
    words.dozen,
    Object.keys(words.numbers).join(','),
  ];
  const single = all.flatMap(list).filter((word) => word !== '' && !word.includes(' '));
  return new Set(single.filter((word) => !doubtful.has(word)));
}

function compiled(language: Language, words: Vocabulary): Lexicon {
  const small = new Set(list(words.small).flatMap((phrase) => phrase.split(' ')));
  const show = phrasesOf(words.show);
  const phrases = new Map<string, PhraseKind>();
  const cores = new Map<string, PhraseKind>();
  for (const kind of PHRASE_KINDS) {
    for (const phrase of list(words.phrases[kind])) {
      phrases.set(phrase, kind);
      const core = coreOf(phrase.split(' '), { small, show }).join(' ');
      if (core !== '' && !cores.has(core)) cores.set(core, kind);
    }
  }
  for (const [phrase, kind] of phrases) cores.set(phrase, kind);
  return {
    language,
    phrases,
    cores,
    add: around(words.add),
    remove: around(words.remove),
    find: around(words.find),
    place: phrasesOf(words.place),
    small,
    show,
    and: list(words.and),
    numbers: new Map(Object.entries(words.numbers).map(([word, value]) => [fold(word), value])),
    doubtful: new Set(list(words.doubtful)),
    dozen: new Set(list(words.dozen)),
    half: new Set(list(words.half)),
    ordinals: list(words.ordinals),
    code: new Set(list(words.code)),
    telling: tellingWords(words),
  };
}

const VOCABULARIES: Readonly<Record<Language, Vocabulary>> = { en, hi, es, pt, id, it };

/** All of them, in the order in which they are asked. */
export const LEXICONS: readonly Lexicon[] = LANGUAGES.map((language) =>
  compiled(language, VOCABULARIES[language]),
);

/** The same with one language first: its words win over the same words of others. */
export function lexiconsFrom(language: Language): readonly Lexicon[] {
  return LEXICONS.toSorted((a, b) => Number(b.language === language) - Number(a.language === language));
}

/** Units are the same in so many languages that they are one list. */
const UNITS = new Set(Object.values(VOCABULARIES).flatMap(({ units }) => list(units)));

export const isUnit = (key: string): boolean => UNITS.has(key);

/** Of any language: around a product's name none of them means anything. */
const SMALL = new Set(LEXICONS.flatMap(({ small }) => [...small]));

export const isSmall = (key: string): boolean => SMALL.has(key);

const PAYING = new Set(
  LEXICONS.flatMap(({ phrases }) =>
    [...phrases].flatMap(([phrase, kind]) => (kind === 'pay' && !phrase.includes(' ') ? [phrase] : [])),
  ),
);

/** Whether the words say to pay, and do not only name what could be paid with. */
export const saysPay = (words: Phrase): boolean => words.some((word) => PAYING.has(word));
