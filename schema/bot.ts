import { handOver } from '../src/bot/hand-over.ts';
import { chatsByIds, desksByConversation, settingsByBusiness, type Settings } from '../src/bot/read.ts';
import { setBot } from '../src/bot/set-bot.ts';
import { isWithHuman } from '../src/bot/silence.ts';
import type { BusinessId } from '../src/db/id.ts';
import { builder } from './builder.ts';
import { conversationPayload } from './conversation-commands.ts';
import { answer, payload } from './errors.ts';
import { inputId } from './ids.ts';
import { batched } from './loaders.ts';
import { Business, Conversation } from './refs.ts';
import { roleOf } from './roles.ts';

interface Text {
  readonly language: string;
  readonly text: string;
}

const textsOf = (texts: Settings['greeting']): Text[] =>
  Object.entries(texts).map(([language, text]) => ({ language, text }));

const BotText = builder.objectRef<Text>('BotText').implement({
  description: 'What a bot says in a language.',
  fields: (t) => ({
    language: t.exposeString('language', { description: 'Its two letters: en, hi, es, pt, id or it.' }),
    text: t.exposeString('text', { description: 'The words.' }),
  }),
});

const BotReply = builder.objectRef<Settings['replies'][number]>('BotReply').implement({
  description: "An answer in the shop's own words.",
  fields: (t) => ({
    keywords: t.stringList({
      description: 'A message that is one of these is answered with it.',
      resolve: ({ keywords }) => [...keywords],
    }),
    texts: t.field({
      type: [BotText],
      description:
        'What it says; a language that is missing is answered in English or, without that, in the first one.',
      resolve: ({ texts }) => textsOf(texts),
    }),
  }),
});

const BotType = builder.objectRef<Settings>('Bot').implement({
  description: 'What answers in the chats of a shop by itself. For its staff.',
  fields: (t) => ({
    isEnabled: t.boolean({ description: 'Whether it answers.', resolve: (bot) => bot.enabled }),
    greeting: t.field({
      type: [BotText],
      description: 'What it says to a first hello of the day; where it is empty, the words of the house.',
      resolve: (bot) => textsOf(bot.greeting),
    }),
    away: t.field({
      type: [BotText],
      description: 'What it says first while the shop is closed; where it is empty, the words of the house.',
      resolve: (bot) => textsOf(bot.away),
    }),
    replies: t.field({
      type: [BotReply],
      description: "Answers in the shop's own words.",
      resolve: (bot) => [...bot.replies],
    }),
  }),
});

const settingsOf = batched(settingsByBusiness);
const deskOf = batched(desksByConversation);
const chatOf = batched(chatsByIds);

builder.objectField(Business, 'bot', (t) =>
  t.field({
    type: BotType,
    nullable: true,
    description: 'Its bot; null unless you are on its staff.',
    resolve: async (business, _args, ctx) =>
      (await roleOf(ctx, business.id)) ? settingsOf(ctx, business.id) : null,
  }),
);

builder.objectField(Conversation, 'isWithHuman', (t) =>
  t.boolean({
    description:
      'Whether a human answers here for now and the bot keeps quiet: it was handed over, or somebody of the shop wrote lately. False where no shop is.',
    resolve: async (conversation, _args, ctx) => {
      if (!conversation.businessId) return false;
      const [chat, desk] = await Promise.all([chatOf(ctx, conversation.id), deskOf(ctx, conversation.id)]);
      const told = desk ?? { handedOverAt: null, resumedAt: null };
      return chat !== null && isWithHuman(chat, told, ctx.now());
    },
  }),
);

const BotTextInput = builder.inputType('BotTextInput', {
  description: 'What the bot says in a language.',
  fields: (t) => ({
    language: t.string({ required: true, description: 'Its two letters: en, hi, es, pt, id or it.' }),
    text: t.string({ required: true, description: 'Up to 1,000 characters.' }),
  }),
});

const BotReplyInput = builder.inputType('BotReplyInput', {
  description: "An answer in the shop's own words.",
  fields: (t) => ({
    keywords: t.stringList({
      required: true,
      description: 'Up to 20; a message that is one of them, in any case, is answered with it.',
    }),
    texts: t.field({
      type: [BotTextInput],
      required: true,
      description: 'What to say, one for each language.',
    }),
  }),
});

const BotUpdateInput = builder.inputType('BotUpdateInput', {
  description: 'For botUpdate. What is left out stays as it is.',
  fields: (t) => ({
    businessId: t.id({ required: true, description: 'Of which shop.' }),
    isEnabled: t.boolean({ description: 'Whether it answers.' }),
    greeting: t.field({
      type: [BotTextInput],
      description: 'To a first hello; empty: the words of the house.',
    }),
    away: t.field({ type: [BotTextInput], description: 'While closed; empty: the words of the house.' }),
    replies: t.field({ type: [BotReplyInput], description: 'All of them, 50 at most.' }),
  }),
});

const BotUpdatePayload = payload<{ business: BusinessId }>('BotUpdatePayload', (t) => ({
  business: t.field({
    type: Business,
    nullable: true,
    description: 'The shop as it is now.',
    resolve: (result) => result.business,
  }),
}));

const handOverInput = (name: string) =>
  builder.inputType(`${name}Input`, {
    description: `For ${name.charAt(0).toLowerCase()}${name.slice(1)}.`,
    fields: (t) => ({ conversationId: t.id({ required: true, description: 'Which.' }) }),
  });

builder.mutationFields((t) => ({
  botUpdate: t.field({
    type: BotUpdatePayload,
    description: "Switches a shop's bot and sets what it says. For the shop's managers.",
    args: { input: t.arg({ type: BotUpdateInput, required: true, description: 'What to change.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const businessId = inputId<'business'>('Business', input.businessId, ['businessId']);
        await setBot(ctx, { ...input, businessId });
        return { business: businessId };
      }),
  }),
  botHandOver: t.field({
    type: conversationPayload('BotHandOverPayload'),
    description:
      "A human answers in a conversation instead of the bot, for 12 hours or until botResume. For the shop's staff.",
    args: { input: t.arg({ type: handOverInput('BotHandOver'), required: true, description: 'Where.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const conversation = inputId<'conversation'>('Conversation', input.conversationId, [
          'conversationId',
        ]);
        await handOver(ctx, conversation, 'HUMAN');
        return { conversation };
      }),
  }),
  botResume: t.field({
    type: conversationPayload('BotResumePayload'),
    description:
      "The bot answers in a conversation again, what is written from now on. For the shop's staff.",
    args: { input: t.arg({ type: handOverInput('BotResume'), required: true, description: 'Where.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const conversation = inputId<'conversation'>('Conversation', input.conversationId, [
          'conversationId',
        ]);
        await handOver(ctx, conversation, 'BOT');
        return { conversation };
      }),
  }),
}));
