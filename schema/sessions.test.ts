import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transact } from '../src/db/transact.ts';
import { encodeId } from '../src/db/id.ts';
import { createSession } from '../src/identity/sign-in.ts';
import { ApiError, type Client } from '../src/testing/client.ts';
import { makePerson, makeShop, type TestPerson } from '../src/testing/factories.ts';
import { graphql } from '../src/testing/gql/index.ts';
import { RevokeSession, SignOut, WhoAmI } from '../src/testing/identity-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

const DAY = 24 * 60 * 60_000;
let server: TestServer;
let skew = 0;
beforeAll(async () => {
  server = await startTestServer({ now: () => new Date(Date.now() + skew) });
});
afterAll(() => server.stop());

const Inbox = graphql(`
  subscription SessionsInbox {
    inboxEvents {
      cursor
      event {
        type
      }
    }
  }
`);

const StartChat = graphql(`
  mutation SessionsStartChat($input: ConversationStartInput!) {
    conversationStart(input: $input) {
      userErrors {
        code
      }
    }
  }
`);

/** Another device of a person. */
async function addDevice(person: TestPerson, device: string) {
  const made = await transact(person.ctx, (tx) => createSession(tx, person.id, device));
  return { publicId: encodeId('ses', made.sessionId), client: server.client(made.token), ...made };
}

async function devicesOf(client: Client) {
  const { viewer } = await client.request(WhoAmI, {});
  return viewer && 'sessions' in viewer ? (viewer.sessions ?? []) : [];
}

async function refusalOf(client: Client): Promise<unknown> {
  const { errors } = await client.raw(WhoAmI, {});
  return errors?.[0]?.extensions?.['code'] ?? null;
}

describe('the sessions of a person', () => {
  it('are listed newest first, the one that asks is marked, and others do not see them', async () => {
    const person = await makePerson(server);
    await addDevice(person, 'Tablet');
    const phone = await addDevice(person, 'Phone');
    await makePerson(server);
    const devices = await devicesOf(phone.client);
    expect(devices.map(({ device, isCurrent }) => [device, isCurrent])).toEqual([
      ['Phone', true],
      ['Tablet', false],
      ['test', false],
    ]);
    const lifetimes = devices.map((one) => Date.parse(one.expiresAt) - Date.parse(one.createdAt));
    expect(lifetimes).toEqual([90 * DAY, 90 * DAY, 90 * DAY]);
  });

  it('are refused after ninety days and are no longer listed', async () => {
    const person = await makePerson(server);
    expect(await refusalOf(person.client)).toBeNull();
    skew += 80 * DAY;
    const later = await addDevice(person, 'Later');
    skew += 10 * DAY;
    expect(await refusalOf(person.client)).toBe('UNAUTHENTICATED');
    expect((await devicesOf(later.client)).map((one) => one.device)).toEqual(['Later']);
  });
});

describe('sessionRevoke', () => {
  const revoke = async (client: Client, sessionId: string) =>
    (await client.request(RevokeSession, { input: { sessionId } })).sessionRevoke;

  it('refuses the device from the next request on, and leaves the others alone', async () => {
    const person = await makePerson(server);
    const stolen = await addDevice(person, 'Stolen');
    expect(await refusalOf(stolen.client)).toBeNull();
    const answer = await revoke(person.client, stolen.publicId);
    expect(answer).toEqual({ revokedSessionId: stolen.publicId, userErrors: [] });
    expect(await refusalOf(stolen.client)).toBe('UNAUTHENTICATED');
    expect(await devicesOf(person.client)).toMatchObject([{ device: 'test' }]);
  });

  it('answers the same for what is gone, what is not theirs and what is no session', async () => {
    const [person, stranger] = [await makePerson(server), await makePerson(server)];
    const gone = await addDevice(person, 'Gone');
    await revoke(person.client, gone.publicId);
    const theirs = encodeId('ses', stranger.sessionId);
    for (const id of [gone.publicId, theirs, person.publicId, 'ses_0', '']) {
      const { revokedSessionId, userErrors } = await revoke(person.client, id);
      expect([revokedSessionId, userErrors]).toEqual([null, [{ code: 'NOT_FOUND', path: ['sessionId'] }]]);
    }
    expect(await refusalOf(stranger.client)).toBeNull();
  });

  it('ends the live streams of the device, after everything before it and before anything after it', async () => {
    const person = await makePerson(server);
    const stolen = await addDevice(person, 'Stolen');
    const [before, after] = [await makeShop(server), await makeShop(server)];
    const talkTo = (businessId: string) =>
      person.client.request(StartChat, { input: { with: { businessId } } });
    const theirs = stolen.client.subscribe(Inbox, {});
    const mine = person.client.subscribe(Inbox, {});
    for (const stream of [theirs, mine]) {
      expect((await stream.next()).value?.inboxEvents.event).toBeNull();
    }
    await talkTo(before.publicId);
    await revoke(person.client, stolen.publicId);
    await talkTo(after.publicId);

    expect((await theirs.next()).value?.inboxEvents.event?.type).toBe('CONVERSATION_STARTED');
    const end = await theirs.next().catch((error: unknown) => error);
    expect(end).toBeInstanceOf(ApiError);
    expect(end).toMatchObject({ code: 'UNAUTHENTICATED' });
    const types = [await mine.next(), await mine.next()].map((one) => one.value?.inboxEvents.event?.type);
    expect(types).toEqual(['CONVERSATION_STARTED', 'CONVERSATION_STARTED']);
  });
});

describe('signOut', () => {
  it('ends the session that asks, its streams too', async () => {
    const person = await makePerson(server);
    const stream = person.client.subscribe(Inbox, {});
    await stream.next();
    const { signOut } = await person.client.request(SignOut, {});
    expect(signOut).toEqual({ signedOut: true, userErrors: [] });
    expect(await refusalOf(person.client)).toBe('UNAUTHENTICATED');
    await expect(stream.next()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(person.client.subscribe(Inbox, {}).next()).rejects.toHaveProperty('code', 4403);
  });

  it('is for who is signed in', async () => {
    const { data, errors } = await server.client().raw(SignOut, {});
    expect([data, errors?.[0]?.extensions?.['code']]).toEqual([null, 'UNAUTHENTICATED']);
  });

  it('twice at once is once', async () => {
    const person = await makePerson(server);
    const answers = await Promise.all([person.client.raw(SignOut, {}), person.client.raw(SignOut, {})]);
    const [row] = await server.app.sql<{ count: bigint }[]>`
      select count(*) from outbox where subject_id = ${person.sessionId} and type = 'session.revoked'`;
    const [logged] = await server.app.sql<{ count: bigint }[]>`
      select count(*) from event_log where subject_id = ${person.sessionId} and type = 'session.revoked'`;
    expect(Number(row?.count) + Number(logged?.count)).toBe(1);
    expect(answers.some((one) => one.data?.signOut.signedOut === true)).toBe(true);
  });
});
