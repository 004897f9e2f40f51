import { expect, test } from 'vitest';
import { arrivalAt, loadedAt, monthsOverBetween } from './clock.ts';

const day = (text: string) => new Date(`${text}T00:00:00Z`);

test.each([
  ['2026-09-22', '2026-11-20', ['2026-10-02', '2026-11-02']],
  ['2026-10-02', '2026-11-01', []],
  ['2026-11-01', '2026-11-02', ['2026-11-02']],
  ['2026-12-30', '2027-02-03', ['2027-01-02', '2027-02-02']],
])('between %s and %s the months before these days are over: %j', (after, upTo, days) => {
  expect(monthsOverBetween(day(after), day(upTo))).toEqual(days.map(day));
});

test('whoever arrived is found to have been loaded when they were', () => {
  expect(loadedAt(arrivalAt(day('2026-11-21')))).toEqual(day('2026-11-21'));
});
