import { graphql } from '../../testing/gql/index.ts';

/** What a shop pays the platform. */

graphql(`
  fragment TourInvoiceLine on InvoiceLine {
    service
    title
    terms
    quantity
    amount {
      formatted
      minorUnits
    }
  }
`);

export const MonthOfFees = graphql(`
  query TourMonthOfFees($handle: String!) {
    business(handle: $handle) {
      invoicePreview {
        period
        taxRate
        lines {
          ...TourInvoiceLine
        }
        subtotal {
          formatted
          minorUnits
        }
        tax {
          formatted
          minorUnits
        }
        total {
          formatted
          minorUnits
        }
      }
      invoices(first: 1) {
        edges {
          node {
            numberText
            period
            lines {
              ...TourInvoiceLine
            }
            subtotal {
              minorUnits
            }
            tax {
              formatted
              minorUnits
            }
            total {
              formatted
              minorUnits
            }
            html
          }
        }
      }
    }
  }
`);

export const FeeCharges = graphql(`
  query TourFeeCharges($handle: String!, $after: String) {
    business(handle: $handle) {
      feeCharges(first: 100, after: $after) {
        edges {
          node {
            service
            invoiced
            amount {
              minorUnits
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);
