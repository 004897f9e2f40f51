/** So short a word that one letter makes it another one. */
const TOO_SHORT = 6;
const LONG = 10;

/** Whether `written` is `meant` with a slip of the finger: one, or two in a long word, and the first letter right. */
export function isTypoOf(written: string, meant: string): boolean {
  const slips = meant.length < TOO_SHORT ? 0 : meant.length < LONG ? 1 : 2;
  if (slips === 0 || written[0] !== meant[0] || Math.abs(written.length - meant.length) > slips) return false;
  return distance(written, meant) <= slips;
}

/** Letters left out, added, changed or swapped with their neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Infinity;
      row.push(Math.min(changed, swapped, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
