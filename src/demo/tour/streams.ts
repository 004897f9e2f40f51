import { graphql } from '../../testing/gql/index.ts';

/** What the tour watches live. */

graphql(`
  fragment TourMessage on Message {
    id
    sequence
    isMine
    sender {
      __typename
      ... on Person {
        name
      }
      ... on Business {
        name
      }
      ... on Platform {
        name
      }
    }
    content {
      __typename
      ... on TextContent {
        text
      }
      ... on ProductContent {
        product {
          name
          unit
        }
        priceAsSent {
          formatted
        }
      }
      ... on CatalogContent {
        business {
          name
          products {
            totalCount
          }
        }
      }
      ... on OrderContent {
        order {
          ...TourOrder
        }
      }
      ... on PaymentContent {
        payment {
          ...TourPayment
        }
      }
      ... on MoneyContent {
        transfer {
          ...TourTransfer
        }
        request {
          ...TourRequest
        }
      }
      ... on BotContent {
        rule
        text
        products {
          product {
            name
          }
        }
      }
      ... on TicketContent {
        ticket {
          number
          subject
          state
        }
      }
      ... on NoticeContent {
        code
        text
      }
    }
  }
`);

export const ChatEvents = graphql(`
  subscription TourChatEvents($conversationId: ID!, $after: EventCursor) {
    conversationEvents(conversationId: $conversationId, after: $after) {
      cursor
      event {
        id
        type
        sequence
        isTyping
        member {
          readSequence
          party {
            ... on Person {
              name
            }
            ... on Business {
              name
            }
          }
        }
        message {
          ...TourMessage
        }
      }
    }
  }
`);

export const InboxEvents = graphql(`
  subscription TourInboxEvents($businessId: ID!, $after: EventCursor) {
    inboxEvents(businessId: $businessId, after: $after) {
      cursor
      event {
        id
        type
        sequence
        message {
          ...TourMessage
        }
      }
    }
  }
`);

export const OrderEvents = graphql(`
  subscription TourOrderEvents($after: EventCursor) {
    orderEvents(after: $after) {
      cursor
      event {
        id
        type
        sequence
        order {
          ...TourOrder
        }
      }
    }
  }
`);

export const PaymentEvents = graphql(`
  subscription TourPaymentEvents($after: EventCursor) {
    paymentEvents(after: $after) {
      cursor
      event {
        id
        type
        sequence
        payment {
          ...TourPayment
        }
      }
    }
  }
`);
