import { viewerId, type Ctx } from '../src/context.ts';
import { messagesByIds } from '../src/conversations/read.ts';
import type { CurrencyCode } from '../src/money.ts';
import { isOverdue, resolutionDue } from '../src/tickets/clocks.ts';
import type { TicketContext as Frozen } from '../src/tickets/context.ts';
import { timelineByTicket, type Ticket as TicketRow, type TicketTransition } from '../src/tickets/read.ts';
import {
  availableActions,
  type TicketAction,
  type TicketDesk,
  type TicketPriority,
  type TicketRole,
  type TicketState,
} from '../src/tickets/rules.ts';
import { builder } from './builder.ts';
import { batched } from './loaders.ts';
import { MoneyType, moneyOf } from './money.ts';
import { Business, Conversation, Message, Order, Person, Ticket } from './refs.ts';
import { roleOf } from './roles.ts';

export const TicketStateType = builder.enumType('TicketState', {
  description: 'Where a ticket is.',
  values: {
    OPEN: { description: 'In the queue: nobody has answered, or it was reopened.' },
    IN_PROGRESS: { description: 'Somebody works on it.' },
    WAITING: { description: 'For who opened it; the clock of the resolution stands still.' },
    RESOLVED: { description: 'Done. Who opened it can reopen it for 7 days.' },
    CLOSED: { description: 'Over, and not reopened any more.' },
  } satisfies Record<TicketState, object>,
});

export const TicketPriorityType = builder.enumType('TicketPriority', {
  description: 'How urgent a ticket is: by when it should be answered first, and by when resolved.',
  values: {
    LOW: { description: 'A day, and 7 days.' },
    NORMAL: { description: '8 hours, and 3 days.' },
    HIGH: { description: '4 hours, and a day.' },
    URGENT: { description: 'An hour, and 8 hours.' },
  } satisfies Record<TicketPriority, object>,
});

export const TicketDeskType = builder.enumType('TicketDesk', {
  description: 'Who is asked.',
  values: {
    BUSINESS: { description: 'A shop, by its customers.' },
    PLATFORM: { description: 'The platform, by those who work in a shop.' },
  } satisfies Record<TicketDesk, object>,
});

const action = (value: TicketAction, description: string) => ({ value, description });

const TicketActionType = builder.enumType('TicketAction', {
  description: 'What can be done with a ticket, and what was.',
  values: {
    OPEN: action('open', 'Opened: ticketOpen.'),
    ASSIGN: action('assign', 'Given to somebody, or put back into the queue: ticketAssign.'),
    START: action('start', 'Taken up: ticketAdvance.'),
    ANSWER: action('answer', 'Answered in the thread by the desk, or by who opened it while it waited.'),
    WAIT: action('wait', 'Waits for who opened it: ticketAdvance.'),
    RESOLVE: action('resolve', 'Done: ticketAdvance.'),
    CLOSE: action('close', 'Over: ticketAdvance, or by itself 7 days after it was resolved.'),
    REOPEN: action('reopen', 'Not done after all: ticketAdvance, or a message in the thread.'),
    PRIORITISE: action('prioritise', 'Given another priority: ticketPrioritySet.'),
    RATE: action('rate', 'Rated: ticketRate.'),
  } satisfies Record<Uppercase<TicketAction>, object>,
});

type FrozenOrder = NonNullable<Frozen['order']>;

const FrozenLine = builder.objectRef<{
  line: FrozenOrder['lines'][number];
  currency: CurrencyCode;
}>('TicketOrderLine');
FrozenLine.implement({
  description: 'A line of an order as it was when the ticket was opened.',
  fields: (t) => ({
    name: t.string({ description: 'What it was called.', resolve: ({ line }) => line.name }),
    quantity: t.int({ description: 'How many.', resolve: ({ line }) => line.quantity }),
    total: t.field({
      type: MoneyType,
      description: 'What they cost together.',
      resolve: ({ line, currency }) => moneyOf(BigInt(line.totalMinor), currency),
    }),
  }),
});

