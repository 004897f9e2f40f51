import { requireApp, requirePerson, requireSession, type Ctx } from '../src/context.ts';
import type { SessionId } from '../src/db/id.ts';
import { Fault } from '../src/errors.ts';
import { topic } from '../src/events/catalogue.ts';
import type { GateOptions } from '../src/events/gate.ts';
import { isSessionActive } from '../src/identity/read.ts';
import { openingOf } from '../src/locks/read.ts';
import { standsStill } from '../src/partners/grants.ts';
import { keyValidity } from '../src/partners/key-validity.ts';
import type { Scope } from '../src/partners/rules.ts';

// How each kind of caller is let into a live stream, and what ends it for them: whatever they listen to.

/** What holds for all streams of a caller. */
export interface Admission {
  /** Events on these make the stream ask again. */
  readonly accessTopics: readonly string[];
  /** Throws a Fault when they may listen to nothing any more. */
  readonly requireStanding: () => Promise<void>;
  readonly gate: GateOptions | undefined;
}

export interface Doors {
  /** Only for what a locked session may hear: of itself. */
  readonly flowsWhileLocked?: boolean;
  /** What the API key of a partner app needs; without it the stream is for people. */
  readonly scope?: Scope;
}

/** Throws for who may not listen at all: what they ask for is not even read. */
export function admit(ctx: Ctx, { flowsWhileLocked = false, scope }: Doors): Admission {
  if (ctx.actor.kind === 'app' && scope) return ofApp(ctx, scope);
  if (flowsWhileLocked) return ofLocked(ctx, requireSession(ctx).sessionId);
  const { personId, sessionId } = requirePerson(ctx);
  return {
    accessTopics: [topic.access(personId), topic.access(sessionId)],
    requireStanding: () => requireActive(ctx, sessionId),
    gate: { topics: [topic.access(sessionId)], ask: () => openingOf(ctx, sessionId), now: ctx.now },
  };
}

/** A stream that tells of the session itself: its gate never shuts, and is there to notice that time has locked it. */
function ofLocked(ctx: Ctx, sessionId: SessionId): Admission {
  return {
    accessTopics: [topic.access(sessionId)],
    requireStanding: () => requireActive(ctx, sessionId),
    gate: {
      topics: [topic.access(sessionId)],
      ask: async () => ({ ...(await openingOf(ctx, sessionId)), isOpen: true }),
      now: ctx.now,
    },
  };
}

async function requireActive(ctx: Ctx, sessionId: SessionId): Promise<void> {
  if (!(await isSessionActive(ctx, sessionId)))
    throw new Fault('UNAUTHENTICATED', 'This session was signed out.');
}

/** Without a key it is the house that listens for the app: for its webhooks. */
function ofApp(ctx: Ctx, scope: Scope): Admission {
  const app = requireApp(ctx, scope);
  const { appId, keyId } = app;
  return {
    accessTopics: [topic.access(appId), ...(keyId ? [topic.access(keyId)] : [])],
    requireStanding: async () => {
      if (await standsStill(ctx, app, scope)) return;
      if (keyId && !(await keyValidity(ctx, keyId)).isValid) {
        throw new Fault('UNAUTHENTICATED', 'This API key was revoked, or its time is over.');
      }
      throw new Fault('FORBIDDEN', `This app may no longer ${scope}.`);
    },
    // It shuts by time alone, and the stream then ends as its key does. A revocation is in the log, and comes in order.
    gate: keyId
      ? {
          topics: [],
          ask: async () => {
            const validity = await keyValidity(ctx, keyId);
            return { isOpen: validity.isValid, askAgainAt: validity.isValid ? validity.until : null };
          },
          now: ctx.now,
        }
      : undefined,
  };
}
