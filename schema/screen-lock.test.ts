import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transact } from '../src/db/transact.ts';
import { createSession } from '../src/identity/sign-in.ts';
import type { Client } from '../src/testing/client.ts';
import { makePerson, type TestPerson } from '../src/testing/factories.ts';
import { SignOut } from '../src/testing/identity-commands.ts';
import {
  PASSWORD,
  lockSession,
  refusalOf,
  removeScreenLock,
  setScreenLock,
  unlockSession,
} from '../src/testing/lock-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

const SECOND = 1_000;
let server: TestServer;
/** Only ever more: sessions and waits are of the same clock. */
let skew = 0;
beforeAll(async () => {
  server = await startTestServer({ now: () => new Date(Date.now() + skew) });
});
afterAll(() => server.stop());

async function addDevice(person: TestPerson): Promise<Client> {
  const { token } = await transact(person.ctx, (tx) => createSession(tx, person.id, 'Tablet'));
  return server.client(token);
}

const codeOf = ({ userErrors }: { userErrors: readonly { code: string }[] }) => userErrors[0]?.code ?? null;

/** What the log says of a session, in order. */
async function eventsOf({ sessionId }: TestPerson): Promise<string[]> {
  const rows = await server.app.sql<{ type: string }[]>`
    select type, sequence from outbox where subject_id = ${sessionId}
    union all select type, sequence from event_log where subject_id = ${sessionId} order by sequence`;
  return rows.map(({ type }) => type).filter((type) => type !== 'session.created');
}

describe('a screen lock', () => {
  it('is set open, locks, and opens with its password; nothing of it is told to other devices', async () => {
    const person = await makePerson(server);
    const other = await addDevice(person);
    const set = await setScreenLock(person.client);
    expect(set).toEqual({
      session: {
        isCurrent: true,
        screenLock: { isLocked: false, autoLockSeconds: 600, lockedAt: null },
      },
      userErrors: [],
    });
    expect(await refusalOf(person.client)).toBeNull();
    const locked = await lockSession(person.client);
    expect(locked.session?.screenLock?.isLocked).toBe(true);
    expect(await refusalOf(person.client)).toBe('SESSION_LOCKED');
    expect(await refusalOf(other)).toBeNull();
    const unlocked = await unlockSession(person.client);
    expect(unlocked).toEqual({
      session: { screenLock: { isLocked: false, lockedAt: null } },
      userErrors: [],
    });
    expect(await refusalOf(person.client)).toBeNull();
    expect(await eventsOf(person)).toEqual(['session.lock_set', 'session.locked', 'session.unlocked']);
  });

  it('takes another password and other seconds only with the one that it has', async () => {
    const person = await makePerson(server);
    await setScreenLock(person.client);
    for (const currentPassword of [undefined, 'not the one']) {
      const { userErrors } = await setScreenLock(person.client, {
        password: 'another one',
        ...(currentPassword && { currentPassword }),
      });
      expect(userErrors).toMatchObject([{ code: 'WRONG_PASSWORD', path: ['currentPassword'] }]);
    }
    const set = await setScreenLock(person.client, {
      password: 'another one',
      autoLockSeconds: 60,
      currentPassword: PASSWORD,
    });
    expect(set.session?.screenLock?.autoLockSeconds).toBe(60);
    await lockSession(person.client);
    expect(codeOf(await unlockSession(person.client))).toBe('WRONG_PASSWORD');
    expect(codeOf(await unlockSession(person.client, 'another one'))).toBeNull();
  });

  it('is removed with its password', async () => {
    const person = await makePerson(server);
    await setScreenLock(person.client);
    expect(codeOf(await removeScreenLock(person.client, 'not the one'))).toBe('WRONG_PASSWORD');
    expect(await removeScreenLock(person.client)).toEqual({ session: { screenLock: null }, userErrors: [] });
    expect(codeOf(await lockSession(person.client))).toBe('SCREEN_LOCK_MISSING');
    expect(codeOf(await unlockSession(person.client))).toBe('SCREEN_LOCK_MISSING');
    expect(codeOf(await removeScreenLock(person.client))).toBe('SCREEN_LOCK_MISSING');
    expect(await eventsOf(person)).toEqual(['session.lock_set', 'session.lock_removed']);
  });

  it.each([
    [{ password: 'short' }, 'password'],
    [{ password: 'x'.repeat(129) }, 'password'],
    [{ password: '\u{1f511}'.repeat(5) }, 'password'],
    [{ autoLockSeconds: 59 }, 'autoLockSeconds'],
    [{ autoLockSeconds: 28_801 }, 'autoLockSeconds'],
  ])('is not set with %j', async (input, path) => {
    const { client } = await makePerson(server);
    const { session, userErrors } = await setScreenLock(client, input);
    expect([session, userErrors]).toMatchObject([null, [{ code: 'INVALID_INPUT', path: [path] }]]);
    expect(codeOf(await lockSession(client))).toBe('SCREEN_LOCK_MISSING');
  });

  it('takes the limits, and the same word from another keyboard', async () => {
    const { client } = await makePerson(server);
    // Composed, and as another keyboard sends it: a letter and its accent.
    const [composed, decomposed] = ['caf\u00e9 au lait', 'cafe\u0301 au lait'];
    expect(codeOf(await setScreenLock(client, { password: composed, autoLockSeconds: 28_800 }))).toBeNull();
    expect(codeOf(await unlockSession(client, decomposed))).toBeNull();
    const longest = '\u{1f511}'.repeat(128);
    expect(
      codeOf(
        await setScreenLock(client, { password: longest, autoLockSeconds: 60, currentPassword: composed }),
      ),
    ).toBeNull();
    expect(codeOf(await unlockSession(client, longest))).toBeNull();
  });

  it('is one when two are set at once', async () => {
    const person = await makePerson(server);
    const passwords = ['first of two', 'second of two'];
    const answers = await Promise.all(
      passwords.map((password) => setScreenLock(person.client, { password })),
    );
    const [winner, ...others] = passwords.filter((_, index) => answers[index]?.userErrors.length === 0);
    expect(others).toEqual([]);
    await lockSession(person.client);
    expect(codeOf(await unlockSession(person.client, winner))).toBeNull();
  });

  it('is recorded once when it is locked many times at once', async () => {
    const person = await makePerson(server);
    await setScreenLock(person.client);
    await Promise.all(Array.from({ length: 10 }, () => lockSession(person.client).catch(() => null)));
    expect(await eventsOf(person)).toEqual(['session.lock_set', 'session.locked']);
  });
});

