import { readAnswer } from './language/answers.ts';
import { clean } from './language/clean.ts';
import { detect } from './language/detect.ts';
import { intentOf, intentOfEmoji } from './language/intents.ts';
import { itemOf, merged, partsOf, textOf } from './language/items.ts';
import { isSmall, isUnit, lexiconsFrom, type Lexicon } from './language/lexicon.ts';
import { understand, type Understood } from './language/phrases.ts';
import { withoutManners } from './language/manners.ts';
import { tokens, type Token } from './language/tokens.ts';
import { verbIn, withoutPlace, type Verb } from './language/verbs.ts';
import type { PhraseKind } from './language/vocabulary.ts';
import { LANGUAGES, type Intent, type Language, type Reading } from './rules.ts';

export interface Read {
  readonly intent: Intent;
  /** Null when the words tell none: numbers, emoji, names of products. */
  readonly language: Language | null;
}

/** So many words without a number or a verb are no product's name. */
const MAX_BARE_WORDS = 8;

/** What a message wants, and its language. Takes whatever people write, in time that grows with its length. */
export function readMessage(text: string, reading: Reading): Read {
  const pieces = tokens(text, isUnit);
  const said = pieces.filter(({ kind }) => kind === 'word' || kind === 'number');
  const custom = customIndex(text, reading.customKeywords);
  if (reading.expects !== 'CODE' && custom >= 0)
    return { intent: { kind: 'custom', index: custom }, language: detect(pieces, []) };
  const lexicons = lexiconsFrom(reading.language);
  const answer = readAnswer(said, pieces, reading.expects, lexicons);
  if (answer) return { intent: answer, language: detect(pieces, []) };
  if (custom >= 0) return { intent: { kind: 'custom', index: custom }, language: detect(pieces, []) };
  if (said.length === 0) return { intent: intentOfEmoji(pieces), language: null };
  return readWords(pieces, { lexicons, isQuestion: /\?/u.test(clean(text)), reading });
}

interface Grounds {
  readonly lexicons: readonly Lexicon[];
  readonly isQuestion: boolean;
  readonly reading: Reading;
}

function readWords(pieces: readonly Token[], grounds: Grounds): Read {
  const { lexicons } = grounds;
  const whole = phraseIn(pieces, lexicons);
  if (whole) return ofPhrase(whole, pieces);
  const { rest, greeted } = withoutManners(pieces, lexicons);
  const phrase = greeted ? phraseIn(rest, lexicons) : null;
  if (phrase) return ofPhrase(phrase, pieces);
  if (rest.every(({ kind, key }) => kind === 'word' && isSmall(key)) && greeted)
    return ofPhrase(greeted, pieces);
  const verb = verbIn(rest, lexicons);
  const languages = verb ? [verb.lexicon.language] : [];
  const language = detect(pieces, languages);
  const spoken = new Set([grounds.reading.language, ...(language ? [language] : [])]);
  const things = withoutPlace(verb ? verb.rest : rest, lexicons);
  return { intent: ofThings(things, { verb, spoken, isQuestion: grounds.isQuestion }), language };
}

function phraseIn(pieces: readonly Token[], lexicons: readonly Lexicon[]): Understood | null {
  const words = pieces.filter(({ kind }) => kind === 'word' || kind === 'number').map(({ key }) => key);
  const found = understand(words, lexicons);
  if (found || !/^\d+$/.test(words.at(-1) ?? '')) return found;
  // "status 1042", "pay order 1042": the number is the order's.
  const numbered = understand(words.slice(0, -1), lexicons);
  return numbered && NUMBERED.has(numbered.kind) ? numbered : null;
}

const NUMBERED: ReadonlySet<PhraseKind> = new Set<PhraseKind>(['pay', 'status', 'cancel']);

function ofPhrase({ kind, languages }: Understood, pieces: readonly Token[]): Read {
  const everywhere = languages.length === LANGUAGES.length;
  const words = pieces.map(({ key }) => key);
  const neutral = everywhere || (words.length === 1 && detect(pieces, []) === null);
  const intent = intentOf(kind, words);
  return { intent, language: neutral ? null : detect(pieces, languages) };
}

interface Aims {
  readonly verb: Verb | null;
  readonly spoken: ReadonlySet<Language>;
  readonly isQuestion: boolean;
}

function ofThings(pieces: readonly Token[], { verb, spoken, isQuestion }: Aims): Intent {
  const found = partsOf(pieces, spoken).flatMap((part) => itemOf(part, spoken) ?? []);
  const [first] = found;
  if (!first) return verb ? aloneVerb(verb) : { kind: 'unknown' };
  const isCounted = found.some((one) => one.isCounted);
  if (verb?.kind === 'remove') return { kind: 'remove', words: first.item.words };
  if (verb?.kind === 'find' && !isCounted) return { kind: 'find', words: textOf(pieces) };
  const isBare = verb === null && !isCounted;
  if (isBare && isQuestion) return { kind: 'find', words: textOf(pieces) };
  if (isBare && pieces.length > MAX_BARE_WORDS) return { kind: 'unknown' };
  const items = merged(found.map(({ item }) => item));
  return { kind: 'add', items, isBare, whole: items.length > 1 ? textOf(pieces) : null };
}

/** A verb that names nothing: "remove" needs the cart to choose from, "add" the catalogue. */
function aloneVerb({ kind }: Verb): Intent {
  return kind === 'remove' ? { kind: 'cart' } : { kind: 'catalog' };
}

/** The shop's own keywords are compared with all of the message. */
function customIndex(text: string, keywords: readonly (readonly string[])[]): number {
  const plain = (one: string) =>
    tokens(one, isUnit)
      .map(({ key, raw }) => key || raw)
      .join(' ');
  const said = plain(text);
  return said === '' ? -1 : keywords.findIndex((some) => some.some((keyword) => plain(keyword) === said));
}
