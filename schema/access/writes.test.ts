import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/testing/access-asking.ts';
import { questionOf, type GraphqlAnswer } from '../../src/testing/access-questions.ts';
import { absent, finish, makeAccessWorld, type AccessWorld } from '../../src/testing/access-world.ts';
import { contentsOf } from '../../src/testing/contents.ts';
import { startTestServer, type TestServer } from '../../src/testing/server.ts';
import { ACTORS, answerTo, isStaff, type Actor, type Answer, type Row } from './rows.ts';
import { ROWS } from './table.ts';

// All that changes something, called by everybody about the things of one customer and one shop; reads.test.ts reads.

let server: TestServer;
/** In which nothing changes. */
let world: AccessWorld;
const worlds: AccessWorld[] = [];
beforeAll(async () => {
  server = await startTestServer();
  world = await anotherWorld();
  // Whom the plain input names by their phone.
  await server.app.sql`update people set phone = '+919999900001' where id = ${world.people.stranger.id}`;
});
afterAll(() => finish(server, worlds));

async function anotherWorld(): Promise<AccessWorld> {
  const another = await makeAccessWorld(server);
  worlds.push(another);
  return another;
}

const mutations = ROWS.filter(([key]) => key.startsWith('Mutation.'));
const may = (row: Row, actor: Actor) => answerTo(row, actor) === 'ok';

/** Staff sees more of its customers' things than it may touch, and is told so. */
const told = (answer: GraphqlAnswer, actor: Actor): unknown =>
  isStaff(actor)
    ? JSON.parse(JSON.stringify(answer, (key, value: unknown) => (key === 'message' ? undefined : value)))
    : answer;

describe('is refused to whom it is not for, changes nothing and tells nobody what there is', () => {
  it.each(mutations)('%s', async (key, row) => {
    const before = await contentsOf(server);
    for (const actor of ACTORS.filter((one) => !may(row, one))) {
      const question = questionOf(key, row, world.ids);
      const answer = await ask(server, world, actor, question);
      const said = answerTo(row, actor);
      expect(question.read(answer), actor).toBe(said);
      if (said !== 'NOT_FOUND') continue;
      const ofNothing = await ask(server, world, actor, questionOf(key, row, absent(world.ids)));
      expect(told(ofNothing, actor), actor).toEqual(told(answer, actor));
    }
    expect(await contentsOf(server)).toEqual(before);
  });
});

/** What takes away that which others of the list need, in an order in which each is of use. */
const LAST = [
  'Mutation.cartLineRemove',
  'Mutation.cartClear',
  'Mutation.orderCancel',
  'Mutation.productArchive',
  'Mutation.staffUpdate',
  'Mutation.staffRemove',
  'Mutation.cardRemove',
  'Mutation.conversationBlock',
  'Mutation.conversationUnblock',
  'Mutation.conversationLock',
  'Mutation.lockedConversationsOpen',
  'Mutation.conversationUnlock',
  'Mutation.conversationLocksReset',
  'Mutation.sessionLock',
  'Mutation.sessionUnlock',
  'Mutation.screenLockRemove',
  'Mutation.signOut',
];
const inOrder = mutations.toSorted(([a], [b]) => LAST.indexOf(a) - LAST.indexOf(b));

/** What says nothing of who asks: what is done already, or not done like this. */
const BY_STATE = new Set<Answer>([
  'FILE_REFUSED',
  'HANDLE_TAKEN',
  'INSUFFICIENT_STOCK',
  'SIGN_IN_REFUSED',
  'SKU_TAKEN',
  'TOO_MANY_ATTEMPTS',
  'VERSION_CONFLICT',
]);

describe('is done', () => {
  let shared: AccessWorld;
  beforeAll(async () => {
    shared = await anotherWorld();
  });

  it.each(ACTORS)('for the %s: all that is for them', async (actor) => {
    // Staff, and apps in their place, change what others of them need.
    const own = isStaff(actor) || actor === 'app' ? await anotherWorld() : shared;
    const refused: string[] = [];
    for (const [key, row] of inOrder) {
      if (!may(row, actor)) continue;
      const question = questionOf(key, row, own.ids);
      const answer = question.read(await ask(server, own, actor, question));
      if (answer !== 'ok' && !BY_STATE.has(answer)) refused.push(`${key}: ${answer}`);
    }
    expect(refused).toEqual([]);
  });
});
