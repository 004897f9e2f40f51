import { randomUUID } from 'node:crypto';
import type { TicketId } from '../db/id.ts';
import { openTicket, type OpenTicket } from '../tickets/open.ts';
import type { Client } from './client.ts';
import type { TestPerson } from './factories.ts';
import type {
  TicketAdvanceAction,
  TicketAssignInput,
  TicketOpenInput,
  TicketPriority,
  TicketRateInput,
} from './gql/graphql.ts';
import { graphql } from './gql/index.ts';

/* The commands of tickets as a frontend sends them. */

export const Open = graphql(`
  mutation TicketOpen($input: TicketOpenInput!) {
    ticketOpen(input: $input) {
      ticket {
        id
        state
        conversation {
          id
        }
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

const Assign = graphql(`
  mutation TicketAssign($input: TicketAssignInput!) {
    ticketAssign(input: $input) {
      ticket {
        assignee {
          id
        }
      }
      userErrors {
        code
        path
      }
    }
  }
`);

const Advance = graphql(`
  mutation TicketAdvance($input: TicketAdvanceInput!) {
    ticketAdvance(input: $input) {
      ticket {
        state
      }
      userErrors {
        code
        message
      }
    }
  }
`);

const SetPriority = graphql(`
  mutation TicketPriority($input: TicketPrioritySetInput!) {
    ticketPrioritySet(input: $input) {
      ticket {
        priority
        firstAnswerDueAt
        resolutionDueAt
      }
      userErrors {
        code
      }
    }
  }
`);

const Rate = graphql(`
  mutation TicketRate($input: TicketRateInput!) {
    ticketRate(input: $input) {
      ticket {
        rating
        ratingComment
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

const Read = graphql(`
  query TicketRead($id: ID!) {
    node(id: $id) {
      ... on Ticket {
        id
        number
        desk
        subject
        state
        priority
        availableActions
        openedAt
        firstAnswerDueAt
        firstAnsweredAt
        resolutionDueAt
        resolvedAt
        closedAt
        isOverdue
        rating
        ratingComment
        reopenings
        business {
          id
        }
        opener {
          id
        }
        assignee {
          id
        }
        order {
          id
        }
        conversation {
          id
          ticket {
            id
          }
          members {
            party {
              __typename
            }
          }
        }
        context {
          order {
            number
            state
            paymentState
            fulfillmentState
            total {
              amount
            }
            lines {
              name
              quantity
            }
          }
          messages {
            sequence
            from
            text
          }
          postings {
            kind
            amount {
              amount
            }
          }
        }
        timeline {
          sequence
          action
          state
          by {
            id
          }
        }
      }
    }
  }
`);

type Opening = Omit<TicketOpenInput, 'idempotencyKey' | 'subject' | 'text'>;

const words = () => ({
  subject: 'Bruised',
  text: 'Two tomatoes were bruised.',
  idempotencyKey: randomUUID(),
});

export async function open(client: Client, input: Opening & Partial<TicketOpenInput>) {
  return (await client.request(Open, { input: { ...words(), ...input } })).ticketOpen;
}

/** A ticket without the way through the API. */
export function makeTicket(
  opener: TestPerson,
  input: Pick<OpenTicket, 'desk'> & Partial<OpenTicket>,
): Promise<TicketId> {
  return openTicket(opener.ctx, { ...words(), ...input });
}

export async function assign(client: Client, input: TicketAssignInput) {
  return (await client.request(Assign, { input })).ticketAssign;
}

/** The state that it is in then, or the code of the refusal. */
export async function advance(client: Client, ticketId: string, action: TicketAdvanceAction) {
  const { ticketAdvance } = await client.request(Advance, { input: { ticketId, action } });
  return ticketAdvance.ticket?.state ?? ticketAdvance.userErrors[0]?.code ?? null;
}

export async function setPriority(client: Client, ticketId: string, priority: TicketPriority) {
  return (await client.request(SetPriority, { input: { ticketId, priority } })).ticketPrioritySet;
}

export async function rate(client: Client, input: TicketRateInput) {
  return (await client.request(Rate, { input })).ticketRate;
}

/** Null for what is absent or not the caller's. */
export async function readTicket(client: Client, id: string) {
  const { node } = await client.request(Read, { id });
  return node && 'number' in node ? node : null;
}
