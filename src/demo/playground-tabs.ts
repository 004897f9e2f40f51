/*
 * The first operation names the tab. Lines are short: the editor has half of a window.
 */

export const GUEST_TAB = `# Welcome to Bottega! A guest may look around: run it
# with Ctrl-Enter. The book at the left documents all.
# The other tabs are for a customer, for a merchant, and
# for live streams.

query Guest {
  businesses(country: "IN") {
    edges {
      node {
        handle
        name
        category
        products {
          totalCount
        }
      }
    }
  }
}

# A near-miss finds it all the same. (Put the text cursor
# into an operation, and Ctrl-Enter runs that one.)
query Search {
  business(handle: "sabzi-mandi") {
    products(search: "tomatto", first: 5) {
      edges {
        node {
          id
          name
          unit
          price {
            formatted
          }
          regularPrice {
            formatted
          }
          photo {
            url
          }
        }
      }
    }
  }
}

query Markets {
  markets {
    country
    name
    currencyCode
  }
}
`;

export const CUSTOMER_TAB = `# You are Asha, a customer. Put her token from the
# terminal into the headers below:
#   { "Authorization": "Bearer bottega_..." }
# or sign in with the operations at the end.

query Customer {
  viewer {
    ... on Person {
      name
      conversations(first: 5) {
        edges {
          node {
            id
            business {
              name
            }
            unreadCount
            messages(last: 3) {
              edges {
                node {
                  isMine
                  content {
                    __typename
                    ... on TextContent {
                      text
                    }
                    ... on NoticeContent {
                      text
                    }
                  }
                }
              }
            }
          }
        }
      }
      wallet {
        cards {
          edges {
            node {
              id
              brand
              last4
              isDefault
            }
          }
        }
      }
    }
  }
}

# Shopping, step by step. Each answer has the id that the
# next one needs: put it into the variables below, and
# any new "key" of 8 letters or more.
mutation FillCart($productId: ID!) {
  cartLineAdd(
    input: { productId: $productId, quantity: 2 }
  ) {
    cart {
      id
      subtotal {
        formatted
      }
      problems {
        message
      }
    }
    userErrors {
      code
      message
    }
  }
}

mutation PlaceOrder($cartId: ID!, $key: String!) {
  orderPlace(
    input: { cartId: $cartId, idempotencyKey: $key }
  ) {
    order {
      id
      number
      holdExpiresAt
      availableActions
    }
    userErrors {
      code
      message
    }
  }
}

# The default card pays at once. Name another one with
# cardId: that in 3184 asks for a code first (123456, for
# paymentConfirm), that in 0002 is declined.
mutation PayOrder($orderId: ID!, $key: String!) {
  orderPay(
    input: { orderId: $orderId, idempotencyKey: $key }
  ) {
    payment {
      id
      state
      failure {
        message
      }
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

# Everybody of the demo signs in with the code 000000.
mutation SignInStart {
  signInStart(input: { phone: "+919999900001" }) {
    expiresAt
  }
}

mutation SignInComplete {
  signInComplete(
    input: {
      phone: "+919999900001"
      code: "000000"
      device: "GraphiQL"
    }
  ) {
    token
    userErrors {
      code
      message
    }
  }
}
`;

export const MERCHANT_TAB = `# You are Sunita, the owner of the grocer. Put her token
# from the terminal into the headers below.

query Merchant {
  business(handle: "sabzi-mandi") {
    id
    viewerRole
    conversations(first: 5) {
      edges {
        node {
          id
          unreadCount
        }
      }
    }
    orders(first: 5) {
      edges {
        node {
          id
          number
          state
          paymentState
          fulfillmentState
          total {
            formatted
          }
          customer {
            name
          }
          availableActions
        }
      }
    }
  }
}

mutation Answer($conversationId: ID!, $clientId: String!) {
  messageSend(
    input: {
      conversationId: $conversationId
      clientId: $clientId
      content: { text: "Thank you, on its way!" }
    }
  ) {
    message {
      sequence
    }
    userErrors {
      code
      message
    }
  }
}

mutation Confirm($orderId: ID!) {
  orderConfirm(input: { orderId: $orderId }) {
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

mutation Ship($orderId: ID!) {
  orderShip(
    input: { orderId: $orderId, carrier: "By scooter" }
  ) {
    order {
      fulfillmentState
      availableActions
    }
    userErrors {
      code
      message
    }
  }
}
`;

export const LIVE_TAB = `# Live streams of Asha, with her token in the headers
# below. Run one, then order in her tab, or let
# "npm run tour" do it. Every item has a cursor:
# (after: "<cursor>") goes on behind it, and nothing is
# missed.

subscription Live {
  orderEvents {
    cursor
    event {
      type
      order {
        number
        state
        paymentState
        fulfillmentState
      }
    }
  }
}

subscription LivePayments {
  paymentEvents {
    cursor
    event {
      type
      payment {
        state
        amount {
          formatted
        }
      }
    }
  }
}

subscription LiveInbox {
  inboxEvents {
    cursor
    event {
      type
      conversation {
        unreadCount
        business {
          name
        }
      }
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
`;
