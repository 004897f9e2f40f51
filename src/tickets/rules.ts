import { UserError } from '../errors.ts';

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
  'answer',
  'wait',
  'resolve',
  'close',
  'reopen',
  'prioritise',
  'rate',
] as const;
export type TicketAction = (typeof TICKET_ACTIONS)[number];

/** Who opened it, who works at its desk, and jobs. Who opens a ticket at their own desk is its opener. */
export type TicketRole = 'OPENER' | 'AGENT' | 'SYSTEM';

/** What decides about a ticket. */
export interface TicketStanding {
  readonly state: TicketState;
  readonly resolvedAt: Date | null;
  /** Of the resolution that it has: reopening clears it. */
  readonly rating: number | null;
}

type Rule = { readonly [Role in TicketRole]?: readonly TicketState[] };

/** What may happen to a ticket, by whom, from which states. `answer` is writing in the thread, which has no other door. */
export const TICKET_RULES: Readonly<Record<Exclude<TicketAction, 'open'>, Rule>> = {
  assign: { AGENT: ['OPEN', 'IN_PROGRESS', 'WAITING', 'RESOLVED'] },
  start: { AGENT: ['OPEN', 'WAITING'] },
  answer: {
    OPENER: ['OPEN', 'IN_PROGRESS', 'WAITING'],
    AGENT: ['OPEN', 'IN_PROGRESS', 'WAITING', 'RESOLVED'],
  },
  wait: { AGENT: ['IN_PROGRESS'] },
  resolve: { AGENT: ['IN_PROGRESS', 'WAITING'] },
  close: { OPENER: ['OPEN', 'IN_PROGRESS', 'WAITING', 'RESOLVED'], SYSTEM: ['RESOLVED'] },
  reopen: { OPENER: ['RESOLVED'] },
  prioritise: { AGENT: ['OPEN', 'IN_PROGRESS', 'WAITING'] },
  rate: { OPENER: ['RESOLVED', 'CLOSED'] },
};

/** For so long a resolved ticket can be reopened; then it closes by itself. */
export const REOPEN_DAYS = 7;
/** As many tickets may a person have open at one desk. */
export const MAX_OPEN_TICKETS = 10;
export const MAX_SUBJECT = 200;
/** Of the chat that a ticket comes from: what is frozen when messages are named, and when none is. */
export const MAX_MESSAGES = 20;
export const LAST_MESSAGES = 10;

const DAY_MS = 24 * 60 * 60_000;

/** When a ticket that was resolved then closes. */
export function closesAt(resolvedAt: Date): Date {
  return new Date(resolvedAt.getTime() + REOPEN_DAYS * DAY_MS);
}

/** A ticket whose time for reopening is over counts as closed, also before the job has come to it. */
export function isClosed({ state, resolvedAt }: TicketStanding, now: Date): boolean {
  return state === 'CLOSED' || (state === 'RESOLVED' && resolvedAt !== null && now >= closesAt(resolvedAt));
}

export class TicketTransitionError extends UserError {
  readonly code = 'INVALID_TRANSITION';
}

export class NotBusinessUserError extends UserError {
  readonly code = 'NOT_BUSINESS_USER';

  constructor(path: readonly string[]) {
    super(
      'Technical support of the platform is for those who work in a shop, about that shop. ' +
        'For help with an order or a product ask the shop: in its chat, or with a ticket for its desk (BUSINESS).',
      path,
    );
  }
}

export class TooManyTicketsError extends UserError {
  readonly code = 'TOO_MANY_TICKETS';

  constructor() {
    super(`${MAX_OPEN_TICKETS} of your tickets are open at this desk: go on in one of them, or close one.`);
  }
}

export function allows(
  ticket: TicketStanding,
  action: Exclude<TicketAction, 'open'>,
  role: TicketRole,
  now: Date,
): boolean {
  if (!TICKET_RULES[action][role]?.includes(ticket.state)) return false;
  if (action === 'rate') return ticket.rating === null;
  return action === 'reopen' || action === 'answer' ? !isClosed(ticket, now) : true;
}

/** Throws unless the role may take the action on the ticket as it is. */
export function requireAction(
  ticket: TicketStanding,
  action: Exclude<TicketAction, 'open'>,
  role: TicketRole,
  now: Date,
): void {
  if (allows(ticket, action, role, now)) return;
  if (action === 'rate' && ticket.rating !== null) {
    throw new TicketTransitionError('This resolution is rated already.');
  }
  throw new TicketTransitionError(
    isClosed(ticket, now)
      ? 'This ticket is closed: open a new one.'
      : `This ticket is ${ticket.state}: you can't ${action} it now. Its availableActions say what you can.`,
  );
}

/** What the role may ask for now, in the order of the table; an answer is a message and not asked for. */
export function availableActions(ticket: TicketStanding, role: TicketRole, now: Date): TicketAction[] {
  return TICKET_ACTIONS.filter(
    (action) => action !== 'open' && action !== 'answer' && allows(ticket, action, role, now),
  );
}

/** What a message in the thread does to the ticket besides; null when nothing. Throws when it is closed. */
export function actionOfMessage(
  ticket: TicketStanding & { readonly firstAnsweredAt: Date | null },
  role: TicketRole,
  now: Date,
): 'answer' | 'reopen' | null {
  if (role === 'OPENER' && ticket.state === 'RESOLVED') {
    requireAction(ticket, 'reopen', role, now);
    return 'reopen';
  }
  requireAction(ticket, 'answer', role, now);
  if (role === 'OPENER') return ticket.state === 'WAITING' ? 'answer' : null;
  return ticket.state === 'OPEN' || ticket.firstAnsweredAt === null ? 'answer' : null;
}
