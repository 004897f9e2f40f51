import type { Ctx } from '../context.ts';
import { sendMessage } from '../conversations/send.ts';
import type { ConversationId, OrderId, TicketId } from '../db/id.ts';
import { advanceTicket } from '../tickets/advance.ts';
import { assignTicket } from '../tickets/assign.ts';
import { openTicket, type OpenTicket } from '../tickets/open.ts';
import { rateTicket } from '../tickets/rate.ts';
import { ticketsByIds, type Ticket } from '../tickets/read.ts';
import { as, type Cast } from './cast.ts';
import { at, daysBefore, minutesAfter } from './clock.ts';
import type { PastTicket } from './history-step.ts';
import { DEMO_OPERATOR } from './people.ts';

const MINUTES_A_STEP = 6;

/** All that may happen: opening, the thread, where it was left, the rating. */
export function minutesOfTicket({ thread }: PastTicket): number {
  return MINUTES_A_STEP * (thread.length + 3);
}

export interface TicketInThePast {
  /** The key of the customer. */
  readonly customer: string;
  /** The handle of the shop. */
  readonly shop: string;
  readonly ticket: PastTicket;
  /** The idempotency keys begin with it. */
  readonly key: string;
  readonly conversationId: ConversationId;
  readonly orderId: OrderId | null;
  readonly openedAt: Date;
}

/** Lets a customer ask a shop for help again, and the shop answer. What has happened already does not happen again. */
export async function replayTicket(ctx: Ctx, cast: Cast, past: TicketInThePast): Promise<void> {
  const { ticket, key, conversationId, orderId, openedAt } = past;
  const { subject, text, priority = null, thread, left, rating } = ticket;
  const customer = as(ctx, cast.person(past.customer));
  const agentId = cast.agentOf(past.shop);
  const agent = as(ctx, agentId);
  const words = { desk: 'BUSINESS', conversationId, orderId, subject, text, priority } as const;
  const opened = await open(at(customer, openedAt), words, key);
  let time = openedAt;
  for (const [index, { by, text: line }] of thread.entries()) {
    time = minutesAfter(time, MINUTES_A_STEP);
    const who = at(by === 'customer' ? customer : agent, time);
    await say(who, opened, `${key}:thread:${index}`, line);
    if (by === 'shop') await take(who, opened.id, key);
  }
  time = minutesAfter(time, MINUTES_A_STEP);
  if (left) {
    const change = { ticketId: opened.id, action: left, idempotencyKey: `${key}:${left}` };
    await advanceTicket(at(agent, time), change);
  }
  time = minutesAfter(time, MINUTES_A_STEP);
  if (rating === undefined) return;
  await rateTicket(at(customer, time), { ticketId: opened.id, rating, idempotencyKey: `${key}:rate` });
}

async function open(ctx: Ctx, words: Omit<OpenTicket, 'idempotencyKey'>, key: string): Promise<Ticket> {
  const [ticket] = await ticketsByIds(ctx, [
    await openTicket(ctx, { ...words, idempotencyKey: `${key}:open` }),
  ]);
  if (!ticket) throw new Error('a ticket of the demo was not opened');
  return ticket;
}

async function say(ctx: Ctx, { conversationId }: Ticket, clientId: string, text: string): Promise<void> {
  await sendMessage(ctx, { conversationId, clientId, content: { text } });
}

/** Who answers first has it. */
async function take(ctx: Ctx, ticketId: TicketId, key: string): Promise<void> {
  if (ctx.actor.kind !== 'person') throw new Error('a ticket of the demo is taken by a person');
  const { personId: assigneeId } = ctx.actor;
  await assignTicket(ctx, { ticketId, assigneeId, idempotencyKey: `${key}:take` });
}

/** What shops have asked the platform, by the day, and what its operator has said to it. */
const TO_THE_PLATFORM = [
  {
    shop: 'rumah-jati',
    daysAgo: 6,
    subject: 'Our payout account',
    text: 'We are changing banks next month. Can a payout that is under way still arrive at the old account?',
    priority: 'NORMAL',
    answer: 'Yes: a payout goes to the account that it was made with. I keep an eye on yours until then.',
  },
  {
    shop: 'volt-bazaar',
    daysAgo: 2,
    subject: 'The Instagram feed shows an old price',
    text: 'The earphones went down on Monday, and Instagram still shows the price of last week.',
    priority: 'HIGH',
    answer: null,
  },
] as const;

export async function replayPlatformTickets(ctx: Ctx, cast: Cast): Promise<void> {
  for (const { shop, daysAgo, answer, ...asked } of TO_THE_PLATFORM) {
    const key = `demo:platform:${shop}`;
    const openedAt = daysBefore(cast.loadedAt, daysAgo);
    const owner = at(as(ctx, cast.ownerOf(shop)), openedAt);
    const ticket = await open(owner, { desk: 'PLATFORM', businessId: cast.shop(shop), ...asked }, key);
    if (answer === null) continue;
    const operator = asOperator(at(as(ctx, cast.person(DEMO_OPERATOR.key)), minutesAfter(openedAt, 25)));
    await say(operator, ticket, `${key}:answer`, answer);
    await take(operator, ticket.id, key);
  }
}

function asOperator(ctx: Ctx): Ctx {
  return ctx.actor.kind === 'person' ? { ...ctx, actor: { ...ctx.actor, operator: true } } : ctx;
}
