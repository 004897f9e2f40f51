import type { SessionId } from '../src/db/id.ts';
import { topic } from '../src/events/catalogue.ts';
import type { LogEvent } from '../src/events/reader.ts';
import { requireSession } from '../src/context.ts';
import { ownSessionsByIds } from '../src/identity/read.ts';
import { lockSession } from '../src/locks/lock.ts';
import { screenLocksBySession, type ScreenLockState } from '../src/locks/read.ts';
import { removeScreenLock } from '../src/locks/remove.ts';
import { setScreenLock } from '../src/locks/set.ts';
import { unlockSession } from '../src/locks/unlock.ts';
import { builder } from './builder.ts';
import { answer, payload } from './errors.ts';
import { Event, liveField } from './live.ts';
import { batched } from './loaders.ts';
import { Session } from './people.ts';

const ScreenLock = builder.objectRef<ScreenLockState>('ScreenLock').implement({
  description: 'The password in front of one session. For the person whose session it is.',
  fields: (t) => ({
    isLocked: t.boolean({
      description: 'Whether everything but unlocking and signing out is refused.',
      resolve: (lock) => lock.lockedAt !== null,
    }),
    autoLockSeconds: t.exposeInt('autoLockSeconds', {
      description: 'It locks itself after so long without a request or an operation on its socket.',
    }),
    lockedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Since when it is locked; null while it is open.',
      resolve: (lock) => lock.lockedAt,
    }),
  }),
});

const screenLockOf = batched(screenLocksBySession);
const ownSessionOf = batched(ownSessionsByIds);

builder.objectField(Session, 'screenLock', (t) =>
  t.field({
    type: ScreenLock,
    nullable: true,
    description: 'Its screen lock; null when it has none.',
    resolve: (session, _args, ctx) => screenLockOf(ctx, session.id),
  }),
);

const ScreenLockSetInput = builder.inputType('ScreenLockSetInput', {
  description: 'For screenLockSet.',
  fields: (t) => ({
    password: t.string({ required: true, description: '6 to 128 characters; for this session only.' }),
    autoLockSeconds: t.int({
      required: true,
      description: 'Lock after so many seconds without use: 60 (a minute) to 28,800 (8 hours).',
    }),
    currentPassword: t.string({
      description:
        'Needed when the session has a screen lock already; wrong ones are counted as for unlocking.',
    }),
  }),
});

const ScreenLockRemoveInput = builder.inputType('ScreenLockRemoveInput', {
  description: 'For screenLockRemove.',
  fields: (t) => ({
    password: t.string({ required: true, description: 'The one that it was set with.' }),
  }),
});

const SessionUnlockInput = builder.inputType('SessionUnlockInput', {
  description: 'For sessionUnlock.',
  fields: (t) => ({
    password: t.string({ required: true, description: 'The one that it was set with.' }),
  }),
});

const sessionPayload = (name: string) =>
  payload<{ session: SessionId }>(name, (t) => ({
    session: t.field({
      type: Session,
      nullable: true,
      description: 'The session that asks, as it is now.',
      resolve: ({ session }, _args, ctx) => session && ownSessionOf(ctx, session),
    }),
  }));

builder.mutationFields((t) => ({
  screenLockSet: t.field({
    type: sessionPayload('ScreenLockSetPayload'),
    description:
      'Puts a password before this session, or another one in the place of its last; other devices stay as they are. For every person.',
    args: { input: t.arg({ type: ScreenLockSetInput, required: true, description: 'Which, and when.' }) },
    resolve: (_root, { input }, ctx) => answer(async () => ({ session: await setScreenLock(ctx, input) })),
  }),
  screenLockRemove: t.field({
    type: sessionPayload('ScreenLockRemovePayload'),
    description: 'Takes the password away from this session. For every person.',
    args: { input: t.arg({ type: ScreenLockRemoveInput, required: true, description: 'Its password.' }) },
    resolve: (_root, { input }, ctx) => answer(async () => ({ session: await removeScreenLock(ctx, input) })),
  }),
  sessionLock: t.field({
    type: sessionPayload('SessionLockPayload'),
    description:
      'Locks this session now: all it may ask for is sessionUnlock, signOut and sessionEvents, and its live streams stand still. For every person with a screen lock.',
    resolve: (_root, _args, ctx) => answer(async () => ({ session: await lockSession(ctx) })),
  }),
  sessionUnlock: t.field({
    type: sessionPayload('SessionUnlockPayload'),
    description:
      'Opens this session again; its live streams go on from where they stood. The third wrong password in a row and each after it cost a growing wait; the twentieth signs the session out. For every person with a screen lock.',
    args: { input: t.arg({ type: SessionUnlockInput, required: true, description: 'The password.' }) },
    resolve: (_root, { input }, ctx) => answer(async () => ({ session: await unlockSession(ctx, input) })),
  }),
}));

const SessionEvent = builder.objectRef<LogEvent>('SessionEvent').implement({
  description: 'Something happened to the session that listens.',
  interfaces: [Event],
  fields: (t) => ({
    session: t.field({
      type: Session,
      nullable: true,
      description: 'The session as it is now.',
      resolve: (event, _args, ctx) => ownSessionOf(ctx, event.subjectId as SessionId),
    }),
  }),
});

liveField('sessionEvents', {
  description:
    'The session that asks, live: its screen lock was set, locked, unlocked or removed, or it was signed out, with which the stream ends. It flows while the session is locked. For every person.',
  event: SessionEvent,
  args: {},
  flowsWhileLocked: true,
  listen: (_args, ctx) => ({ topics: [topic.access(requireSession(ctx).sessionId)] }),
});
