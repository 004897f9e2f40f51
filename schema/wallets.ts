import { requirePerson, viewerId, type Ctx } from '../src/context.ts';
import type { CardId, PersonId } from '../src/db/id.ts';
import { topic } from '../src/events/catalogue.ts';
import type { LogEvent } from '../src/events/reader.ts';
import type { Person as PersonRow } from '../src/identity/read.ts';
import { balancesOf, type Balance } from '../src/ledger/read.ts';
import { makeCardDefault, registerCard, removeCard } from '../src/payments/cards.ts';
import { cardsPage, type Card as CardRow } from '../src/payments/read.ts';
import {
  limitsOf,
  marketCurrency,
  transfersPage,
  type Transfer as TransferRow,
  type WalletLimits,
} from '../src/wallets/read.ts';
import { topUpWallet } from '../src/wallets/top-up.ts';
import { builder } from './builder.ts';
import { answer, payload } from './errors.ts';
import { inputId, optionalId } from './ids.ts';
import { accountFields } from './ledger.ts';
import { Event, liveField } from './live.ts';
import { batched } from './loaders.ts';
import { inputMoney, MoneyInput, MoneyType, moneyOf } from './money.ts';
import { pageArgs } from './page-args.ts';
import { connectById } from './paging.ts';
import { paymentPayload } from './payments.ts';
import { isSelf } from './people.ts';
import { Card, MoneyRequest, Payment, Person, Transfer } from './refs.ts';

const CardConnection = builder.connectionObject(
  { type: Card, name: 'CardConnection', description: 'A page of cards, newest first.' },
  { name: 'CardEdge', description: 'A card in a page.' },
);

const TransferConnection = builder.connectionObject(
  { type: Transfer, name: 'TransferConnection', description: 'A page of transfers, newest first.' },
  { name: 'TransferEdge', description: 'A transfer in a page.' },
);

const WalletBalance = builder.objectRef<Balance>('WalletBalance').implement({
  description: 'What the platform owes a person in one currency. Only for that person.',
  fields: (t) => ({
    available: t.field({
      type: MoneyType,
      description: 'What can be spent.',
      resolve: (row) => moneyOf(row.balanceMinor - row.heldMinor, row.currency),
    }),
    held: t.field({
      type: MoneyType,
      description: 'What is set aside for payments under way.',
      resolve: (row) => moneyOf(row.heldMinor, row.currency),
    }),
    total: t.field({
      type: MoneyType,
      description: 'Both together.',
      resolve: (row) => moneyOf(row.balanceMinor, row.currency),
    }),
    ...accountFields(t, ({ ownerId, currency }) => ({ kind: 'WALLET', ownerId, currency })),
  }),
});

const WalletLimitsType = builder.objectRef<WalletLimits>('WalletLimits').implement({
  description: 'How much money a person may send. Days and months are those of their market.',
  fields: (t) => ({
    perTransfer: t.field({
      type: MoneyType,
      description: 'At once.',
      resolve: ({ market, limits }) => moneyOf(limits.perTransferMinor, market.currency),
    }),
    perDay: t.field({
      type: MoneyType,
      description: 'In a day.',
      resolve: ({ market, limits }) => moneyOf(limits.perDayMinor, market.currency),
    }),
    perMonth: t.field({
      type: MoneyType,
      description: 'In a month.',
      resolve: ({ market, limits }) => moneyOf(limits.perMonthMinor, market.currency),
    }),
    sentToday: t.field({
      type: MoneyType,
      description: 'Sent today, what is under way included.',
      resolve: ({ market, sent }) => moneyOf(sent.todayMinor, market.currency),
    }),
    sentThisMonth: t.field({
      type: MoneyType,
      description: 'Sent this month, what is under way included.',
      resolve: ({ market, sent }) => moneyOf(sent.thisMonthMinor, market.currency),
    }),
  }),
});

const balances = batched((ctx: Ctx, ids: readonly PersonId[]) => balancesOf(ctx, 'WALLET', ids));

const Wallet = builder.objectRef<PersonRow>('Wallet').implement({
  description: "A person's money and means to pay. Only for that person.",
  fields: (t) => ({
    balances: t.field({
      type: [WalletBalance],
      description: "What there is, by currency: that of the person's market first, also when it is nothing.",
      resolve: async (person, _args, ctx) => {
        const [own, rows] = await Promise.all([marketCurrency(ctx, person), balances(ctx, person.id)]);
        const home = rows.find((row) => row.currency === own);
        const nothing = { ownerId: person.id, balanceMinor: 0n, heldMinor: 0n };
        return [home ?? { ...nothing, currency: own }, ...rows.filter((row) => row.currency !== own)];
      },
    }),
    transfers: t.field({
      type: TransferConnection,
      description: 'Money sent to people and received from them, newest first.',
      args: { ...pageArgs },
      resolve: (person, args, ctx) =>
        connectById<TransferRow>(args, (page) => transfersPage(ctx, person.id, page)),
    }),
    limits: t.field({
      type: WalletLimitsType,
      nullable: true,
      description: 'How much may be sent; null where no money can be sent.',
      resolve: (person, _args, ctx) => limitsOf(ctx, person.id),
    }),
    cards: t.field({
      type: CardConnection,
      description: 'The registered cards, newest first.',
      args: {
        ...pageArgs,
      },
      resolve: (person, args, ctx) => connectById<CardRow>(args, (page) => cardsPage(ctx, person.id, page)),
    }),
  }),
});

