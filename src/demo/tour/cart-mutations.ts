import { graphql } from '../../testing/gql/index.ts';

export const SetStock = graphql(`
  mutation TourSetStock($input: StockSetInput!) {
    stockSet(input: $input) {
      userErrors {
        code
        message
      }
    }
  }
`);

graphql(`
  fragment TourCart on Cart {
    id
    version
    lines {
      id
      quantity
      product {
        id
        name
      }
      total {
        formatted
        minorUnits
      }
    }
    subtotal {
      formatted
      minorUnits
    }
    problems {
      code
      message
    }
  }
`);

export const ClearCart = graphql(`
  mutation TourClearCart($input: CartClearInput!) {
    cartClear(input: $input) {
      cart {
        ...TourCart
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export const AddLine = graphql(`
  mutation TourAddLine($input: CartLineAddInput!) {
    cartLineAdd(input: $input) {
      cart {
        ...TourCart
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export const UpdateLine = graphql(`
  mutation TourUpdateLine($input: CartLineUpdateInput!) {
    cartLineUpdate(input: $input) {
      cart {
        ...TourCart
      }
      userErrors {
        code
        message
      }
    }
  }
`);
