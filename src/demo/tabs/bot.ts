export const BOT_TAB = `# Shopping by plain messages, with the token of Asha in
# the headers below. First the ids that the next
# operations need.
query ByMessage {
  business(handle: "sabzi-mandi") {
    id
    name
  }
}

mutation OpenChat($businessId: ID!) {
  conversationStart(
    input: { with: { businessId: $businessId } }
  ) {
    conversation {
      id
      # True for four hours after the staff has written:
      # so long the bot keeps quiet. botResume, for the
      # shop, ends that.
      isWithHuman
    }
    userErrors {
      code
      message
    }
  }
}

# Run this in a second tab, and leave it open.
subscription Chat($conversationId: ID!) {
  conversationEvents(conversationId: $conversationId) {
    cursor
    event {
      type
      message {
        isMine
        content {
          ... on TextContent {
            text
          }
          ... on BotContent {
            rule
            text
          }
          ... on NoticeContent {
            text
          }
          ... on PaymentContent {
            payment {
              state
              amount {
                formatted
              }
            }
          }
        }
      }
    }
  }
}

# One after the other, each with a new clientId: hi ·
# 2 basmati rice · add 3 x tomatto · yes · cart ·
# checkout · pay · status. In Hindi: दो किलो basmati rice ·
# कार्ट · ऑर्डर करें · भुगतान करें
mutation Say($conversationId: ID!, $clientId: String!) {
  messageSend(
    input: {
      conversationId: $conversationId
      clientId: $clientId
      content: { text: "2 basmati rice" }
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
`;
