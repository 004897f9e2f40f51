import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, askLive } from '../../src/testing/access-asking.ts';
import { openQuestionOf, questionOf } from '../../src/testing/access-questions.ts';
import {
  absent,
  clientOf,
  finish,
  makeAccessWorld,
  withMoreToRead,
  type AccessWorld,
} from '../../src/testing/access-world.ts';
import { startTestServer, type TestServer } from '../../src/testing/server.ts';
import { OPEN } from './open.ts';
import { ACTORS, answerTo, type Actor, type Answer, type Row } from './rows.ts';
import { ROWS } from './table.ts';

// All that is read, by everybody, about things of one customer and one shop; what changes them is in writes.test.ts.

let server: TestServer;
let world: AccessWorld;
beforeAll(async () => {
  server = await startTestServer();
  world = await withMoreToRead(server, await makeAccessWorld(server));
});
afterAll(() => finish(server, [world]));

const rowsOf = (start: RegExp) => ROWS.filter(([key]) => start.test(key));
const live = rowsOf(/^Subscription\./);
const reads = ROWS.filter(([key]) => !/^(Mutation|Subscription)\./.test(key));

/** The answers of everybody, as the row has them. */
async function everybody(row: Row, one: (actor: Actor) => Promise<Answer>) {
  const given = await Promise.all(ACTORS.map(async (actor) => [actor, await one(actor)] as const));
  const said = ACTORS.map((actor) => [actor, answerTo(row, actor)] as const);
  return { given: Object.fromEntries(given), said: Object.fromEntries(said) };
}

describe('who reads', () => {
  it.each(reads)('%s', async (key, row) => {
    const question = questionOf(key, row, world.ids);
    const { given, said } = await everybody(row, async (actor) =>
      question.read(await ask(server, world, actor, question)),
    );
    expect(given).toEqual(said);
  });

  it.each(rowsOf(/^node\(/))('%s: what is hidden is as if it were not there', async (key, row) => {
    const question = questionOf(key, row, world.ids);
    const ofNothing = questionOf(key, row, absent(world.ids));
    for (const actor of ACTORS.filter((one) => answerTo(row, one) === 'null')) {
      expect(await ask(server, world, actor, question), actor).toEqual(
        await ask(server, world, actor, ofNothing),
      );
    }
  });
});

describe('who listens to', () => {
  it.each(live)('%s', async (key, row) => {
    const question = questionOf(key, row, world.ids);
    const ofNothing = questionOf(key, row, absent(world.ids));
    const { given, said } = await everybody(row, (actor) =>
      askLive(clientOf(server, world, actor), question),
    );
    expect(given).toEqual(said);
    for (const actor of ACTORS.filter((one) => answerTo(row, one) === 'FORBIDDEN')) {
      expect(await askLive(clientOf(server, world, actor), ofNothing), actor).toBe('FORBIDDEN');
    }
  });
});

describe('an open field says the same to all who see the thing', () => {
  it.each(rowsOf(/^node\(\w+\)$/))('%s', async (key, row) => {
    const type = key.slice('node('.length, -1);
    const question = openQuestionOf(type, OPEN[type] ?? '', world.ids);
    const answers = await Promise.all(
      ACTORS.filter((actor) => answerTo(row, actor) === 'ok').map((actor) =>
        ask(server, world, actor, question),
      ),
    );
    const [first] = answers;
    expect(first).toMatchObject({ data: { node: { id: expect.any(String) } } });
    for (const answer of answers) expect(answer).toEqual(first);
  });
});
