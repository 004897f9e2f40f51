import type { App, Ctx } from '../context.ts';
import type { OrderId } from '../db/id.ts';
import { sendMessage, type SendContent } from '../conversations/send.ts';
import { startConversation } from '../conversations/start.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { as, type Cast } from './cast.ts';
import { arrivalAt, at, daysBefore, minutesAfter, monthsOverBetween } from './clock.ts';
import type { History, HistoryStep } from './history-step.ts';
import { DEMO_PAST } from './history.ts';
import { billLastMonths, billUpTo, choosePlans } from './load-fees.ts';
import { replayFriendship, startOfFriendship } from './load-friends.ts';
import { minutesOf, replayOrder } from './load-orders.ts';
import { refundInThePast } from './load-payments.ts';
import { replayPayouts } from './load-payouts.ts';
import { minutesOfTicket, replayTicket, replayPlatformTickets } from './load-tickets.ts';

/** How long after the load the jobs of past orders and payments may run. */
const JOBS_WAIT_MINUTES = 15;
const MINUTES_A_MESSAGE = 3;

/** Lets everything happen again, each thing at its time in the past. Again after a kill: only what is missing. */
export async function replayHistory(ctx: Ctx, cast: Cast): Promise<void> {
  const patient = { ...ctx, app: withPatientJobs(ctx.app) };
  await choosePlans(patient, cast);
  let over = arrivalAt(cast.loadedAt);
  let billedUpTo = over;
  for (const past of DEMO_PAST) {
    const begins = 'shop' in past ? startOf(cast, past) : startOfFriendship(cast, past);
    for (const month of monthsOverBetween(billedUpTo, begins)) await billLastMonths(patient, month, over);
    billedUpTo = begins;
    if ('shop' in past) await replay(patient, cast, past);
    else await replayFriendship(patient, cast, past);
    over = daysBefore(cast.loadedAt, past.daysAgo);
  }
  await replayPlatformTickets(patient, cast);
  await billUpTo(patient, minutesAfter(over, 1));
  await replayPayouts(patient, cast);
}

async function replay(ctx: Ctx, cast: Cast, history: History): Promise<void> {
  const { customer, shop, steps } = history;
  const me = cast.person(customer);
  let time = startOf(cast, history);
  const conversationId = await startConversation(at(as(ctx, me), time), { businessId: cast.shop(shop) });
  let lastOrder: OrderId | null = null;
  for (const [index, step] of steps.entries()) {
    const key = `demo:${customer}:${shop}:${history.daysAgo}:${index}`;
    if ('order' in step) {
      lastOrder = await replayOrder(ctx, cast, { customer, shop, step, key, placedAt: time });
    } else if ('ticket' in step) {
      const { ticket } = step;
      const about = { customer, shop, ticket, key, conversationId, orderId: lastOrder, openedAt: time };
      await replayTicket(ctx, cast, about);
    } else if ('refund' in step) {
      if (!lastOrder) throw new RangeError('A shop gives back what was ordered before.');
      const owner = at(as(ctx, cast.ownerOf(shop)), time);
      await refundInThePast(owner, lastOrder, { amount: step.refund, reason: step.reason, key });
    } else {
      const sender = step.by === 'customer' ? me : cast.agentOf(shop);
      const content = contentOf(step, cast);
      await sendMessage(at(as(ctx, sender), time), { conversationId, clientId: key, content });
    }
    time = minutesAfter(time, minutesFor(step));
  }
}

/** So that the last step is over as many days ago as the history says. */
function startOf(cast: Cast, { steps, daysAgo }: History): Date {
  const minutes = steps.reduce((sum, step) => sum + minutesFor(step), 0);
  return minutesAfter(daysBefore(cast.loadedAt, daysAgo), -minutes);
}

function minutesFor(step: HistoryStep): number {
  if ('ticket' in step) return minutesOfTicket(step.ticket);
  return 'order' in step ? minutesOf(step.until) : MINUTES_A_MESSAGE;
}

function contentOf(step: Extract<HistoryStep, { by: unknown }>, cast: Cast): SendContent {
  return 'text' in step ? { text: step.text } : { productId: cast.product(step.product) };
}

/**
 * In the past every hold has run out and every payment is overdue: the workers would expire orders and look for
 * charges that are just being made. They get the jobs all the same, later, to find what a kill has left behind.
 */
function withPatientJobs(app: App): App {
  const enqueue: Jobs['enqueue'] = (tx, name, data, startAfter) => {
    const soonest = minutesAfter(app.now(), JOBS_WAIT_MINUTES);
    const start = startAfter && startAfter > soonest ? startAfter : soonest;
    return app.jobs.enqueue(tx, name, data, start);
  };
  return { ...app, jobs: { ...app.jobs, enqueue } };
}
