import { roleIn } from '../src/businesses/staff.ts';
import { requirePerson, type Ctx } from '../src/context.ts';
import { takeSeat } from '../src/conversations/access.ts';
import { lockedConversationIds } from '../src/conversations/locked.ts';
import { ConversationLockedError } from '../src/conversations/rules.ts';
import { NotFoundError } from '../src/errors.ts';
import { topic } from '../src/events/catalogue.ts';
import type { LogEvent } from '../src/events/reader.ts';
import { builder } from './builder.ts';
import { Member, membersOf } from './conversations.ts';
import { argumentId } from './ids.ts';
import { Event, liveField, noSuchStream } from './live.ts';
import { Conversation, Message } from './refs.ts';

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
          const isHidden = error instanceof NotFoundError || error instanceof ConversationLockedError;
          throw isHidden ? noSuchStream('conversation') : error;
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
    'New messages and read markers of a whole inbox, live: your own, or that of a business whose staff you are. Nothing of a conversation that you have locked away.',
  event: InboxEvent,
  args: builder.args((t) => ({ businessId: t.id({ description: 'Whose inbox; your own when left out.' }) })),
  listen: ({ businessId }, ctx) => {
    const locked = lockedAway(ctx);
    if (businessId == null) {
      return {
        topics: [topic.inbox(requirePerson(ctx).personId)],
        authorize: locked.look,
        withholds: locked.withholds,
      };
    }
    const id = argumentId<'business'>('Business', businessId);
    if (!id) throw noSuchStream('business');
    return {
      topics: [topic.inbox(id)],
      authorize: async () => {
        if (!(await roleIn(ctx, id))) throw noSuchStream('business');
        await locked.look();
      },
      withholds: locked.withholds,
    };
  },
});

/** What the caller has locked away, as of the last look: each lock and unlock makes the stream look again. */
function lockedAway(ctx: Ctx) {
  let ids: ReadonlySet<string> = new Set();
  return {
    look: async () => {
      ids = new Set(await lockedConversationIds(ctx));
    },
    // That it was locked or unlocked is told, so that the person's other devices read their lists again.
    withholds: ({ type, payload }: LogEvent) =>
      type !== 'conversation.locked' &&
      type !== 'conversation.unlocked' &&
      payload.conversationId !== undefined &&
      ids.has(payload.conversationId),
  };
}
