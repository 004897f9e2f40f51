import type { MoneyRequestId, TransferId } from '../src/db/id.ts';
import { acceptRequest, cancelRequest, declineRequest, requestMoney } from '../src/wallets/request.ts';
import { reverseTransfer } from '../src/wallets/reverse.ts';
import {
  requestActions,
  type MoneyRequestAction,
  type MoneyRequestState,
  type TransferState,
} from '../src/wallets/rules.ts';
import { sendMoney } from '../src/wallets/send.ts';
import { transfersByRequest } from '../src/wallets/read.ts';
import { viewerId } from '../src/context.ts';
import { builder } from './builder.ts';
import { answer, payload } from './errors.ts';
import { inputId, optionalId } from './ids.ts';
import { batched } from './loaders.ts';
import { inputMoney, MoneyInput, MoneyType, moneyOf } from './money.ts';
import { Conversation, MoneyRequest, Payment, Person, Transfer } from './refs.ts';

const TransferStateType = builder.enumType('TransferState', {
  description: 'Where money is that somebody sends.',
  values: {
    PENDING: { description: 'A card is being charged for a part of it; the recipient knows nothing yet.' },
    SUCCEEDED: { description: "It is the recipient's." },
    FAILED: { description: 'The card was not charged, and nothing was sent.' },
    REVERSED: { description: 'The platform took it back: see `reversalReason`.' },
  } satisfies Record<TransferState, object>,
});

const RequestStateType = builder.enumType('MoneyRequestState', {
  description: 'Where a request for money is.',
  values: {
    OPEN: { description: 'It waits for an answer.' },
    PAID: { description: 'What was asked for was sent.' },
    DECLINED: { description: 'Who was asked said no.' },
    CANCELLED: { description: 'Who asked took it back.' },
    EXPIRED: { description: 'Nobody answered in time.' },
  } satisfies Record<MoneyRequestState, object>,
});

const RequestActionType = builder.enumType('MoneyRequestAction', {
  description: 'What can be done with a request.',
  values: {
    ACCEPT: { value: 'accept', description: 'Pay it: moneyRequestAccept.' },
    DECLINE: { value: 'decline', description: 'Say no: moneyRequestDecline.' },
    CANCEL: { value: 'cancel', description: 'Take it back: moneyRequestCancel.' },
  } as const satisfies Record<string, { value: MoneyRequestAction; description: string }>,
});

Transfer.implement({
  description:
    'Money that one person sends to another. For the two of them, and for operators; the recipient sees it once it is theirs.',
  fields: (t) => ({
    conversation: t.field({
      type: Conversation,
      nullable: true,
      description: 'In which chat; null for operators.',
      resolve: (transfer) => transfer.conversationId,
    }),
    sender: t.field({
      type: Person,
      nullable: true,
      description: 'Who sends it; null for operators, who do not know people.',
      resolve: (transfer) => transfer.senderId,
    }),
    recipient: t.field({
      type: Person,
      nullable: true,
      description: 'Who gets it; null for operators, who do not know people.',
      resolve: (transfer) => transfer.recipientId,
    }),
    amount: t.field({
      type: MoneyType,
      description: 'How much the recipient gets.',
      resolve: (transfer) => moneyOf(transfer.amountMinor, transfer.currency),
    }),
    fee: t.field({
      type: MoneyType,
      nullable: true,
      description: 'What the sender pays on top of it; null for anybody but the sender.',
      resolve: (row, _args, ctx) =>
        row.senderId === viewerId(ctx) ? moneyOf(row.feeMinor, row.currency) : null,
    }),
    fromBalance: t.field({
      type: MoneyType,
      nullable: true,
      description:
        "The part that comes from the sender's balance, the rest from a card; null for anybody but the sender.",
      resolve: (row, _args, ctx) =>
        row.senderId === viewerId(ctx) ? moneyOf(row.walletMinor, row.currency) : null,
    }),
    payment: t.field({
      type: Payment,
      nullable: true,
      description:
        "The charge of the card's part, with its challenge; null for anybody but the sender, and when there is none.",
      resolve: (row, _args, ctx) => (row.senderId === viewerId(ctx) ? row.paymentId : null),
    }),
    note: t.string({
      nullable: true,
      description: 'A word with it; null when none was said, and for operators, who are not in the chat.',
      resolve: (row, _args, ctx) => {
        const me = viewerId(ctx);
        return me === row.senderId || me === row.recipientId ? row.note : null;
      },
    }),
    state: t.field({ type: TransferStateType, description: 'Where it is.', resolve: (row) => row.state }),
    reversalReason: t.exposeString('reversalReason', {
      nullable: true,
      description: 'Why the platform took it back; null unless it did.',
    }),
    createdAt: t.field({ type: 'DateTime', description: 'Since when.', resolve: (row) => row.createdAt }),
    updatedAt: t.field({ type: 'DateTime', description: 'Last changed.', resolve: (row) => row.updatedAt }),
  }),
});

