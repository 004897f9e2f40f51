import type { Ctx } from '../context.ts';
import { bookingsOf } from '../ledger/read.ts';
import { linesByOrder, type Order } from '../orders/read.ts';
import { paymentsByOrder, refundsByPayment } from '../payments/read.ts';
import type { About } from './about.ts';
import type { TicketContext } from './context.ts';
import type { TicketDesk } from './rules.ts';

/** What a ticket is about, as it is now: whatever becomes of it, the ticket keeps this. */
export async function freeze(ctx: Ctx, { order, messages }: About, desk: TicketDesk): Promise<TicketContext> {
  return {
    order: order && (await orderNow(ctx, order)),
    messages: messages.map(({ id, sequence, senderKind, content, sentAt }) => ({
      id,
      sequence,
      from: senderKind,
      text: content.type === 'text' ? content.text : null,
      sentAt: sentAt.toISOString(),
    })),
    postings: order && desk === 'PLATFORM' ? await postingsOf(ctx, order) : [],
  };
}

async function orderNow(ctx: Ctx, order: Order): Promise<TicketContext['order']> {
  const { id, number, state, paymentState, fulfillmentState, currency } = order;
  const [lines = []] = await linesByOrder(ctx, [id]);
  return {
    id,
    number,
    state,
    paymentState,
    fulfillmentState,
    totalMinor: order.totalMinor.toString(),
    currency,
    lines: lines.map(({ name, quantity, totalMinor }) => ({
      name,
      quantity,
      totalMinor: totalMinor.toString(),
    })),
  };
}

/** All that was booked of an order: of itself, its payments and their refunds. */
async function postingsOf(ctx: Ctx, order: Order): Promise<TicketContext['postings']> {
  const [payments = []] = await paymentsByOrder(ctx, [order.id]);
  const paymentIds = payments.map((payment) => payment.id);
  const refunds = (await refundsByPayment(ctx, paymentIds)).flat();
  const bookings = await bookingsOf(ctx, [order.id, ...paymentIds, ...refunds.map((refund) => refund.id)]);
  return bookings.map(({ kind, description, amountMinor, currency, createdAt }) => ({
    kind,
    description,
    amountMinor: amountMinor.toString(),
    currency,
    postedAt: createdAt.toISOString(),
  }));
}
