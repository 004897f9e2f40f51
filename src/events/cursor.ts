import { Fault } from '../errors.ts';

/** The version of the cursor's own form, so that another can come without being mistaken for it. */
const VERSION = '1';
const ADVICE = 'Read the lists again with eventCursor, then subscribe after that.';

/** The opaque place in the log that clients hold: version, which log, position. */
export function encodeCursor(logId: string, position: number): string {
  return Buffer.from(`${VERSION}.${logId.slice(0, 8)}.${position}`).toString('base64url');
}

/** Reads a client's cursor; anything that this log did not give out is a CURSOR_INVALID fault. */
export function decodeCursor(logId: string, cursor: string): number {
  const [version, log, position, rest] = Buffer.from(cursor, 'base64url').toString('latin1').split('.');
  const isOurs =
    version === VERSION && position !== undefined && /^\d{1,15}$/.test(position) && rest === undefined;
  if (!isOurs) throw cursorInvalid('it is not a cursor of this API');
  if (log !== logId.slice(0, 8)) throw cursorInvalid('it belongs to another database');
  return Number(position);
}

export function cursorInvalid(why: string): Fault {
  return new Fault('CURSOR_INVALID', `This cursor can't be resumed from: ${why}. ${ADVICE}`);
}

/** For a cursor behind which events have been deleted: going on from it would skip them in silence. */
export function cursorExpired(): Fault {
  return new Fault(
    'CURSOR_EXPIRED',
    `This cursor is too old: some of the events after it are no longer kept. ${ADVICE}`,
  );
}

/** For a subscriber that could not keep up; the cursor behind the last item that it took is in the facts. */
export function slowConsumer(cursor: string): Fault {
  return new Fault(
    'SLOW_CONSUMER',
    'This stream fell too far behind. Read faster, or subscribe again after the cursor in extensions.',
    { cursor },
  );
}
