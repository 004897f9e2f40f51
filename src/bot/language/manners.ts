import type { Lexicon } from './lexicon.ts';
import { begins, ends, type Understood } from './phrases.ts';
import type { Token } from './tokens.ts';

/** What is asked for, after a greeting and before a thank-you. */
export function withoutManners(
  pieces: readonly Token[],
  lexicons: readonly Lexicon[],
): { readonly rest: readonly Token[]; readonly greeted: Understood | null } {
  let rest = pieces;
  let greeted: Understood | null = null;
  for (const lexicon of lexicons) {
    for (const [text, kind] of lexicon.phrases) {
      if (kind !== 'greet' && kind !== 'thanks') continue;
      const phrase = text.split(' ');
      const words = rest.map(({ key }) => key);
      if (phrase.length >= words.length) continue;
      const isFirst = begins(words, phrase);
      if (!isFirst && !(kind === 'thanks' && ends(words, phrase))) continue;
      rest = isFirst ? rest.slice(phrase.length) : rest.slice(0, words.length - phrase.length);
      rest = rest.slice(rest.findIndex((piece) => piece.kind !== 'break' && piece.kind !== 'emoji'));
      greeted ??= { kind, languages: [lexicon.language] };
    }
  }
  return { rest, greeted };
}
