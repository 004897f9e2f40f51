import { blockConversation, unblockConversation } from '../src/conversations/block.ts';
import { markMessages, setTyping } from '../src/conversations/mark.ts';
import type { Message as MessageRow } from '../src/conversations/read.ts';
import { sendMessage } from '../src/conversations/send.ts';
import { startConversation } from '../src/conversations/start.ts';
import type { CartId, ConversationId, ProductId } from '../src/db/id.ts';
import { builder } from './builder.ts';
import { answer, payload } from './errors.ts';
import { inputId, optionalId } from './ids.ts';
import { Conversation, Message } from './refs.ts';

const ConversationWith = builder.inputType('ConversationWith', {
  description: 'Who to talk to.',
  isOneOf: true,
  fields: (t) => ({
    businessId: t.id({ description: 'A shop.' }),
    phone: t.string({ description: 'Somebody who has signed in once, by their phone number in full.' }),
  }),
});

const ConversationStartInput = builder.inputType('ConversationStartInput', {
  description: 'For conversationStart.',
  fields: (t) => ({
    with: t.field({ type: ConversationWith, required: true, description: 'Who to talk to.' }),
  }),
});

const MessageContentInput = builder.inputType('MessageContentInput', {
  description: 'What to send: one of the fields.',
  isOneOf: true,
  fields: (t) => ({
    text: t.string({ description: '4,096 characters.' }),
    productId: t.id({ description: 'A card of a product.' }),
    catalog: t.boolean({ description: "True: the whole catalogue of this chat's shop." }),
    cartId: t.id({ description: "The customer's cart as it is now." }),
  }),
});

const MessageSendInput = builder.inputType('MessageSendInput', {
  description: 'For messageSend.',
  fields: (t) => ({
    conversationId: t.id({ required: true, description: 'Where.' }),
    clientId: t.string({
      required: true,
      description: 'Made by the device, such as a UUID: the same one again gives the first message back.',
    }),
    content: t.field({ type: MessageContentInput, required: true, description: 'What.' }),
  }),
});

const ReceiptKind = builder.enumType('ReceiptKind', {
  description: 'How far a message has come.',
  values: {
    DELIVERED: { description: 'It is on the device.' },
    READ: { description: 'It was looked at, and so delivered.' },
  },
});

const MessagesReadInput = builder.inputType('MessagesReadInput', {
  description: 'For messagesRead.',
  fields: (t) => ({
    conversationId: t.id({ required: true, description: 'Where.' }),
    sequence: t.int({ required: true, description: 'Of the newest message; an older one changes nothing.' }),
    as: t.field({
      type: ReceiptKind,
      defaultValue: 'READ',
      required: true,
      description: 'How far; READ when left out.',
    }),
  }),
});

const TypingSetInput = builder.inputType('TypingSetInput', {
  description: 'For typingSet.',
  fields: (t) => ({
    conversationId: t.id({ required: true, description: 'Where.' }),
    isTyping: t.boolean({ required: true, description: 'Whether you type now.' }),
  }),
});

const ConversationBlockInput = builder.inputType('ConversationBlockInput', {
  description: 'For conversationBlock.',
  fields: (t) => ({ conversationId: t.id({ required: true, description: 'Which.' }) }),
});

const ConversationUnblockInput = builder.inputType('ConversationUnblockInput', {
  description: 'For conversationUnblock.',
  fields: (t) => ({ conversationId: t.id({ required: true, description: 'Which.' }) }),
});

/** The payload of a mutation whose result is a conversation. */
export const conversationPayload = (name: string) =>
  payload<{ conversation: ConversationId }>(name, (t) => ({
    conversation: t.field({
      type: Conversation,
      nullable: true,
      description: 'The conversation as it is now.',
      resolve: (result) => result.conversation,
    }),
  }));

const MessageSendPayload = payload<{ message: MessageRow }>('MessageSendPayload', (t) => ({
  message: t.field({
    type: Message,
    nullable: true,
    description: 'The message.',
    resolve: (result) => result.message,
  }),
}));

builder.mutationFields((t) => ({
  conversationStart: t.field({
    type: conversationPayload('ConversationStartPayload'),
    description:
      'Your conversation with a shop or a person: the one there is, or a new one. For every person.',
    args: { input: t.arg({ type: ConversationStartInput, required: true, description: 'With whom.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const businessId = optionalId<'business'>('Business', input.with.businessId, ['with', 'businessId']);
        return { conversation: await startConversation(ctx, { businessId, phone: input.with.phone }) };
      }),
  }),
  messageSend: t.field({
    type: MessageSendPayload,
    description: 'Sends a message. For those in the conversation; staff speaks for its shop.',
    args: { input: t.arg({ type: MessageSendInput, required: true, description: 'What and where.' }) },
    resolve: (_root, { input: { conversationId, clientId, content } }, ctx) =>
      answer(async () => ({
        message: await sendMessage(ctx, {
          conversationId: inputId<'conversation'>('Conversation', conversationId, ['conversationId']),
          clientId,
          content: {
            text: content.text,
            catalog: content.catalog,
            productId: optionalId<'product'>('Product', content.productId, [
              'content',
              'productId',
            ]) satisfies ProductId | null,
            cartId: optionalId<'cart'>('Cart', content.cartId, ['content', 'cartId']) satisfies CartId | null,
          },
        }),
      })),
  }),
  messagesRead: t.field({
    type: conversationPayload('MessagesReadPayload'),
    description: 'Moves your side forward; the other one sees it. For those in the conversation.',
    args: { input: t.arg({ type: MessagesReadInput, required: true, description: 'How far.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const conversation = inputId<'conversation'>('Conversation', input.conversationId, [
          'conversationId',
        ]);
        await markMessages(ctx, { conversationId: conversation, sequence: input.sequence, as: input.as });
        return { conversation };
      }),
  }),
  typingSet: t.field({
    type: conversationPayload('TypingSetPayload'),
    description: 'Tells the other side that you type; nothing is kept of it. For those in the conversation.',
    args: { input: t.arg({ type: TypingSetInput, required: true, description: 'Whether you do.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const conversation = inputId<'conversation'>('Conversation', input.conversationId, [
          'conversationId',
        ]);
        await setTyping(ctx, conversation, input.isTyping);
        return { conversation };
      }),
  }),
  conversationBlock: t.field({
    type: conversationPayload('ConversationBlockPayload'),
    description:
      'Hears no more from the other side, be it a shop or a person: nobody sends anything here until you unblock, while orders and payments under way still confirm themselves. Again changes nothing. For those in the conversation; staff blocks for its shop.',
    args: { input: t.arg({ type: ConversationBlockInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const conversation = inputId<'conversation'>('Conversation', input.conversationId, [
          'conversationId',
        ]);
        await blockConversation(ctx, conversation);
        return { conversation };
      }),
  }),
  conversationUnblock: t.field({
    type: conversationPayload('ConversationUnblockPayload'),
    description:
      'Takes back the block of your side; one of the other side stays. Again changes nothing. For those in the conversation; staff unblocks for its shop.',
    args: { input: t.arg({ type: ConversationUnblockInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const conversation = inputId<'conversation'>('Conversation', input.conversationId, [
          'conversationId',
        ]);
        await unblockConversation(ctx, conversation);
        return { conversation };
      }),
  }),
}));
