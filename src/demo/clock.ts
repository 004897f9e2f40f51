import type { Ctx } from '../context.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** For so long the demo's people and shops have been there when it is loaded: longer than any of their chats. */
const DAYS_BEFORE = 30;

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

export function minutesAfter(time: Date, minutes: number): Date {
  return new Date(time.getTime() + minutes * MINUTE);
}

/** The same context at another time. */
export function at(ctx: Ctx, time: Date): Ctx {
  return { ...ctx, now: () => time };
}
