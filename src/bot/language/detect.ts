import { LANGUAGES, type Language } from '../rules.ts';
import { LEXICONS, isUnit } from './lexicon.ts';
import type { Token } from './tokens.ts';

const DEVANAGARI = /[\u0900-\u097f]/u;

/** The languages that a word tells. What English lends to chats in Hindi and Indonesian is English still. */
function tellers(key: string): Language[] {
  if (DEVANAGARI.test(key)) return ['hi'];
  const all = LEXICONS.filter(({ telling }) => telling.has(key)).map(({ language }) => language);
  const lent = all.includes('en') ? all.filter((language) => language !== 'hi' && language !== 'id') : all;
  return lent;
}

/**
 * The language that most words tell; null when none does or two do alike. `phraseLanguages`: the languages of a phrase that was
 * understood, which counts twice.
 */
export function detect(pieces: readonly Token[], phraseLanguages: readonly Language[]): Language | null {
  const votes = new Map<Language, number>();
  const vote = (languages: readonly Language[]) => {
    for (const language of languages) votes.set(language, (votes.get(language) ?? 0) + 1);
  };
  pieces.forEach(({ kind, key }, place) => {
    if (kind !== 'word') return;
    vote(tellers(key));
    // "do kilo": a number in words counts in its own language alone, whatever the word means elsewhere.
    if (!isUnit(pieces[place + 1]?.key ?? '')) return;
    vote(LEXICONS.filter(({ numbers }) => numbers.has(key)).map(({ language }) => language));
  });
  vote(phraseLanguages);
  vote(phraseLanguages);
  const most = Math.max(0, ...votes.values());
  const winners = LANGUAGES.filter((language) => most > 0 && votes.get(language) === most);
  return winners.length === 1 ? (winners[0] ?? null) : null;
}
