/** Where in the log a cursor stands. Clients can't look inside; the soak test has to, to hold them against the log. */
export function positionOf(cursor: string): number {
  const [, , position] = Buffer.from(cursor, 'base64url').toString('latin1').split('.');
  if (position === undefined) throw new Error(`Not a cursor: ${cursor}`);
  return Number(position);
}
