export const EARNINGS_TAB = `# What the grocer has earned, with the token of Sunita,
# its owner, in the headers below.

query Earnings {
  business(handle: "sabzi-mandi") {
    id
    balance {
      available {
        formatted
      }
      heldBack {
        formatted
      }
      entries(first: 8) {
        edges {
          node {
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
    bankAccount {
      bankName
      last4
    }
    payouts(first: 3) {
      edges {
        node {
          id
          state
          amount {
            formatted
          }
        }
      }
    }
    orders(first: 5) {
      edges {
        node {
          number
          paymentState
          payments {
            id
            state
            method
            refunded {
              formatted
            }
          }
        }
      }
    }
  }
}

# A part of a payment goes back to where it came from.
# Leave "amount" out for all of it.
mutation Refund($paymentId: ID!, $key: String!) {
  refundCreate(
    input: {
      paymentId: $paymentId
      amount: { amount: "10.00", currencyCode: "INR" }
      reason: "A soft tomato"
      idempotencyKey: $key
    }
  ) {
    payment {
      refunds {
        state
        amount {
          formatted
        }
        toWallet {
          formatted
        }
      }
    }
    userErrors {
      code
      message
    }
  }
}

# "btok_us_verified" is a test account that takes money,
# "btok_us_verified_accountClosed" one that refuses it.
mutation BankAccount($businessId: ID!) {
  bankAccountSet(
    input: {
      businessId: $businessId
      token: "btok_us_verified"
    }
  ) {
    bankAccount {
      last4
    }
    userErrors {
      code
      message
    }
  }
}

mutation PayOut($businessId: ID!, $key: String!) {
  payoutCreate(
    input: {
      businessId: $businessId
      amount: { amount: "100.00", currencyCode: "INR" }
      idempotencyKey: $key
    }
  ) {
    payout {
      id
      state
    }
    userErrors {
      code
      message
    }
  }
}

# The entries of a period, ready for a spreadsheet.
query Statement {
  business(handle: "sabzi-mandi") {
    balance {
      statementCsv(
        from: "2026-01-01T00:00:00Z"
        to: "2027-01-01T00:00:00Z"
      )
    }
  }
}

subscription Payouts($businessId: ID!) {
  payoutEvents(businessId: $businessId) {
    cursor
    event {
      type
      payout {
        state
        failure {
          message
        }
      }
    }
  }
}
`;
