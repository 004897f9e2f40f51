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
