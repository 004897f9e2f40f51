import { graphql } from '../../testing/gql/index.ts';

/** What the tour reads. */

export const Shop = graphql(`
  query TourShop($handle: String!) {
    business(handle: $handle) {
      id
      name
      viewerRole
      viewerCart {
        id
        lines {
          id
        }
      }
      products {
        totalCount
      }
    }
  }
`);

export const Search = graphql(`
  query TourSearch($handle: String!, $words: String!) {
    business(handle: $handle) {
      products(search: $words, first: 5) {
        edges {
          node {
            ...TourProduct
          }
        }
      }
    }
  }
`);

graphql(`
  fragment TourProduct on Product {
    id
    sku
    name
    availability
    price {
      formatted
      minorUnits
    }
    stock {
      free
      held
      sold
    }
  }
`);

export const Products = graphql(`
  query TourProducts($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Product {
        ...TourProduct
      }
    }
  }
`);

export const CardsOf = graphql(`
  query TourCards {
    viewer {
      ... on Person {
        wallet {
          cards(first: 100) {
            edges {
              node {
                id
                brand
                last4
              }
            }
          }
        }
      }
    }
  }
`);
