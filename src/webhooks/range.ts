import type { Ctx } from '../context.ts';
import { Fault, InvalidInputError } from '../errors.ts';
import { logExtent, positionAt, type LogExtent } from '../events/look-up.ts';
import { RangeExpiredError } from './rules.ts';

// Places in the log as partners name them: by a cursor that they hold, or by a time.

/** One of the two. */
export interface Place {
  readonly cursor?: string | null | undefined;
  readonly time?: Date | null | undefined;
}

/** The position that a cursor stands behind; that of now when there is none. */
export async function positionBehind(
  ctx: Ctx,
  cursor: string | null | undefined,
  path: readonly string[],
): Promise<number> {
  const { feed, sql } = ctx.app;
  if (cursor == null) return feed.positionOf(feed.cursor());
  return held(readCursor(ctx, cursor, path), await logExtent(sql), path);
}

/** From behind this position, and up to that one. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What lies between two places: behind a cursor or from a time on, up to a cursor or before a time; now without one. */
export async function rangeBetween(ctx: Ctx, from: Place, to: Place | null | undefined): Promise<Range> {
  if (from.time && from.time > ctx.now()) {
    throw new InvalidInputError('This time lies in the future: nothing has happened since.', [
      'from',
      'time',
    ]);
  }
  const extent = await logExtent(ctx.sql);
  const range = {
    from: await positionOf(ctx, from, extent, ['from']),
    to: to ? await positionOf(ctx, to, extent, ['to']) : extent.newest,
  };
  if (range.from > range.to) throw new InvalidInputError('`to` is a place before `from`.', ['to']);
  return range;
}

async function positionOf(
  ctx: Ctx,
  { cursor, time }: Place,
  extent: LogExtent,
  path: readonly string[],
): Promise<number> {
  if (cursor != null) return held(readCursor(ctx, cursor, [...path, 'cursor']), extent, [...path, 'cursor']);
  if (time == null) throw new InvalidInputError('Give a cursor or a time.', path);
  const position = (await positionAt(ctx.sql, time)) - 1;
  // Whether there was anything between this time and the first that is left, nobody knows any more.
  if (extent.oldest > 1 && extent.since && time < extent.since) throw expired(extent, [...path, 'time']);
  return position;
}

function readCursor(ctx: Ctx, cursor: string, path: readonly string[]): number {
  try {
    return ctx.app.feed.positionOf(cursor);
  } catch (error) {
    if (error instanceof Fault && error.code === 'CURSOR_INVALID') {
      throw new InvalidInputError(error.message, path);
    }
    throw error;
  }
}

function held(position: number, extent: LogExtent, path: readonly string[]): number {
  if (position > extent.newest) {
    throw new InvalidInputError('This cursor lies in the future: it was not given out by this API.', path);
  }
  if (position < extent.oldest - 1) throw expired(extent, path);
  return position;
}

function expired({ since }: LogExtent, path: readonly string[]): RangeExpiredError {
  const kept = since ? `The log begins at ${since.toISOString()}.` : 'The log is empty.';
  return new RangeExpiredError(`Some of the events behind this place are no longer kept. ${kept}`, path);
}