describe('a session that is not used', () => {
  it('locks itself to the second, for everybody who asks, and says so once', async () => {
    const person = await makePerson(server);
    await setScreenLock(person.client, { autoLockSeconds: 60 });
    skew += 50 * SECOND;
    // A use: the minute begins anew, ...
    expect(await refusalOf(person.client)).toBeNull();
    skew += 50 * SECOND;
    expect(await refusalOf(person.client)).toBeNull();
    // ... and a use within five seconds of another is not noted: the lock may come so much early, never late.
    skew += 60 * SECOND;
    const answers = await Promise.all(Array.from({ length: 10 }, () => refusalOf(person.client)));
    expect(new Set(answers)).toEqual(new Set(['SESSION_LOCKED']));
    expect(await eventsOf(person)).toEqual(['session.lock_set', 'session.locked']);
    const [lock] = await server.app.sql<{ late: number }[]>`
      select extract(epoch from locked_at - used_at)::int as late from screen_locks
      where session_id = ${person.sessionId}`;
    expect(lock?.late).toBe(60);
    expect(codeOf(await unlockSession(person.client))).toBeNull();
    expect(await refusalOf(person.client)).toBeNull();
  });

  it('stays open as long as it is used, and writes that down now and then only', async () => {
    const person = await makePerson(server);
    await setScreenLock(person.client, { autoLockSeconds: 600 });
    const used = async () => {
      const [row] = await server.app.sql<{ at: string }[]>`
        select used_at::text as at from screen_locks where session_id = ${person.sessionId}`;
      return row?.at;
    };
    const atFirst = await used();
    skew += 45 * SECOND;
    expect(await refusalOf(person.client)).toBeNull();
    expect(await used()).toBe(atFirst);
    for (let times = 0; times < 30; times++) {
      skew += 55 * SECOND;
      expect(await refusalOf(person.client)).toBeNull();
    }
    expect(await used()).not.toBe(atFirst);
  });

  it('is not kept open by what is refused', async () => {
    const person = await makePerson(server);
    await setScreenLock(person.client, { autoLockSeconds: 60 });
    skew += 60 * SECOND;
    for (let times = 0; times < 5; times++) {
      skew += 10 * SECOND;
      expect(await refusalOf(person.client)).toBe('SESSION_LOCKED');
    }
  });
});

