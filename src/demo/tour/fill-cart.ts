import type { TourCartFragment, TourProductFragment, TourProductsQuery } from '../../testing/gql/graphql.ts';
import { SHOP } from './arrive.ts';
import { AddLine, ClearCart, SetStock, UpdateLine } from './cart-mutations.ts';
import { done, present, prove } from './must.ts';
import { Products, Shop } from './queries.ts';
import type { Scene } from './scene.ts';
import { find } from './talk.ts';

export interface FilledCart {
  readonly cart: TourCartFragment;
  /** The product of which there are `quantity` in the cart, as it was before. */
  readonly product: TourProductFragment;
  readonly quantity: number;
}

/** A tour buys for good: after many of them the shop has to fill its shelf again. */
const LOW = 20;
const FULL = 150;

/** Two products, found by their words, one of them wrongly spelt; then a second thought about how many. */
export async function fillCart(scene: Scene): Promise<FilledCart> {
  const { stage, customer } = scene;
  stage.part('The customer fills the cart');
  const found = await find(scene, 'tomatto');
  prove(stage, found.name === 'Tomatoes', `"tomatto" finds ${found.name} at ${found.price.formatted}`);
  const product = await keptInStock(scene, found);
  const rice = await keptInStock(scene, await find(scene, 'basmati rice'));
  await clear(scene);

  const { client } = customer;
  await add(scene, product.id, 2);
  const two = await add(scene, rice.id, 1);
  const line = present(
    two.lines.find((one) => one.product.id === product.id),
    'the line of tomatoes',
  );
  const quantity = 3;
  const { cartLineUpdate } = await client.request(UpdateLine, {
    input: { lineId: line.id, quantity, expectedVersion: two.version },
  });
  const cart = present(done(cartLineUpdate).cart, 'the cart');
  for (const one of cart.lines) stage.note(`${one.quantity} × ${one.product.name}  ${one.total.formatted}`);
  const sum = cart.lines.reduce((total, one) => total + BigInt(one.total.minorUnits), 0n);
  prove(stage, BigInt(cart.subtotal.minorUnits) === sum, `the lines come to ${cart.subtotal.formatted}`);
  prove(stage, cart.problems.length === 0, 'checkout would have no problems with it');
  return { cart, product, quantity };
}

export async function add(
  { customer }: Scene,
  productId: string,
  quantity: number,
): Promise<TourCartFragment> {
  const { cartLineAdd } = await customer.client.request(AddLine, { input: { productId, quantity } });
  return present(done(cartLineAdd).cart, 'the cart');
}

/** Somebody may have tried the cart of this customer before. */
export async function clear({ stage, customer }: Scene): Promise<void> {
  const { business } = await customer.client.request(Shop, { handle: SHOP });
  const cart = business?.viewerCart;
  if (!cart || cart.lines.length === 0) return;
  done((await customer.client.request(ClearCart, { input: { cartId: cart.id } })).cartClear);
  stage.note('(There was something in the cart from before: it was taken out.)');
}

/** The product as its shop sees it, with enough of it on the shelf. */
export async function keptInStock(scene: Scene, product: TourProductFragment): Promise<TourProductFragment> {
  const { free } = product.stock;
  if (free !== null && free < LOW) {
    const input = { productId: product.id, free: FULL };
    done((await scene.merchant.client.request(SetStock, { input })).stockSet);
    scene.stage.note(`(Only ${free} of ${product.name} were left: the shop fills its shelf.)`);
  }
  return seenByShop(scene, product.id);
}

/** Only the shop is told how many of a product are held and sold. */
export async function seenByShop({ merchant }: Scene, productId: string): Promise<TourProductFragment> {
  const { nodes } = await merchant.client.request(Products, { ids: [productId] });
  const [node] = nodes;
  return present(isProduct(node) ? node : null, 'the product');
}

function isProduct(node: TourProductsQuery['nodes'][number] | undefined): node is TourProductFragment {
  return node != null && 'stock' in node;
}
