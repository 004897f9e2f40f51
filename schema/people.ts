import { membershipsOf } from '../src/businesses/read.ts';
import { viewerId } from '../src/context.ts';
import type { PersonId } from '../src/db/id.ts';
import {
  activeSessions,
  type Person as PersonRow,
  type Session as SessionRow,
} from '../src/identity/read.ts';
import { revokeSession, signOut } from '../src/identity/revoke-session.ts';
import { completeSignIn, startSignIn, type SignedIn } from '../src/identity/sign-in.ts';
import { updatePerson } from '../src/identity/update-person.ts';
import type { PartnerApp as PartnerAppRow } from '../src/partners/read.ts';
import type { Ctx } from '../src/context.ts';
import { builder } from './builder.ts';
import { StaffMember } from './businesses.ts';
import { answer, payload } from './errors.ts';
import { encodeGlobalId, inputId } from './ids.ts';
import { PartnerApp, Person } from './refs.ts';

/** Whether the row is the caller's own: the fields that are nobody else's business are null otherwise. */
export function isSelf(person: PersonRow, ctx: Ctx): boolean {
  return viewerId(ctx) === person.id;
}

const typeOfViewer = (viewer: PersonRow | PartnerAppRow) => ('ownerId' in viewer ? 'PartnerApp' : 'Person');

export const Viewer = builder.interfaceRef<PersonRow | PartnerAppRow>('Viewer').implement({
  description: 'Who is calling: a person, or a partner app with an API key.',
  resolveType: typeOfViewer,
  fields: (t) => ({
    id: t.id({
      description: 'Global and opaque.',
      resolve: (viewer) => encodeGlobalId(typeOfViewer(viewer), viewer.id),
    }),
    name: t.exposeString('name', { description: 'What others see.' }),
  }),
});

Person.implement({
  description:
    'Somebody with a phone. Seen by themselves, by those they talk to, and by the staff of shops they talk to; others get null.',
  interfaces: [Viewer],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What others see.' }),
    phone: t.string({
      nullable: true,
      description: 'E.164; null for anybody but the person.',
      resolve: (person, _args, ctx) => (isSelf(person, ctx) ? person.phone : null),
    }),
    language: t.exposeString('language', { description: 'A BCP 47 tag: what confirmations are written in.' }),
    country: t.field({
      type: 'CountryCode',
      description: 'Of their phone.',
      resolve: (person) => person.country,
    }),
    isOperator: t.boolean({
      description: 'Whether they run the platform; false unless it is the caller.',
      resolve: (person, _args, ctx) => isSelf(person, ctx) && person.operator,
    }),
    businesses: t.field({
      type: [StaffMember],
      nullable: true,
      description: 'Where they are on the staff; null for anybody but the person.',
      resolve: (person, _args, ctx) => (isSelf(person, ctx) ? membershipsOf(ctx, person.id) : null),
    }),
    sessions: t.field({
      type: [Session],
      nullable: true,
      description: 'The devices that are signed in, newest first; null for anybody but the person.',
      resolve: (person, _args, ctx) => (isSelf(person, ctx) ? activeSessions(ctx, person.id) : null),
    }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'Since when.',
      resolve: (person) => person.createdAt,
    }),
  }),
});

export const Session = builder.objectRef<SessionRow>('Session').implement({
  description: 'A device that is signed in.',
  fields: (t) => ({
    id: t.id({
      description: 'For sessionRevoke.',
      resolve: (session) => encodeGlobalId('Session', session.id),
    }),
    device: t.exposeString('device', { description: 'What it called itself when it signed in.' }),
    isCurrent: t.boolean({
      description: 'Whether it is the one that asks.',
      resolve: (session, _args, ctx) => 'sessionId' in ctx.actor && ctx.actor.sessionId === session.id,
    }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'When it signed in.',
      resolve: (session) => session.createdAt,
    }),
    lastSeenAt: t.field({
      type: 'DateTime',
      description: 'When it was last used, to about five minutes.',
      resolve: (session) => session.lastSeenAt,
    }),
    expiresAt: t.field({
      type: 'DateTime',
      description: 'When it must sign in again.',
      resolve: (session) => session.expiresAt,
    }),
  }),
});

builder.queryField('viewer', (t) =>
  t.field({
    type: Viewer,
    nullable: true,
    description: 'Who is calling; null for a guest.',
    resolve: (_root, _args, ctx) => {
      if (ctx.actor.kind === 'app') return PartnerApp.getDataloader(ctx).load(ctx.actor.appId);
      const me = viewerId(ctx);
      return me && Person.getDataloader(ctx).load(me);
    },
  }),
);

const SignInStartInput = builder.inputType('SignInStartInput', {
  description: 'For signInStart.',
  fields: (t) => ({ phone: t.string({ required: true, description: 'In full: "+91 98765 43210".' }) }),
});

