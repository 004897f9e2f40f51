export const SHOP_TAB = `# Bot, sales channels and imports, with the token of
# Sunita in the headers below.

query Shop {
  business(handle: "sabzi-mandi") {
    id
    openingHours {
      weekday
      opensAt
      closesAt
    }
    bot {
      isEnabled
      greeting {
        language
        text
      }
      replies {
        keywords
        texts {
          language
          text
        }
      }
    }
    # What was ordered, and through which channel.
    salesByChannel(
      from: "2026-01-01T00:00:00Z"
      to: "2027-01-01T00:00:00Z"
    ) {
      channel
      ordersPlaced
      ordersPaid
      net {
        formatted
      }
    }
  }
}

# What is left out stays as it is. isEnabled: false, and
# people answer alone.
mutation BotUpdate($businessId: ID!) {
  botUpdate(
    input: {
      businessId: $businessId
      greeting: [
        { language: "en", text: "Welcome! What may it be?" }
      ]
    }
  ) {
    business {
      bot {
        greeting {
          text
        }
      }
    }
    userErrors {
      code
      message
    }
  }
}

# The bot again, in a chat where the staff has written.
mutation BackToBot($conversationId: ID!) {
  botResume(input: { conversationId: $conversationId }) {
    conversation {
      isWithHuman
    }
    userErrors {
      code
      message
    }
  }
}

# An address for Meta to fetch the products from. It is
# shown once: keep it like a password.
mutation Feed($businessId: ID!) {
  productFeedCreate(
    input: {
      businessId: $businessId
      channel: INSTAGRAM_SHOP
    }
  ) {
    address
    feed {
      id
    }
    userErrors {
      code
      message
    }
  }
}

# A file goes in with a multipart request (catalogImport,
# see docs/merchants.md), not from here. The demo's is of
# Rasoi Ghar: sign in as Kamla, +919999900031.
query Imports {
  business(handle: "rasoi-ghar") {
    catalogImports(first: 3) {
      edges {
        node {
          id
          fileName
          state
          created
          updated
          unchanged
          rejected
          errors(first: 10) {
            edges {
              node {
                line
                column
                code
                value
                message
              }
            }
          }
        }
      }
    }
  }
}

subscription ImportProgress($importId: ID!) {
  importEvents(importId: $importId) {
    cursor
    event {
      type
      import {
        state
        rowsRead
        rejected
      }
    }
  }
}
`;
