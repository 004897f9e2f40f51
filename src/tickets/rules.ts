export const TICKET_STATES = ['OPEN', 'IN_PROGRESS', 'WAITING', 'RESOLVED', 'CLOSED'] as const;
export type TicketState = (typeof TICKET_STATES)[number];

export const TICKET_PRIORITIES = ['LOW', 'NORMAL', 'HIGH', 'URGENT'] as const;
export type TicketPriority = (typeof TICKET_PRIORITIES)[number];

/** Who is asked: a shop by its customers, the platform by the shops. */
export const TICKET_DESKS = ['BUSINESS', 'PLATFORM'] as const;
export type TicketDesk = (typeof TICKET_DESKS)[number];

export const TICKET_ACTIONS = [
  'open',
  'assign',
  'start',
  'wait',
  'resolve',
  'close',
  'reopen',
  'prioritise',
  'rate',
] as const;
export type TicketAction = (typeof TICKET_ACTIONS)[number];
