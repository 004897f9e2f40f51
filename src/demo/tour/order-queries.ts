import { graphql } from '../../testing/gql/index.ts';

graphql(`
  fragment TourOrder on Order {
    id
    number
    state
    paymentState
    fulfillmentState
    availableActions
    holdExpiresAt
    total {
      formatted
      minorUnits
    }
  }
`);

export const Receipt = graphql(`
  query TourReceipt($orderId: ID!) {
    node(id: $orderId) {
      ... on Order {
        ...TourOrder
        placedAt
        business {
          name
        }
        lines {
          name
          unit
          quantity
          shippedQuantity
          unitPrice {
            formatted
          }
          total {
            formatted
            minorUnits
          }
        }
        itemsTotal {
          formatted
          minorUnits
        }
        discountTotal {
          formatted
          minorUnits
        }
        shippingTotal {
          formatted
          minorUnits
        }
        taxTotal {
          formatted
          minorUnits
        }
        payments {
          ...TourPayment
        }
        timeline {
          action
        }
      }
    }
  }
`);

graphql(`
  fragment TourPayment on Payment {
    id
    state
    amount {
      formatted
      minorUnits
    }
    card {
      brand
      last4
    }
    fromBalance {
      formatted
      minorUnits
    }
    challenge {
      kind
      triesLeft
    }
    failure {
      code
      message
    }
    refunds {
      id
      state
      reason
      amount {
        formatted
        minorUnits
      }
      toWallet {
        formatted
        minorUnits
      }
    }
  }
`);
