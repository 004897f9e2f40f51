import type { TourWalletEventsSubscription } from '../../testing/gql/graphql.ts';
import { phoneOf, signIn } from './arrive.ts';
import { showChat, type ChatEvent, type Seen } from './devices.ts';
import { WalletOf } from './money-queries.ts';
import { WalletEvents } from './money-streams.ts';
import { SignOut, StartChat } from './mutations.ts';
import { done, present, prove } from './must.ts';
import type { Player, Scene } from './scene.ts';
import { firstName } from './show.ts';
import { ChatEvents } from './streams.ts';
import { watch, type Watch } from './watch.ts';

type WalletEvent = Seen<TourWalletEventsSubscription['walletEvents']>;

/** Somebody who talks of money, with what their phone shows. */
export interface Friend extends Player {
  readonly chat: Watch<ChatEvent>;
  readonly wallet: Watch<WalletEvent>;
}

export interface Friends {
  readonly conversationId: string;
  /** The customer of the tour. */
  readonly me: Friend;
  readonly friend: Friend;
}

/** A friend of the customer signs in; both phones show their chat and their own wallet, live. */
export async function meetFriend({ stage, endpoint, customer }: Scene): Promise<Friends> {
  stage.part('A friend joins, and both wallets are live');
  const phone = phoneOf('ravi');
  const ravi = await signIn(stage, endpoint, phone);
  const { conversationStart } = await customer.client.request(StartChat, { input: { with: { phone } } });
  const conversationId = present(done(conversationStart).conversation, 'the conversation').id;
  const listen = async (player: Player, show: (event: ChatEvent) => void): Promise<Friend> => {
    const whose = firstName(player.name);
    const chat = watch(
      `${whose}'s chat`,
      player.client.subscribe(ChatEvents, { conversationId, after: null }),
      (data) => data.conversationEvents,
      show,
    );
    const wallet = watch(
      `${whose}'s wallet`,
      player.client.subscribe(WalletEvents, {}),
      (data) => data.walletEvents,
      ({ type, wallet: now }) =>
        stage.live(`${whose} · ${type} · has ${now?.balances[0]?.available.formatted}`),
    );
    await Promise.all([chat.ready(), wallet.ready()]);
    return { ...player, chat, wallet };
  };
  const me = await listen(customer, (event) => showChat(stage, event));
  // The words stand in the chat already: of the friend's phone it is enough that they came.
  const friend = await listen(ravi, ({ type, message }) =>
    stage.live(`${firstName(ravi.name)}'s chat · ${type} · ${message?.sequence ?? ''}`),
  );
  stage.proved('conversationEvents and walletEvents of both are live');
  return { conversationId, me, friend };
}

/** What somebody has in their wallet, in the currency of their market. */
export async function balanceOf({ client, name }: Player) {
  const { viewer } = await client.request(WalletOf, {});
  const balances = viewer && 'wallet' in viewer ? viewer.wallet?.balances : null;
  const { formatted, minorUnits } = present(balances?.[0], `the balance of ${name}`).available;
  return { formatted, minor: BigInt(minorUnits) };
}

/** The friend goes home. */
export async function partWithFriend({ stage }: Scene, { friend }: Friends): Promise<void> {
  done((await friend.client.request(SignOut, {})).signOut);
  prove(stage, (await friend.wallet.ended()) !== null, `${friend.name} has signed out`);
  await friend.client.close();
}
