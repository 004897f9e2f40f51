export const HELP_TAB = `# Tickets. As Asha: what she has asked, and about which
# orders she may ask.
query Help {
  viewer {
    ... on Person {
      tickets(first: 5) {
        edges {
          node {
            id
            number
            subject
            state
            availableActions
            conversation {
              id
            }
          }
        }
      }
      orders(first: 3) {
        edges {
          node {
            id
            number
            business {
              name
            }
          }
        }
      }
    }
  }
}

mutation AskShop($orderId: ID!, $key: String!) {
  ticketOpen(
    input: {
      desk: BUSINESS
      orderId: $orderId
      subject: "Something is missing"
      text: "The coriander was not in the bag."
      idempotencyKey: $key
    }
  ) {
    ticket {
      id
      number
      conversation {
        id
      }
    }
    userErrors {
      code
      message
    }
  }
}

# As Sunita: the queue of her desk. She answers with
# messageSend into the ticket's conversation.
query Queue {
  business(handle: "sabzi-mandi") {
    tickets(first: 10) {
      edges {
        node {
          id
          number
          subject
          priority
          state
          isOverdue
          resolutionDueAt
          conversation {
            id
          }
          availableActions
        }
      }
    }
  }
}

mutation Reply($conversationId: ID!, $clientId: String!) {
  messageSend(
    input: {
      conversationId: $conversationId
      clientId: $clientId
      content: { text: "Imran brings it this evening." }
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

mutation Resolve($ticketId: ID!) {
  ticketAdvance(
    input: { ticketId: $ticketId, action: RESOLVE }
  ) {
    ticket {
      state
    }
    userErrors {
      code
      message
    }
  }
}

# As Asha again.
mutation Rate($ticketId: ID!) {
  ticketRate(
    input: {
      ticketId: $ticketId
      rating: 5
      comment: "Quick and friendly"
    }
  ) {
    ticket {
      rating
    }
    userErrors {
      code
      message
    }
  }
}

# Her own tickets, live; a desk with a filter.
subscription Tickets {
  ticketEvents {
    cursor
    event {
      type
      ticket {
        number
        state
      }
    }
  }
}

# As Priya: what shops ask the platform.
query PlatformQueue {
  platformTickets(first: 10) {
    edges {
      node {
        number
        subject
        state
        business {
          name
        }
      }
    }
  }
}
`;