describe('wrong passwords', () => {
  const guess = async (client: Client, password = 'a wrong guess') =>
    codeOf(await unlockSession(client, password));

  it('in a row have to wait longer and longer, and the twentieth signs the session out', async () => {
    const person = await makePerson(server);
    const other = await addDevice(person);
    await setScreenLock(person.client, { autoLockSeconds: 28_800 });
    await lockSession(person.client);
    const waits = [0, 0, 30, 60, 120, 300, 900, ...Array.from({ length: 12 }, () => 3_600)];
    for (const [index, wait] of waits.entries()) {
      expect(await guess(person.client), `try ${index + 1}`).toBe('WRONG_PASSWORD');
      if (wait === 0) continue;
      skew += (wait - 1) * SECOND;
      const { userErrors } = await unlockSession(person.client);
      expect(userErrors, `before ${wait} s are over`).toMatchObject([
        { code: 'TOO_MANY_ATTEMPTS', message: expect.stringMatching(/before \d{4}-.*Z/) as string },
      ]);
      skew += SECOND;
    }
    const last = await unlockSession(person.client, 'a wrong guess');
    expect(last.userErrors).toMatchObject([
      { code: 'WRONG_PASSWORD', message: expect.stringContaining('signed out') as string },
    ]);
    expect(await refusalOf(person.client)).toBe('UNAUTHENTICATED');
    expect(await refusalOf(other)).toBeNull();
    expect(await eventsOf(person)).toEqual(['session.lock_set', 'session.locked', 'session.revoked']);
  });

  it('a hundred at once are three, and the right one is not taken before its time either', async () => {
    const person = await makePerson(server);
    await setScreenLock(person.client);
    await lockSession(person.client);
    const codes = await Promise.all(Array.from({ length: 100 }, () => guess(person.client)));
    expect(codes.filter((code) => code === 'WRONG_PASSWORD')).toHaveLength(3);
    expect(codes.filter((code) => code === 'TOO_MANY_ATTEMPTS')).toHaveLength(97);
    expect(await guess(person.client, PASSWORD)).toBe('TOO_MANY_ATTEMPTS');
    skew += 30 * SECOND;
    expect(await guess(person.client, PASSWORD)).toBeNull();
    // Right, and so all is forgotten.
    expect(await guess(person.client)).toBe('WRONG_PASSWORD');
    expect(await guess(person.client, PASSWORD)).toBeNull();
  });

  it('count together, whatever they are given for', async () => {
    const { client } = await makePerson(server);
    await setScreenLock(client);
    await unlockSession(client, 'a wrong guess');
    await removeScreenLock(client, 'a wrong guess');
    await setScreenLock(client, { currentPassword: 'a wrong guess' });
    expect(codeOf(await removeScreenLock(client))).toBe('TOO_MANY_ATTEMPTS');
  });

  it('are no tries when no password can be like that', async () => {
    const { client } = await makePerson(server);
    await setScreenLock(client);
    for (let times = 0; times < 5; times++) expect(await guess(client, 'no')).toBe('INVALID_INPUT');
    expect(await guess(client, PASSWORD)).toBeNull();
  });
});

describe('who has forgotten the password', () => {
  it('signs out, while other devices stay', async () => {
    const person = await makePerson(server);
    const other = await addDevice(person);
    await setScreenLock(person.client);
    await lockSession(person.client);
    const { signOut } = await person.client.request(SignOut, {});
    expect(signOut).toEqual({ signedOut: true, userErrors: [] });
    expect(await refusalOf(person.client)).toBe('UNAUTHENTICATED');
    expect(await refusalOf(other)).toBeNull();
  });
});
