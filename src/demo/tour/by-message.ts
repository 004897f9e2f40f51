import { randomUUID } from 'node:crypto';
import type { TourOrderFragment } from '../../testing/gql/graphql.ts';
import { phoneOf, signIn } from './arrive.ts';
import { Resume } from './bot-mutations.ts';
import { showChat, type ChatEvent } from './devices.ts';
import { clear, keptInStock } from './fill-cart.ts';
import { Send, SignOut, StartChat } from './mutations.ts';
import { done, present, prove } from './must.ts';
import type { Player, Scene } from './scene.ts';
import { firstName } from './show.ts';
import { ChatEvents } from './streams.ts';
import { find } from './talk.ts';
import { watch, type Watch } from './watch.ts';

/** Somebody who only writes, with the chat on their screen. */
interface Writer extends Player {
  readonly conversationId: string;
  readonly chat: Watch<ChatEvent>;
}

/** What is written, and by which rule the bot must answer. The greeting of the day comes once. */
const IN_ENGLISH: readonly (readonly [words: string, ...rules: string[]])[] = [
  ['hi', 'greeting', 'catalog'],
  ['2 basmati rice and 3 bananas', 'added'],
  ['add 3 x tomatto', 'near_misses'],
  ['yes', 'added'],
  ['remove tomatoes', 'removed'],
  ['cart', 'cart'],
  ['checkout', 'ordered'],
  ['pay', 'paid'],
  ['status', 'status'],
];
const IN_HINDI: typeof IN_ENGLISH = [
  ['नमस्ते', 'greeting', 'catalog'],
  ['दो किलो basmati rice चाहिए', 'added'],
  ['एक garam masala और दो bananas भेज दो', 'added'],
  ['टोकरी', 'cart'],
  ['ऑर्डर करें', 'ordered'],
  ['भुगतान करें', 'paid'],
];
const HINDI = /\p{Script=Devanagari}/u;

/** From hello to the payment without a button. Gives the order. */
export async function buyByMessage(scene: Scene): Promise<TourOrderFragment> {
  const { stage, customer, conversationId, streams } = scene;
  stage.part('Groceries by plain messages');
  await giveBackToBot(scene, conversationId);
  for (const words of ['basmati rice', 'bananas', 'tomatoes', 'garam masala']) {
    await keptInStock(scene, await find(scene, words));
  }
  await clear(scene);
  await converse({ ...customer, conversationId, chat: streams.chat }, IN_ENGLISH);
  const { order: placed } = await streams.orders.next('ORDER_PLACED', ({ type }) => type === 'ORDER_PLACED');
  const order = present(placed, 'the order');
  await streams.orders.next(
    'ORDER_PAID',
    (event) => event.type === 'ORDER_PAID' && event.order?.id === order.id,
  );
  await confirmation(streams.chat, order.total.formatted);
  stage.proved(
    `order #${order.number} was placed and paid in ${IN_ENGLISH.length} messages, by the rules named`,
  );
  return order;
}

/** Another customer, in another language: it is told from the words. */
export async function buyInHindi(scene: Scene): Promise<void> {
  const { stage, endpoint, shop } = scene;
  stage.part('The same in Hindi');
  const ravi = await signIn(stage, endpoint, phoneOf('ravi'));
  const input = { with: { businessId: shop.id } };
  const { conversationStart } = await ravi.client.request(StartChat, { input });
  const conversationId = present(done(conversationStart).conversation, 'the conversation').id;
  await giveBackToBot(scene, conversationId);
  const chat = watch(
    `${firstName(ravi.name)}'s chat`,
    ravi.client.subscribe(ChatEvents, { conversationId, after: null }),
    (data) => data.conversationEvents,
    (event) => showChat(stage, event),
  );
  await chat.ready();
  const writer = { ...ravi, conversationId, chat };
  const replies = await converse(writer, IN_HINDI);
  prove(
    stage,
    replies.every((text) => HINDI.test(text)),
    'Hindi words were answered in Hindi',
  );
  const [thanks = ''] = await converse(writer, [['thank you very much', 'thanks']]);
  prove(stage, !HINDI.test(thanks), 'and English ones in English, although his language is Hindi');
  done((await ravi.client.request(SignOut, {})).signOut);
  await chat.ended();
  await ravi.client.close();
}

/** The shop's people have written here: without this the bot would keep quiet for some hours. */
export async function giveBackToBot({ stage, merchant }: Scene, conversationId: string): Promise<void> {
  const { botResume } = await merchant.client.request(Resume, { input: { conversationId } });
  prove(
    stage,
    done(botResume).conversation?.isWithHuman === false,
    `${merchant.name} lets the bot answer here`,
  );
}

/** Writes one message after the other, each when the last one is answered. Gives the answers. */
async function converse(writer: Writer, lines: typeof IN_ENGLISH): Promise<string[]> {
  const { client, conversationId, chat } = writer;
  const answers: string[] = [];
  for (const [text, ...rules] of lines) {
    const input = { conversationId, clientId: randomUUID(), content: { text } };
    const said = present(done((await client.request(Send, { input })).messageSend).message, 'the message');
    const { message } = await chat.next(
      `an answer to "${text}" by the rule ${rules.join(' or ')}`,
      (event) => {
        const content = event.message?.content;
        const isLater = (event.message?.sequence ?? 0) > said.sequence;
        return isLater && content?.__typename === 'BotContent' && rules.includes(content.rule);
      },
    );
    if (message?.content.__typename === 'BotContent') answers.push(message.content.text);
  }
  return answers;
}

async function confirmation(chat: Watch<ChatEvent>, amount: string): Promise<void> {
  await chat.next('the confirmation of the payment', ({ type, message }) => {
    const content = message?.content;
    const isPaid = content?.__typename === 'PaymentContent' && content.payment?.state === 'SUCCEEDED';
    return type === 'MESSAGE_SENT' && isPaid && content.payment?.amount.formatted === amount;
  });
}
