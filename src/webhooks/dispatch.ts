import type { App } from '../context.ts';
import type { Sql } from '../db/client.ts';
import type { PartnerAppId, WebhookId, WebhookReplayId } from '../db/id.ts';
import { topic } from '../events/catalogue.ts';
import { startLeader } from '../events/leader.ts';
import { follow, type Follower } from './follow.ts';
import type { Source } from './place.ts';

/** Any number will do, as long as nothing else in this database locks it. */
const DISPATCHER_LOCK = 7_316_006;
/** How often it looks for webhooks that were changed, should the news of it be lost. */
const LOOK_MS = 2_000;

export interface Dispatcher {
  /** Whether this process is the one that makes deliveries. */
  leading(): boolean;
  stop(): Promise<void>;
}

/**
 * Follows the log for every webhook and makes what their documents give into deliveries. One process of all does it: the
 * one that holds an advisory lock on a connection of its own (as the sequencer does). Should two believe that they do,
 * the places in the log keep them from making anything twice.
 */
export function startDispatcher(app: App): Dispatcher {
  const followers = new Map<string, Follower>();

  /** Follows these and no others. */
  async function keep(sources: readonly Source[]): Promise<void> {
    const wanted = new Map(sources.map((source) => [keyOf(source), source]));
    const unwanted = [...followers].filter(([key]) => !wanted.has(key));
    await Promise.all(unwanted.map(([, follower]) => follower.stop()));
    for (const [key, source] of wanted) {
      if (followers.has(key)) continue;
      const follower = follow(app, source);
      followers.set(key, follower);
      // One that ended is looked at anew with the next look: it is over, or to be begun again.
      void follower.ended.then(() => followers.delete(key));
    }
  }

  const leader = startLeader({
    sql: app.sql,
    log: app.log,
    name: 'dispatcher',
    elect,
    work: async (session) => {
      await keep((await session.ask(listSources)).map(sourceOf));
      return LOOK_MS;
    },
    rest: () => keep([]),
  });
  const deafen = app.feed.listen([topic.webhooks], leader.wake);
  return {
    leading: leader.leading,
    stop: async () => {
      deafen();
      await leader.stop();
    },
  };
}

/** Runs for the lock. A dispatcher asks often, so one whose session is idle has frozen, or its machine is gone. */
function elect(sql: Sql) {
  return sql<{ won: boolean }[]>`
    select pg_try_advisory_lock(${DISPATCHER_LOCK}) as won,
      set_config('idle_session_timeout', '6s', false) as lease,
      set_config('statement_timeout', '10s', false) as patience`;
}

interface Row {
  webhook_id: WebhookId;
  app_id: PartnerAppId;
  document: string;
  position: bigint;
  replay_id: WebhookReplayId | null;
  to_position: bigint | null;
}

function listSources(sql: Sql) {
  return sql<Row[]>`
    /* webhook_sources */
    select id as webhook_id, app_id, document, position, null::uuid as replay_id, null::bigint as to_position
    from webhooks where state = 'ACTIVE'
    union all
    select w.id, w.app_id, w.document, r.position, r.id, r.to_position
    from webhook_replays r join webhooks w on w.id = r.webhook_id and w.state = 'ACTIVE'
    where r.finished_at is null`;
}

function sourceOf(row: Row): Source {
  const { webhook_id: webhookId, app_id: appId, document, replay_id: id } = row;
  const replay = id === null ? null : { id, to: Number(row.to_position) };
  return { webhookId, appId, document, position: Number(row.position), replay };
}

/** A webhook with another document is followed anew. */
function keyOf({ webhookId, replay, document }: Source): string {
  return `${replay?.id ?? webhookId} ${document}`;
}
