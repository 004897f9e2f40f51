import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Client } from '../src/testing/client.ts';
import { makeCard, makePerson } from '../src/testing/factories.ts';
import { graphql } from '../src/testing/gql/index.ts';
import { makeFriends } from '../src/testing/money-chat.ts';
import { accept, ask, inr, send, topUp, WalletEvents } from '../src/testing/money-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';
import { watch } from '../src/testing/watch.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const Chat = graphql(`
  subscription WalletLiveChat($id: ID!) {
    stream: conversationEvents(conversationId: $id) {
      cursor
      event {
        type
        message {
          sequence
          content {
            ... on MoneyContent {
              request {
                state
              }
              transfer {
                state
              }
            }
          }
        }
      }
    }
  }
`);

/** The next events from a cursor, with the cursor that each left; from now on without one. */
async function follow(client: Client, after: string | null = null) {
  const stream = client.subscribe(WalletEvents, { after });
  await stream.next();
  return {
    async take(count: number) {
      const taken = [];
      while (taken.length < count) {
        const { value } = await stream.next();
        if (!value) throw new Error('the stream has ended');
        const { cursor, event } = value.stream;
        if (event) taken.push({ cursor, ...event });
      }
      return taken;
    },
    leave: async () => {
      await stream.return?.();
    },
  };
}

it('tells both of the two, with the wallet of each as it is then', async () => {
  const { asha, ravi, chat } = await makeFriends(server, { paise: 1_000n });
  const streams = [await follow(asha.client), await follow(ravi.client)];
  const { transfer } = await send(asha.client, { conversationId: chat, amount: inr('4') });
  const told = await Promise.all(streams.map((stream) => stream.take(1)));
  expect(told).toMatchObject([
    [
      {
        type: 'MONEY_SENT',
        sequence: 1,
        transfer: { id: transfer?.id, state: 'SUCCEEDED' },
        wallet: { balances: [{ available: inr('6.00') }] },
      },
    ],
    [
      {
        type: 'MONEY_SENT',
        transfer: { id: transfer?.id },
        wallet: { balances: [{ available: inr('4.00') }] },
      },
    ],
  ]);
  await Promise.all(streams.map((stream) => stream.leave()));
});

it('gives from any cursor all that came since, each once and in order', async () => {
  const { asha, ravi, chat } = await makeFriends(server, { paise: 10_000n, card: 'pm_card_visa' });
  const live = [await follow(asha.client), await follow(ravi.client)];
  await send(asha.client, { conversationId: chat, amount: inr('1') });
  const { request } = await ask(ravi.client, { conversationId: chat, amount: inr('2') });
  await accept(asha.client, { requestId: request?.id ?? '' });
  await send(ravi.client, { conversationId: chat, amount: inr('0.50') });
  await topUp(asha.client, { amount: inr('5') });
  const both = ['MONEY_SENT', 'MONEY_REQUESTED', 'MONEY_SENT', 'MONEY_REQUEST_PAID', 'MONEY_SENT'];
  const expected = [[...both, 'WALLET_CHANGED'], both];
  for (const [index, { client }] of [asha, ravi].entries()) {
    const types = expected[index] ?? [];
    const told = (await live[index]?.take(types.length)) ?? [];
    expect(told.map(({ type }) => type)).toEqual(types);
    await live[index]?.leave();
    for (const [position, { cursor }] of told.slice(0, -1).entries()) {
      const again = await follow(client, cursor);
      const rest = await again.take(types.length - position - 1);
      expect(rest.map((event) => [event.cursor, event.type, event.sequence])).toEqual(
        told.slice(position + 1).map((event) => [event.cursor, event.type, event.sequence]),
      );
      await again.leave();
    }
  }
});

it('misses nothing that came while nobody listened', async () => {
  const { asha, ravi, chat } = await makeFriends(server, { paise: 10_000n });
  const first = await follow(ravi.client);
  await send(asha.client, { conversationId: chat, amount: inr('1') });
  const [seen] = await first.take(1);
  await first.leave();
  for (const amount of ['2', '3', '4'])
    await send(asha.client, { conversationId: chat, amount: inr(amount) });
  const again = await follow(ravi.client, seen?.cursor);
  const missed = again.take(4);
  await send(asha.client, { conversationId: chat, amount: inr('5') });
  expect((await missed).map(({ type }) => type)).toEqual(Array(4).fill('MONEY_SENT'));
  await again.leave();
});

it("is one's own: not that of the other, a stranger, an operator or a guest", async () => {
  const { asha, chat } = await makeFriends(server, { paise: 10_000n });
  const [stranger, operator] = [await makePerson(server), await makePerson(server, { operator: true })];
  const streams = [
    await watch(server, stranger.client, WalletEvents, {}),
    await watch(server, operator.client, WalletEvents, {}),
  ];
  await send(asha.client, { conversationId: chat, amount: inr('1') });
  for (const person of [stranger, operator]) await makeCard(person);
  for (const stream of streams) {
    expect(await stream.next()).toMatchObject({ type: 'CARD_REGISTERED', transfer: null });
    await stream.stop();
  }
  const guest = server.client().subscribe(WalletEvents, {});
  await expect(guest.next()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

it('has its messages in the chat of the two, which update in place', async () => {
  const { asha, ravi, chat } = await makeFriends(server, { paise: 10_000n });
  const streams = [
    await watch(server, asha.client, Chat, { id: chat }),
    await watch(server, ravi.client, Chat, { id: chat }),
  ];
  const { request } = await ask(ravi.client, { conversationId: chat, amount: inr('2') });
  await accept(asha.client, { requestId: request?.id ?? '' });
  for (const stream of streams) {
    const asked = await stream.next();
    const sent = await stream.next();
    const updated = await stream.next();
    expect([asked.type, sent.type, updated.type]).toEqual([
      'MESSAGE_SENT',
      'MESSAGE_SENT',
      'MESSAGE_UPDATED',
    ]);
    expect([asked, sent, updated].map(({ message }) => message?.sequence)).toEqual([1, 2, 1]);
    expect(updated.message?.content).toEqual({ request: { state: 'PAID' }, transfer: null });
    await stream.stop();
  }
});
