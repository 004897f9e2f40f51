export const PARTNER_TAB = `# A partner app: Mandi Fresh Sync, with its key
# (btg_...) in the headers below. Run PartnerLive in one
# tab, order as Asha, and accept and ship from here.

query PartnerOpenOrders {
  eventCursor
  viewer {
    name
    ... on PartnerApp {
      viewerKey {
        stream {
          waiting
          lagSeconds
        }
      }
      orders(state: PLACED, first: 10) {
        edges {
          node {
            id
            number
            paymentState
            availableActions
            lines {
              sku
              name
              quantity
            }
          }
        }
      }
    }
  }
}

subscription PartnerLive {
  orderEvents {
    cursor
    event {
      type
      order {
        id
        number
        state
        paymentState
        fulfillmentState
      }
    }
  }
}

# The id of an order that is paid.
mutation PartnerAccepts {
  orderConfirm(input: { orderId: "ord_" }) {
    order {
      state
      availableActions
    }
    userErrors {
      code
      message
    }
  }
}

mutation PartnerShips {
  orderShip(
    input: {
      orderId: "ord_"
      carrier: "Own van"
      trackingNumber: "VAN-1"
    }
  ) {
    order {
      fulfillmentState
    }
    userErrors {
      code
      message
    }
  }
}

# An address of yours that is reached from here.
mutation PartnerWebhook {
  webhookCreate(
    input: {
      url: "https://partner.example/bottega"
      document: "subscription { orderEvents { event { type order { number state paymentState } } } }"
    }
  ) {
    secret
    webhook {
      id
    }
    userErrors {
      code
      message
    }
  }
}
`;
