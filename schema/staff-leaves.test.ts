import { afterAll, beforeAll, expect, it } from 'vitest';
import { RemoveStaff } from '../src/testing/business-commands.ts';
import { send, startChat } from '../src/testing/chat-commands.ts';
import { makeOrder, makePerson, makeProduct, makeShop, makeStaff } from '../src/testing/factories.ts';
import { encodeId } from '../src/db/id.ts';
import { graphql } from '../src/testing/gql/index.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const Inside = graphql(`
  query StaffLeavesInside($shop: ID!, $chat: ID!, $order: ID!, $customer: ID!) {
    shop: node(id: $shop) {
      ... on Business {
        viewerRole
        staff {
          role
        }
        conversations {
          edges {
            node {
              id
            }
          }
        }
        orders {
          edges {
            node {
              id
            }
          }
        }
      }
    }
    chat: node(id: $chat) {
      id
    }
    order: node(id: $order) {
      id
    }
    customer: node(id: $customer) {
      id
    }
  }
`);

const ChatStream = graphql(`
  subscription StaffLeavesChat($conversationId: ID!) {
    conversationEvents(conversationId: $conversationId) {
      event {
        message {
          content {
            ... on TextContent {
              text
            }
          }
        }
      }
    }
  }
`);

const InboxStream = graphql(`
  subscription StaffLeavesInbox($businessId: ID) {
    inboxEvents(businessId: $businessId) {
      event {
        message {
          content {
            ... on TextContent {
              text
            }
          }
        }
      }
    }
  }
`);

const OrderStream = graphql(`
  subscription StaffLeavesOrders($businessId: ID) {
    orderEvents(filter: { businessId: $businessId }) {
      event {
        type
      }
    }
  }
`);

it('somebody let go reads nothing of the shop any more', async () => {
  const shop = await makeShop(server);
  const [agent, customer] = [await makeStaff(server, shop, 'AGENT'), await makePerson(server)];
  const order = encodeId('ord', await makeOrder(customer, await makeProduct(shop)));
  const chat = await startChat(customer.client, shop);
  const ids = { shop: shop.publicId, chat, order, customer: customer.publicId };

  expect(await agent.client.request(Inside, ids)).toEqual({
    shop: {
      viewerRole: 'AGENT',
      staff: [{ role: 'OWNER' }, { role: 'AGENT' }],
      conversations: { edges: [{ node: { id: chat } }] },
      orders: { edges: [{ node: { id: order } }] },
    },
    chat: { id: chat },
    order: { id: order },
    customer: { id: customer.publicId },
  });

  await shop.owner.client.request(RemoveStaff, {
    input: { businessId: shop.publicId, personId: agent.publicId },
  });
  expect(await agent.client.request(Inside, ids)).toEqual({
    shop: { viewerRole: null, staff: null, conversations: { edges: [] }, orders: { edges: [] } },
    chat: null,
    order: null,
    customer: null,
  });
  expect((await send(agent.client, chat, 'Still here?')).code).toBe('NOT_FOUND');
});

it('and their live streams end before anything that came later', async () => {
  const shop = await makeShop(server);
  const [agent, customer] = [await makeStaff(server, shop, 'AGENT'), await makePerson(server)];
  const product = await makeProduct(shop);
  const chat = await startChat(customer.client, shop);
  const streams = [
    agent.client.subscribe(ChatStream, { conversationId: chat }),
    agent.client.subscribe(InboxStream, { businessId: shop.publicId }),
    agent.client.subscribe(OrderStream, { businessId: shop.publicId }),
  ];
  const own = agent.client.subscribe(InboxStream, {});
  for (const stream of [...streams, own]) await stream.next();

  await send(customer.client, chat, 'before');
  await makeOrder(customer, product);
  const [inChat, inInbox, ofOrders] = await Promise.all(streams.map((stream) => stream.next()));
  expect([inChat?.value, inInbox?.value].map(textOf)).toEqual(['before', 'before']);
  expect(ofOrders?.value).toMatchObject({ orderEvents: { event: { type: 'ORDER_PLACED' } } });

  await shop.owner.client.request(RemoveStaff, {
    input: { businessId: shop.publicId, personId: agent.publicId },
  });
  await send(customer.client, chat, 'after');
  await makeOrder(customer, product);
  for (const stream of streams) {
    const items: unknown[] = [];
    const end = await (async () => {
      for await (const item of stream) items.push(item);
    })().catch((error: unknown) => error);
    expect(end).toMatchObject({ code: 'FORBIDDEN' });
    expect(JSON.stringify(items)).not.toMatch(/after|ORDER_PLACED/);
  }

  await startChat(agent.client, shop);
  expect((await own.next()).value?.inboxEvents.event, 'their own inbox is theirs still').toBeTruthy();
});

function textOf(item: unknown): unknown {
  return /"text":"(.*?)"/.exec(JSON.stringify(item))?.[1];
}
