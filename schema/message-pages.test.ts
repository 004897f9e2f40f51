import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send, startChat } from '../src/testing/chat-commands.ts';
import { makePerson, makeShop, type TestPerson } from '../src/testing/factories.ts';
import { graphql } from '../src/testing/gql/index.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const Thread = graphql(`
  query MessagePagesThread($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    node(id: $id) {
      ... on Conversation {
        lastSequence
        messages(first: $first, after: $after, last: $last, before: $before) {
          edges {
            cursor
            node {
              sequence
            }
          }
          pageInfo {
            startCursor
            endCursor
            hasNextPage
            hasPreviousPage
          }
        }
      }
    }
  }
`);

interface Asked {
  readonly first?: number;
  readonly after?: string | null;
  readonly last?: number;
  readonly before?: string | null;
}

interface Chat {
  readonly asha: TestPerson;
  readonly id: string;
}

/** A chat with so many messages. */
async function makeChat(count: number): Promise<Chat> {
  const [shop, asha] = [await makeShop(server), await makePerson(server)];
  const id = await startChat(asha.client, shop);
  for (let n = 1; n <= count; n++) await send(asha.client, id, `Message ${n}`);
  return { asha, id };
}

async function stretch({ asha, id }: Chat, asked: Asked = {}) {
  const { node } = await asha.client.request(Thread, { id, ...asked });
  const found = node && 'messages' in node ? node.messages : null;
  return {
    sequences: found?.edges.map((edge) => edge.node.sequence) ?? [],
    cursorOf: (sequence: number) =>
      found?.edges.find((edge) => edge.node.sequence === sequence)?.cursor ?? null,
    info: found?.pageInfo,
  };
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);

describe('a stretch of a conversation', () => {
  it('is the last twenty unless asked otherwise, in the order in which they were said', async () => {
    const chat = await makeChat(22);
    const { sequences, info, cursorOf } = await stretch(chat);
    expect(sequences).toEqual(range(3, 22));
    expect(info).toEqual({
      startCursor: cursorOf(3),
      endCursor: cursorOf(22),
      hasPreviousPage: true,
      hasNextPage: false,
    });
  });

  it('goes back from the end, while more is said', async () => {
    const chat = await makeChat(7);
    const seen: number[][] = [];
    let before: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof stretch>> = await stretch(chat, { last: 3, before });
      seen.push(page.sequences);
      before = page.info?.hasPreviousPage ? page.info.startCursor : null;
      await send(chat.asha.client, chat.id, 'One more');
    } while (before !== null);
    expect(seen).toEqual([[5, 6, 7], [2, 3, 4], [1]]);
  });

  it('goes forward from the start, up to what was said meanwhile', async () => {
    const chat = await makeChat(4);
    const seen: number[][] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof stretch>> = await stretch(chat, { first: 3, after });
      seen.push(page.sequences);
      if (seen.length === 1) await send(chat.asha.client, chat.id, 'One more');
      after = page.info?.hasNextPage ? page.info.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
  });

  it.each<[string, (cursor: (sequence: number) => string | null) => Asked, number[]]>([
    ['last 2', () => ({ last: 2 }), [9, 10]],
    ['last 2 before 5', (at) => ({ last: 2, before: at(5) }), [3, 4]],
    ['before 3', (at) => ({ before: at(3) }), [1, 2]],
    ['first 2', () => ({ first: 2 }), [1, 2]],
    ['first 2 after 5', (at) => ({ first: 2, after: at(5) }), [6, 7]],
    ['after 8', (at) => ({ after: at(8) }), [9, 10]],
    ['first 100 between 3 and 6', (at) => ({ first: 100, after: at(3), before: at(6) }), [4, 5]],
    ['last 1 after 3', (at) => ({ last: 1, after: at(3) }), [10]],
    ['last 5 before 1', (at) => ({ last: 5, before: at(1) }), []],
    ['first 5 after 10', (at) => ({ first: 5, after: at(10) }), []],
    ['last 100', () => ({ last: 100 }), range(1, 10)],
  ])('%s', async (_what, asked, sequences) => {
    const chat = await makeChat(10);
    const all = await stretch(chat);
    expect((await stretch(chat, asked(all.cursorOf))).sequences).toEqual(sequences);
  });

  it('is empty before the first word', async () => {
    expect(await stretch(await makeChat(0))).toMatchObject({
      sequences: [],
      info: { startCursor: null, endCursor: null, hasNextPage: false, hasPreviousPage: false },
    });
  });
});

describe('a stretch is refused', () => {
  const cursor = (text: string) => Buffer.from(text).toString('base64url');

  it.each<[string, Asked]>([
    ['of none', { last: 0 }],
    ['of fewer than none', { last: -1 }],
    ['of more than 100', { last: 101 }],
    ['of none from the start', { first: 0 }],
    ['of more than 100 from the start', { first: 101 }],
    ['from both ends', { first: 1, last: 1 }],
    ['before what is no cursor', { last: 1, before: 'nonsense' }],
    ['before nothing', { last: 1, before: '' }],
    ['after a negative number', { first: 1, after: cursor('-1') }],
    ['after a number of 16 digits', { first: 1, after: cursor('1234567890123456') }],
    ['after a cursor of products', { first: 1, after: cursor('\u0001\u0098\u00c0\u00de0123456789ab') }],
  ])('%s', async (_what, asked) => {
    const { asha, id } = await makeChat(0);
    const { errors } = await asha.client.raw(Thread, { id, ...asked });
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });
});
