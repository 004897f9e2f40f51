import { randomUUID } from 'node:crypto';
import type { MessageContentInput } from '../../testing/gql/graphql.ts';
import { SHOP } from './arrive.ts';
import { Read, Send, Typing } from './mutations.ts';
import { done, present, prove } from './must.ts';
import { Search } from './queries.ts';
import type { Player, Scene } from './scene.ts';

/** Hello and an answer, a product's card and the whole catalogue: everything arrives live. */
export async function talk(scene: Scene): Promise<void> {
  const { stage, customer, merchant, conversationId, streams, inbox } = scene;
  stage.part('They talk');
  const clientId = randomUUID();
  const hello = await send(
    scene,
    customer,
    { text: 'Good morning! Do you have ripe tomatoes today?' },
    clientId,
  );
  await inbox.next("the customer's words", ({ message }) => message?.id === hello.id);
  const again = await send(scene, customer, { text: 'Good morning! Do you have …' }, clientId);
  prove(stage, again.id === hello.id, 'the same clientId again sends nothing twice');

  done(
    (await merchant.client.request(Read, { input: { conversationId, sequence: hello.sequence } }))
      .messagesRead,
  );
  await streams.chat.next('the read marker', ({ type, member }) => {
    return type === 'RECEIPT_MOVED' && (member?.readSequence ?? 0) >= hello.sequence;
  });
  done((await merchant.client.request(Typing, { input: { conversationId, isTyping: true } })).typingSet);
  await streams.chat.next('the typing sign', ({ isTyping }) => isTyping === true);
  await send(scene, merchant, { text: 'Good morning Asha ji! Firm and red, from Nashik. Have a look:' });
  const tomatoes = await find(scene, 'tomatoes');
  await send(scene, merchant, { productId: tomatoes.id });
  await send(scene, merchant, { catalog: true });
}

/** A shopper's typing error finds the goods all the same. */
export async function find(scene: Scene, words: string) {
  const { customer, shop } = scene;
  const { business } = await customer.client.request(Search, { handle: SHOP, words });
  const [best] = business?.products.edges ?? [];
  return present(best, `a product of ${shop.name} that is found with "${words}"`).node;
}

/** Sends a message and waits until the customer's phone has it. */
export async function send(
  scene: Scene,
  by: Player,
  content: MessageContentInput,
  clientId: string = randomUUID(),
) {
  const { conversationId, streams } = scene;
  const { messageSend } = await by.client.request(Send, { input: { conversationId, clientId, content } });
  const message = present(done(messageSend).message, 'the message');
  const has = streams.chat.events.some((event) => event.message?.id === message.id);
  if (!has) await streams.chat.next('the message', (event) => event.message?.id === message.id);
  return message;
}
