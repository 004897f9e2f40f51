import type { BusinessId, MessageId, TicketId } from '../src/db/id.ts';
import { advanceTicket, type TicketAdvance } from '../src/tickets/advance.ts';
import { assignTicket, prioritiseTicket } from '../src/tickets/assign.ts';
import { openTicket } from '../src/tickets/open.ts';
import { rateTicket } from '../src/tickets/rate.ts';
import { builder } from './builder.ts';
import { answer, payload } from './errors.ts';
import { inputId, optionalId } from './ids.ts';
import { Ticket } from './refs.ts';
import { TicketDeskType, TicketPriorityType } from './ticket-types.ts';

const TicketOpenInput = builder.inputType('TicketOpenInput', {
  description: 'For ticketOpen. What is named must be yours, and of one shop.',
  fields: (t) => ({
    desk: t.field({ type: TicketDeskType, required: true, description: 'Who is asked.' }),
    businessId: t.id({
      description:
        'The shop that is asked, or for which you ask the platform; left out when what follows says it, or when you work in one shop only.',
    }),
    subject: t.string({ required: true, description: 'In a line: 200 characters.' }),
    text: t.string({ required: true, description: 'The first message of the thread: 4,096 characters.' }),
    orderId: t.id({
      description: 'An order that it is about: your own, or for the platform one of your shop.',
    }),
    conversationId: t.id({
      description: 'The chat with the shop that it comes from: its last 10 messages go with it.',
    }),
    messageIds: t.idList({
      description: 'Messages of that chat that go with it instead of the last ones; 20 at most.',
    }),
    priority: t.field({ type: TicketPriorityType, description: 'NORMAL when left out.' }),
    idempotencyKey: t.string({
      required: true,
      description: 'Your own key: the same one again gives the same ticket.',
    }),
  }),
});

const ticketId = { required: true, description: 'Which ticket.' } as const;
const key = { description: 'Your own key: the same one again changes nothing more.' } as const;

const TicketAssignInput = builder.inputType('TicketAssignInput', {
  description: 'For ticketAssign.',
  fields: (t) => ({
    ticketId: t.id(ticketId),
    assigneeId: t.id({
      description: 'Who of the desk gets it, such as yourself; null or left out puts it back into the queue.',
    }),
    onlyIfUnassigned: t.boolean({
      description: 'True refuses when somebody else has it: what a button to take a ticket sends.',
    }),
    idempotencyKey: t.string(key),
  }),
});

const TicketAdvanceAction = builder.enumType('TicketAdvanceAction', {
  description: 'What to do with a ticket.',
  values: {
    START: { value: 'start', description: 'Take it up; it is yours when nobody has it. For the desk.' },
    WAIT: { value: 'wait', description: 'Wait for who opened it: their answer ends it. For the desk.' },
    RESOLVE: { value: 'resolve', description: 'It is done. For the desk.' },
    CLOSE: { value: 'close', description: 'It is over. For who opened it.' },
    REOPEN: { value: 'reopen', description: 'It is not done after all. For who opened it, for 7 days.' },
  } satisfies Record<Uppercase<TicketAdvance>, { value: TicketAdvance; description: string }>,
});

const TicketAdvanceInput = builder.inputType('TicketAdvanceInput', {
  description: 'For ticketAdvance.',
  fields: (t) => ({
    ticketId: t.id(ticketId),
    action: t.field({
      type: TicketAdvanceAction,
      required: true,
      description: 'What; see availableActions.',
    }),
    idempotencyKey: t.string(key),
  }),
});

const TicketPrioritySetInput = builder.inputType('TicketPrioritySetInput', {
  description: 'For ticketPrioritySet.',
  fields: (t) => ({
    ticketId: t.id(ticketId),
    priority: t.field({ type: TicketPriorityType, required: true, description: 'How urgent it is.' }),
    idempotencyKey: t.string(key),
  }),
});

const TicketRateInput = builder.inputType('TicketRateInput', {
  description: 'For ticketRate.',
  fields: (t) => ({
    ticketId: t.id(ticketId),
    rating: t.int({ required: true, description: '1 to 5; 5 is best.' }),
    comment: t.string({ description: '500 characters.' }),
    idempotencyKey: t.string(key),
  }),
});

const ticketPayload = (name: string) =>
  payload<{ ticket: TicketId }>(name, (t) => ({
    ticket: t.field({
      type: Ticket,
      nullable: true,
      description: 'The ticket as it is now.',
      resolve: (result) => result.ticket,
    }),
  }));

/** Does a command with the ticket that its input names, and answers with the ticket. */
function withTicket(publicId: string, work: (ticketId: TicketId) => Promise<void>) {
  return answer(async () => {
    const ticket = inputId<'ticket'>('Ticket', publicId, ['ticketId']);
    await work(ticket);
    return { ticket };
  });
}

builder.mutationFields((t) => ({
  ticketOpen: t.field({
    type: ticketPayload('TicketOpenPayload'),
    description:
      'Asks a shop for help, from a chat, an order or a message; or asks the platform for technical support, for those who work in a shop. For every person.',
    args: { input: t.arg({ type: TicketOpenInput, required: true, description: 'Whom, and about what.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const businessId = optionalId<'business'>('Business', input.businessId, ['businessId']);
        const ticket = await openTicket(ctx, {
          ...input,
          businessId: businessId satisfies BusinessId | null,
          orderId: optionalId<'order'>('Order', input.orderId, ['orderId']),
          conversationId: optionalId<'conversation'>('Conversation', input.conversationId, [
            'conversationId',
          ]),
          messageIds: input.messageIds?.map((id): MessageId =>
            inputId<'message'>('Message', id, ['messageIds']),
          ),
        });
        return { ticket };
      }),
  }),
  ticketAssign: t.field({
    type: ticketPayload('TicketAssignPayload'),
    description: 'Gives a ticket to somebody of its desk, or puts it back into the queue. For its desk.',
    args: { input: t.arg({ type: TicketAssignInput, required: true, description: 'Which, and to whom.' }) },
    resolve: (_root, { input }, ctx) =>
      withTicket(input.ticketId, async (id) => {
        const assigneeId = optionalId<'person'>('Person', input.assigneeId, ['assigneeId']);
        await assignTicket(ctx, { ...input, ticketId: id, assigneeId });
      }),
  }),
  ticketAdvance: t.field({
    type: ticketPayload('TicketAdvancePayload'),
    description: 'Moves a ticket on. For its desk and who opened it, as each action says.',
    args: { input: t.arg({ type: TicketAdvanceInput, required: true, description: 'Which, and how.' }) },
    resolve: (_root, { input }, ctx) =>
      withTicket(input.ticketId, (id) => advanceTicket(ctx, { ...input, ticketId: id })),
  }),
  ticketPrioritySet: t.field({
    type: ticketPayload('TicketPrioritySetPayload'),
    description: 'Gives a ticket another priority: what is due moves with it. For its desk.',
    args: { input: t.arg({ type: TicketPrioritySetInput, required: true, description: 'Which, and what.' }) },
    resolve: (_root, { input }, ctx) =>
      withTicket(input.ticketId, (id) => prioritiseTicket(ctx, { ...input, ticketId: id })),
  }),
  ticketRate: t.field({
    type: ticketPayload('TicketRatePayload'),
    description:
      'Says how good the help was, once for each time that the ticket was resolved. For who opened it.',
    args: { input: t.arg({ type: TicketRateInput, required: true, description: 'Which, and how good.' }) },
    resolve: (_root, { input }, ctx) =>
      withTicket(input.ticketId, (id) => rateTicket(ctx, { ...input, ticketId: id })),
  }),
}));
