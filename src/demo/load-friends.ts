import type { Ctx } from '../context.ts';
import { sendMessage } from '../conversations/send.ts';
import { startConversation } from '../conversations/start.ts';
import type { ConversationId, PaymentId, TransferId } from '../db/id.ts';
import { UserError } from '../errors.ts';
import { parseMoney, type Money } from '../money.ts';
import { charge } from '../payments/charge.ts';
import { marketCurrency, transfersByIds } from '../wallets/read.ts';
import { acceptRequest, declineRequest, requestMoney } from '../wallets/request.ts';
import { sendMoney } from '../wallets/send.ts';
import { topUpWallet } from '../wallets/top-up.ts';
import { as, type Cast } from './cast.ts';
import { at, daysBefore, minutesAfter } from './clock.ts';
import type { FriendlyStep, Friendship } from './history-step.ts';
import { withoutOvertaking } from './load-payments.ts';
import { DEMO_CUSTOMERS } from './people.ts';

const MINUTES_A_STEP = 4;

/** Lets two people talk and send each other money again. What has happened already does not happen again. */
export async function replayFriendship(ctx: Ctx, cast: Cast, friendship: Friendship): Promise<void> {
  const { one, other, daysAgo, steps } = friendship;
  const begin = startOfFriendship(cast, friendship);
  const side = (key: string, time: Date) => withoutOvertaking(at(as(ctx, cast.person(key)), time));
  const conversationId = await startConversation(side(one, begin), { phone: phoneOf(other) });
  const currency = await marketCurrency(ctx, { id: cast.person(one) });
  for (const [index, step] of steps.entries()) {
    const [me, them] = step.by === 'one' ? [one, other] : [other, one];
    const time = minutesAfter(begin, MINUTES_A_STEP * index);
    const doing: Doing = {
      conversationId,
      key: `demo:${one}:${other}:${daysAgo}:${index}`,
      money: (amount) => parseMoney(amount, currency),
      me: side(me, time),
      them: side(them, minutesAfter(time, 1)),
    };
    try {
      await replay(doing, step);
    } catch (error) {
      // A provider without these cards: the money stays where it is.
      if (!(error instanceof UserError)) throw error;
      ctx.log.warn({ key: doing.key, refused: error.code }, 'money of the demo stays behind');
    }
  }
}

export function startOfFriendship({ loadedAt }: Cast, { daysAgo, steps }: Friendship): Date {
  return minutesAfter(daysBefore(loadedAt, daysAgo), -MINUTES_A_STEP * steps.length);
}

interface Doing {
  readonly conversationId: ConversationId;
  /** The idempotency keys begin with it. */
  readonly key: string;
  money(amount: string): Money;
  readonly me: Ctx;
  /** A minute later. */
  readonly them: Ctx;
}

async function replay({ me, them, money, key, conversationId }: Doing, step: FriendlyStep): Promise<void> {
  if ('text' in step) {
    await sendMessage(me, { conversationId, clientId: key, content: { text: step.text } });
  } else if ('topsUp' in step) {
    const amount = money(step.topsUp);
    await finish(me, await topUpWallet(me, { amount, idempotencyKey: key }));
  } else if ('sends' in step) {
    const { sends, note } = step;
    const amount = money(sends);
    await finishTransfer(me, await sendMoney(me, { conversationId, amount, note, idempotencyKey: key }));
  } else {
    const { asksFor, note, answer } = step;
    const amount = money(asksFor);
    const requestId = await requestMoney(me, { conversationId, amount, note, idempotencyKey: key });
    if (answer === 'declined') await declineRequest(them, requestId);
    if (answer === 'paid') {
      await finishTransfer(them, await acceptRequest(them, { requestId, idempotencyKey: `${key}:accept` }));
    }
  }
}

/** A kill between a payment and its charge: asking the provider again is safe, and nothing when it is over. */
async function finish(ctx: Ctx, paymentId: PaymentId): Promise<void> {
  await charge(ctx, paymentId);
}

async function finishTransfer(ctx: Ctx, transferId: TransferId): Promise<void> {
  const [transfer] = await transfersByIds(ctx, [transferId]);
  if (transfer?.paymentId) await finish(ctx, transfer.paymentId);
}

function phoneOf(key: string): string {
  const customer = DEMO_CUSTOMERS.find((one) => one.key === key);
  if (!customer) throw new RangeError(`No such customer: ${key}`);
  return customer.phone;
}
