import { clientOf } from '../../testing/client.ts';
import type { NoticeCode, TourOrderFragment } from '../../testing/gql/graphql.ts';
import { listen, type ChatEvent } from './devices.ts';
import { done, prove } from './must.ts';
import { Confirm, Deliver, Ship } from './order-mutations.ts';
import type { Scene } from './scene.ts';
import { send } from './talk.ts';
import type { Watch } from './watch.ts';

/** The shop confirms, ships and delivers. In between the customer's phone is out of reach, and misses nothing. */
export async function fulfil(scene: Scene, order: TourOrderFragment): Promise<Scene> {
  const { stage, merchant, customer, streams } = scene;
  const { client } = merchant;
  const orderId = order.id;
  stage.part('The shop confirms');
  done((await client.request(Confirm, { input: { orderId } })).orderConfirm);
  await told(streams.chat, 'ORDER_CONFIRMED');
  await shows(streams.chat, 'CONFIRMED');

  stage.part('The phone is out of reach while the shop ships');
  await customer.client.close();
  for (const stream of Object.values(streams)) await stream.ended();
  const input = { orderId, carrier: 'Imran, by scooter', trackingNumber: `SM-${order.number}` };
  done((await client.request(Ship, { input })).orderShip);
  stage.note('The shop has shipped; nobody heard of it.');
  const phone = { ...customer, client: clientOf(scene.endpoint, customer.token) };
  const { conversationId } = scene;
  const resumed = await listen(phone.client, { stage, conversationId, after: streams });
  await told(resumed.chat, 'ORDER_SHIPPED');
  await resumed.orders.next('ORDER_SHIPPED', ({ type }) => type === 'ORDER_SHIPPED');
  stage.proved('subscribed again after the last cursor, it has what it missed');

  stage.part('The parcel arrives');
  done((await client.request(Deliver, { input: { orderId } })).orderDeliver);
  await told(resumed.chat, 'ORDER_DELIVERED');
  await shows(resumed.chat, 'COMPLETED');
  await resumed.orders.next('ORDER_COMPLETED', ({ type }) => type === 'ORDER_COMPLETED');
  const here = { ...scene, customer: phone, streams: resumed };
  // The log has one order: who sees this one has seen all that came before it.
  await send(here, phone, { text: 'All here, thank you!' });
  const chat = [...streams.chat.events, ...resumed.chat.events];
  prove(stage, isGapless(chat), `all ${chat.length} events of the chat came, each once, in order`);
  const orders = [...streams.orders.events, ...resumed.orders.events].filter(
    (event) => event.order?.id === orderId,
  );
  prove(
    stage,
    isGapless(orders) && orders[0]?.sequence === 1,
    `all ${orders.length} events of the order, too`,
  );
  return here;
}

/** Waits for a confirmation in the chat. */
async function told(chat: Watch<ChatEvent>, code: NoticeCode): Promise<void> {
  await chat.next(code, ({ message }) => {
    return message?.content.__typename === 'NoticeContent' && message.content.code === code;
  });
}

/** Waits for the order's card, updated in its place. */
async function shows(chat: Watch<ChatEvent>, state: TourOrderFragment['state']): Promise<void> {
  await chat.next(`the card that says ${state}`, ({ type, message }) => {
    const content = message?.content;
    const isCard = type === 'MESSAGE_UPDATED' && content?.__typename === 'OrderContent';
    return isCard && content.order?.state === state;
  });
}

/** What is live only, such as typing, has no sequence. */
function isGapless(events: readonly { readonly sequence: number | null }[]): boolean {
  const sequences = events.flatMap(({ sequence }) => sequence ?? []);
  const first = sequences[0] ?? 0;
  return sequences.every((sequence, index) => sequence === first + index);
}
