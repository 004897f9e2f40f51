import type { CardId } from '../src/db/id.ts';
import type { Person as PersonRow } from '../src/identity/read.ts';
import { makeCardDefault, registerCard, removeCard } from '../src/payments/cards.ts';
import { cardsPage, type Card as CardRow } from '../src/payments/read.ts';
import { builder } from './builder.ts';
import { answer, payload } from './errors.ts';
import { inputId } from './ids.ts';
import { pageArgs } from './page-args.ts';
import { connectById } from './paging.ts';
import { isSelf } from './people.ts';
import { Card, Person } from './refs.ts';

const CardConnection = builder.connectionObject(
  { type: Card, name: 'CardConnection', description: 'A page of cards, newest first.' },
  { name: 'CardEdge', description: 'A card in a page.' },
);

const Wallet = builder.objectRef<PersonRow>('Wallet').implement({
  description: "A person's means to pay. Only for that person.",
  fields: (t) => ({
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
    description: 'Their means to pay; null for anybody but the person.',
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

builder.mutationFields((t) => ({
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
