import { roleIn } from '../src/businesses/staff.ts';
import { requirePerson, type Ctx } from '../src/context.ts';
import { takeSeat } from '../src/conversations/access.ts';
import { markMessages, setTyping } from '../src/conversations/mark.ts';
import {
  inboxPage,
  lastMessages,
  membersByConversation,
  messagesPage,
  type Conversation as ConversationRow,
  type ConversationMember,
  type InboxKey,
  type InboxRow,
  type Message as MessageRow,
} from '../src/conversations/read.ts';
import { unreadCount } from '../src/conversations/rules.ts';
import { sendMessage } from '../src/conversations/send.ts';
import { startConversation } from '../src/conversations/start.ts';
import type { BusinessId, CartId, ConversationId, PersonId, ProductId } from '../src/db/id.ts';
import { NotFoundError } from '../src/errors.ts';
import { topic } from '../src/events/catalogue.ts';
import type { LogEvent } from '../src/events/reader.ts';
import { builder } from './builder.ts';
import { answer, payload } from './errors.ts';
import { argumentId, inputId, optionalId } from './ids.ts';
import { Event, liveField, noSuchStream } from './live.ts';
import { batched } from './loaders.ts';
import { MessageConnection, messageRange } from './messages.ts';
import { connect, emptyPage, pairCursor, type Connection, type PageArgs } from './paging.ts';
import { isSelf } from './people.ts';
import { Business, Conversation, Message, Person } from './refs.ts';

const MemberParty = builder.unionType('MemberParty', {
  description: 'A side of a conversation.',
  types: [Person, Business],
  resolveType: (party) => ('handle' in party ? 'Business' : 'Person'),
});

/** The row of a side, whichever kind it is; null for a person who is out of the caller's reach. */
async function loadParty(ctx: Ctx, conversation: ConversationRow, member: ConversationMember) {
  const isBusiness = member.partyId === conversation.businessId;
  return isBusiness
    ? Business.getDataloader(ctx).load(member.partyId as BusinessId)
    : Person.getDataloader(ctx).load(member.partyId as PersonId);
}

interface MemberOf {
  readonly member: ConversationMember;
  readonly conversation: ConversationRow;
}

const Member = builder.objectRef<MemberOf>('ConversationMember').implement({
  description: 'A side of a conversation, and how far it has come.',
  fields: (t) => ({
    party: t.field({
      type: MemberParty,
      nullable: true,
      description: 'Who; null for somebody who is gone.',
      resolve: ({ conversation, member }, _args, ctx) => loadParty(ctx, conversation, member),
    }),
    deliveredSequence: t.int({
      description: 'Everything up to this message has reached a device of theirs.',
      resolve: ({ member }) => member.deliveredSequence,
    }),
    readSequence: t.int({
      description: 'Everything up to this message was read.',
      resolve: ({ member }) => member.readSequence,
    }),
  }),
});

const lastMessageOf = batched(lastMessages);
/** Unread counts of a whole inbox are one read. */
const membersOf = batched(membersByConversation);

/** On which side the caller sits: their own when they are a person of it, else their business's. */
function sideOf(ctx: Ctx, conversation: ConversationRow) {
  const { personId: me } = requirePerson(ctx);
  return conversation.personId === me || conversation.otherPersonId === me ? me : conversation.businessId;
}

Conversation.implement({
  description: 'A person with a shop, or two people. For those in it, and for the staff of the shop.',
  fields: (t) => ({
    business: t.field({
      type: Business,
      nullable: true,
      description: 'The shop; null between two people.',
      resolve: (conversation) => conversation.businessId,
    }),
    members: t.field({
      type: [Member],
      description: 'Both sides.',
      resolve: async (conversation, _args, ctx) => {
        const members = await membersOf(ctx, conversation.id);
        return members.map((member) => ({ member, conversation }));
      },
    }),
    messages: t.field({
      type: MessageConnection,
      description: 'What was said, in the order of the sequence: the last ones unless asked otherwise.',
      args: {
        last: t.arg.int({
          description: 'How many from the end, or before `before`; 20 when left out, 100 at most.',
        }),
        before: t.arg.string({ description: 'Only before this cursor; with `last`.' }),
        first: t.arg.int({ description: 'How many from the start, or after `after`; instead of `last`.' }),
        after: t.arg.string({ description: 'Only after this cursor; with `first`.' }),
      },
      resolve: async (conversation, args, ctx) => {
        const range = messageRange(args);
        return range.connection(await messagesPage(ctx, conversation.id, range));
      },
    }),
    lastMessage: t.field({
      type: Message,
      nullable: true,
      description: 'The newest message; null before the first.',
      resolve: (conversation, _args, ctx) => lastMessageOf(ctx, conversation.id),
    }),
    lastSequence: t.exposeInt('lastSequence', {
      description: 'The sequence of the newest message; 0 before the first.',
    }),
    unreadCount: t.int({
      description: 'How many messages your side has not read.',
      resolve: async (conversation, _args, ctx) => {
        const members = await membersOf(ctx, conversation.id);
        const mine = members.find((member) => member.partyId === sideOf(ctx, conversation));
        return unreadCount(conversation.lastSequence, mine?.readSequence ?? conversation.lastSequence);
      },
    }),
    createdAt: t.field({ type: 'DateTime', description: 'Since when.', resolve: (row) => row.createdAt }),
  }),
});

