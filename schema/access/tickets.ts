import { FOR_PERSONS, FOR_STAFF, FOR_THE_CUSTOMER, type Rows } from './rows.ts';

/** Help. The ticket is the customer's, about an order, at the desk of the shop; the agent has it. */
export const TICKET_ROWS: Rows = {
  'Query.platformTickets': { guest: 'UNAUTHENTICATED', signedIn: 'FORBIDDEN', operator: 'ok' },
  'node(Ticket)': { all: 'null', customer: 'ok', staff: 'ok' },
  'node(Ticket), of the owner at the platform': {
    from: 'platformTicketId',
    all: 'null',
    owner: 'ok',
    operator: 'ok',
  },

  'node(Conversation), of the owner with the platform': {
    from: 'platformThreadId',
    all: 'null',
    owner: 'ok',
    operator: 'ok',
  },

  'Person.tickets': { all: 'unseen', customer: 'ok', staff: 'empty', app: 'empty' },
  'Ticket.assignee': { all: 'unseen', customer: 'null', staff: 'ok' },
  'Ticket.assignee.phone': { all: 'unseen', managers: 'null', agent: 'ok' },
  // Each side can do something else.
  'Ticket.availableActions': { all: 'unseen', customer: 'ok', staff: 'ok' },
  'Ticket.context': { all: 'unseen', customer: 'ok', staff: 'ok' },
  'Ticket.context.postings': { all: 'unseen', customer: 'empty', staff: 'empty' },
  'Ticket.context.messages.message': { all: 'unseen', customer: 'ok', staff: 'ok' },
  'Ticket.order': { all: 'unseen', customer: 'ok', staff: 'ok' },
  'Ticket.order.fee': { all: 'unseen', customer: 'null', staff: 'ok' },
  'Ticket.opener.phone': { all: 'unseen', customer: 'ok', staff: 'null' },
  'Ticket.opener.wallet': { all: 'unseen', customer: 'ok', staff: 'null' },
  'Ticket.conversation.messages': { all: 'unseen', customer: 'ok', staff: 'ok' },
  'Ticket.timeline.by.phone': { all: 'unseen', customer: 'ok', managers: 'null', agent: 'ok' },
  'Ticket.business.tickets': { all: 'unseen', customer: 'empty', staff: 'ok' },
  'Ticket.business.balance': { all: 'unseen', customer: 'null', staff: 'null', owner: 'ok' },
  // At the desk of the platform an operator sees what is asked, and not the books of who asks.
  'Ticket.conversation.messages, of the owner at the platform': {
    from: 'platformTicketId',
    all: 'unseen',
    owner: 'ok',
    operator: 'ok',
  },
  'Conversation.members.party(Person).phone, of the owner with the platform': {
    from: 'platformThreadId',
    all: 'unseen',
    owner: 'ok',
    operator: 'null',
  },
  'Ticket.context.postings, of the owner at the platform': {
    from: 'platformTicketId',
    all: 'unseen',
    owner: 'empty',
    operator: 'ok',
  },
  'Ticket.opener.wallet, of the owner at the platform': {
    from: 'platformTicketId',
    all: 'unseen',
    owner: 'ok',
    operator: 'null',
  },
  'Ticket.order, of the owner at the platform': {
    from: 'platformTicketId',
    all: 'unseen',
    owner: 'ok',
    operator: 'null',
  },

  'Mutation.ticketOpen': FOR_THE_CUSTOMER,
  'Mutation.ticketAssign': { ...FOR_STAFF, customer: 'INVALID_TRANSITION' },
  'Mutation.ticketPrioritySet': { ...FOR_STAFF, customer: 'INVALID_TRANSITION' },
  'Mutation.ticketAdvance, to start': { ...FOR_STAFF, customer: 'INVALID_TRANSITION' },
  'Mutation.ticketAdvance, to close': {
    input: { action: 'CLOSE' },
    ...FOR_THE_CUSTOMER,
    staff: 'INVALID_TRANSITION',
  },
  'Mutation.ticketRate': { ...FOR_THE_CUSTOMER, staff: 'INVALID_TRANSITION' },

  'Subscription.ticketEvents': FOR_PERSONS,
  'Subscription.ticketEvents, of the shop': {
    args: 'filter: { businessId: $businessId }',
    guest: 'UNAUTHENTICATED',
    signedIn: 'FORBIDDEN',
    staff: 'ok',
  },
  'Subscription.ticketEvents, of one': {
    args: 'filter: { ticketId: $ticketId }',
    guest: 'UNAUTHENTICATED',
    signedIn: 'FORBIDDEN',
    customer: 'ok',
    staff: 'ok',
  },
  'Subscription.conversationEvents, of the owner with the platform': {
    args: 'conversationId: $platformThreadId',
    guest: 'UNAUTHENTICATED',
    signedIn: 'FORBIDDEN',
    owner: 'ok',
    operator: 'ok',
  },
  'Subscription.ticketEvents, of the platform': {
    args: 'filter: { platform: true }',
    guest: 'UNAUTHENTICATED',
    signedIn: 'FORBIDDEN',
    operator: 'ok',
  },
};
