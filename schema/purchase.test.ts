import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { graphql } from '../src/testing/gql/index.ts';
import { makeCard, makePerson, makeProduct, makeShop } from '../src/testing/factories.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const AddLine = graphql(`
  mutation PurchaseAddLine($input: CartLineAddInput!) {
    cartLineAdd(input: $input) {
      cart {
        id
        subtotal {
          amount
        }
        problems {
          code
        }
      }
      userErrors {
        code
        message
      }
    }
  }
`);

const Place = graphql(`
  mutation PurchasePlace($input: OrderPlaceInput!) {
    orderPlace(input: $input) {
      order {
        id
        number
        state
        paymentState
        total {
          amount
          currencyCode
        }
        conversation {
          id
        }
        availableActions
      }
      userErrors {
        code
        message
      }
    }
  }
`);

const Pay = graphql(`
  mutation PurchasePay($input: OrderPayInput!) {
    orderPay(input: $input) {
      payment {
        id
        state
        order {
          paymentState
        }
      }
      userErrors {
        code
        message
      }
    }
  }
`);

const Thread = graphql(`
  query PurchaseThread($id: ID!) {
    node(id: $id) {
      ... on Conversation {
        unreadCount
        messages {
          edges {
            node {
              sequence
              sender {
                __typename
              }
              content {
                __typename
                ... on NoticeContent {
                  code
                  text
                }
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
    }
  }
`);

it('sells from the cart to the paid order, with the confirmations in the chat', async () => {
  const shop = await makeShop(server);
  const product = await makeProduct(shop);
  const asha = await makePerson(server);
  await makeCard(asha);

  const { cartLineAdd } = await asha.client.request(AddLine, {
    input: { productId: product.publicId, quantity: 2 },
  });
  expect(cartLineAdd.userErrors).toEqual([]);
  expect(cartLineAdd.cart?.subtotal.amount).toBe('50.00');

  const { orderPlace } = await asha.client.request(Place, {
    input: { cartId: cartLineAdd.cart?.id ?? '', idempotencyKey: randomUUID() },
  });
  expect(orderPlace.userErrors).toEqual([]);
  expect(orderPlace.order).toMatchObject({
    state: 'PLACED',
    paymentState: 'UNPAID',
    total: { amount: '50.00', currencyCode: 'INR' },
    availableActions: ['PAY', 'CANCEL'],
  });

  const { orderPay } = await asha.client.request(Pay, {
    input: { orderId: orderPlace.order?.id ?? '', idempotencyKey: randomUUID() },
  });
  expect(orderPay).toMatchObject({
    userErrors: [],
    payment: { state: 'SUCCEEDED', order: { paymentState: 'PAID' } },
  });

  const { node } = await asha.client.request(Thread, { id: orderPlace.order?.conversation?.id ?? '' });
  expect(node).toMatchObject({
    unreadCount: 2,
    messages: {
      edges: [
        {
          node: {
            sequence: 1,
            sender: { __typename: 'Person' },
            content: { order: { paymentState: 'PAID' } },
          },
        },
        { node: { sequence: 2, sender: { __typename: 'Business' }, content: { code: 'ORDER_PLACED' } } },
        {
          node: {
            sequence: 3,
            sender: { __typename: 'Business' },
            content: { __typename: 'PaymentContent' },
          },
        },
      ],
    },
  });
});