const ConversationConnection = builder.connectionObject(
  { type: Conversation, name: 'ConversationConnection', description: 'A page of an inbox.' },
  { name: 'ConversationEdge', description: 'A conversation in a page.' },
);

/** As a cursor of the inbox has it; what Date takes besides, Postgres may not. */
const INSTANT = /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const inboxCursor = pairCursor<InboxKey>({
  encode: (key) => [key.activeAt.toISOString(), key.conversationId],
  decode: (at, id) =>
    INSTANT.test(at) && !Number.isNaN(Date.parse(at))
      ? { activeAt: new Date(at), conversationId: id as ConversationId }
      : null,
});

function inbox(ctx: Ctx, party: PersonId | BusinessId, args: PageArgs): Promise<Connection<ConversationRow>> {
  return connect<InboxRow, ConversationRow, InboxKey>({
    args,
    cursor: inboxCursor,
    fetch: (page) => inboxPage(ctx, party, page),
    keyOf: (row) => ({ activeAt: row.activeAt, conversationId: row.conversation.id }),
    nodeOf: (row) => row.conversation,
  });
}

const inboxArgs = builder.args((t) => ({
  first: t.int({ description: 'How many; 20 when left out, 100 at most.' }),
  after: t.string({ description: 'Go on behind this cursor.' }),
}));

builder.objectField(Person, 'conversations', (t) =>
  t.field({
    type: ConversationConnection,
    description: 'Their inbox, last active first; empty for anybody but the person.',
    args: inboxArgs,
    resolve: (person, args, ctx) =>
      isSelf(person, ctx) ? inbox(ctx, person.id, args) : emptyPage<ConversationRow>(),
  }),
);

builder.objectField(Business, 'conversations', (t) =>
  t.field({
    type: ConversationConnection,
    description: "The shop's inbox, last active first; empty unless you are on its staff.",
    args: inboxArgs,
    resolve: async (shop, args, ctx) =>
      (await roleIn(ctx, shop.id)) ? inbox(ctx, shop.id, args) : emptyPage<ConversationRow>(),
  }),
);

const ConversationEvent = builder.objectRef<LogEvent>('ConversationEvent').implement({
  description: 'Something happened in a conversation.',
  interfaces: [Event],
  fields: (t) => ({
    conversation: t.field({
      type: Conversation,
      nullable: true,
      description: 'Where, as it is now.',
      resolve: (event) => event.payload.conversationId ?? null,
    }),
    message: t.field({
      type: Message,
      nullable: true,
      description: 'The message that came or shows something new; null for other events.',
      resolve: (event) => event.payload.messageId ?? null,
    }),
    member: t.field({
      type: Member,
      nullable: true,
      description: 'Who received, read or types; null for other events.',
      resolve: async (event, _args, ctx) => {
        const { conversationId, partyId } = event.payload;
        if (!conversationId || !partyId) return null;
        const conversation = await Conversation.getDataloader(ctx).load(conversationId);
        const members = await membersOf(ctx, conversationId);
        const member = members.find((one) => one.partyId === partyId);
        return member ? { member, conversation } : null;
      },
    }),
    isTyping: t.boolean({
      nullable: true,
      description: 'Whether they type now; null for other events.',
      resolve: (event) => event.payload.typing ?? null,
    }),
  }),
});

liveField('conversationEvents', {
  description: 'Messages, receipts, typing and cards of one conversation, live. For those in it.',
  event: ConversationEvent,
  args: builder.args((t) => ({
    conversationId: t.id({ required: true, description: 'Which conversation.' }),
  })),
  listen: ({ conversationId }, ctx) => {
    const id = argumentId<'conversation'>('Conversation', conversationId);
    if (!id) throw noSuchStream('conversation');
    return {
      topics: [topic.conversation(id)],
      authorize: async () => {
        try {
          await takeSeat(ctx, id, { lock: false });
        } catch (error) {
          throw error instanceof NotFoundError ? noSuchStream('conversation') : error;
        }
      },
    };
  },
});

const InboxEvent = builder.objectRef<LogEvent>('InboxEvent').implement({
  description: 'Something happened in an inbox.',
  interfaces: [Event],
  fields: (t) => ({
    conversation: t.field({
      type: Conversation,
      nullable: true,
      description: 'Where, as it is now; null for other events.',
      resolve: (event) => event.payload.conversationId ?? null,
    }),
    message: t.field({
      type: Message,
      nullable: true,
      description: 'The message that came; null for other events.',
      resolve: (event) => event.payload.messageId ?? null,
    }),
  }),
});

liveField('inboxEvents', {
  description:
    'New messages and read markers of a whole inbox, live: your own, or that of a business whose staff you are.',
  event: InboxEvent,
  args: builder.args((t) => ({ businessId: t.id({ description: 'Whose inbox; your own when left out.' }) })),
  listen: ({ businessId }, ctx) => {
    if (businessId == null) return { topics: [topic.inbox(requirePerson(ctx).personId)] };
    const id = argumentId<'business'>('Business', businessId);
    if (!id) throw noSuchStream('business');
    return {
      topics: [topic.inbox(id)],
      authorize: async () => {
        if (!(await roleIn(ctx, id))) throw noSuchStream('business');
      },
    };
  },
});

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

const conversationPayload = (name: string) =>
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
}));
