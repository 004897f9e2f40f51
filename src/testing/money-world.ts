import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import { uploadImage } from '../businesses/upload-image.ts';
import { addCartLine } from '../carts/change.ts';
import { createFeed } from '../channels/create-feed.ts';
import { systemContext } from '../context.ts';
import { blockConversation } from '../conversations/block.ts';
import { lockConversation } from '../conversations/lock.ts';
import { sendMessage } from '../conversations/send.ts';
import type { DiscrepancyId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { confirmOrder } from '../orders/confirm.ts';
import { deliverOrder } from '../orders/deliver.ts';
import { shipOrder } from '../orders/ship.ts';
import { payOrder } from '../payments/pay.ts';
import { createRefund } from '../payments/refund.ts';
import { setBankAccount } from '../payouts/bank-account.ts';
import { createPayout } from '../payouts/create.ts';
import { noteDiscrepancy } from '../reconciliation/note.ts';
import { resolveDiscrepancy } from '../reconciliation/resolve.ts';
import { acceptRequest, requestMoney } from '../wallets/request.ts';
import { PIXEL } from './business-commands.ts';
import {
  fillWallet,
  makeCard,
  makeChat,
  makeOrder,
  makePerson,
  makeProduct,
  makeShop,
  type TestPerson,
  type TestShop,
} from './factories.ts';
import { INR } from './ledger.ts';
import type { TestServer } from './server.ts';

const key = () => randomUUID();
const inr = (minor: bigint) => ({ minor, currency: INR });

/**
 * A row at least in every table of people, goods, talk and money, each referring to whatever it can refer to: what is
 * tried on them is tried on all that there is.
 */
export async function makeMoneyWorld(server: TestServer): Promise<void> {
  const shop = await makeShop(server);
  const [asha, ravi] = [await makePerson(server), await makePerson(server)];
  await makeCard(asha);
  await fillWallet(asha, 3_000n);
  await sell(shop, asha);
  await talk(asha, ravi);
  await payOut(server, shop);
  await differ(server);
  await uploadImage(shop.owner.ctx, { businessId: shop.id, bytes: PIXEL });
  await createFeed(shop.owner.ctx, { businessId: shop.id, channel: 'PARTNER' });
  await addCartLine(asha.ctx, { productId: (await makeProduct(shop)).id, quantity: 1 });
  await server.app.sql`insert into pilot_members (country, person_id) values ('IN', ${asha.id})`;
}

/** An order of 50.00 paid from balance and card, refunded in part and delivered. */
async function sell(shop: TestShop, asha: TestPerson): Promise<void> {
  const { ctx } = shop.owner;
  const orderId = await makeOrder(asha, await makeProduct(shop));
  const paymentId = await payOrder(asha.ctx, { orderId, method: 'BALANCE_AND_CARD', idempotencyKey: key() });
  await createRefund(ctx, { paymentId, amount: inr(1_000n), reason: 'Bruised', idempotencyKey: key() });
  await confirmOrder(ctx, orderId);
  await shipOrder(ctx, { orderId });
  await deliverOrder(ctx, orderId);
}

/** A request that is paid by card, between two of whom one then hears no more. */
async function talk(asha: TestPerson, ravi: TestPerson): Promise<void> {
  const conversationId = await makeChat(asha, ravi);
  await sendMessage(asha.ctx, { conversationId, clientId: key(), content: { text: 'Namaste' } });
  const requestId = await requestMoney(ravi.ctx, {
    conversationId,
    amount: inr(2_000n),
    idempotencyKey: key(),
  });
  await acceptRequest(asha.ctx, { requestId, idempotencyKey: key() });
  await blockConversation(ravi.ctx, conversationId);
  await lockConversation(ravi.ctx, { conversationId, password: 'away with it' });
}

async function payOut(server: TestServer, shop: TestShop): Promise<void> {
  const { ctx } = shop.owner;
  await setBankAccount(ctx, { businessId: shop.id, token: 'btok_us_verified' });
  await createPayout(ctx, { businessId: shop.id, amount: inr(1_000n), idempotencyKey: key() });
  const isPaid = async () => {
    const [row] = await server.app.sql`select from payouts where business_id = ${shop.id} and state = 'PAID'`;
    return row !== undefined;
  };
  await vi.waitUntil(isPaid, { timeout: 10_000, interval: 20 });
}

async function differ(server: TestServer): Promise<void> {
  const operator = await makePerson(server, { operator: true });
  await transact(systemContext(server.app, 'test'), (tx) =>
    noteDiscrepancy(tx, { kind: 'UNKNOWN_SUBJECT', providerRef: 'pi_test', detail: 'a test' }),
  );
  const [row] = await server.app.sql<{ id: DiscrepancyId }[]>`select id from discrepancies`;
  if (!row) throw new Error('nothing differs');
  await resolveDiscrepancy(operator.ctx, { discrepancyId: row.id, note: 'A test.' });
}
