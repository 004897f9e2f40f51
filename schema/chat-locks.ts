import { lockConversation, resetConversationLocks, unlockConversation } from '../src/conversations/lock.ts';
import { countLocked, openLocked, type LockedConversation } from '../src/conversations/locked.ts';
import type { ConversationId } from '../src/db/id.ts';
import { builder } from './builder.ts';
import { answer, payload } from './errors.ts';
import { encodeGlobalId, inputId } from './ids.ts';
import { isSelf } from './people.ts';
import { Conversation, Person } from './refs.ts';

builder.objectField(Person, 'lockedConversationCount', (t) =>
  t.int({
    nullable: true,
    description:
      'How many conversations you have locked away: they are in no list, and lockedConversationsOpen shows them. Null for anybody but the person.',
    resolve: (person, _args, ctx) => (isSelf(person, ctx) ? countLocked(ctx) : null),
  }),
);

const Locked = builder.objectRef<LockedConversation>('LockedConversation').implement({
  description: 'A conversation that you have locked away. For the person who has.',
  fields: (t) => ({
    conversationId: t.id({
      description: 'For conversationUnlock; `node` knows nothing of it before that.',
      resolve: (row) => encodeGlobalId('Conversation', row.conversationId),
    }),
    name: t.exposeString('name', {
      nullable: true,
      description: 'Of the other side; null for the support of the platform.',
    }),
    unreadCount: t.exposeInt('unreadCount', { description: 'How many messages you have not read.' }),
    activeAt: t.field({
      type: 'DateTime',
      description: 'When the last message came.',
      resolve: (row) => row.activeAt,
    }),
  }),
});

const ConversationLockInput = builder.inputType('ConversationLockInput', {
  description: 'For conversationLock.',
  fields: (t) => ({
    conversationId: t.id({ required: true, description: 'Which.' }),
    password: t.string({
      required: true,
      description: '6 to 128 characters. The first one that you give is yours from then on.',
    }),
  }),
});

const ConversationUnlockInput = builder.inputType('ConversationUnlockInput', {
  description: 'For conversationUnlock.',
  fields: (t) => ({
    conversationId: t.id({ required: true, description: 'Which; lockedConversationsOpen knows them.' }),
    password: t.string({ required: true, description: 'The one of your locked conversations.' }),
  }),
});

const LockedConversationsOpenInput = builder.inputType('LockedConversationsOpenInput', {
  description: 'For lockedConversationsOpen.',
  fields: (t) => ({
    password: t.string({ required: true, description: 'The one of your locked conversations.' }),
  }),
});

const ConversationLockPayload = payload<{ lockedConversationId: string }>('ConversationLockPayload', (t) => ({
  lockedConversationId: t.id({
    nullable: true,
    description: 'The conversation that is out of sight now.',
    resolve: (result) => result.lockedConversationId ?? null,
  }),
}));

const ConversationUnlockPayload = payload<{ conversation: ConversationId }>(
  'ConversationUnlockPayload',
  (t) => ({
    conversation: t.field({
      type: Conversation,
      nullable: true,
      description: 'The conversation, in sight again.',
      resolve: (result) => result.conversation,
    }),
  }),
);

const LockedConversationsOpenPayload = payload<{ conversations: readonly LockedConversation[] }>(
  'LockedConversationsOpenPayload',
  (t) => ({
    conversations: t.field({
      type: [Locked],
      nullable: true,
      description: 'Those that you have locked away, last active first; 500 at most.',
      resolve: (result) => result.conversations ?? null,
    }),
  }),
);

const ConversationLocksResetPayload = payload<{ reset: boolean }>('ConversationLocksResetPayload', (t) => ({
  reset: t.boolean({
    nullable: true,
    description: 'True when nothing is locked away any more.',
    resolve: (result) => result.reset ?? null,
  }),
}));

const idOf = (id: string) => inputId<'conversation'>('Conversation', id, ['conversationId']);

builder.mutationFields((t) => ({
  conversationLock: t.field({
    type: ConversationLockPayload,
    description:
      'Locks a conversation away, on all your devices: until you unlock it, it is in no list, no search and no live stream of yours, and you send nothing there. Messages and confirmations still come in, and the other side knows nothing. Again changes nothing. For those in the conversation as persons.',
    args: { input: t.arg({ type: ConversationLockInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const { conversationId, password } = input;
        await lockConversation(ctx, { conversationId: idOf(conversationId), password });
        return { lockedConversationId: conversationId };
      }),
  }),
  conversationUnlock: t.field({
    type: ConversationUnlockPayload,
    description:
      'Brings a conversation back into your lists and streams. The third wrong password in a row and each after it cost a growing wait; after the twentieth one try a day is taken. For those in the conversation as persons.',
    args: { input: t.arg({ type: ConversationUnlockInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const conversation = idOf(input.conversationId);
        await unlockConversation(ctx, { conversationId: conversation, password: input.password });
        return { conversation };
      }),
  }),
  lockedConversationsOpen: t.field({
    type: LockedConversationsOpenPayload,
    description:
      'Shows which conversations you have locked away; they stay locked. Wrong passwords are counted as for unlocking. For every person.',
    args: {
      input: t.arg({ type: LockedConversationsOpenInput, required: true, description: 'The password.' }),
    },
    resolve: (_root, { input }, ctx) => answer(async () => ({ conversations: await openLocked(ctx, input) })),
  }),
  conversationLocksReset: t.field({
    type: ConversationLocksResetPayload,
    description:
      'For who has forgotten the password: unlocks all your conversations and forgets it. Only during the ten minutes after signing in, which proves that you hold the phone. For every person.',
    resolve: (_root, _args, ctx) =>
      answer(async () => {
        await resetConversationLocks(ctx);
        return { reset: true };
      }),
  }),
}));
