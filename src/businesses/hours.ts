import { InvalidInputError } from '../errors.ts';
import type { OpeningHours } from './tables.ts';

/** A stretch of a day on which a shop is open. */
export type Hours = Pick<OpeningHours, 'weekday' | 'opensAt' | 'closesAt'>;

/** A moment by a clock on the wall: 1 is Monday, minutes since midnight. */
export interface WallTime {
  readonly weekday: number;
  readonly minute: number;
}

/** Reads `09:30` as minutes since midnight; `24:00` is the end of the day. */
export function parseTime(text: string, path: readonly string[]): number {
  const [, hour = '', minute = ''] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(text) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  if (hour === '' || minutes > DAY_MINUTES) {
    throw new InvalidInputError('Give a time as 09:30, from 00:00 to 24:00.', path);
  }
  return minutes;
}

/** Minutes since midnight as `09:30`. */
export function timeText(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const DAY_MINUTES = 1_440;
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const WEEK_MINUTES = 7 * DAY_MINUTES;

/** What the clock says in a time zone (IANA), summer time included. */
export function wallTime(timeZone: string, now: Date): WallTime {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return {
    weekday: WEEKDAYS.indexOf(part('weekday')) + 1,
    minute: Number(part('hour')) * 60 + Number(part('minute')),
  };
}

/** Whether a shop is open; one that says no hours always is. */
export function isOpenAt(hours: readonly Hours[], { weekday, minute }: WallTime): boolean {
  if (hours.length === 0) return true;
  return hours.some((one) => one.weekday === weekday && one.opensAt <= minute && minute < one.closesAt);
}

/** When a shop that is closed opens next; null for one that is open or says no hours. */
export function nextOpening(hours: readonly Hours[], now: WallTime): WallTime | null {
  if (isOpenAt(hours, now)) return null;
  const minuteOfWeek = ({ weekday, minute }: WallTime) => (weekday - 1) * DAY_MINUTES + minute;
  const wait = (one: Hours) =>
    (minuteOfWeek({ weekday: one.weekday, minute: one.opensAt }) - minuteOfWeek(now) + WEEK_MINUTES) %
    WEEK_MINUTES;
  const next = [...hours].sort((a, b) => wait(a) - wait(b))[0];
  return next ? { weekday: next.weekday, minute: next.opensAt } : null;
}
