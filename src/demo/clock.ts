import type { Ctx } from '../context.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * For so long the demo's people and shops have been there when it is loaded: longer than any of their chats, and so long
 * that a whole month of theirs is over.
 */
const DAYS_BEFORE = 60;

/** When the demo's people and shops came, if it is loaded now. */
export function arrivalAt(loading: Date): Date {
  return new Date(loading.getTime() - DAYS_BEFORE * DAY);
}

/** The inverse: when it was loaded. A load that was killed goes on with the times that it began with. */
export function loadedAt(arrival: Date): Date {
  return new Date(arrival.getTime() + DAYS_BEFORE * DAY);
}

export function daysBefore(time: Date, days: number): Date {
  return new Date(time.getTime() - days * DAY);
}

/** In the days after a time and up to another one: a day after each month has begun, when the last is over everywhere. */
export function monthsOverBetween(after: Date, upTo: Date): readonly Date[] {
  const months: Date[] = [];
  for (let month = after.getUTCMonth(); ; month++) {
    const over = new Date(Date.UTC(after.getUTCFullYear(), month, 2));
    if (over > upTo) return months;
    if (over > after) months.push(over);
  }
}

export function minutesAfter(time: Date, minutes: number): Date {
  return new Date(time.getTime() + minutes * MINUTE);
}

/** The same context at another time. */
export function at(ctx: Ctx, time: Date): Ctx {
  return { ...ctx, now: () => time };
}
