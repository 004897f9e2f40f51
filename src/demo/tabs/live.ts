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

subscription LiveWallet {
  walletEvents {
    cursor
    event {
      type
      transfer {
        state
        amount {
          formatted
        }
      }
      request {
        state
        note
      }
      wallet {
        balances {
          available {
            formatted
          }
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
