import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transact } from '../../src/db/transact.ts';
import { createSession } from '../../src/identity/sign-in.ts';
import { ask, askLive } from '../../src/testing/access-asking.ts';
import { questionOf } from '../../src/testing/access-questions.ts';
import { finish, makeAccessWorld, withMoreToRead, type AccessWorld } from '../../src/testing/access-world.ts';
import type { TestPerson } from '../../src/testing/factories.ts';
import { lockChat, lockSession, setScreenLock } from '../../src/testing/lock-commands.ts';
import { startTestServer, type TestServer } from '../../src/testing/server.ts';
import { LOCKED_AWAY } from './locked-away.ts';
import { OPEN_WHILE_LOCKED, answerTo } from './rows.ts';
import { ROWS } from './table.ts';

let server: TestServer;
let world: AccessWorld;
beforeAll(async () => {
  server = await startTestServer();
  world = await withMoreToRead(server, await makeAccessWorld(server));
});
afterAll(() => finish(server, [world]));

const isLive = (key: string) => key.startsWith('Subscription.');

describe('a session behind its screen lock', () => {
  let locked: TestPerson[];
  beforeAll(async () => {
    const { customer, owner } = world.people;
    locked = await Promise.all([customer, owner].map(behindALock));
  });

  /** The same person on a second device, which is locked. */
  async function behindALock(person: TestPerson): Promise<TestPerson> {
    const { token, sessionId } = await transact(person.ctx, (tx) => createSession(tx, person.id, 'Tablet'));
    const client = server.client(token);
    await setScreenLock(client);
    await lockSession(client);
    return { ...person, token, sessionId, client };
  }

  const closed = ROWS.filter(([key]) => !OPEN_WHILE_LOCKED.includes(key));

  it.each(closed.filter(([key]) => !isLive(key)))('is not told %s', async (key, row) => {
    const question = questionOf(key, row, world.ids);
    for (const customer of locked) {
      const answer = await ask(server, { people: { ...world.people, customer } }, 'customer', question);
      expect(question.read(answer)).toBe('SESSION_LOCKED');
      expect(answer.data ?? null).toBeNull();
    }
  });

  it.each(closed.filter(([key]) => isLive(key)))('does not listen to %s', async (key, row) => {
    const question = questionOf(key, row, world.ids);
    for (const { client } of locked) expect(await askLive(client, question)).toBe('SESSION_LOCKED');
  });

  it('may unlock itself, and hears when it was', async () => {
    for (const { client } of locked) {
      expect(await askLive(client, questionOf('Subscription.sessionEvents', {}, {}))).toBe('ok');
    }
    const unlock = questionOf('Mutation.sessionUnlock', { input: { password: 'not this one' } }, {});
    for (const customer of locked) {
      const answer = await ask(server, { people: { ...world.people, customer } }, 'customer', unlock);
      expect(unlock.read(answer)).toBe('WRONG_PASSWORD');
    }
  });
});

describe('a chat that the customer has locked away', () => {
  beforeAll(async () => {
    await lockChat(world.people.customer.client, world.ids['conversationId'] ?? '');
  });

  it.each(Object.entries(LOCKED_AWAY))('%s', async (key, said) => {
    const row = ROWS.find(([one]) => one === key)?.[1] ?? {};
    const question = questionOf(key, row, world.ids);
    const { customer } = world.people;
    const given = isLive(key)
      ? await askLive(customer.client, question)
      : question.read(await ask(server, world, 'customer', question));
    expect(given).toBe(said);
  });

  it.each(ROWS.filter(([key]) => key in LOCKED_AWAY && !key.startsWith('Mutation.')))(
    'the shop notices nothing of it: %s',
    async (key, row) => {
      const question = questionOf(key, row, world.ids);
      const given = isLive(key)
        ? await askLive(world.people.agent.client, question)
        : question.read(await ask(server, world, 'agent', question));
      expect(given).toBe(answerTo(row, 'agent'));
    },
  );
});
