import { randomUUID } from 'node:crypto';
import { rupees } from './amounts.ts';
import { balanceOf, type Friends } from './friends.ts';
import { AcceptRequest, AskForMoney, SendMoney, TopUp } from './money-mutations.ts';
import { done, present, prove } from './must.ts';
import { cardOf } from './pay.ts';
import type { Scene } from './scene.ts';
import { cardText, firstName } from './show.ts';

const TOP_UP = 100_00n;
/** What the balance lacks of what is sent. */
const LACKING = 50_00n;
const ASKED = 150_00n;
const CARD = 'pm_card_visa';

/** Money from a card into the wallet. */
export async function topUp(scene: Scene, { me }: Friends): Promise<void> {
  const { stage } = scene;
  stage.part('Money into the wallet');
  const cardId = await cardOf(scene, CARD);
  const before = await balanceOf(me);
  const input = { amount: rupees(TOP_UP), cardId, idempotencyKey: randomUUID() };
  const payment = present(
    done((await me.client.request(TopUp, { input })).walletTopUp).payment,
    'the payment',
  );
  await me.wallet.next('the new balance', (event) => event.payment?.id === payment.id);
  const after = await balanceOf(me);
  prove(stage, after.minor === before.minor + TOP_UP, `${before.formatted} became ${after.formatted}`);
}

/** More than the balance has: it goes first, the rest comes from the card, and the friend sees one sum. */
export async function sendMoney(scene: Scene, friends: Friends): Promise<void> {
  const { stage } = scene;
  const { conversationId, me, friend } = friends;
  stage.part('More money to a friend than the wallet has');
  const [mine, theirs] = await Promise.all([balanceOf(me), balanceOf(friend)]);
  const cardId = await cardOf(scene, CARD);
  const amount = mine.minor + LACKING;
  const input = {
    conversationId,
    amount: rupees(amount),
    note: 'For the train tickets',
    cardId,
    idempotencyKey: randomUUID(),
  };
  const transfer = present(
    done((await me.client.request(SendMoney, { input })).moneySend).transfer,
    'the transfer',
  );
  const isThis = (event: { readonly transfer: { readonly id: string } | null }) =>
    event.transfer?.id === transfer.id;
  await me.wallet.next('MONEY_SENT', (event) => isThis(event) && event.type === 'MONEY_SENT');
  await friend.wallet.next('MONEY_SENT', (event) => isThis(event) && event.type === 'MONEY_SENT');
  for (const { chat } of [me, friend]) {
    await chat.next('the message', ({ message }) => {
      const content = message?.content;
      return content?.__typename === 'MoneyContent' && content.transfer?.id === transfer.id;
    });
  }

  const { fromBalance, payment, fee } = transfer;
  const parts = BigInt(fromBalance?.minorUnits ?? 0) + BigInt(payment?.amount.minorUnits ?? 0);
  prove(
    stage,
    transfer.state === 'SUCCEEDED' && parts === amount + BigInt(fee?.minorUnits ?? 0),
    `${transfer.amount.formatted}: ${fromBalance?.formatted} from the balance first, ` +
      `${payment?.amount.formatted} from ${payment?.card ? cardText(payment.card) : 'a card'}`,
  );
  const heard = friend.wallet.events.filter(isThis).map(({ type }) => type);
  prove(
    stage,
    heard.join() === 'MONEY_SENT',
    `${firstName(friend.name)} heard of it once, when the money was there, and nothing of the card`,
  );
  const [left, got] = await Promise.all([balanceOf(me), balanceOf(friend)]);
  prove(
    stage,
    left.minor === 0n && got.minor === theirs.minor + amount,
    `${firstName(me.name)} has ${left.formatted}, ${firstName(friend.name)} ${got.formatted}`,
  );
  const again = done((await me.client.request(SendMoney, { input })).moneySend).transfer;
  const isSame = again?.id === transfer.id && (await balanceOf(friend)).minor === got.minor;
  prove(stage, isSame, 'the same idempotency key again sends nothing twice');
}

/** The customer asks, the friend pays: one message, which says what has become of it. */
export async function askForMoney({ stage }: Scene, friends: Friends): Promise<void> {
  const { conversationId, me, friend } = friends;
  stage.part('Asking a friend for money');
  const before = await balanceOf(me);
  const input = {
    conversationId,
    amount: rupees(ASKED),
    note: 'Your half of dinner',
    idempotencyKey: randomUUID(),
  };
  const request = present(
    done((await me.client.request(AskForMoney, { input })).moneyRequest).request,
    'the request',
  );
  await me.wallet.next('MONEY_REQUESTED', (event) => event.request?.id === request.id);
  const asked = await friend.chat.next('the request', ({ message }) => {
    return message?.content.__typename === 'MoneyContent' && message.content.request?.id === request.id;
  });
  const content = asked.message?.content;
  const actions = content?.__typename === 'MoneyContent' ? content.request?.availableActions : null;
  prove(
    stage,
    actions?.join() === 'ACCEPT,DECLINE',
    `${firstName(friend.name)}'s buttons: ${actions?.join(', ').toLowerCase()}`,
  );

  const answer = { requestId: request.id, idempotencyKey: randomUUID() };
  done((await friend.client.request(AcceptRequest, { input: answer })).moneyRequestAccept);
  for (const { chat } of [me, friend]) {
    await chat.next('the request as it is now', ({ type, message }) => {
      const now = message?.content.__typename === 'MoneyContent' ? message.content.request : null;
      return type === 'MESSAGE_UPDATED' && now?.id === request.id && now.state === 'PAID';
    });
  }
  await me.wallet.next('MONEY_REQUEST_PAID', (event) => {
    return event.type === 'MONEY_REQUEST_PAID' && event.request?.id === request.id;
  });
  const after = await balanceOf(me);
  prove(
    stage,
    after.minor === before.minor + ASKED,
    `it is paid: ${firstName(me.name)} has ${after.formatted}`,
  );
}