const FrozenOrderType = builder.objectRef<FrozenOrder>('TicketOrder').implement({
  description: 'An order as it was when the ticket was opened; `Ticket.order` is the order as it is now.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'What people say on the phone.' }),
    state: t.exposeString('state', { description: 'An OrderState.' }),
    paymentState: t.exposeString('paymentState', { description: 'An OrderPaymentState.' }),
    fulfillmentState: t.exposeString('fulfillmentState', { description: 'An OrderFulfillmentState.' }),
    total: t.field({
      type: MoneyType,
      description: 'What it cost.',
      resolve: (order) => moneyOf(BigInt(order.totalMinor), order.currency as CurrencyCode),
    }),
    lines: t.field({
      type: [FrozenLine],
      description: 'What was in it.',
      resolve: (order) => order.lines.map((line) => ({ line, currency: order.currency as CurrencyCode })),
    }),
  }),
});

const FrozenMessage = builder.objectRef<Frozen['messages'][number]>('TicketMessage').implement({
  description: 'A message of the everyday chat as it was when the ticket was opened.',
  fields: (t) => ({
    message: t.field({
      type: Message,
      nullable: true,
      description: 'As it is now; null for those who are not in that chat.',
      resolve: (message) => message.id,
    }),
    sequence: t.exposeInt('sequence', { description: 'Its number in that chat.' }),
    from: t.exposeString('from', {
      description: 'The side that spoke: PERSON, BUSINESS, PLATFORM or SYSTEM.',
    }),
    text: t.exposeString('text', {
      nullable: true,
      description: 'Null for what was no text, such as a card.',
    }),
    sentAt: t.field({
      type: 'DateTime',
      description: 'When.',
      resolve: (message) => new Date(message.sentAt),
    }),
  }),
});

const FrozenPosting = builder.objectRef<Frozen['postings'][number]>('TicketPosting').implement({
  description: 'What was booked of the order when the ticket was opened. For operators.',
  fields: (t) => ({
    kind: t.exposeString('kind', { description: 'Of which kind of journal, such as `sale`.' }),
    description: t.exposeString('description', { description: 'In words.' }),
    amount: t.field({
      type: MoneyType,
      description: 'How much moved.',
      resolve: (posting) => moneyOf(BigInt(posting.amountMinor), posting.currency as CurrencyCode),
    }),
    postedAt: t.field({
      type: 'DateTime',
      description: 'When.',
      resolve: (posting) => new Date(posting.postedAt),
    }),
  }),
});

const isOperator = ({ actor }: Ctx) => actor.kind === 'person' && actor.operator;

const messageOf = batched(messagesByIds);

/** A chat that one has locked away is not read here either; operators are in no chat, and see what went with the ticket. */
async function messagesFor(ctx: Ctx, { messages }: Frozen): Promise<Frozen['messages']> {
  if (isOperator(ctx)) return messages;
  const readable = await Promise.all(messages.map(({ id }) => messageOf(ctx, id)));
  return messages.filter((_message, index) => readable[index] !== null);
}

const TicketContextType = builder.objectRef<Frozen>('TicketContext').implement({
  description: 'What a ticket is about, as it was when it was opened. It never changes.',
  fields: (t) => ({
    order: t.field({
      type: FrozenOrderType,
      nullable: true,
      description: 'The order; null when it is about none.',
      resolve: (frozen) => frozen.order,
    }),
    messages: t.field({
      type: [FrozenMessage],
      description:
        'Messages of the chat that it comes from: those that were named, or the last ones. None while you keep that chat locked.',
      resolve: (frozen, _args, ctx) => messagesFor(ctx, frozen),
    }),
    postings: t.field({
      type: [FrozenPosting],
      description:
        'What the ledger said of the order. For operators: empty for others, and at the desks of shops.',
      resolve: (frozen, _args, ctx) => (isOperator(ctx) ? frozen.postings : []),
    }),
  }),
});

const Step = builder.objectRef<TicketTransition>('TicketStep').implement({
  description: 'A step in the life of a ticket.',
  fields: (t) => ({
    sequence: t.exposeInt('sequence', { description: '1, 2, 3 ... without a gap.' }),
    action: t.field({
      type: TicketActionType,
      description: 'What was done.',
      resolve: (step) => step.action,
    }),
    state: t.field({
      type: TicketStateType,
      description: 'Where it was then.',
      resolve: (step) => step.state,
    }),
    by: t.field({
      type: Person,
      nullable: true,
      description:
        'Who; null for the system, and for those whom you do not know, such as the staff of a shop.',
      resolve: (step) => step.personId,
    }),
    occurredAt: t.field({ type: 'DateTime', description: 'When.', resolve: (step) => step.occurredAt }),
  }),
});

const timelineOf = batched(timelineByTicket);

