/* What a frontend asks of the server. */

export const PRODUCTS = `query Products($handle: String!) {
  business(handle: $handle) {
    products(first: 20) {
      edges { node { id name price { amount currencyCode } photo { url } availability } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

export const MESSAGES = `query Messages($id: ID!) {
  node(id: $id) {
    ... on Conversation {
      messages(last: 20) {
        edges {
          node {
            id sequence sentAt
            content { ... on TextContent { text } }
            sender { ... on Person { id name } ... on Business { id name } }
          }
        }
        pageInfo { hasPreviousPage startCursor }
      }
    }
  }
}`;

export const SEND = `mutation Send($input: MessageSendInput!) {
  messageSend(input: $input) {
    message { id sequence sentAt }
    userErrors { code message path }
  }
}`;

export const TRANSFER = `mutation Transfer($input: MoneySendInput!) {
  moneySend(input: $input) {
    transfer { id createdAt state fee { amount } }
    userErrors { code message path }
  }
}`;

export const WALLET = `query Wallet {
  viewer {
    ... on Person {
      wallet {
        balances {
          available { amount currencyCode }
          entries(first: 20) {
            edges { node { id kind description amount { amount } balance { amount } createdAt } }
            pageInfo { hasNextPage endCursor }
          }
        }
      }
    }
  }
}`;

/* What it listens to. */

export const INBOX_EVENTS = `subscription Inbox($businessId: ID) {
  inboxEvents(businessId: $businessId) {
    cursor
    event {
      id type occurredAt
      conversation { id }
      message {
        id sequence sentAt
        content { ... on TextContent { text } }
        sender { ... on Person { id name } ... on Business { id name } }
      }
    }
  }
}`;

export const CONVERSATION_EVENTS = `subscription Conversation($conversationId: ID!) {
  conversationEvents(conversationId: $conversationId) {
    cursor
    event {
      id type occurredAt
      message { id sequence sentAt content { ... on TextContent { text } } }
    }
  }
}`;
