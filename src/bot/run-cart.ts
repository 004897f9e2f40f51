import { addCartLine, removeCartLine } from '../carts/change.ts';
import { openCart, pricedLines } from '../carts/read.ts';
import type { CartLineId, ProductId } from '../db/id.ts';
import { NotFoundError } from '../errors.ts';
import type { Errand } from './errand.ts';
import { cartOf } from './look.ts';
import type { Command, Outcome } from './plan.ts';

export async function addToCart(
  errand: Errand,
  { productId, quantity }: Extract<Command, { kind: 'add' }>,
  idempotencyKey: string,
): Promise<Outcome> {
  await addCartLine(errand.ctx, { productId, quantity, idempotencyKey });
  return { ok: true, kind: 'add', totalText: await totalOf(errand) };
}

export async function removeFromCart(
  errand: Errand,
  { productId }: Extract<Command, { kind: 'remove' }>,
  idempotencyKey: string,
): Promise<Outcome> {
  await removeCartLine(errand.ctx, { lineId: await lineWith(errand, productId), idempotencyKey });
  return { ok: true, kind: 'remove', totalText: await totalOf(errand) };
}

async function totalOf({ ctx, chat, language }: Errand): Promise<string | null> {
  const { totalText } = await cartOf(ctx, chat, language);
  return totalText;
}

async function lineWith({ ctx, chat }: Errand, productId: ProductId): Promise<CartLineId> {
  const cart = await openCart(ctx, chat.personId, chat.businessId);
  const lines = cart ? await pricedLines(ctx, cart.id) : [];
  const line = lines.find(({ product }) => product.id === productId);
  if (!line) throw new NotFoundError('cart line');
  return line.id;
}
