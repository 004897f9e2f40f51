import type { Intent, Reading } from '../rules.ts';
import { isSmall, type Lexicon } from './lexicon.ts';
import { understand } from './phrases.ts';
import type { Token } from './tokens.ts';

const CODE_DIGITS = 6;
/** "123 456" and "12-34-56" are written as several numbers. */
const MAX_CODE_PIECES = 6;
const MAX_CHOICE = 99;

/** What a message means as the answer to what the bot asked last; null when it is no answer to that. */
export function readAnswer(
  said: readonly Token[],
  pieces: readonly Token[],
  expects: Reading['expects'],
  lexicons: readonly Lexicon[],
): Intent | null {
  if (expects === 'CODE') return codeIn(said, pieces, lexicons);
  return expects === 'CHOICE' ? choiceIn(said, lexicons) : null;
}

function codeIn(
  said: readonly Token[],
  pieces: readonly Token[],
  lexicons: readonly Lexicon[],
): Intent | null {
  if (pieces.length > said.length) return null;
  const isAbout = (key: string) => lexicons.some(({ code, small }) => code.has(key) || small.has(key));
  const digits = said.filter(({ key }) => /^\d+$/.test(key));
  const others = said.filter(({ key }) => !/^\d+$/.test(key));
  const code = digits.map(({ key }) => key).join('');
  if (code.length !== CODE_DIGITS || digits.length > MAX_CODE_PIECES) return null;
  return others.every(({ key }) => isAbout(key)) ? { kind: 'code', code } : null;
}

/** "2", "the second one", "number 2 please", or a yes. */
function choiceIn(said: readonly Token[], lexicons: readonly Lexicon[]): Intent | null {
  const words = said.map(({ key }) => key);
  const [one, ...more] = said.filter(({ key }) => !isSmall(key) && !BESIDES.has(key));
  if (more.length === 0 && one?.kind === 'number' && !one.times) {
    const isPlace = Number.isInteger(one.value) && one.value >= 1 && one.value <= MAX_CHOICE;
    return isPlace ? { kind: 'choose', place: one.value } : null;
  }
  const nth = lexicons.map(({ ordinals }) => ordinals.findIndex((ordinal) => isOrdinal(one?.key, ordinal)));
  const place = Math.max(-1, ...nth) + 1;
  if (more.length === 0 && place > 0) return { kind: 'choose', place };
  return understand(words, lexicons)?.kind === 'yes' ? { kind: 'choose', place: 0 } : null;
}

/** Of gender and number only the ending differs: primero, primera; pehla, pehli, pehle. */
const isOrdinal = (key: string | undefined, ordinal: string) =>
  key !== undefined &&
  (key === ordinal || (/[oai]$/.test(ordinal) && key.replace(/[oaei]$/, '') === ordinal.slice(0, -1)));

/** Words beside a number that chooses. */
const BESIDES = new Set(
  'number no num nr one option choice numero opcion opcao opzione nomor number wala wali vala pilihan pilih elijo'.split(
    ' ',
  ),
);
