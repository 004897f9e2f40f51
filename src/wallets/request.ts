import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { requirePerson, systemContext, type Ctx, type Tx } from '../context.ts';
import { takeSeat } from '../conversations/access.ts';
import { appendMessage, touchMessage } from '../conversations/append.ts';
import { onceForGood } from '../db/idempotency.ts';
import { newId, type CardId, type ConversationId, type MoneyRequestId, type TransferId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { NotFoundError } from '../errors.ts';
import type { EventType } from '../events/catalogue.ts';
import { InvalidMoneyError, type Money } from '../money.ts';
import { PaymentInProgressError } from '../payments/rules.ts';
import { humanText, idempotencyKey, parseInput } from '../text.ts';
import { beginTransfer } from './begin.ts';
import { sendingRules } from './limits.ts';
import { recordRequest } from './record.ts';
import {
  RequestClosedError,
  requestActions,
  requestExpiry,
  requireWithinLimits,
  type MoneyRequestAction,
} from './rules.ts';
import { chargeCard, otherPerson } from './send.ts';
import { moneyRequests, transfers, type MoneyRequest, type Transfer } from './tables.ts';

const Ask = z.object({ note: humanText(200).nullish(), idempotencyKey });
const Answer = z.object({ idempotencyKey });

export interface RequestMoney {
  readonly conversationId: ConversationId;
  readonly amount: Money;
  readonly note?: string | null | undefined;
  readonly idempotencyKey: string;
}

/** Asks the other person of a chat for money: a message that updates in place when it is answered. */
export async function requestMoney(ctx: Ctx, input: RequestMoney): Promise<MoneyRequestId> {
  const { personId } = requirePerson(ctx);
  const { idempotencyKey: key, note = null } = parseInput(Ask, input);
  const { requestId } = await onceForGood(ctx, { name: 'moneyRequest', key, input }, async (tx) => {
    const seat = await takeSeat(tx, input.conversationId, { lock: true });
    const payerId = otherPerson(seat, personId);
    const { amount, conversationId } = input;
    if (amount.minor <= 0n) throw new InvalidMoneyError('Ask for more than nothing.', ['amount', 'amount']);
    const { limits } = await sendingRules(tx, {
      senderId: payerId,
      recipientId: personId,
      currency: amount.currency,
    });
    // What could never be sent is not asked for.
    requireWithinLimits(limits, { todayMinor: 0n, thisMonthMinor: 0n }, amount);
    const id = newId<'moneyRequest'>();
    const message = await appendMessage(tx, {
      conversationId,
      sides: seat.sides,
      sender: seat.sender,
      content: { type: 'request', requestId: id },
    });
    const request = {
      id,
      conversationId,
      messageId: message.id,
      requesterId: personId,
      payerId,
      currency: amount.currency,
      amountMinor: amount.minor,
      note,
      expiresAt: requestExpiry(tx.now()),
      createdAt: tx.now(),
      updatedAt: tx.now(),
    };
    await tx.db.insert(moneyRequests).values(request);
    await tx.app.jobs.enqueue(tx, 'request.expire', { requestId: id }, request.expiresAt);
    await recordRequest(tx, 'money.requested', request);
    return { requestId: id };
  });
  return requestId;
}

export interface AcceptRequest {
  readonly requestId: MoneyRequestId;
  readonly cardId?: CardId | null | undefined;
  readonly idempotencyKey: string;
}

/** Pays what was asked for, like `sendMoney`. */
export async function acceptRequest(ctx: Ctx, input: AcceptRequest): Promise<TransferId> {
  requirePerson(ctx);
  const { idempotencyKey: key } = parseInput(Answer, input);
  const command = { name: 'moneyRequestAccept', key, input };
  let begun: Transfer | null = null;
  const { transferId } = await onceForGood(ctx, command, async (tx) => {
    const request = await lockRequest(tx, input.requestId, 'accept');
    begun = await beginTransfer(tx, {
      conversationId: request.conversationId,
      recipientId: request.requesterId,
      amount: { minor: request.amountMinor, currency: request.currency },
      note: request.note,
      cardId: input.cardId,
      request,
    });
    return { transferId: begun.id };
  });
  await chargeCard(ctx, begun);
  return transferId;
}

/** Who was asked says no. */
export async function declineRequest(ctx: Ctx, requestId: MoneyRequestId): Promise<void> {
  await close(ctx, requestId, 'decline');
}

/** Who asked takes it back. */
export async function cancelRequest(ctx: Ctx, requestId: MoneyRequestId): Promise<void> {
  await close(ctx, requestId, 'cancel');
}

async function close(ctx: Ctx, requestId: MoneyRequestId, action: 'decline' | 'cancel'): Promise<void> {
  await transact(ctx, async (tx) => {
    const request = await lockRequest(tx, requestId, action);
    if (action === 'decline') await move(tx, request, 'DECLINED', 'money.request_declined');
    else await move(tx, request, 'CANCELLED', 'money.request_cancelled');
  });
}

/** The job behind a request: nobody has answered it in time. One that is being paid waits for the outcome. */
export async function expireRequest(ctx: Ctx, requestId: MoneyRequestId): Promise<void> {
  await transact({ ...systemContext(ctx.app, 'request.expire'), now: ctx.now }, async (tx) => {
    const request = await findLocked(tx, requestId);
    if (request?.state !== 'OPEN') return;
    const isBeingPaid = await beingPaid(tx, requestId);
    const soon = new Date(tx.now().getTime() + 60_000);
    const again = isBeingPaid ? soon : request.expiresAt > tx.now() ? request.expiresAt : null;
    if (again) await tx.app.jobs.enqueue(tx, 'request.expire', { requestId }, again);
    else await move(tx, request, 'EXPIRED', 'money.request_expired');
  });
}

async function move(
  tx: Tx,
  request: MoneyRequest,
  state: MoneyRequest['state'],
  event: Extract<EventType, `money.request_${string}`>,
): Promise<void> {
  await tx.db
    .update(moneyRequests)
    .set({ state, updatedAt: tx.now() })
    .where(eq(moneyRequests.id, request.id));
  if (request.messageId) await touchMessage(tx, request.conversationId, request.messageId);
  await recordRequest(tx, event, request);
}

/** The request, locked after its conversation, if the caller may take the action now; strangers find none. */
async function lockRequest(
  tx: Tx,
  requestId: MoneyRequestId,
  action: MoneyRequestAction,
): Promise<MoneyRequest> {
  const { personId: me } = requirePerson(tx);
  const request = await findLocked(tx, requestId);
  if (request?.payerId !== me && request?.requesterId !== me)
    throw new NotFoundError('request', ['requestId']);
  const side = request.payerId === me ? 'PAYER' : 'REQUESTER';
  if (!requestActions(request, side, tx.now()).includes(action))
    throw new RequestClosedError(action, request.state);
  if (await beingPaid(tx, requestId)) throw new PaymentInProgressError();
  if (action === 'accept') otherPerson(await takeSeat(tx, request.conversationId, { lock: true }), me);
  return request;
}

async function findLocked(tx: Tx, requestId: MoneyRequestId): Promise<MoneyRequest | null> {
  await tx.sql`
    /* request_lock_conversation */
    select from conversations where id = (select conversation_id from money_requests where id = ${requestId})
    for no key update`;
  const [request] = await tx.db
    .select()
    .from(moneyRequests)
    .where(eq(moneyRequests.id, requestId))
    .for('no key update');
  return request ?? null;
}

async function beingPaid(tx: Tx, requestId: MoneyRequestId): Promise<boolean> {
  const live = inArray(transfers.state, ['PENDING']);
  return (await tx.db.$count(transfers, and(eq(transfers.requestId, requestId), live))) > 0;
}