/** Where the caller stands towards a ticket that they see; see `ticketRole`. */
async function roleTowards(ctx: Ctx, ticket: TicketRow): Promise<TicketRole | null> {
  if (viewerId(ctx) === ticket.openerId) return 'OPENER';
  if (ticket.desk === 'PLATFORM') return isOperator(ctx) ? 'AGENT' : null;
  return (await roleOf(ctx, ticket.businessId)) ? 'AGENT' : null;
}

Ticket.implement({
  description:
    'A request for help, to a shop or to the platform. For who opened it, and for the desk that is asked: the staff of the shop, or operators.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'What people say on the phone.' }),
    desk: t.field({ type: TicketDeskType, description: 'Who is asked.', resolve: (ticket) => ticket.desk }),
    business: t.field({
      type: Business,
      description: 'The shop that is asked, or that asks the platform.',
      resolve: (ticket) => ticket.businessId,
    }),
    opener: t.field({
      type: Person,
      nullable: true,
      description: 'Who asks; null for somebody who is gone.',
      resolve: (ticket) => ticket.openerId,
    }),
    subject: t.exposeString('subject', { description: 'In a line.' }),
    state: t.field({ type: TicketStateType, description: 'Where it is.', resolve: (ticket) => ticket.state }),
    priority: t.field({
      type: TicketPriorityType,
      description: 'How urgent it is.',
      resolve: (ticket) => ticket.priority,
    }),
    assignee: t.field({
      type: Person,
      nullable: true,
      description:
        'Who of the desk has it; null when nobody has, and for who opened it, who deals with the desk.',
      resolve: (ticket) => ticket.assigneeId,
    }),
    conversation: t.field({
      type: Conversation,
      nullable: true,
      description:
        'Its thread: write there with messageSend and follow it with conversationEvents. Null while you keep it locked.',
      resolve: (ticket) => ticket.conversationId,
    }),
    order: t.field({
      type: Order,
      nullable: true,
      description:
        'The order that it is about, as it is now; null when it is about none, and for who may not see it.',
      resolve: (ticket) => ticket.orderId,
    }),
    context: t.field({
      type: TicketContextType,
      nullable: true,
      description: 'What it is about, as it was; null for who asked for a shop and has left it.',
      resolve: async (ticket, _args, ctx) => {
        const isOfStaff = ticket.desk === 'PLATFORM' && !isOperator(ctx);
        return !isOfStaff || (await roleOf(ctx, ticket.businessId)) ? ticket.context : null;
      },
    }),
    availableActions: t.field({
      type: [TicketActionType],
      description: 'What you can do with it now.',
      resolve: async (ticket, _args, ctx) => {
        const role = await roleTowards(ctx, ticket);
        return role ? availableActions(ticket, role, ctx.now()) : [];
      },
    }),
    openedAt: t.field({
      type: 'DateTime',
      description: 'When it was opened.',
      resolve: (ticket) => ticket.openedAt,
    }),
    firstAnswerDueAt: t.field({
      type: 'DateTime',
      description: 'By when it should be answered first.',
      resolve: (ticket) => ticket.firstAnswerDueAt,
    }),
    firstAnsweredAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the desk first wrote; null before.',
      resolve: (ticket) => ticket.firstAnsweredAt,
    }),
    resolutionDueAt: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'By when it should be resolved, the time that it waited added; null while it waits, since the clock stands still.',
      resolve: (ticket) => resolutionDue(ticket),
    }),
    resolvedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was resolved, or closed without that; null before.',
      resolve: (ticket) => ticket.resolvedAt,
    }),
    closedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was closed; null before.',
      resolve: (ticket) => ticket.closedAt,
    }),
    isOverdue: t.boolean({
      description: 'Whether it should have been answered, or resolved, by now.',
      resolve: (ticket, _args, ctx) => isOverdue(ticket, ctx.now()),
    }),
    rating: t.exposeInt('rating', {
      nullable: true,
      description: 'Of its resolution, 1 to 5, by who opened it; null before, and when it is reopened.',
    }),
    ratingComment: t.exposeString('ratingComment', {
      nullable: true,
      description: 'Null when none was given.',
    }),
    reopenings: t.exposeInt('reopenings', { description: 'How often it was reopened.' }),
    timeline: t.field({
      type: [Step],
      description: 'What happened to it, in order.',
      resolve: (ticket, _args, ctx) => timelineOf(ctx, ticket.id),
    }),
  }),
});
