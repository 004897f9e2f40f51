import { graphql } from '../../testing/gql/index.ts';

graphql(`
  fragment TourTicket on Ticket {
    id
    number
    subject
    state
    rating
    availableActions
    conversation {
      id
    }
    order {
      id
    }
    context {
      order {
        number
      }
      messages {
        sequence
      }
    }
  }
`);

export const OpenTicket = graphql(`
  mutation TourOpenTicket($input: TicketOpenInput!) {
    ticketOpen(input: $input) {
      ticket {
        ...TourTicket
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export const AdvanceTicket = graphql(`
  mutation TourAdvanceTicket($input: TicketAdvanceInput!) {
    ticketAdvance(input: $input) {
      ticket {
        ...TourTicket
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export const RateTicket = graphql(`
  mutation TourRateTicket($input: TicketRateInput!) {
    ticketRate(input: $input) {
      ticket {
        ...TourTicket
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export const TicketEvents = graphql(`
  subscription TourTicketEvents($filter: TicketEventFilter) {
    ticketEvents(filter: $filter) {
      cursor
      event {
        type
        sequence
        ticket {
          ...TourTicket
        }
      }
    }
  }
`);