const transfersOf = batched(transfersByRequest);

MoneyRequest.implement({
  description: 'Money that one person asks of another. For the two of them.',
  fields: (t) => ({
    conversation: t.field({
      type: Conversation,
      nullable: true,
      description: 'In which chat.',
      resolve: (request) => request.conversationId,
    }),
    requester: t.field({
      type: Person,
      nullable: true,
      description: 'Who asks.',
      resolve: (request) => request.requesterId,
    }),
    payer: t.field({
      type: Person,
      nullable: true,
      description: 'Who is asked.',
      resolve: (request) => request.payerId,
    }),
    amount: t.field({
      type: MoneyType,
      description: 'How much.',
      resolve: (request) => moneyOf(request.amountMinor, request.currency),
    }),
    note: t.exposeString('note', { nullable: true, description: 'What for; null when it was not said.' }),
    state: t.field({ type: RequestStateType, description: 'Where it is.', resolve: (row) => row.state }),
    transfers: t.field({
      type: [Transfer],
      description: 'The tries to pay it that you may see, oldest first.',
      resolve: (request, _args, ctx) => transfersOf(ctx, request.id),
    }),
    availableActions: t.field({
      type: [RequestActionType],
      description: 'What you can do with it now.',
      resolve: (request, _args, ctx) =>
        requestActions(request, request.payerId === viewerId(ctx) ? 'PAYER' : 'REQUESTER', ctx.now()),
    }),
    expiresAt: t.field({
      type: 'DateTime',
      description: 'Until when it can be answered.',
      resolve: (row) => row.expiresAt,
    }),
    createdAt: t.field({ type: 'DateTime', description: 'Since when.', resolve: (row) => row.createdAt }),
    updatedAt: t.field({ type: 'DateTime', description: 'Last changed.', resolve: (row) => row.updatedAt }),
  }),
});

const KEY = 'Your own key: the same one again gives the first answer again, and moves nothing more.';

const MoneySendInput = builder.inputType('MoneySendInput', {
  description: 'For moneySend.',
  fields: (t) => ({
    conversationId: t.id({ required: true, description: 'Your chat with the person who gets it.' }),
    amount: t.field({
      type: MoneyInput,
      required: true,
      description: 'How much, in the currency of your wallet, which must be theirs as well.',
    }),
    note: t.string({ description: 'A word with it, 200 characters at most.' }),
    cardId: t.id({ description: 'For what the balance lacks; your default card when left out.' }),
    idempotencyKey: t.string({ required: true, description: KEY }),
  }),
});

const MoneyRequestInput = builder.inputType('MoneyRequestInput', {
  description: 'For moneyRequest.',
  fields: (t) => ({
    conversationId: t.id({ required: true, description: 'Your chat with the person whom you ask.' }),
    amount: t.field({
      type: MoneyInput,
      required: true,
      description: 'How much, in the currency of both wallets.',
    }),
    note: t.string({ description: 'What for, 200 characters at most.' }),
    idempotencyKey: t.string({ required: true, description: KEY }),
  }),
});

const MoneyRequestAcceptInput = builder.inputType('MoneyRequestAcceptInput', {
  description: 'For moneyRequestAccept.',
  fields: (t) => ({
    requestId: t.id({ required: true, description: 'A request to you.' }),
    cardId: t.id({ description: 'For what the balance lacks; your default card when left out.' }),
    idempotencyKey: t.string({ required: true, description: KEY }),
  }),
});

const RequestInput = (name: string, mutation: string, whose: string) =>
  builder.inputType(name, {
    description: `For ${mutation}.`,
    fields: (t) => ({ requestId: t.id({ required: true, description: whose }) }),
  });