builder.objectField(Person, 'wallet', (t) =>
  t.field({
    type: Wallet,
    nullable: true,
    description: 'Their money and means to pay; null for anybody but the person.',
    resolve: (person, _args, ctx) => (isSelf(person, ctx) ? person : null),
  }),
);

const CardRegisterInput = builder.inputType('CardRegisterInput', {
  description: 'For cardRegister.',
  fields: (t) => ({
    token: t.string({
      required: true,
      description:
        "What the provider's own card fields give (pm_...). A card number is refused: it must never come here.",
    }),
    makeDefault: t.boolean({
      description: 'Whether it is used when none is named; the first card always is.',
    }),
    idempotencyKey: t.string({ description: 'Your own key: the same one again registers nothing more.' }),
  }),
});

const CardInput = (name: 'CardRemoveInput' | 'CardMakeDefaultInput', mutation: string) =>
  builder.inputType(name, {
    description: `For ${mutation}.`,
    fields: (t) => ({ cardId: t.id({ required: true, description: 'Your own card.' }) }),
  });
const CardRemoveInput = CardInput('CardRemoveInput', 'cardRemove');
const CardMakeDefaultInput = CardInput('CardMakeDefaultInput', 'cardMakeDefault');

const cardPayload = (name: string) =>
  payload<{ card: CardId }>(name, (t) => ({
    card: t.field({
      type: Card,
      nullable: true,
      description: 'The card as it is now.',
      resolve: (result) => result.card,
    }),
  }));

const WalletEvent = builder.objectRef<LogEvent>('WalletEvent').implement({
  description: 'Something happened to your money or your cards.',
  interfaces: [Event],
  fields: (t) => ({
    wallet: t.field({
      type: Wallet,
      nullable: true,
      description: 'Your wallet as it is now.',
      resolve: (_event, _args, ctx) => {
        const me = viewerId(ctx);
        return me ? Person.getDataloader(ctx).load(me) : null;
      },
    }),
    transfer: t.field({
      type: Transfer,
      nullable: true,
      description: 'Which transfer, as it is now; null when it is about something else.',
      resolve: (event) => event.payload.transferId ?? null,
    }),
    request: t.field({
      type: MoneyRequest,
      nullable: true,
      description: 'Which request, as it is now; null when it is about something else.',
      resolve: (event) => event.payload.requestId ?? null,
    }),
    payment: t.field({
      type: Payment,
      nullable: true,
      description: 'By which payment the balance changed; null when it is about something else.',
      resolve: (event) => event.payload.paymentId ?? null,
    }),
  }),
});

liveField('walletEvents', {
  description: 'What happens to your money and your cards, live.',
  event: WalletEvent,
  args: {},
  listen: (_args, ctx) => ({ topics: [topic.wallet(requirePerson(ctx).personId)] }),
});

const WalletTopUpInput = builder.inputType('WalletTopUpInput', {
  description: 'For walletTopUp.',
  fields: (t) => ({
    amount: t.field({
      type: MoneyInput,
      required: true,
      description: 'How much, in the currency of your wallet.',
    }),
    cardId: t.id({ description: 'Your default card when left out.' }),
    idempotencyKey: t.string({
      required: true,
      description: 'Your own key: the same one again gives the same payment.',
    }),
  }),
});

builder.mutationFields((t) => ({
  walletTopUp: t.field({
    type: paymentPayload('WalletTopUpPayload'),
    description: 'Puts money from a card of yours into your wallet.',
    args: { input: t.arg({ type: WalletTopUpInput, required: true, description: 'How much.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => ({
        payment: await topUpWallet(ctx, {
          ...input,
          cardId: optionalId<'card'>('Card', input.cardId, ['cardId']),
          amount: inputMoney(input.amount, ['amount']),
        }),
      })),
  }),
  cardRegister: t.field({
    type: cardPayload('CardRegisterPayload'),
    description: 'Registers a card of yours by the token that the provider gave for it.',
    args: { input: t.arg({ type: CardRegisterInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, ctx) => answer(async () => ({ card: await registerCard(ctx, input) })),
  }),
  cardRemove: t.field({
    type: cardPayload('CardRemovePayload'),
    description: 'Removes a card of yours; payments made with it stay.',
    args: { input: t.arg({ type: CardRemoveInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const card = inputId<'card'>('Card', input.cardId, ['cardId']);
        await removeCard(ctx, card);
        return { card };
      }),
  }),
  cardMakeDefault: t.field({
    type: cardPayload('CardMakeDefaultPayload'),
    description: 'Makes a card of yours the one that is used when none is named.',
    args: { input: t.arg({ type: CardMakeDefaultInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const card = inputId<'card'>('Card', input.cardId, ['cardId']);
        await makeCardDefault(ctx, card);
        return { card };
      }),
  }),
}));
