import { describe, expect, it } from 'vitest';
import { isOpenAt, nextOpening, parseTime, timeText, wallTime, type Hours } from './hours.ts';

const at = (weekday: number, hour: number, minute = 0) => ({ weekday, minute: hour * 60 + minute });
const open = (weekday: number, from: number, to: number): Hours => ({
  weekday,
  opensAt: from * 60,
  closesAt: to * 60,
});

/** Weekdays with a break at noon, and Saturday mornings. */
const HOURS = [...[1, 2, 3, 4, 5].flatMap((day) => [open(day, 9, 13), open(day, 14, 18)]), open(6, 9, 13)];

it.each([
  ['Asia/Kolkata', '2026-11-21T18:29:00Z', at(6, 23, 59)],
  ['Asia/Kolkata', '2026-11-21T18:30:00Z', at(7, 0)],
  ['Europe/London', '2026-07-01T12:00:00Z', at(3, 13)],
  ['Europe/London', '2026-12-01T12:00:00Z', at(2, 12)],
  ['UTC', '2026-11-23T00:00:00Z', at(1, 0)],
])('in %s at %s the wall says %o', (zone, instant, wall) => {
  expect(wallTime(zone, new Date(instant))).toEqual(wall);
});

describe('a shop with hours', () => {
  it.each([
    [at(1, 9), true],
    [at(1, 8, 59), false],
    [at(1, 12, 59), true],
    [at(1, 13), false],
    [at(5, 17, 59), true],
    [at(6, 13), false],
    [at(7, 10), false],
  ])('at %o is open: %s', (now, isOpen) => expect(isOpenAt(HOURS, now)).toBe(isOpen));

  it.each([
    [at(1, 8), at(1, 9)],
    [at(1, 13, 30), at(1, 14)],
    [at(5, 20), at(6, 9)],
    [at(6, 15), at(1, 9)],
    [at(7, 23, 59), at(1, 9)],
    [at(3, 10), null],
  ])('closed at %o it opens at %o', (now, next) => expect(nextOpening(HOURS, now)).toEqual(next));
});

it('without hours it is always open', () => {
  expect(isOpenAt([], at(7, 3))).toBe(true);
  expect(nextOpening([], at(7, 3))).toBeNull();
});

it.each([
  ['00:00', 0],
  ['09:30', 570],
  ['24:00', 1_440],
])('%s is minute %i of the day, and back', (text, minutes) => {
  expect(parseTime(text, ['opensAt'])).toBe(minutes);
  expect(timeText(minutes)).toBe(text);
});

it.each(['9:30', '24:01', '12:60', '25:00', '', 'noon', '12:00:00', '-1:00'])('"%s" is no time', (text) => {
  expect(() => parseTime(text, ['opensAt'])).toThrow('Give a time as 09:30');
});
