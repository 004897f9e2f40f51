import { randomInt, randomUUID } from 'node:crypto';
import { createBusiness } from '../businesses/create.ts';
import { createProduct, type CreateProduct } from '../catalog/create.ts';
import { addCartLine } from '../carts/change.ts';
import type { Ctx } from '../context.ts';
import { transact } from '../db/transact.ts';
import {
  newId,
  type BusinessId,
  type CardId,
  type ConversationId,
  type OrderId,
  type PaymentId,
  type PersonId,
  type ProductId,
  type SessionId,
} from '../db/id.ts';
import { startConversation } from '../conversations/start.ts';
import { createSession } from '../identity/sign-in.ts';
import { people } from '../identity/tables.ts';
import { staff, type StaffRole } from '../businesses/tables.ts';
import { currencyCode } from '../money.ts';
import { placeOrder } from '../orders/place.ts';
import { registerCard } from '../payments/cards.ts';
import { encodeId } from '../db/id.ts';
import { topUpWallet } from '../wallets/top-up.ts';
import type { Client } from './client.ts';
import type { TestServer } from './server.ts';

export interface TestPerson {
  readonly id: PersonId;
  /** As the API writes it. */
  readonly publicId: string;
  readonly sessionId: SessionId;
  readonly phone: string;
  readonly token: string;
  readonly client: Client;
  readonly ctx: Ctx;
}

/** A signed-in person with a phone that no other has. */
export async function makePerson(
  server: TestServer,
  options: { name?: string; operator?: boolean; country?: string } = {},
): Promise<TestPerson> {
  const id = newId<'person'>();
  const phone = `+9198${randomInt(10_000_000, 99_999_999)}`;
  const { operator = false, country = 'IN' } = options;
  const { sessionId, token } = await transact(server.ctx({ kind: 'system', job: 'test' }), async (tx) => {
    await tx.db
      .insert(people)
      .values({ id, phone, country, name: options.name ?? 'Asha', language: 'en', operator });
    return createSession(tx, id, 'test');
  });
  const ctx = server.ctx({ kind: 'person', personId: id, sessionId, operator });
  return { id, publicId: encodeId('per', id), sessionId, phone, token, client: server.client(token), ctx };
}

export interface TestShop {
  readonly id: BusinessId;
  readonly publicId: string;
  readonly owner: TestPerson;
}

/** A shop in India with its owner. */
export async function makeShop(server: TestServer, options: { country?: string } = {}): Promise<TestShop> {
  const owner = await makePerson(server, { name: 'Sunita' });
  const handle = `shop-${randomUUID().slice(0, 8)}`;
  const country = options.country ?? 'IN';
  const id = await createBusiness(owner.ctx, { handle, name: 'Sabzi Mandi', category: 'Groceries', country });
  return { id, publicId: encodeId('biz', id), owner };
}

/** Somebody new on a shop's staff. */
export async function makeStaff(server: TestServer, shop: TestShop, role: StaffRole): Promise<TestPerson> {
  const person = await makePerson(server, { name: 'Imran' });
  await server.app.db.insert(staff).values({ businessId: shop.id, personId: person.id, role });
  return person;
}

export interface TestProduct {
  readonly id: ProductId;
  readonly publicId: string;
}

/** A product at 25.00 INR with 100 in stock, unless said otherwise. */
export async function makeProduct(
  shop: TestShop,
  options: Partial<CreateProduct> = {},
): Promise<TestProduct> {
  const id = await createProduct(shop.owner.ctx, {
    businessId: shop.id,
    name: 'Tomatoes',
    price: { minor: 2_500n, currency: currencyCode('INR') },
    stock: 100,
    ...options,
  });
  return { id, publicId: encodeId('prd', id) };
}

/** A registered card that behaves as its test token says; the first one becomes the default. */
export async function makeCard(person: TestPerson, token = 'pm_card_visa'): Promise<CardId> {
  return registerCard(person.ctx, { token });
}

/** A placed, unpaid order of some of one product. */
export async function makeOrder(customer: TestPerson, product: TestProduct, quantity = 2): Promise<OrderId> {
  const cartId = await addCartLine(customer.ctx, { productId: product.id, quantity });
  return placeOrder(customer.ctx, { cartId, idempotencyKey: randomUUID() });
}

/** A chat of two people. */
export async function makeChat(one: TestPerson, other: TestPerson): Promise<ConversationId> {
  return startConversation(one.ctx, { phone: other.phone });
}

/** Puts money into somebody's wallet, by their default card, in minor units. */
export function fillWallet(person: TestPerson, minor: bigint, currency = 'INR'): Promise<PaymentId> {
  return topUpWallet(person.ctx, {
    amount: { minor, currency: currencyCode(currency) },
    idempotencyKey: randomUUID(),
  });
}
