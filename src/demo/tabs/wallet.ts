export const WALLET_TAB = `# The wallet of Asha, with her token in the headers below.

query Wallet {
  viewer {
    ... on Person {
      wallet {
        balances {
          available {
            formatted
          }
          held {
            formatted
          }
          entries(first: 5) {
            edges {
              node {
                kind
                description
                amount {
                  formatted
                }
                balance {
                  formatted
                }
              }
            }
          }
        }
        limits {
          perTransfer {
            formatted
          }
          sentToday {
            formatted
          }
        }
      }
      # Who asks for money, and in which chat.
      conversations(first: 10) {
        edges {
          node {
            id
            members {
              party {
                ... on Person {
                  name
                }
                ... on Business {
                  name
                }
              }
            }
            messages(last: 1) {
              edges {
                node {
                  content {
                    ... on MoneyContent {
                      request {
                        id
                        note
                        state
                        availableActions
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}

# Her chat with Ravi: there money can be sent.
mutation ChatWithRavi {
  conversationStart(
    input: { with: { phone: "+919999900002" } }
  ) {
    conversation {
      id
    }
    userErrors {
      code
      message
    }
  }
}

# From her default card. A new "key" for each command.
mutation TopUp($key: String!) {
  walletTopUp(
    input: {
      amount: { amount: "200.00", currencyCode: "INR" }
      idempotencyKey: $key
    }
  ) {
    payment {
      state
    }
    userErrors {
      code
      message
    }
  }
}

# The balance goes first, the default card pays the rest.
# Send more than there is to see both.
mutation Send($conversationId: ID!, $key: String!) {
  moneySend(
    input: {
      conversationId: $conversationId
      amount: { amount: "350.00", currencyCode: "INR" }
      note: "For the tickets"
      idempotencyKey: $key
    }
  ) {
    transfer {
      state
      fromBalance {
        formatted
      }
      payment {
        state
        amount {
          formatted
        }
        card {
          last4
        }
      }
    }
    userErrors {
      code
      message
    }
  }
}

mutation Ask($conversationId: ID!, $key: String!) {
  moneyRequest(
    input: {
      conversationId: $conversationId
      amount: { amount: "80.00", currencyCode: "INR" }
      note: "Tea and cake"
      idempotencyKey: $key
    }
  ) {
    request {
      id
      state
      expiresAt
    }
    userErrors {
      code
      message
    }
  }
}

# Ravi has asked her for money: "requestId" is above.
mutation Accept($requestId: ID!, $key: String!) {
  moneyRequestAccept(
    input: { requestId: $requestId, idempotencyKey: $key }
  ) {
    transfer {
      state
    }
    userErrors {
      code
      message
    }
  }
}

# An order can be paid from the balance as well.
mutation PayFromBalance($orderId: ID!, $key: String!) {
  orderPay(
    input: {
      orderId: $orderId
      method: BALANCE_AND_CARD
      idempotencyKey: $key
    }
  ) {
    payment {
      state
      fromBalance {
        formatted
      }
    }
    userErrors {
      code
      message
    }
  }
}
`;
