import { roleIn } from '../src/businesses/staff.ts';
import { requirePerson, type Ctx } from '../src/context.ts';
import {
  blockersByConversation,
  inboxPage,
  lastMessages,
  membersByConversation,
  messagesPage,
  type Conversation as ConversationRow,
  type ConversationMember,
  type InboxKey,
  type InboxRow,
} from '../src/conversations/read.ts';
import { PLATFORM_PARTY, unreadCount } from '../src/conversations/rules.ts';
import type { BusinessId, ConversationId, PersonId } from '../src/db/id.ts';
import { builder } from './builder.ts';
import { batched } from './loaders.ts';
import { MessageConnection, messageRange } from './messages.ts';
import { pageArgs } from './page-args.ts';
import { connect, emptyPage, pairCursor, type Connection, type PageArgs } from './paging.ts';
import { isSelf } from './people.ts';
import { partyType, Platform, PLATFORM_SIDE } from './parties.ts';
import { Business, Conversation, Message, Person, Ticket } from './refs.ts';

const MemberParty = builder.unionType('MemberParty', {
  description: 'A side of a conversation.',
  types: [Person, Business, Platform],
  resolveType: partyType,
});

/** A side, whichever kind it is; null for a person who is out of the caller's reach. */
async function loadParty(ctx: Ctx, conversation: ConversationRow, member: ConversationMember) {
  if (member.partyId === PLATFORM_PARTY) return PLATFORM_SIDE;
  const isBusiness = member.partyId === conversation.businessId;
  return isBusiness
    ? Business.getDataloader(ctx).load(member.partyId as BusinessId)
    : Person.getDataloader(ctx).load(member.partyId as PersonId);
}

interface MemberOf {
  readonly member: ConversationMember;
  readonly conversation: ConversationRow;
}

export const Member = builder.objectRef<MemberOf>('ConversationMember').implement({
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
export const membersOf = batched(membersByConversation);

const blockersOf = batched(blockersByConversation);

/** On which side the caller sits: their own when they are a person of it, else their business's or the platform's. */
function sideOf(ctx: Ctx, conversation: ConversationRow) {
  const { personId: me } = requirePerson(ctx);
  if (conversation.personId === me || conversation.otherPersonId === me) return me;
  return conversation.platform ? PLATFORM_PARTY : conversation.businessId;
}

Conversation.implement({
  description:
    'A person with a shop, two people, or the thread of a ticket. For those in it, the staff of the shop and, in the threads of the platform, operators.',
  fields: (t) => ({
    business: t.field({
      type: Business,
      nullable: true,
      description: 'The shop; null between two people, and with the platform.',
      resolve: (conversation) => conversation.businessId,
    }),
    ticket: t.field({
      type: Ticket,
      nullable: true,
      description: 'Whose thread it is; null for an everyday chat.',
      resolve: (conversation) => conversation.ticketId,
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
    isBlocked: t.boolean({
      description:
        'Whether your side has blocked the other one. Whether they have blocked yours is not told here.',
      resolve: async (conversation, _args, ctx) => {
        const side = sideOf(ctx, conversation);
        const blockers = await blockersOf(ctx, conversation.id);
        return side !== null && blockers.includes(side);
      },
    }),
    createdAt: t.field({ type: 'DateTime', description: 'Since when.', resolve: (row) => row.createdAt }),
  }),
});

const ConversationConnection = builder.connectionObject(
  { type: Conversation, name: 'ConversationConnection', description: 'A page of an inbox.' },
  { name: 'ConversationEdge', description: 'A conversation in a page.' },
);

/** As a cursor of the inbox has it; what Date takes besides, Postgres may not. */ const INSTANT =
  /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

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

builder.objectField(Person, 'conversations', (t) =>
  t.field({
    type: ConversationConnection,
    description: 'Their inbox, last active first; empty for anybody but the person.',
    args: pageArgs,
    resolve: (person, args, ctx) =>
      isSelf(person, ctx) ? inbox(ctx, person.id, args) : emptyPage<ConversationRow>(),
  }),
);

builder.objectField(Business, 'conversations', (t) =>
  t.field({
    type: ConversationConnection,
    description: "The shop's inbox, last active first; empty unless you are on its staff.",
    args: pageArgs,
    resolve: async (shop, args, ctx) =>
      (await roleIn(ctx, shop.id)) ? inbox(ctx, shop.id, args) : emptyPage<ConversationRow>(),
  }),
);
