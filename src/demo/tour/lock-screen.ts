import { randomUUID } from 'node:crypto';
import type { TourSessionEventsSubscription } from '../../testing/gql/graphql.ts';
import { phoneOf, signIn } from './arrive.ts';
import { giveBackToBot } from './by-message.ts';
import type { ChatEvent, Seen } from './devices.ts';
import { LockSession, SessionEvents, SetScreenLock, UnlockSession } from './lock-documents.ts';
import { WalletOf } from './money-queries.ts';
import { Send, SignOut } from './mutations.ts';
import { done, present, prove, TourError } from './must.ts';
import type { Player, Scene } from './scene.ts';
import { ChatEvents } from './streams.ts';
import { send } from './talk.ts';
import { watch, type Watch } from './watch.ts';

const PASSWORD = 'mango lane 14';
const AN_HOUR = 3_600;
const MISSED = ['Asha ji, your bananas are packed.', 'And the ginger is on the house.'];

type LockEvent = Seen<TourSessionEventsSubscription['sessionEvents']>;

interface WebClient extends Player {
  readonly chat: Watch<ChatEvent>;
  readonly locks: Watch<LockEvent>;
}

/** The customer's web client is locked, while their phone goes on. Its streams stand still, and then miss nothing. */
export async function lockScreen(scene: Scene): Promise<void> {
  const { stage, conversationId } = scene;
  stage.part('A locked screen shows nothing');
  const web = await openWeb(scene);
  const input = { password: PASSWORD, autoLockSeconds: AN_HOUR };
  done((await web.client.request(SetScreenLock, { input })).screenLockSet);
  done((await web.client.request(LockSession, {})).sessionLock);
  await web.locks.next('SESSION_LOCKED', ({ type }) => type === 'SESSION_LOCKED');
  await refusesAll(scene, web);

  const before = web.chat.events.length;
  const missed = [];
  for (const text of MISSED) missed.push(await send(scene, scene.merchant, { text }));
  stage.proved('the phone goes on as if nothing were: it has both messages');
  prove(stage, web.chat.events.length === before, 'the locked stream is open, and has brought nothing');

  const unlock = (password: string) => web.client.request(UnlockSession, { input: { password } });
  const [wrong] = (await unlock('papaya lane 14')).sessionUnlock.userErrors;
  prove(stage, wrong?.code === 'WRONG_PASSWORD', 'a wrong password opens nothing');
  done((await unlock(PASSWORD)).sessionUnlock);
  await web.locks.next('SESSION_UNLOCKED', ({ type }) => type === 'SESSION_UNLOCKED');
  for (const { id } of missed) await web.chat.next('what was missed', ({ message }) => message?.id === id);
  const came = web.chat.events.slice(before).flatMap(({ message }) => message?.id ?? []);
  const isOnce = missed.every(({ id }) => came.filter((one) => one === id).length === 1);
  prove(stage, isOnce, 'unlocked, the same stream has brought what it missed, each once');

  done((await web.client.request(SignOut, {})).signOut);
  await web.chat.ended();
  await web.client.close();
  await giveBackToBot(scene, conversationId);
}

/** A session of its own, with the chat and its own lock live. */
async function openWeb({ stage, endpoint, conversationId }: Scene): Promise<WebClient> {
  const player = await signIn(stage, endpoint, phoneOf('asha'));
  const chat = watch(
    'locked chat',
    player.client.subscribe(ChatEvents, { conversationId, after: null }),
    (data) => data.conversationEvents,
    ({ type, message }) => stage.live(`web · ${type} · ${message?.sequence ?? ''}`),
  );
  const locks = watch(
    'session',
    player.client.subscribe(SessionEvents, {}),
    (data) => data.sessionEvents,
    ({ type }) => stage.live(`web · ${type}`),
  );
  await Promise.all([chat.ready(), locks.ready()]);
  return { ...player, chat, locks };
}

/** Reading, writing and listening anew. */
async function refusesAll({ stage, conversationId }: Scene, { client }: WebClient): Promise<void> {
  const message = { conversationId, clientId: randomUUID(), content: { text: 'Is anybody there?' } };
  const answers = [await client.raw(WalletOf, {}), await client.raw(Send, { input: message })];
  const codes = answers.map(({ errors }) => errors?.[0]?.extensions?.['code']);
  prove(
    stage,
    codes.join() === 'SESSION_LOCKED,SESSION_LOCKED',
    'the wallet and a message: both SESSION_LOCKED',
  );
  const anew = watch(
    'second chat',
    client.subscribe(ChatEvents, { conversationId, after: null }),
    (data) => data.conversationEvents,
    () => present(null, 'the lock of this session'),
  );
  const why = await anew.ended();
  if (!String(why).includes('SESSION_LOCKED'))
    throw new TourError('A locked session listens anew.', { cause: why });
  stage.proved('a new stream: SESSION_LOCKED');
}
