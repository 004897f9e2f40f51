import { randomUUID } from 'node:crypto';
import type { Client } from './client.ts';
import type { OrderCancelInput, OrderPlaceInput, OrderShipInput } from './gql/graphql.ts';
import { graphql } from './gql/index.ts';

/* The commands of an order as a frontend sends them. */

graphql(`
  fragment ShoppingOrder on Order {
    id
    number
    state
    paymentState
    fulfillmentState
    availableActions
    holdExpiresAt
    note
    itemsTotal {
      amount
    }
    total {
      amount
      currencyCode
    }
    conversation {
      id
    }
    lines {
      id
      name
      quantity
      shippedQuantity
      unitPrice {
        amount
      }
      total {
        amount
      }
    }
    shipments {
      carrier
      trackingNumber
      deliveredAt
      items {
        quantity
        line {
          id
        }
      }
    }
    timeline {
      action
      reason
      person {
        id
      }
    }
    payments {
      id
      state
      refunds {
        state
        reason
        amount {
          amount
        }
      }
    }
  }
`);

const Place = graphql(`
  mutation ShoppingPlace($input: OrderPlaceInput!) {
    orderPlace(input: $input) {
      order {
        ...ShoppingOrder
      }
      userErrors {
        ...ShoppingError
      }
    }
  }
`);

const Confirm = graphql(`
  mutation ShoppingConfirm($input: OrderConfirmInput!) {
    orderConfirm(input: $input) {
      order {
        ...ShoppingOrder
      }
      userErrors {
        ...ShoppingError
      }
    }
  }
`);

const Ship = graphql(`
  mutation ShoppingShip($input: OrderShipInput!) {
    orderShip(input: $input) {
      order {
        ...ShoppingOrder
      }
      userErrors {
        ...ShoppingError
      }
    }
  }
`);

const Deliver = graphql(`
  mutation ShoppingDeliver($input: OrderDeliverInput!) {
    orderDeliver(input: $input) {
      order {
        ...ShoppingOrder
      }
      userErrors {
        ...ShoppingError
      }
    }
  }
`);

const Cancel = graphql(`
  mutation ShoppingCancel($input: OrderCancelInput!) {
    orderCancel(input: $input) {
      order {
        ...ShoppingOrder
      }
      userErrors {
        ...ShoppingError
      }
    }
  }
`);

const ReadOrder = graphql(`
  query ShoppingReadOrder($id: ID!) {
    node(id: $id) {
      ... on Order {
        ...ShoppingOrder
      }
    }
  }
`);

/** With a key of its own unless one is given. */
export async function place(
  client: Client,
  input: Omit<OrderPlaceInput, 'idempotencyKey'> & { idempotencyKey?: string },
) {
  return (await client.request(Place, { input: { idempotencyKey: randomUUID(), ...input } })).orderPlace;
}

export async function confirm(client: Client, orderId: string) {
  return (await client.request(Confirm, { input: { orderId } })).orderConfirm;
}

export async function ship(client: Client, input: OrderShipInput) {
  return (await client.request(Ship, { input })).orderShip;
}

export async function deliver(client: Client, orderId: string) {
  return (await client.request(Deliver, { input: { orderId } })).orderDeliver;
}

export async function cancel(client: Client, input: OrderCancelInput) {
  return (await client.request(Cancel, { input })).orderCancel;
}

/** Null for what is absent or not the caller's. */
export async function readOrder(client: Client, id: string) {
  const { node } = await client.request(ReadOrder, { id });
  return node && 'id' in node ? node : null;
}
