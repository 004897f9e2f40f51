import { serverSentEvents } from './carrier-sse.ts';
import { followByWebhook } from './carrier-webhook.ts';
import { sockets } from './carrier-ws.ts';
import type { Follower, Surroundings } from './follower.ts';
import { roamingClient } from './roaming.ts';
import { subscribe } from './subscriber.ts';
import { subscriptionsOf, webhooksOf } from './subscriptions.ts';
import type { World } from './world.ts';

const SUBSCRIBERS = 50;

/** Over sockets and over SSE in turn; of those that are to break their promise only the first does. */
export function openSubscribers(world: World, around: Surroundings, isBroken: boolean): Follower[] {
  return subscriptionsOf(world)
    .slice(0, SUBSCRIBERS)
    .map((subscription, place) =>
      subscribe({
        subscription,
        carrier: place % 2 === 0 ? sockets : serverSentEvents,
        urls: around.urls,
        notebook: around.notebook,
        random: around.randomOf(100 + place),
        isCareless: isBroken && place === 0,
      }),
    );
}

/** The partner's, each with a receiver of its own. */
export async function openWebhooks(world: World, around: Surroundings): Promise<Follower[]> {
  const { urls, sql, notebook, randomOf } = around;
  const client = roamingClient(urls, world.partnerKey, { random: randomOf(4), retried: () => {} });
  const followers: Follower[] = [];
  for (const [place, listening] of webhooksOf(world).entries()) {
    const random = randomOf(200 + place);
    followers.push(await followByWebhook({ ...listening, client, sql, random, notebook }));
  }
  return followers;
}
