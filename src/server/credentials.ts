import type { Logger } from 'pino';
import type { Ctx } from '../context.ts';
import { topic } from '../events/catalogue.ts';
import type { Feed } from '../events/feed.ts';
import { sessionValidity, type Validity } from '../identity/validity.ts';
import { keyValidity } from '../partners/key-validity.ts';

/** How often it is looked whether somebody's time is up. */
const LOOK_MS = 1_000;

/** Notices when what a socket was opened with comes to its end: a session or a key, revoked or expired. */
export interface Credentials {
  /** Calls `ended` once, when the caller's have. Returns how to stop watching. */
  watch(ctx: Ctx, ended: () => void): () => void;
  stop(): void;
}

export interface CredentialsOptions {
  readonly feed: Pick<Feed, 'listen'>;
  readonly log: Logger;
  readonly validityOf?: (ctx: Ctx) => Promise<Validity>;
}

interface Watched {
  readonly ctx: Ctx;
  readonly ended: () => void;
  /** Null: until somebody revokes it. */
  until: Date | null;
  /** Whether something was heard of it since it was last looked at. */
  isDue: boolean;
}

/** One listener and one clock for all of them: a timer for each would last for months. */
export function watchCredentials({ feed, log, validityOf = validity }: CredentialsOptions): Credentials {
  const all = new Set<Watched>();

  async function look(watched: Watched): Promise<void> {
    watched.isDue = false;
    try {
      const found = await validityOf(watched.ctx);
      if (found.isValid) watched.until = found.until;
      else if (all.delete(watched)) watched.ended();
    } catch (error) {
      // The database is away: the next look asks again.
      watched.isDue = true;
      log.debug({ err: error }, 'it could not be seen whether a session or key has ended');
    }
  }

  const unlisten = feed.listen([topic.revocations], ({ subjectId }) => {
    for (const watched of all) if (restsOn(watched.ctx, subjectId)) void look(watched);
  });
  const clock = setInterval(() => {
    for (const watched of all) if (watched.isDue || isOver(watched)) void look(watched);
  }, LOOK_MS);
  clock.unref();

  return {
    watch: (ctx, ended) => {
      if (!canEnd(ctx)) return () => {};
      const watched: Watched = { ctx, ended, until: null, isDue: false };
      all.add(watched);
      void look(watched);
      return () => void all.delete(watched);
    },
    stop: () => {
      clearInterval(clock);
      unlisten();
    },
  };
}

function isOver({ until, ctx }: Watched): boolean {
  return until !== null && until <= ctx.now();
}

/** Guests have nothing that could end, and what the house does of itself neither. */
function canEnd({ actor }: Ctx): boolean {
  return actor.kind === 'person' || actor.kind === 'locked' || (actor.kind === 'app' && actor.keyId !== null);
}

/** Whether it is what was revoked. */
function restsOn({ actor }: Ctx, revoked: string): boolean {
  switch (actor.kind) {
    case 'person':
    case 'locked':
      return actor.sessionId === revoked;
    case 'app':
      return actor.keyId === revoked || actor.appId === revoked;
    case 'guest':
    case 'system':
      return false;
  }
}

function validity(ctx: Ctx): Promise<Validity> {
  const { actor } = ctx;
  switch (actor.kind) {
    case 'person':
    case 'locked':
      return sessionValidity(ctx, actor.sessionId);
    case 'app':
      return actor.keyId === null ? lasting : keyValidity(ctx, actor.keyId);
    case 'guest':
    case 'system':
      return lasting;
  }
}

const lasting: Promise<Validity> = Promise.resolve({ isValid: true, until: null });