const DeclineInput = RequestInput('MoneyRequestDeclineInput', 'moneyRequestDecline', 'A request to you.');
const CancelInput = RequestInput('MoneyRequestCancelInput', 'moneyRequestCancel', 'A request of yours.');

const MoneyReverseInput = builder.inputType('MoneyReverseInput', {
  description: 'For moneyReverse.',
  fields: (t) => ({
    transferId: t.id({ required: true, description: 'A transfer that succeeded.' }),
    reason: t.string({ required: true, description: 'Why, 500 characters at most. The two people see it.' }),
    idempotencyKey: t.string({ required: true, description: KEY }),
  }),
});

const transferPayload = (name: string) =>
  payload<{ transfer: TransferId }>(name, (t) => ({
    transfer: t.field({
      type: Transfer,
      nullable: true,
      description:
        'The transfer as it is now. PENDING: its `payment` has a challenge or no answer yet. FAILED: see why in its `payment`.',
      resolve: (result) => result.transfer,
    }),
  }));

const requestPayload = (name: string) =>
  payload<{ request: MoneyRequestId }>(name, (t) => ({
    request: t.field({
      type: MoneyRequest,
      nullable: true,
      description: 'The request as it is now.',
      resolve: (result) => result.request,
    }),
  }));

builder.mutationFields((t) => ({
  moneySend: t.field({
    type: transferPayload('MoneySendPayload'),
    description:
      'Sends money to the other person of a chat: from your balance first, what it lacks from a card. All of it or nothing.',
    args: { input: t.arg({ type: MoneySendInput, required: true, description: 'To whom, how much.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => ({
        transfer: await sendMoney(ctx, {
          ...input,
          conversationId: inputId<'conversation'>('Conversation', input.conversationId, ['conversationId']),
          cardId: optionalId<'card'>('Card', input.cardId, ['cardId']),
          amount: inputMoney(input.amount, ['amount']),
        }),
      })),
  }),
  moneyRequest: t.field({
    type: requestPayload('MoneyRequestPayload'),
    description: 'Asks the other person of a chat for money.',
    args: { input: t.arg({ type: MoneyRequestInput, required: true, description: 'Whom, how much.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => ({
        request: await requestMoney(ctx, {
          ...input,
          conversationId: inputId<'conversation'>('Conversation', input.conversationId, ['conversationId']),
          amount: inputMoney(input.amount, ['amount']),
        }),
      })),
  }),
  moneyRequestAccept: t.field({
    type: transferPayload('MoneyRequestAcceptPayload'),
    description: 'Sends what somebody asked you for, like moneySend.',
    args: { input: t.arg({ type: MoneyRequestAcceptInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => ({
        transfer: await acceptRequest(ctx, {
          ...input,
          requestId: inputId<'moneyRequest'>('MoneyRequest', input.requestId, ['requestId']),
          cardId: optionalId<'card'>('Card', input.cardId, ['cardId']),
        }),
      })),
  }),
  moneyRequestDecline: t.field({
    type: requestPayload('MoneyRequestDeclinePayload'),
    description: 'Says no to a request to you.',
    args: { input: t.arg({ type: DeclineInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const request = inputId<'moneyRequest'>('MoneyRequest', input.requestId, ['requestId']);
        await declineRequest(ctx, request);
        return { request };
      }),
  }),
  moneyRequestCancel: t.field({
    type: requestPayload('MoneyRequestCancelPayload'),
    description: 'Takes a request of yours back.',
    args: { input: t.arg({ type: CancelInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const request = inputId<'moneyRequest'>('MoneyRequest', input.requestId, ['requestId']);
        await cancelRequest(ctx, request);
        return { request };
      }),
  }),
  moneyReverse: t.field({
    type: transferPayload('MoneyReversePayload'),
    description: "Takes back what was sent, into the sender's wallet. For operators.",
    args: { input: t.arg({ type: MoneyReverseInput, required: true, description: 'Which, and why.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => ({
        transfer: await reverseTransfer(ctx, {
          ...input,
          transferId: inputId<'transfer'>('Transfer', input.transferId, ['transferId']),
        }),
      })),
  }),
}));
