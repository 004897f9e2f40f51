import { randomUUID } from 'node:crypto';
import type {
  TourOrderFragment,
  TourTicketEventsSubscription,
  TourTicketFragment,
} from '../../testing/gql/graphql.ts';
import { firstName, lower } from './show.ts';
import { Send } from './mutations.ts';
import { done, present, prove } from './must.ts';
import { showChat, type ChatEvent, type Seen } from './devices.ts';
import type { Player, Scene } from './scene.ts';
import { ChatEvents } from './streams.ts';
import { AdvanceTicket, OpenTicket, RateTicket, TicketEvents } from './ticket-documents.ts';
import { watch, type Watch } from './watch.ts';

type TicketEvent = Seen<TourTicketEventsSubscription['ticketEvents']>;

const STARS = 5;

/** A ticket about an order: the shop answers and resolves it, the customer says how good that was. */
export async function askForHelp(scene: Scene, order: TourOrderFragment): Promise<void> {
  const { stage, customer, merchant, shop, streams } = scene;
  stage.part('A ticket about the order');
  const mine = await listen(scene, customer, null);
  const desk = await listen(scene, merchant, { businessId: shop.id });
  const ticket = await open(scene, order);
  await streams.chat.next('the card of the ticket', ({ message }) => {
    const content = message?.content;
    return content?.__typename === 'TicketContent' && content.ticket?.number === ticket.number;
  });
  await desk.next(
    'TICKET_OPENED',
    ({ type, ticket: opened }) => type === 'TICKET_OPENED' && opened?.id === ticket.id,
  );
  const frozen = ticket.context?.order?.number === order.number && ticket.context.messages.length > 0;
  prove(
    stage,
    frozen,
    `order #${order.number} and ${ticket.context?.messages.length} messages are frozen into it`,
  );

  const thread = await listenToThread(scene, ticket);
  await write(merchant, ticket, 'Two bananas are brown? Tomorrow you get six new ones, on the house.');
  await reaches(mine, ticket, 'IN_PROGRESS');
  await write(customer, ticket, 'That is very kind.');
  const ticketId = ticket.id;
  done(
    (await merchant.client.request(AdvanceTicket, { input: { ticketId, action: 'RESOLVE' } })).ticketAdvance,
  );
  await reaches(mine, ticket, 'RESOLVED');
  const rated = await customer.client.request(RateTicket, {
    input: { ticketId, rating: STARS, comment: 'Quick and friendly' },
  });
  prove(stage, done(rated.ticketRate).ticket?.rating === STARS, `rated with ${STARS} of 5`);
  for (const events of [mine, desk]) {
    await events.next(
      'the rating',
      (event) => event.ticket?.id === ticketId && event.ticket.rating === STARS,
    );
  }
  prove(
    stage,
    thread.events.some(({ type }) => type === 'MESSAGE_SENT'),
    'its thread is a chat of its own, live as every other',
  );
  const steps = desk.events.filter((event) => event.ticket?.id === ticketId);
  const isGapless = steps.every(({ sequence }, index) => sequence === index + 1);
  prove(stage, isGapless, `the shop's desk saw all ${steps.length} steps live, each once, in order`);
}

async function listen(
  { stage }: Scene,
  player: Player,
  filter: { readonly businessId: string } | null,
): Promise<Watch<TicketEvent>> {
  const whose = firstName(player.name);
  const events = watch(
    `${whose}'s ticket`,
    player.client.subscribe(TicketEvents, { filter }),
    (data) => data.ticketEvents,
    ({ type, ticket }) => stage.live(`${whose} · ${type} · ${lower(ticket?.state ?? '')}`),
  );
  await events.ready();
  return events;
}

async function open(
  { stage, customer, conversationId }: Scene,
  order: TourOrderFragment,
): Promise<TourTicketFragment> {
  const { ticketOpen } = await customer.client.request(OpenTicket, {
    input: {
      desk: 'BUSINESS',
      orderId: order.id,
      conversationId,
      subject: 'Two bananas are brown',
      text: 'The rest is fine, thank you.',
      idempotencyKey: randomUUID(),
    },
  });
  const ticket = present(done(ticketOpen).ticket, 'the ticket');
  stage.note(`${customer.name} opens ticket #${ticket.number}: "${ticket.subject}".`);
  return ticket;
}

async function listenToThread(
  { stage, customer }: Scene,
  ticket: TourTicketFragment,
): Promise<Watch<ChatEvent>> {
  const thread = watch(
    'thread',
    customer.client.subscribe(ChatEvents, { conversationId: threadOf(ticket), after: null }),
    (data) => data.conversationEvents,
    (event) => showChat(stage, event),
  );
  await thread.ready();
  return thread;
}

const threadOf = ({ conversation }: TourTicketFragment) => present(conversation, 'the thread').id;

async function write(by: Player, ticket: TourTicketFragment, text: string): Promise<void> {
  const conversationId = threadOf(ticket);
  const input = { conversationId, clientId: randomUUID(), content: { text } };
  done((await by.client.request(Send, { input })).messageSend);
}

async function reaches(
  events: Watch<TicketEvent>,
  { id }: TourTicketFragment,
  state: TourTicketFragment['state'],
): Promise<void> {
  await events.next(state, ({ ticket }) => ticket?.id === id && ticket.state === state);
}
