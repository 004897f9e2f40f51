import { roleIn } from '../src/businesses/staff.ts';
import { requireOperator, requirePerson, type Ctx } from '../src/context.ts';
import { PLATFORM_PARTY } from '../src/conversations/rules.ts';
import type { BusinessId, PersonId, TicketId } from '../src/db/id.ts';
import { topic } from '../src/events/catalogue.ts';
import type { LogEvent } from '../src/events/reader.ts';
import {
  openedPage,
  queuePage,
  ticketsByIds,
  urgencyOf,
  type QueueFilter,
  type QueueKey,
  type Ticket as TicketRow,
} from '../src/tickets/read.ts';
import { builder } from './builder.ts';
import { argumentId } from './ids.ts';
import { Event, liveField, noSuchStream } from './live.ts';
import { pageArgs } from './page-args.ts';
import { connect, connectById, emptyPage, pairCursor, type Connection, type PageArgs } from './paging.ts';
import { isSelf } from './people.ts';
import { Business, Person, Ticket } from './refs.ts';
import { TicketPriorityType, TicketStateType } from './ticket-types.ts';

const TicketConnection = builder.connectionObject(
  { type: Ticket, name: 'TicketConnection', description: 'A page of tickets.' },
  { name: 'TicketEdge', description: 'A ticket in a page.' },
);

builder.objectField(Person, 'tickets', (t) =>
  t.field({
    type: TicketConnection,
    description: 'What they asked shops and the platform, newest first; empty for anybody but the person.',
    args: pageArgs,
    resolve: (person, args, ctx) =>
      isSelf(person, ctx)
        ? connectById<TicketRow>(args, (page) => openedPage(ctx, person.id, page))
        : emptyPage<TicketRow>(),
  }),
);

const queueArgs = builder.args((t) => ({
  state: t.field({
    type: TicketStateType,
    description: 'Only in this state; all that are not resolved when left out.',
  }),
  assigneeId: t.id({ description: 'Only those that this person has.' }),
  priority: t.field({ type: TicketPriorityType, description: 'Only with this priority.' }),
  ...pageArgs,
}));

interface QueueArgs extends PageArgs {
  readonly state?: QueueFilter['state'] | undefined;
  readonly assigneeId?: string | null | undefined;
  readonly priority?: QueueFilter['priority'] | undefined;
}

const PLACE = /^([1-4]) (\d{1,15})$/;

const queueCursor = pairCursor<QueueKey>({
  encode: ({ urgency, dueAt, id }) => [`${urgency} ${dueAt.getTime()}`, id],
  decode: (place, id) => {
    const [, urgency, dueAt] = PLACE.exec(place) ?? [];
    if (!urgency || !dueAt || Number(dueAt) > MAX_TIME) return null;
    return { urgency: Number(urgency), dueAt: new Date(Number(dueAt)), id: id as TicketId };
  },
});
/** The year 9999. */
const MAX_TIME = 253_402_300_799_999;

function queue(
  ctx: Ctx,
  businessId: BusinessId | null,
  { state, assigneeId, priority, ...args }: QueueArgs,
): Promise<Connection<TicketRow>> | Connection<TicketRow> {
  const assignee = assigneeId == null ? null : argumentId<'person'>('Person', assigneeId);
  if (assigneeId != null && !assignee) return emptyPage<TicketRow>();
  const filter = {
    state: state ?? null,
    assigneeId: assignee satisfies PersonId | null,
    priority: priority ?? null,
  };
  return connect<TicketRow, TicketRow, QueueKey>({
    args,
    cursor: queueCursor,
    fetch: (page) => queuePage(ctx, businessId, filter, page),
    keyOf: ({ id, priority: urgency, resolutionDueAt }) => ({
      urgency: urgencyOf(urgency),
      dueAt: resolutionDueAt,
      id,
    }),
    nodeOf: (row) => row,
  });
}

builder.objectField(Business, 'tickets', (t) =>
  t.field({
    type: TicketConnection,
    description:
      "The queue of the shop's desk: the most urgent first, of those what is due first. Empty unless you are on its staff.",
    args: queueArgs,
    resolve: async (shop, args: QueueArgs, ctx) =>
      (await roleIn(ctx, shop.id)) ? queue(ctx, shop.id, args) : emptyPage<TicketRow>(),
  }),
);

builder.queryField('platformTickets', (t) =>
  t.field({
    type: TicketConnection,
    description:
      "The queue of the platform's desk: the most urgent first, of those what is due first. For operators.",
    args: queueArgs,
    resolve: (_root, args: QueueArgs, ctx) => {
      requireOperator(ctx);
      return queue(ctx, null, args);
    },
  }),
);

const TicketEvent = builder.objectRef<LogEvent>('TicketEvent').implement({
  description: 'Something happened to a ticket. What is said in its thread is told by conversationEvents.',
  interfaces: [Event],
  fields: (t) => ({
    ticket: t.field({
      type: Ticket,
      nullable: true,
      description: 'As it is now.',
      resolve: (event) => event.payload.ticketId ?? null,
    }),
  }),
});

const TicketEventFilter = builder.inputType('TicketEventFilter', {
  description: 'Which tickets: one of the fields. Your own when no filter is given.',
  isOneOf: true,
  fields: (t) => ({
    ticketId: t.id({ description: 'This one, which you have opened or whose desk you work at.' }),
    businessId: t.id({ description: 'The desk of a shop whose staff you are.' }),
    platform: t.boolean({ description: "The platform's desk. For operators." }),
  }),
});

liveField('ticketEvents', {
  description: 'What happens to tickets, live: to your own, to one, or to those of a desk that you work at.',
  event: TicketEvent,
  args: builder.args((t) => ({
    filter: t.field({ type: TicketEventFilter, description: 'Which tickets.' }),
  })),
  listen: ({ filter }, ctx) => {
    if (filter?.ticketId != null) return listenToTicket(ctx, filter.ticketId);
    if (filter?.businessId != null) return listenToShop(ctx, filter.businessId);
    if (filter?.platform) {
      return {
        topics: [topic.tickets(PLATFORM_PARTY)],
        authorize: async () => void requireOperator(ctx),
      };
    }
    return { topics: [topic.tickets(requirePerson(ctx).personId)] };
  },
});

function listenToTicket(ctx: Ctx, publicId: string) {
  const id = argumentId<'ticket'>('Ticket', publicId);
  if (!id) throw noSuchStream('ticket');
  return {
    topics: [topic.ticket(id)],
    authorize: async () => {
      const [ticket] = await ticketsByIds(ctx, [id]);
      if (!ticket) throw noSuchStream('ticket');
    },
  };
}

function listenToShop(ctx: Ctx, publicId: string) {
  const id = argumentId<'business'>('Business', publicId);
  if (!id) throw noSuchStream('business');
  return {
    topics: [topic.tickets(id)],
    authorize: async () => {
      if (!(await roleIn(ctx, id))) throw noSuchStream('business');
    },
  };
}
