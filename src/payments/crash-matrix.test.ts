import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Connection } from '../db/client.ts';
import { examine } from '../doctor/examine.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { casesOf, expectedByItself, runRound, type Case, type Course } from '../testing/crash-round.ts';
import type { Fault } from '../testing/payment-points.ts';

/* Everything that a payment can come to, with every fault of its provider, killed at every point of its way. */

let database: TestDatabase;
let connection: Connection;

beforeAll(async () => {
  database = await createTestDatabase();
  connection = connect(database.url, { max: 8, name: 'crash matrix' });
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

// Each has a process to kill and one that goes on.
const ROUNDS: readonly (readonly Fault[])[] = [
  ['none'],
  ['error_after', 'drop', 'webhook lost'],
  ['delay', 'webhook_first'],
];

describe.each(ROUNDS.map((faults) => ({ faults, name: faults.join(', ') })))(
  'provider: $name',
  ({ faults }) => {
    const cases = casesOf(faults);
    let courses: ReadonlyMap<Case, Course>;

    beforeAll(async () => {
      courses = await runRound(database.url, connection.sql, cases);
    }, 240_000);

    it.each(cases)('$name', (one) => {
      const course = courses.get(one);
      if (!course) throw new Error('it was not run');
      expect(course.recovered).toEqual(expectedByItself(one, course));
      expect(course.repeated).toEqual([one.outcome.end]);
    });

    it('leaves the books right', async () => {
      const findings = await examine(connection.sql);
      expect(findings.map(({ check, id, fact }) => `${check.rule} ${id}: ${fact}`)).toEqual([]);
    });
  },
);
