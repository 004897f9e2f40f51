import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeId } from '../src/db/id.ts';
import {
  makeCard,
  makeOrder,
  makePerson,
  makeProduct,
  makeShop,
  makeStaff,
} from '../src/testing/factories.ts';
import { graphql } from '../src/testing/gql/index.ts';
import { cancel, confirm, deliver, readOrder, ship } from '../src/testing/order-commands.ts';
import { pay } from '../src/testing/payment-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';
import { watch, type Watch } from '../src/testing/watch.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const OrderEvents = graphql(`
  subscription OrderLiveEvents($filter: OrderEventFilter) {
    stream: orderEvents(filter: $filter) {
      cursor
      event {
        type
        sequence
        order {
          id
          state
          paymentState
          fulfillmentState
          availableActions
        }
      }
    }
  }
`);

const ChatEvents = graphql(`
  subscription OrderLiveChat($id: ID!) {
    stream: conversationEvents(conversationId: $id) {
      cursor
      event {
        type
        message {
          id
          sequence
          content {
            __typename
            ... on OrderContent {
              order {
                paymentState
              }
            }
          }
        }
      }
    }
  }
`);

const Chat = graphql(`
  query OrderLiveThread($id: ID!) {
    node(id: $id) {
      ... on Conversation {
        messages {
          edges {
            node {
              id
              sequence
              sender {
                __typename
              }
              content {
                __typename
                ... on NoticeContent {
                  code
                  text
                  order {
                    id
                  }
                }
                ... on PaymentContent {
                  payment {
                    state
                  }
                }
                ... on OrderContent {
                  order {
                    id
                    state
                    fulfillmentState
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`);

/** An unpaid order, its customer with a card, and an agent of its shop. */
async function placedOrder() {
  const shop = await makeShop(server);
  const product = await makeProduct(shop);
  const [asha, imran] = [await makePerson(server), await makeStaff(server, shop, 'AGENT')];
  await makeCard(asha);
  const orderId = encodeId('ord', await makeOrder(asha, product));
  const order = await readOrder(asha.client, orderId);
  return {
    shop,
    product,
    asha,
    imran,
    orderId,
    chatId: order?.conversation?.id ?? '',
    number: order?.number,
  };
}

describe('order events', () => {
  it('reach the customer and the business live, in the order in which they happened', async () => {
    const { shop, asha, imran, orderId } = await placedOrder();
    const streams = [
      await watch(server, asha.client, OrderEvents, {}),
      await watch(server, imran.client, OrderEvents, { filter: { businessId: shop.publicId } }),
      await watch(server, imran.client, OrderEvents, { filter: { businessId: shop.publicId, orderId } }),
    ];
    await pay(asha.client, { orderId });
    await confirm(imran.client, orderId);
    await ship(imran.client, { orderId });
    await deliver(imran.client, orderId);
    for (const stream of streams) {
      const events = [];
      for (let sequence = 2; sequence <= 6; sequence++) events.push(await stream.next());
      expect(events.map(({ type, sequence, order }) => [type, sequence, order?.id])).toEqual([
        ['ORDER_PAID', 2, orderId],
        ['ORDER_CONFIRMED', 3, orderId],
        ['ORDER_SHIPPED', 4, orderId],
        ['ORDER_DELIVERED', 5, orderId],
        ['ORDER_COMPLETED', 6, orderId],
      ]);
      expect(events.at(-1)?.order).toMatchObject({ state: 'COMPLETED', fulfillmentState: 'DELIVERED' });
      await stream.stop();
    }
  });

  it('show each listener what it can do itself', async () => {
    const { shop, asha, imran, orderId } = await placedOrder();
    const own = await watch(server, asha.client, OrderEvents, {});
    const staff = await watch(server, imran.client, OrderEvents, { filter: { businessId: shop.publicId } });
    await pay(asha.client, { orderId });
    expect((await own.next()).order?.availableActions).toEqual(['CANCEL']);
    expect((await staff.next()).order?.availableActions).toEqual(['CONFIRM', 'CANCEL']);
    await Promise.all([own.stop(), staff.stop()]);
  });

  it('of one order leave out those of the others', async () => {
    const { shop, product, asha, orderId } = await placedOrder();
    const other = encodeId('ord', await makeOrder(asha, product));
    const stream = await watch(server, asha.client, OrderEvents, { filter: { orderId: other } });
    await cancel(asha.client, { orderId });
    await cancel(shop.owner.client, { orderId: other });
    expect(await stream.next()).toMatchObject({ type: 'ORDER_CANCELLED', order: { id: other } });
    await stream.stop();
  });

  it('of a business are not for strangers, nor those of a customer for others', async () => {
    const { shop, product, asha, orderId } = await placedOrder();
    const stranger = await makePerson(server);
    for (const { client } of [stranger, asha]) {
      const listening = watch(server, client, OrderEvents, { filter: { businessId: shop.publicId } });
      await expect(listening).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    // A stream that would be silent for ever says so at once.
    const listening = watch(server, stranger.client, OrderEvents, { filter: { orderId } });
    await expect(listening).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const everything = await watch(server, stranger.client, OrderEvents, {});
    await cancel(asha.client, { orderId });
    const own = encodeId('ord', await makeOrder(stranger, product));
    expect(await everything.next()).toMatchObject({ type: 'ORDER_PLACED', order: { id: own } });
    await everything.stop();
  });
});

describe('the chat', () => {
  it('gets a confirmation of every step, and one order card that moves with it', async () => {
    const { asha, imran, orderId, chatId, number } = await placedOrder();
    await pay(asha.client, { orderId });
    await confirm(imran.client, orderId);
    await ship(imran.client, { orderId });
    await deliver(imran.client, orderId);
    const { node } = await asha.client.request(Chat, { id: chatId });
    const messages = node && 'messages' in node ? node.messages.edges.map((edge) => edge.node) : [];
    const business = { __typename: 'Business' };
    const notice = (code: string) => ({
      sender: business,
      content: { code, order: { id: orderId }, text: expect.stringContaining(`#${number}`) },
    });
    expect(messages).toMatchObject([
      {
        sequence: 1,
        sender: { __typename: 'Person' },
        content: { order: { id: orderId, state: 'COMPLETED', fulfillmentState: 'DELIVERED' } },
      },
      { sequence: 2, ...notice('ORDER_PLACED') },
      { sequence: 3, sender: business, content: { payment: { state: 'SUCCEEDED' } } },
      { sequence: 4, ...notice('ORDER_CONFIRMED') },
      { sequence: 5, ...notice('ORDER_SHIPPED') },
      { sequence: 6, ...notice('ORDER_DELIVERED') },
    ]);
  });

  it('shows the payment and updates the card in place, live', async () => {
    const { asha, imran, orderId, chatId } = await placedOrder();
    const { node } = await asha.client.request(Chat, { id: chatId });
    const card = node && 'messages' in node ? node.messages.edges[0]?.node.id : undefined;
    const streams = [
      await watch(server, asha.client, ChatEvents, { id: chatId }),
      await watch(server, imran.client, ChatEvents, { id: chatId }),
    ];
    await pay(asha.client, { orderId });
    for (const stream of streams) {
      expect(await firstWithMessage(stream)).toMatchObject({
        type: 'MESSAGE_SENT',
        message: { sequence: 3, content: { __typename: 'PaymentContent' } },
      });
      expect(await firstWithMessage(stream)).toEqual({
        type: 'MESSAGE_UPDATED',
        message: {
          id: card,
          sequence: 1,
          content: { __typename: 'OrderContent', order: { paymentState: 'PAID' } },
        },
      });
      await stream.stop();
    }
  });
});

/** The next event about a message; receipts are passed over. */
async function firstWithMessage<Event extends { message: unknown }>(stream: Watch<Event>): Promise<Event> {
  const event = await stream.next();
  return event.message === null ? firstWithMessage(stream) : event;
}
