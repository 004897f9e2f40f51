import { clientOf } from '../../testing/client.ts';
import { DEMO_CUSTOMERS, DEMO_SIGN_IN_CODE } from '../people.ts';
import { DEMO_STAFF } from '../staff.ts';
import { HandOver } from './bot-mutations.ts';
import { listen, listenToInbox } from './devices.ts';
import { SignInComplete, SignInStart, SignOut, StartChat } from './mutations.ts';
import { done, present, prove, TourError } from './must.ts';
import { Shop } from './queries.ts';
import type { Player, Scene } from './scene.ts';
import type { Stage } from './stage.ts';

export const SHOP = 'sabzi-mandi';

/** A customer and the owner of the grocer sign in and meet in their chat, with the live streams open. */
export async function arrive(stage: Stage, endpoint: string): Promise<Scene> {
  stage.part('Two people sign in with phone and code');
  const customer = await signIn(stage, endpoint, phoneOf('asha'));
  const merchant = await signIn(stage, endpoint, phoneOf('sunita'));

  stage.part('The customer opens the chat and listens');
  const { business } = await merchant.client.request(Shop, { handle: SHOP });
  const shop = present(business, `a shop with the handle ${SHOP}`);
  prove(stage, shop.viewerRole === 'OWNER', `${merchant.name} is the owner of ${shop.name}`);
  const { conversationStart } = await customer.client.request(StartChat, {
    input: { with: { businessId: shop.id } },
  });
  const conversationId = present(done(conversationStart).conversation, 'the conversation').id;
  const { botHandOver } = await merchant.client.request(HandOver, { input: { conversationId } });
  const isHers = done(botHandOver).conversation?.isWithHuman === true;
  prove(stage, isHers, `${merchant.name} answers here herself: the bot keeps quiet`);
  const streams = await listen(customer.client, { stage, conversationId });
  const inbox = await listenToInbox(merchant.client, shop.id, stage);
  stage.proved('conversationEvents, orderEvents, paymentEvents and inboxEvents are live');
  return { stage, endpoint, customer, merchant, shop, conversationId, streams, inbox };
}

export function phoneOf(key: string): string {
  return present(
    [...DEMO_CUSTOMERS, ...DEMO_STAFF].find((person) => person.key === key),
    key,
  ).phone;
}

export async function signIn(stage: Stage, endpoint: string, phone: string): Promise<Player> {
  const guest = clientOf(endpoint);
  done((await guest.request(SignInStart, { input: { phone } })).signInStart);
  const { signInComplete } = await guest.request(SignInComplete, {
    input: { phone, code: DEMO_SIGN_IN_CODE, device: 'npm run tour' },
  });
  const { token, person } = signInComplete;
  if (token === null || person === null) {
    throw new TourError(
      `${phone} can't sign in with the code of the demo: this server has no demo market. See DEMO_MARKET.`,
    );
  }
  stage.note(`${person.name} signed in with ${phone} and the code ${DEMO_SIGN_IN_CODE}.`);
  return { name: person.name, token, client: clientOf(endpoint, token) };
}

/** Both sign out: the customer's streams end at once, and the token is good for nothing any more. */
export async function leave(scene: Scene): Promise<void> {
  const { stage, customer, merchant, streams } = scene;
  stage.part('Signing out ends the live streams');
  done((await customer.client.request(SignOut, {})).signOut);
  for (const [name, stream] of Object.entries(streams)) {
    prove(stage, (await stream.ended()) !== null, `the ${name} stream was ended by the server`);
  }
  const { errors } = await customer.client.raw(SignOut, {});
  const code = errors?.[0]?.extensions?.['code'];
  prove(stage, code === 'UNAUTHENTICATED', 'the token is refused from now on');
  done((await merchant.client.request(SignOut, {})).signOut);
  await Promise.all([customer.client.close(), merchant.client.close()]);
}
