import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { lockConversation, resetConversationLocks } from '../conversations/lock.ts';
import { makeChat, makePerson, type TestPerson } from '../testing/factories.ts';
import { overtake } from '../testing/meeting.ts';
import { refusalOf } from '../testing/refusals.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { holdChatPassword, proveOrSetChatPassword } from './chat-password.ts';
import { setScreenLock } from './set.ts';

const PASSWORD = 'correct horse';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  const [asha, ravi] = [await makePerson(server), await makePerson(server)];
  await setScreenLock(asha.ctx, { password: PASSWORD, autoLockSeconds: 600 });
  const conversationId = await makeChat(ravi, asha);
  await lockConversation(ravi.ctx, { conversationId, password: PASSWORD });
});
afterAll(() => server.stop());

const system = () => server.ctx({ kind: 'system', job: 'test' });
const as = ({ ctx }: TestPerson) => ({ actor: ctx.actor });

describe('the database refuses, whoever asks', () => {
  test.each<[string, string, string]>([
    [
      'a lock that never locks by itself',
      'screen_locks_auto_lock_range',
      `update screen_locks set auto_lock_seconds = 28801`,
    ],
    ['more tries than there are', 'screen_locks_tries_limit', `update screen_locks set tries = 21`],
    ['fewer than no tries', 'chat_lock_passwords_tries_limit', `update chat_lock_passwords set tries = -1`],
    [
      'a chat that is locked away twice',
      'conversation_locks_pkey',
      `insert into conversation_locks select * from conversation_locks`,
    ],
  ])('%s: %s', async (_what, constraint, statement) => {
    expect(await refusalOf(server.app.sql, statement)).toBe(constraint);
  });
});

describe('who comes second', () => {
  it('to set a screen lock is asked for the password of the first', async () => {
    const asha = await makePerson(server);
    const set = (password: string, ctx = asha.ctx) => setScreenLock(ctx, { password, autoLockSeconds: 600 });
    const late = overtake(
      system(),
      (tx) => set('first of two', { ...tx, ...as(asha) }),
      () => set('second of two'),
    );
    await expect(late).rejects.toMatchObject({ code: 'WRONG_PASSWORD', path: ['currentPassword'] });
  });

  it('to forget the password of the chat locks unlocks what was locked meanwhile', async () => {
    const [asha, ravi] = [await makePerson(server), await makePerson(server)];
    const conversationId = await makeChat(asha, ravi);
    const passwordHash = await proveOrSetChatPassword(asha.ctx, asha.id, PASSWORD);
    await overtake(
      system(),
      async (tx) => {
        await holdChatPassword(tx, asha.id, passwordHash);
        await tx.sql`
          insert into conversation_locks (person_id, conversation_id) values (${asha.id}, ${conversationId})`;
      },
      () => resetConversationLocks(asha.ctx),
    );
    expect(await server.app.sql`select from conversation_locks where person_id = ${asha.id}`).toHaveLength(0);
    expect(await server.app.sql`select from chat_lock_passwords where person_id = ${asha.id}`).toHaveLength(
      0,
    );
  });
});
