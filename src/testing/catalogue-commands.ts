import { graphql } from './gql/index.ts';

/* The commands of a catalogue's manager as a frontend sends them. */

export const CreateProduct = graphql(`
  mutation CatalogueCreateProduct($input: ProductCreateInput!) {
    productCreate(input: $input) {
      product {
        ...CatalogueProduct
      }
      userErrors {
        code
        message
        path
      }
    }
  }

  fragment CatalogueProduct on Product {
    id
    name
    description
    sku
    unit
    state
    availability
    price {
      amount
      currencyCode
    }
    regularPrice {
      amount
    }
    salePrice {
      amount
    }
    saleEndsAt
    photo {
      url
    }
    photos {
      id
    }
    stock {
      isTracked
      free
      held
      sold
    }
  }
`);

export const UpdateProduct = graphql(`
  mutation CatalogueUpdateProduct($input: ProductUpdateInput!) {
    productUpdate(input: $input) {
      product {
        ...CatalogueProduct
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const ArchiveProduct = graphql(`
  mutation CatalogueArchiveProduct($input: ProductArchiveInput!) {
    productArchive(input: $input) {
      product {
        state
        availability
      }
      userErrors {
        code
        path
      }
    }
  }
`);

export const SetStock = graphql(`
  mutation CatalogueSetStock($input: StockSetInput!) {
    stockSet(input: $input) {
      product {
        availability
        stock {
          isTracked
          free
          held
          sold
        }
      }
      userErrors {
        code
        path
      }
    }
  }
`);

export const ReadProduct = graphql(`
  query CatalogueReadProduct($id: ID!) {
    node(id: $id) {
      ... on Product {
        ...CatalogueProduct
      }
    }
  }
`);

export const ListProducts = graphql(`
  query CatalogueListProducts($handle: String!, $search: String, $first: Int, $after: String) {
    business(handle: $handle) {
      products(search: $search, first: $first, after: $after) {
        edges {
          cursor
          node {
            id
            name
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
`);

export const CountProducts = graphql(`
  query CatalogueCountProducts($handle: String!, $search: String) {
    business(handle: $handle) {
      products(search: $search, first: 1) {
        totalCount
      }
    }
  }
`);
