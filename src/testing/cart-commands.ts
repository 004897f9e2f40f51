import type { Client } from './client.ts';
import type {
  CartClearInput,
  CartLineAddInput,
  CartLineRemoveInput,
  CartLineUpdateInput,
} from './gql/graphql.ts';
import { graphql } from './gql/index.ts';

/* The commands of a cart as a frontend sends them. */

graphql(`
  fragment ShoppingError on UserError {
    __typename
    code
    message
    path
    ... on InsufficientStockError {
      product {
        id
      }
      requested
      available
    }
    ... on FeatureUnavailableError {
      feature
      country
      state
      reason
    }
  }
`);

graphql(`
  fragment ShoppingCart on Cart {
    id
    state
    version
    itemCount
    subtotal {
      amount
      currencyCode
    }
    lines {
      id
      quantity
      product {
        id
      }
      unitPrice {
        amount
      }
      total {
        amount
      }
      addedBy {
        id
      }
    }
    problems {
      code
      lineId
      message
    }
  }
`);

const AddLine = graphql(`
  mutation ShoppingAddLine($input: CartLineAddInput!) {
    cartLineAdd(input: $input) {
      cart {
        ...ShoppingCart
      }
      userErrors {
        ...ShoppingError
      }
    }
  }
`);

const UpdateLine = graphql(`
  mutation ShoppingUpdateLine($input: CartLineUpdateInput!) {
    cartLineUpdate(input: $input) {
      cart {
        ...ShoppingCart
      }
      userErrors {
        ...ShoppingError
      }
    }
  }
`);

const RemoveLine = graphql(`
  mutation ShoppingRemoveLine($input: CartLineRemoveInput!) {
    cartLineRemove(input: $input) {
      cart {
        ...ShoppingCart
      }
      userErrors {
        ...ShoppingError
      }
    }
  }
`);

const ClearCart = graphql(`
  mutation ShoppingClearCart($input: CartClearInput!) {
    cartClear(input: $input) {
      cart {
        ...ShoppingCart
      }
      userErrors {
        ...ShoppingError
      }
    }
  }
`);

const ReadCart = graphql(`
  query ShoppingReadCart($id: ID!) {
    node(id: $id) {
      ... on Cart {
        ...ShoppingCart
      }
    }
  }
`);

export async function addLine(client: Client, input: CartLineAddInput) {
  return (await client.request(AddLine, { input })).cartLineAdd;
}

export async function updateLine(client: Client, input: CartLineUpdateInput) {
  return (await client.request(UpdateLine, { input })).cartLineUpdate;
}

export async function removeLine(client: Client, input: CartLineRemoveInput) {
  return (await client.request(RemoveLine, { input })).cartLineRemove;
}

export async function clearCart(client: Client, input: CartClearInput) {
  return (await client.request(ClearCart, { input })).cartClear;
}

/** Null for what is absent or not the caller's. */
export async function readCart(client: Client, id: string) {
  const { node } = await client.request(ReadCart, { id });
  return node && 'id' in node ? node : null;
}
