const LINE_LENGTH = 25;

/** A name in print: escaped for XML, on one line or on two of about the same length; longer ones end with an ellipsis. */
export function typeset(name: string): { label: string; lines: readonly string[] } {
  const words = name.replaceAll(UNPRINTABLE, ' ').trim().split(/\s+/);
  return { label: escaped(words.join(' ')), lines: linesOf(words).map(escaped) };
}

// oxlint-disable-next-line no-control-regex -- XML 1.0 has no way to write these
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu;

function linesOf(words: readonly string[]): readonly string[] {
  const whole = words.join(' ');
  if (lengthOf(whole) <= LINE_LENGTH - 3) return [whole];
  const splits = words
    .slice(1)
    .map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')]);
  const best = splits.reduce<readonly string[]>(
    (a, b) => (longest(b) < longest(a) ? b : a),
    splits[0] ?? [whole],
  );
  return best.map(shortened);
}

function longest(lines: readonly string[]): number {
  return Math.max(...lines.map(lengthOf));
}

function shortened(line: string): string {
  const letters = lettersOf(line);
  if (letters.length <= LINE_LENGTH) return line;
  const kept = letters.slice(0, LINE_LENGTH - 1).join('');
  return `${kept.trimEnd()}…`;
}

function lengthOf(text: string): number {
  return lettersOf(text).length;
}

/** Letters as people count them, so that none is cut in half: in Hindi one takes up several characters. */
function lettersOf(text: string): readonly string[] {
  return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