const SignInCompleteInput = builder.inputType('SignInCompleteInput', {
  description: 'For signInComplete.',
  fields: (t) => ({
    phone: t.string({ required: true, description: 'The one that signInStart was called with.' }),
    code: t.string({ required: true, description: 'The six digits that were sent to it.' }),
    device: t.string({
      required: true,
      description: 'What to call this device in the list of sessions; 80 characters.',
    }),
    name: t.string({
      description: 'The name of a new person; it does not change a known one. 80 characters.',
    }),
  }),
});

const SessionRevokeInput = builder.inputType('SessionRevokeInput', {
  description: 'For sessionRevoke.',
  fields: (t) => ({ sessionId: t.id({ required: true, description: 'One of your own sessions.' }) }),
});

const PersonUpdateInput = builder.inputType('PersonUpdateInput', {
  description: 'For personUpdate; what is left out stays.',
  fields: (t) => ({
    name: t.string({ description: 'What others see; 80 characters.' }),
    language: t.string({ description: 'A tag such as "hi" or "en-IN".' }),
  }),
});

const SignInStartPayload = payload<{ expiresAt: Date }>('SignInStartPayload', (t) => ({
  expiresAt: t.field({
    type: 'DateTime',
    nullable: true,
    description: 'Until when the code is good.',
    resolve: (result) => result.expiresAt ?? null,
  }),
}));

const SignInCompletePayload = payload<{ signedIn: SignedIn; ctx: Ctx }>('SignInCompletePayload', (t) => ({
  token: t.string({
    nullable: true,
    description: 'Send it as "Authorization: Bearer <token>". Shown this once.',
    resolve: (result) => result.signedIn?.token ?? null,
  }),
  person: t.field({
    type: Person,
    nullable: true,
    description:
      'Who signed in, as others see them: what is only for themselves is null until the token is sent with the request.',
    // Read as the person that they have just become.
    resolve: (result) =>
      result.signedIn && result.ctx ? loadPerson(result.ctx, result.signedIn.personId) : null,
  }),
}));

function loadPerson(ctx: Ctx, id: PersonId) {
  return Person.getDataloader(ctx).load(id);
}

const SignOutPayload = payload<{ signedOut: boolean }>('SignOutPayload', (t) => ({
  signedOut: t.boolean({
    nullable: true,
    description: 'True when the session that asked is over.',
    resolve: (result) => result.signedOut ?? null,
  }),
}));

const SessionRevokePayload = payload<{ revokedSessionId: string }>('SessionRevokePayload', (t) => ({
  revokedSessionId: t.id({
    nullable: true,
    description: 'The session that is over.',
    resolve: (result) => result.revokedSessionId ?? null,
  }),
}));

const PersonUpdatePayload = payload<{ person: PersonId }>('PersonUpdatePayload', (t) => ({
  person: t.field({
    type: Person,
    nullable: true,
    description: 'You, as you are now.',
    resolve: (result) => result.person,
  }),
}));

builder.mutationFields((t) => ({
  signInStart: t.field({
    type: SignInStartPayload,
    description: 'Sends a one-time code to a phone. For everybody; five an hour.',
    args: { input: t.arg({ type: SignInStartInput, required: true, description: 'Which phone.' }) },
    resolve: (_root, { input }, ctx) => answer(() => startSignIn(ctx, input)),
  }),
  signInComplete: t.field({
    type: SignInCompletePayload,
    description: 'Trades a code for a session; a new phone becomes a new person. Five tries a code.',
    args: { input: t.arg({ type: SignInCompleteInput, required: true, description: 'The code.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const signedIn = await completeSignIn(ctx, input);
        const { personId, sessionId } = signedIn;
        return {
          signedIn,
          ctx: { ...ctx, actor: { kind: 'person', personId, sessionId, operator: false } } as const,
        };
      }),
  }),
  signOut: t.field({
    type: SignOutPayload,
    description:
      'Ends the session that asks, locked or not: its token is refused from now on and its live streams end.',
    resolve: (_root, _args, ctx) =>
      answer(async () => {
        await signOut(ctx);
        return { signedOut: true };
      }),
  }),
  sessionRevoke: t.field({
    type: SessionRevokePayload,
    description: 'Signs one of your devices out.',
    args: { input: t.arg({ type: SessionRevokeInput, required: true, description: 'Which device.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        await revokeSession(ctx, inputId('Session', input.sessionId, ['sessionId']));
        return { revokedSessionId: input.sessionId };
      }),
  }),
  personUpdate: t.field({
    type: PersonUpdatePayload,
    description: 'Changes your own profile.',
    args: { input: t.arg({ type: PersonUpdateInput, required: true, description: 'What to change.' }) },
    resolve: (_root, { input }, ctx) => answer(async () => ({ person: await updatePerson(ctx, input) })),
  }),
}));
