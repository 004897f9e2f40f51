import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StartChat, send, startChat } from '../src/testing/chat-commands.ts';
import type { Client } from '../src/testing/client.ts';
import { makePerson, makeShop, makeStaff } from '../src/testing/factories.ts';
import type { ConversationWith } from '../src/testing/gql/graphql.ts';
import { graphql } from '../src/testing/gql/index.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const Inbox = graphql(`
  query ConversationsInbox($first: Int, $after: String) {
    viewer {
      ... on Person {
        conversations(first: $first, after: $after) {
          edges {
            node {
              id
              lastMessage {
                sequence
              }
              members {
                party {
                  __typename
                  ... on Person {
                    id
                    name
                    phone
                  }
                  ... on Business {
                    id
                  }
                }
              }
            }
          }
          pageInfo {
            endCursor
            hasNextPage
          }
        }
      }
    }
  }
`);

async function start(client: Client, other: ConversationWith) {
  const { conversationStart } = await client.request(StartChat, { input: { with: other } });
  const [failure] = conversationStart.userErrors;
  return { id: conversationStart.conversation?.id ?? null, code: failure?.code, path: failure?.path };
}

async function inbox(client: Client, first = 20, after: string | null = null) {
  const { viewer } = await client.request(Inbox, { first, after });
  return viewer?.conversations;
}

const times = <T>(count: number, run: (n: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, n) => run(n)));

describe('a conversation with a shop', () => {
  it('is the same one each time', async () => {
    const [shop, asha] = [await makeShop(server), await makePerson(server)];
    const first = await startChat(asha.client, shop);
    expect(first).toMatch(/^cnv_/);
    expect(await startChat(asha.client, shop)).toBe(first);
  });

  it('is one when many begin it at once, each with a first message', async () => {
    const [shop, asha] = [await makeShop(server), await makePerson(server)];
    const sequences = await times(8, async (n) => {
      const { message } = await send(asha.client, await startChat(asha.client, shop), `Hello ${n}`);
      return message?.sequence;
    });
    expect(new Set(sequences)).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8]));
    expect((await inbox(asha.client))?.edges).toHaveLength(1);
    const begun = await server.app.sql`
      select from (select subject_id, type from event_log union all select subject_id, type from outbox) e
      join conversations c on c.id = e.subject_id
      where c.person_id = ${asha.id} and e.type = 'conversation.started'`;
    expect(begun).toHaveLength(1);
  });

  it('is another one for everybody', async () => {
    const [shop, asha, ravi] = [await makeShop(server), await makePerson(server), await makePerson(server)];
    expect(await startChat(asha.client, shop)).not.toBe(await startChat(ravi.client, shop));
  });

  it('is open to its own staff as customers', async () => {
    const shop = await makeShop(server);
    const agent = await makeStaff(server, shop, 'AGENT');
    const { message } = await send(agent.client, await startChat(agent.client, shop), 'For myself');
    expect(message?.sender?.__typename).toBe('Person');
  });
});

describe('a conversation of two people', () => {
  it('is one, whoever begins and however often', async () => {
    const [asha, ravi] = [await makePerson(server), await makePerson(server)];
    const ids = await times(10, (n) =>
      n % 2 === 0
        ? start(asha.client, { phone: ravi.phone })
        : start(ravi.client, { phone: asha.phone.replace('+91', '+91 ') }),
    );
    expect(new Set(ids.map((one) => one.id)).size).toBe(1);
    const rows = await server.app.sql`
      select from conversations where ${asha.id} in (person_id, other_person_id)`;
    expect(rows).toHaveLength(1);
  });

  it('shows each side who the other is, without the phone', async () => {
    const asha = await makePerson(server, { name: 'Asha' });
    const ravi = await makePerson(server, { name: 'Ravi' });
    await start(asha.client, { phone: ravi.phone });
    const members = (await inbox(asha.client))?.edges[0]?.node.members.map((one) => one.party);
    expect(members).toHaveLength(2);
    expect(members).toEqual(
      expect.arrayContaining([
        { __typename: 'Person', id: asha.publicId, name: 'Asha', phone: asha.phone },
        { __typename: 'Person', id: ravi.publicId, name: 'Ravi', phone: null },
      ]),
    );
  });

  it('needs somebody else, who is known, by a number that can be', async () => {
    const asha = await makePerson(server);
    const answers = [
      await start(asha.client, { phone: asha.phone }),
      await start(asha.client, { phone: '+919800000000' }),
      await start(asha.client, { phone: 'Ravi' }),
      await start(asha.client, { phone: '\0' }),
    ];
    expect(answers).toEqual([
      { id: null, code: 'CONVERSATION_WITH_SELF', path: ['with'] },
      { id: null, code: 'NOT_FOUND', path: ['with', 'phone'] },
      { id: null, code: 'INVALID_INPUT', path: ['with', 'phone'] },
      { id: null, code: 'INVALID_INPUT', path: ['with', 'phone'] },
    ]);
  });
});

describe('conversationStart', () => {
  it.each(['biz_0', 'nonsense', ''])('has no shop %j', async (businessId) => {
    const asha = await makePerson(server);
    expect(await start(asha.client, { businessId })).toEqual({
      id: null,
      code: 'NOT_FOUND',
      path: ['with', 'businessId'],
    });
    expect(await start(asha.client, { businessId: asha.publicId })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([{}, { businessId: 'biz_0', phone: '+919800000000' }, { businessId: null }])(
    'wants exactly one to talk to, not %j',
    async (other) => {
      const asha = await makePerson(server);
      const { errors } = await asha.client.raw(StartChat, { input: { with: other as ConversationWith } });
      expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    },
  );

  it('is not for guests', async () => {
    const shop = await makeShop(server);
    const { errors } = await server
      .client()
      .raw(StartChat, { input: { with: { businessId: shop.publicId } } });
    expect(errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });
});

describe('an inbox', () => {
  it('has what was last active first, page by page', async () => {
    const asha = await makePerson(server);
    const chats: string[] = [];
    for (let n = 0; n < 5; n++) chats.push(await startChat(asha.client, await makeShop(server)));
    await send(asha.client, chats[1] ?? '', 'Are you open?');
    const expected = [1, 4, 3, 2, 0].map((n) => chats[n]);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof inbox>> = await inbox(asha.client, 2, after);
      seen.push(...(page?.edges.map((edge) => edge.node.id) ?? []));
      after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(expected);
  });

  it.each([
    ['nonsense', 'nonsense'],
    ['no moment', 'when|0198c0de-0000-7000-8000-000000000000'],
    [
      'a moment that Postgres does not know',
      '+275760-01-01T00:00:00.000Z|0198c0de-0000-7000-8000-000000000000',
    ],
    ['the year 0', '0000-01-01T00:00:00.000Z|0198c0de-0000-7000-8000-000000000000'],
    ['no such day', '2026-13-01T00:00:00.000Z|0198c0de-0000-7000-8000-000000000000'],
    ['no id', '2026-01-01T00:00:00.000Z|x'],
    ['a part too many', '2026-01-01T00:00:00.000Z|0198c0de-0000-7000-8000-000000000000|x'],
  ])('refuses a cursor of %s', async (_what, text) => {
    const asha = await makePerson(server);
    const after = Buffer.from(text).toString('base64url');
    const { errors } = await asha.client.raw(Inbox, { first: 1, after });
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });
});
