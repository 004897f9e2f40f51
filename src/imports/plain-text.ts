/** Elements of which only the text is kept; what else stands between angle brackets is text. */
const ELEMENTS = new Set(
  `a abbr address article aside b big blockquote body br button caption center cite code col colgroup dd del details div dl
  dt em figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins label li link main
  map mark meta nav o object ol p picture pre q s section small source span strike strong style script sub summary sup svg
  table tbody td tfoot th thead title tr tt u ul var video wbr`.split(/\s+/),
);
/** Where a line ends; of `br` there is no end. */
const LINES = new Set(
  'address article blockquote br caption dd div dl dt figure h1 h2 h3 h4 h5 h6 hr li ol p pre section table tr ul'.split(
    ' ',
  ),
);
/** What stands in them is no text. */
const HIDDEN = new Set(['script', 'style', 'head', 'title', 'svg', 'iframe', 'object']);

const TAG = /<!--|-->|<(?<end>\/?)(?<name>[a-z][a-z0-9]*)(?:[\s/:][^<>]*)?>/gi;

/** The entities of ISO 8859-1, from 160 on, and some more that shops use. */
const LATIN = `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute
  micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil
  Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute
  Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute
  icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml`;
const ENTITIES = new Map<string, string>([
  ...LATIN.split(/\s+/).map((name, index): [string, string] => [name, String.fromCodePoint(160 + index)]),
  ...Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '', euro: '€' }),
  ...Object.entries({ ndash: '–', mdash: '—', hellip: '…', bull: '•', trade: '™', rarr: '→', larr: '←' }),
  ...Object.entries({ lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„' }),
  ...Object.entries({ OElig: 'Œ', oelig: 'œ', Scaron: 'Š', scaron: 'š', Zcaron: 'Ž', zcaron: 'ž' }),
]);

/**
 * What a browser would show of a text that may be HTML. A text without tags and entities stays as it is; one whose tags
 * are escaped is unwrapped once more.
 */
export function plainText(text: string): string {
  const withoutTags = stripTags(text);
  const decoded = decodeEntities(withoutTags ?? text);
  const unwrapped = withoutTags === null && decoded !== text ? stripTags(decoded) : null;
  if (unwrapped !== null) return tidy(decodeEntities(unwrapped));
  return withoutTags === null ? decoded : tidy(decoded);
}

/** The text without its tags; null when it has none. One pass, whatever the text. */
function stripTags(text: string): string | null {
  let shown = '';
  let from = 0;
  /** What hides the text here: the name of an element, or `!` for a comment. */
  let hidden: string | null = null;
  let found = false;
  for (const match of text.matchAll(TAG)) {
    const name = match.groups?.['name']?.toLowerCase();
    if (name !== undefined && !ELEMENTS.has(name)) continue;
    if (name === undefined && match[0] === '-->' && hidden !== '!') continue;
    found = true;
    if (hidden === null) shown += text.slice(from, match.index);
    from = match.index + match[0].length;
    const isEnd = match.groups?.['end'] === '/';
    if (hidden !== null) {
      const closes = hidden === '!' ? name === undefined && match[0] === '-->' : isEnd && name === hidden;
      if (closes) hidden = null;
    } else if (name === undefined) hidden = '!';
    else if (HIDDEN.has(name) && !isEnd) hidden = name;
    else shown += gapFor(name, isEnd);
  }
  if (!found) return null;
  return hidden === null ? shown + text.slice(from) : shown;
}

function gapFor(name: string, isEnd: boolean): string {
  if (name === 'li' && !isEnd) return '\n- ';
  if (LINES.has(name)) return '\n';
  return name === 'td' || name === 'th' ? ' ' : '';
}

function decodeEntities(text: string): string {
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z0-9]{1,10}));/gi,
    (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (name !== undefined) return ENTITIES.get(name) ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      const isCharacter = code > 0 && code <= 0x10_ffff && !(code >= 0xd800 && code <= 0xdfff);
      return isCharacter ? String.fromCodePoint(code) : '';
    },
  );
}

/** In HTML the spaces and line breaks of the source mean little. */
function tidy(text: string): string {
  const lines = text.split('\n').map((line) => line.replaceAll(/[\s\u00a0]+/g, ' ').trim());
  return lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
