import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { Fault } from '../errors.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';

const LOG = randomUUID();

it('gives every position back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (position) => {
      expect(decodeCursor(LOG, encodeCursor(LOG, position))).toBe(position);
    }),
  );
});

const text = (raw: string) => Buffer.from(raw).toString('base64url');

it.each([
  ['', 'not a cursor'],
  ['rubbish', 'not a cursor'],
  ['\uD800\u0000', 'not a cursor'],
  ['x'.repeat(100_000), 'not a cursor'],
  [text(`2.${LOG.slice(0, 8)}.5`), 'not a cursor'],
  [text(`1.${LOG.slice(0, 8)}`), 'not a cursor'],
  [text(`1.${LOG.slice(0, 8)}.5.6`), 'not a cursor'],
  [text(`1.${LOG.slice(0, 8)}.-5`), 'not a cursor'],
  [text(`1.${LOG.slice(0, 8)}.5e3`), 'not a cursor'],
  [text(`1.${LOG.slice(0, 8)}.9999999999999999`), 'not a cursor'],
  [encodeCursor('00000000-0000-4000-8000-000000000000', 5), 'another database'],
])('refuses %j', (cursor, why) => {
  expect(() => decodeCursor(LOG, cursor)).toThrow(
    expect.objectContaining({ code: 'CURSOR_INVALID', message: expect.stringContaining(why) as string }),
  );
});

it('answers whatever it is given with a position or a Fault', () => {
  const given = fc.oneof(
    fc.string({ unit: 'binary-ascii' }),
    fc.base64String(),
    fc.string().map((raw) => text(`1.${LOG.slice(0, 8)}.${raw}`)),
  );
  fc.assert(
    fc.property(given, (cursor) => {
      try {
        return Number.isSafeInteger(decodeCursor(LOG, cursor));
      } catch (error) {
        return error instanceof Fault && error.code === 'CURSOR_INVALID';
      }
    }),
  );
});
