import type { Logger } from 'pino';
import type { ApiKeyId, BusinessId, PartnerAppId, PersonId, PlatformId, SessionId } from './db/id.ts';
import type { Database, Sql } from './db/client.ts';
import type { Bot } from './bot/bot.ts';
import type { Feed } from './events/feed.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { PaymentProvider } from './payments/provider.ts';
import type { CodeSender } from './identity/code-sender.ts';
import type { SessionCache } from './identity/authenticate.ts';
import type { LiveDocuments } from './webhooks/live-documents.ts';
import type { Positions } from './partners/positions.ts';
import type { KeyRates } from './partners/rates.ts';
import type { Scope } from './partners/rules.ts';
import { Fault } from './errors.ts';

/** Who is calling. Staff is not a kind of its own: a person acts for a business through a membership. */
export type Actor =
  | { readonly kind: 'guest' }
  | {
      readonly kind: 'person';
      readonly personId: PersonId;
      readonly sessionId: SessionId;
      readonly operator: boolean;
    }
  /** Somebody whose session is behind its screen lock: nobody, but for unlocking it and signing out. */
  | { readonly kind: 'locked'; readonly personId: PersonId; readonly sessionId: SessionId }
  /** A partner app: by one of its keys, or by none when the house runs what the app has ordered (its webhooks). */
  | {
      readonly kind: 'app';
      readonly appId: PartnerAppId;
      readonly keyId: ApiKeyId | null;
      readonly scopes: readonly Scope[];
    }
  | { readonly kind: 'system'; readonly job: string };

/** The long-lived parts of a process that verbs reach for; wired once, in main.ts. */
export interface App {
  readonly db: Database;
  readonly sql: Sql;
  readonly log: Logger;
  readonly feed: Feed;
  readonly positions: Positions;
  readonly jobs: Jobs;
  readonly payments: PaymentProvider;
  /** How long events stay in the log. */
  readonly logRetentionDays: number;
  readonly bot: Bot;
  /** Runs the subscriptions that webhooks are made of. */
  readonly liveDocuments: LiveDocuments;
  readonly codes: CodeSender;
  readonly sessions: SessionCache;
  /** How often API keys may call. */
  readonly keyRates: KeyRates;
  /** The clock: tests move it. */
  readonly now: () => Date;
  /** Addresses and ranges in private networks to which webhooks may be sent. */
  readonly allowPrivate: readonly string[];
  /** Where this server is reached from outside, without a trailing slash. */
  readonly publicUrl: string;
}

/** What every verb and every read gets: who calls, the database, the clock. */
export interface Ctx {
  readonly app: App;
  readonly db: Database;
  /** The same connection as `db`, for hand-written statements on hot paths. */
  readonly sql: Sql;
  readonly actor: Actor;
  readonly now: () => Date;
  readonly log: Logger;
  /** Where the event log was when the request began. */
  readonly eventCursor: string;
}

/** A context inside a transaction. Functions that write take a `Tx`, so that they can't run outside of one. */
export interface Tx extends Ctx {
  readonly inTransaction: true;
  /** Runs after the commit, never after a rollback; for hints only, since a crash can skip it. */
  afterCommit(run: () => void): void;
}

/** The side of a conversation, or the owner of an account: a person, a business, or the platform itself. */
export type PartyId = PersonId | BusinessId | PlatformId;

/** The context of one request or job. */
export function contextOf(app: App, actor: Actor, log: Logger = app.log): Ctx {
  return { app, db: app.db, sql: app.sql, actor, now: app.now, log, eventCursor: app.feed.cursor() };
}

/** The session of somebody on whose behalf the house acts: no device of theirs calls. */
const NO_SESSION = '00000000-0000-0000-0000-000000000000' as SessionId;

/** A context in which the verbs see a person as the caller: the bot does what their own words have asked for. */
export function onBehalfOf(ctx: Ctx, personId: PersonId): Ctx {
  return { ...ctx, actor: { kind: 'person', personId, sessionId: NO_SESSION, operator: false } };
}

export function systemContext(app: App, job: string): Ctx {
  return contextOf(app, { kind: 'system', job }, app.log.child({ job }));
}

/** The signed-in person, or a typed refusal. */
export function requirePerson(ctx: Ctx): { personId: PersonId; sessionId: SessionId; operator: boolean } {
  if (ctx.actor.kind === 'locked') throw sessionLocked();
  if (ctx.actor.kind === 'app') throw onlyForPersons();
  if (ctx.actor.kind !== 'person') throw notSignedIn();
  return ctx.actor;
}

/** The partner app that calls with a key of the scope, or a typed refusal. */
export function requireApp({ actor }: Ctx, scope: Scope): Extract<Actor, { kind: 'app' }> {
  if (actor.kind !== 'app') throw new Fault('FORBIDDEN', 'This is for partner apps: call with an API key.');
  if (!actor.scopes.includes(scope)) {
    throw new Fault('FORBIDDEN', `This API key lacks the scope ${scope}.`);
  }
  return actor;
}

/** The session that asks, locked or not: for what its screen lock leaves open. */
export function requireSession({ actor }: Ctx): { personId: PersonId; sessionId: SessionId } {
  if (actor.kind === 'app') throw onlyForPersons();
  if (actor.kind !== 'person' && actor.kind !== 'locked') throw notSignedIn();
  return actor;
}

export function sessionLocked(): Fault {
  return new Fault('SESSION_LOCKED', 'This session is locked: unlock it with sessionUnlock, or sign out.');
}

function onlyForPersons(): Fault {
  return new Fault('FORBIDDEN', 'This is for people who have signed in; an API key can not do it.');
}

function notSignedIn(): Fault {
  return new Fault('UNAUTHENTICATED', 'Sign in first: send "Authorization: Bearer <token>".');
}

/** Throws unless the caller runs the platform. */
export function requireOperator(ctx: Ctx): PersonId {
  const { personId, operator } = requirePerson(ctx);
  if (!operator) throw new Fault('FORBIDDEN', 'Only an operator of the platform may do this.');
  return personId;
}

/** The signed-in person's id, or null for guests and jobs. */
export function viewerId(ctx: Ctx): PersonId | null {
  return ctx.actor.kind === 'person' ? ctx.actor.personId : null;
}
