import { randomUUID } from 'node:crypto';
import type { TourOrderFragment } from '../../testing/gql/graphql.ts';
import { rupees } from './amounts.ts';
import { SHOP } from './arrive.ts';
import { PayOut, SetBankAccount } from './money-mutations.ts';
import { ShopMoney } from './money-queries.ts';
import { PayoutEvents } from './money-streams.ts';
import { done, present, prove } from './must.ts';
import { Confirm, Deliver, Ship } from './order-mutations.ts';
import type { Scene } from './scene.ts';
import { watch } from './watch.ts';

const PAID_OUT = 100_00n;
/** A token of the provider's own fields: the account's number never comes here. */
const BANK = { token: 'btok_us_verified', last4: '6789' };

/** What a sale brings is the shop's when the goods have arrived; then it goes to its bank. */
export async function earn(scene: Scene, order: TourOrderFragment): Promise<void> {
  await deliver(scene, order);
  await payOut(scene);
}

async function deliver(scene: Scene, { id: orderId, number }: TourOrderFragment): Promise<void> {
  const { stage, merchant, streams } = scene;
  const { client } = merchant;
  stage.part("A sale is the shop's when the goods are there");
  const before = await balance(scene);
  stage.note(`The shop has ${before.available.formatted}, and ${before.heldBack.formatted} are held back.`);
  done((await client.request(Confirm, { input: { orderId } })).orderConfirm);
  done((await client.request(Ship, { input: { orderId } })).orderShip);
  done((await client.request(Deliver, { input: { orderId } })).orderDeliver);
  await streams.orders.next('ORDER_COMPLETED', ({ type, order }) => {
    return type === 'ORDER_COMPLETED' && order?.id === orderId;
  });
  const after = await balance(scene);
  const released = minor(before.heldBack) - minor(after.heldBack);
  prove(
    stage,
    released > 0n && minor(after.available) - minor(before.available) === released,
    `order #${number} is delivered: ${after.available.formatted} available, ${after.heldBack.formatted} held back`,
  );
}

async function payOut(scene: Scene): Promise<void> {
  const { stage, merchant, shop } = scene;
  stage.part('The shop is paid out');
  await bankAccount(scene);
  const before = await balance(scene);
  const payouts = watch(
    'payout',
    merchant.client.subscribe(PayoutEvents, { businessId: shop.id }),
    (data) => data.payoutEvents,
    ({ type }) => stage.live(`payouts · ${type}`),
  );
  await payouts.ready();
  const { payoutCreate } = await merchant.client.request(PayOut, {
    input: { businessId: shop.id, amount: rupees(PAID_OUT), idempotencyKey: randomUUID() },
  });
  const payout = present(done(payoutCreate).payout, 'the payout');
  await payouts.next(
    'PAYOUT_PAID',
    (event) => event.type === 'PAYOUT_PAID' && event.payout?.id === payout.id,
  );
  const after = await balance(scene);
  prove(
    stage,
    minor(before.total) - minor(after.total) === PAID_OUT,
    `${payout.amount.formatted} went to the bank: ${after.total.formatted} of ${before.total.formatted} are left`,
  );
  stage.note('The last lines of its statement:');
  for (const { node } of after.entries.edges) {
    stage.note(`${node.description}: ${node.amount.formatted}, then ${node.balance?.formatted}`);
  }
}

async function bankAccount(scene: Scene): Promise<void> {
  const { stage, merchant, shop } = scene;
  const { bankAccount: known } = await money(scene);
  if (known?.last4 === BANK.last4) return stage.note(`Its account: ${known.bankName} …${known.last4}.`);
  const input = { businessId: shop.id, token: BANK.token };
  const set = done((await merchant.client.request(SetBankAccount, { input })).bankAccountSet).bankAccount;
  stage.note(`${merchant.name} names the account: ${set?.bankName} …${set?.last4}.`);
}

async function money({ merchant }: Scene) {
  const { business } = await merchant.client.request(ShopMoney, { handle: SHOP, entries: 5 });
  return present(business, SHOP);
}

async function balance(scene: Scene) {
  return present((await money(scene)).balance, 'the balance of the shop');
}

const minor = ({ minorUnits }: { readonly minorUnits: string }) => BigInt(minorUnits);
