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
