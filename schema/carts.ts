import { addCartLine, clearCart, removeCartLine, updateCartLine } from '../src/carts/change.ts';
import {
  cartsByIds,
  linesByCart,
  openCart,
  openCartsPage,
  type Cart as CartRow,
  type CartLine as CartLineRow,
} from '../src/carts/read.ts';
import { cartProblems, type CartProblem } from '../src/carts/rules.ts';
import type { ProductView } from '../src/catalog/read.ts';
import { currentPrice } from '../src/catalog/rules.ts';
import { viewerId, type Ctx } from '../src/context.ts';
import type { BusinessId, CartId, CartLineId, PersonId } from '../src/db/id.ts';
import { topic } from '../src/events/catalogue.ts';
import type { LogEvent } from '../src/events/reader.ts';
import { builder } from './builder.ts';
import { answer, payload } from './errors.ts';
import { argumentId, encodeGlobalId, inputId, optionalId } from './ids.ts';
import { Event, liveField, noSuchStream } from './live.ts';
import { batched } from './loaders.ts';
import { MoneyType, moneyOf } from './money.ts';
import { pageArgs } from './page-args.ts';
import { connectById, emptyPage } from './paging.ts';
import { isSelf } from './people.ts';
import { Business, Cart, Person, Product } from './refs.ts';
import { SalesChannelType } from './sales-channel.ts';

const linesOf = batched(linesByCart);

interface LineWithProduct extends CartLineRow {
  readonly product: ProductView;
}

async function pricedLinesOf(ctx: Ctx, cartId: CartId): Promise<LineWithProduct[]> {
  const lines = await linesOf(ctx, cartId);
  const products = await Product.getDataloader(ctx).loadMany(lines.map((line) => line.productId));
  return lines.flatMap((line, index) => {
    const product = products[index];
    return product && !(product instanceof Error) ? [{ ...line, product }] : [];
  });
}

const lineTotal = (line: LineWithProduct, now: Date) =>
  currentPrice(line.product, now) * BigInt(line.quantity);

const CartLine = builder.objectRef<LineWithProduct>('CartLine').implement({
  description: 'So many of one product.',
  fields: (t) => ({
    id: t.id({
      description: 'For cartLineUpdate and cartLineRemove.',
      resolve: (line) => encodeGlobalId('CartLine', line.id),
    }),
    product: t.field({ type: Product, description: 'Of what.', resolve: (line) => line.product }),
    quantity: t.exposeInt('quantity', { description: 'How many.' }),
    unitPrice: t.field({
      type: MoneyType,
      description: 'What one costs now.',
      resolve: (line, _args, ctx) => moneyOf(currentPrice(line.product, ctx.now()), line.product.currency),
    }),
    total: t.field({
      type: MoneyType,
      description: 'What they cost together now.',
      resolve: (line, _args, ctx) => moneyOf(lineTotal(line, ctx.now()), line.product.currency),
    }),
    addedBy: t.field({
      type: Person,
      nullable: true,
      description:
        "Who put it in: the customer, or one of the shop's staff; null for somebody out of your reach.",
      resolve: (line) => line.addedBy,
    }),
  }),
});

const CartState = builder.enumType('CartState', {
  description: 'Whether a cart can still be changed.',
  values: { OPEN: { description: 'It can.' }, ORDERED: { description: 'It has become an order.' } },
});

const CartProblemCode = builder.enumType('CartProblemCode', {
  description: 'Why checkout would refuse a line.',
  values: {
    PRODUCT_UNAVAILABLE: { description: 'It is no longer sold, or not in this channel.' },
    INSUFFICIENT_STOCK: { description: 'Fewer are left.' },
  },
});

const Problem = builder.objectRef<CartProblem>('CartProblem').implement({
  description: 'Something that checkout would refuse.',
  fields: (t) => ({
    code: t.field({
      type: CartProblemCode,
      description: 'For programs.',
      resolve: (problem) => problem.code,
    }),
    message: t.exposeString('message', { description: 'For people.' }),
    lineId: t.id({
      description: 'Which line.',
      resolve: (problem) => encodeGlobalId('CartLine', problem.lineId),
    }),
  }),
});

Cart.implement({
  description:
    "What a customer wants from a shop. For the customer, and for the shop's staff, who may fill it as well.",
  fields: (t) => ({
    business: t.field({
      type: Business,
      description: 'From which shop.',
      resolve: (cart) => cart.businessId,
    }),
    customer: t.field({
      type: Person,
      nullable: true,
      description: 'Whose.',
      resolve: (cart) => cart.personId,
    }),
    state: t.field({
      type: CartState,
      description: 'Whether it can still be changed.',
      resolve: (cart) => cart.state,
    }),
    version: t.exposeInt('version', { description: 'One more at every change; for `expectedVersion`.' }),
    lines: t.field({
      type: [CartLine],
      description: 'What is in it, in the order in which it was put in.',
      resolve: (cart, _args, ctx) => pricedLinesOf(ctx, cart.id),
    }),
    itemCount: t.int({
      description: 'How many pieces, kilograms and packs together.',
      resolve: async (cart, _args, ctx) =>
        (await linesOf(ctx, cart.id)).reduce((sum, line) => sum + line.quantity, 0),
    }),
    subtotal: t.field({
      type: MoneyType,
      description: 'What it costs now, before shipping and tax.',
      resolve: async (cart, _args, ctx) => {
        const lines = await pricedLinesOf(ctx, cart.id);
        return moneyOf(
          lines.reduce((sum, line) => sum + lineTotal(line, ctx.now()), 0n),
          cart.currency,
        );
      },
    }),
    problems: t.field({
      type: [Problem],
      description: 'What checkout would refuse; empty when it would go through.',
      args: {
        channel: t.arg({
          type: SalesChannelType,
          description: 'Through which channel it is to be ordered; the chat when left out.',
        }),
      },
      resolve: async (cart, { channel }, ctx) =>
        cartProblems(await pricedLinesOf(ctx, cart.id), channel ?? 'CHAT'),
    }),
    updatedAt: t.field({ type: 'DateTime', description: 'Last changed.', resolve: (cart) => cart.updatedAt }),
  }),
});

const CartConnection = builder.connectionObject(
  { type: Cart, name: 'CartConnection', description: 'A page of carts.' },
  { name: 'CartEdge', description: 'A cart in a page.' },
);

builder.objectFields(Person, (t) => ({
  carts: t.field({
    type: CartConnection,
    description: 'Their open carts, oldest first; empty for anybody but the person.',
    args: {
      ...pageArgs,
    },
    resolve: (person, args, ctx) =>
      isSelf(person, ctx)
        ? connectById<CartRow>(args, (page) => openCartsPage(ctx, person.id, page))
        : emptyPage<CartRow>(),
  }),
  cart: t.field({
    type: Cart,
    nullable: true,
    description: 'Their open cart with a shop, for them and its staff; null when there is none.',
    args: { businessId: t.arg.id({ required: true, description: 'Which shop.' }) },
    resolve: (person, { businessId }, ctx) => openCartOf(ctx, person.id, businessId),
  }),
}));

builder.objectField(Business, 'viewerCart', (t) =>
  t.field({
    type: Cart,
    nullable: true,
    description: 'Your open cart with this shop; null when there is none.',
    resolve: (shop, _args, ctx) => {
      const me = viewerId(ctx);
      return me && openCart(ctx, me, shop.id);
    },
  }),
);

function openCartOf(ctx: Ctx, personId: PersonId, businessId: string): Promise<CartRow | null> | null {
  const id = argumentId<'business'>('Business', businessId);
  return id && openCart(ctx, personId, id satisfies BusinessId);
}

const CartEvent = builder.objectRef<LogEvent>('CartEvent').implement({
  description: 'A cart was changed.',
  interfaces: [Event],
  fields: (t) => ({
    cart: t.field({
      type: Cart,
      nullable: true,
      description: 'As it is now.',
      resolve: (event) => event.payload.cartId ?? null,
    }),
  }),
});

liveField('cartEvents', {
  description: "Changes of one cart, live. For its customer and the shop's staff.",
  event: CartEvent,
  args: builder.args((t) => ({ cartId: t.id({ required: true, description: 'Which cart.' }) })),
  listen: ({ cartId }, ctx) => {
    const id = argumentId<'cart'>('Cart', cartId);
    if (!id) throw noSuchStream('cart');
    return {
      topics: [topic.cart(id)],
      authorize: async () => {
        const [cart] = await cartsByIds(ctx, [id]);
        if (!cart) throw noSuchStream('cart');
      },
    };
  },
});

const versionField = 'The change is refused unless the cart is at this version.';
const keyField = 'Your own key: the same one again changes nothing more.';
const channelField =
  'Through which channel it is to be ordered, as for orderPlace; it has to be sold there. The chat when left out.';

const CartLineAddInput = builder.inputType('CartLineAddInput', {
  description: 'For cartLineAdd.',
  fields: (t) => ({
    productId: t.id({ required: true, description: 'What.' }),
    quantity: t.int({
      required: true,
      defaultValue: 1,
      description: 'How many, 1 to 999; adds to what is there.',
    }),
    channel: t.field({ type: SalesChannelType, description: channelField }),
    conversationId: t.id({ description: "For staff: the chat whose customer's cart it goes into." }),
    expectedVersion: t.int({ description: versionField }),
    idempotencyKey: t.string({ description: keyField }),
  }),
});

const CartLineUpdateInput = builder.inputType('CartLineUpdateInput', {
  description: 'For cartLineUpdate.',
  fields: (t) => ({
    lineId: t.id({ required: true, description: 'Which line.' }),
    quantity: t.int({ required: true, description: 'How many from now on, 1 to 999.' }),
    channel: t.field({ type: SalesChannelType, description: channelField }),
    expectedVersion: t.int({ description: versionField }),
    idempotencyKey: t.string({ description: keyField }),
  }),
});

const CartLineRemoveInput = builder.inputType('CartLineRemoveInput', {
  description: 'For cartLineRemove.',
  fields: (t) => ({
    lineId: t.id({ required: true, description: 'Which line.' }),
    expectedVersion: t.int({ description: versionField }),
    idempotencyKey: t.string({ description: keyField }),
  }),
});

const CartClearInput = builder.inputType('CartClearInput', {
  description: 'For cartClear.',
  fields: (t) => ({
    cartId: t.id({ required: true, description: 'Which cart.' }),
    expectedVersion: t.int({ description: versionField }),
    idempotencyKey: t.string({ description: keyField }),
  }),
});

const cartPayload = (name: string) =>
  payload<{ cart: CartId }>(name, (t) => ({
    cart: t.field({
      type: Cart,
      nullable: true,
      description: 'The cart as it is now.',
      resolve: (result) => result.cart,
    }),
  }));

const lineId = (id: string) => inputId<'cartLine'>('CartLine', id, ['lineId']) satisfies CartLineId;

builder.mutationFields((t) => ({
  cartLineAdd: t.field({
    type: cartPayload('CartLineAddPayload'),
    description: "Puts a product into your cart with its shop or, for the shop's staff, into a customer's.",
    args: { input: t.arg({ type: CartLineAddInput, required: true, description: 'What.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => ({
        cart: await addCartLine(ctx, {
          ...input,
          productId: inputId<'product'>('Product', input.productId, ['productId']),
          conversationId: optionalId<'conversation'>('Conversation', input.conversationId, [
            'conversationId',
          ]),
        }),
      })),
  }),
  cartLineUpdate: t.field({
    type: cartPayload('CartLineUpdatePayload'),
    description: "Sets how many of a line are wanted. For the customer and the shop's staff.",
    args: { input: t.arg({ type: CartLineUpdateInput, required: true, description: 'How many.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => ({ cart: await updateCartLine(ctx, { ...input, lineId: lineId(input.lineId) }) })),
  }),
  cartLineRemove: t.field({
    type: cartPayload('CartLineRemovePayload'),
    description: "Takes a line out. For the customer and the shop's staff.",
    args: { input: t.arg({ type: CartLineRemoveInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => ({ cart: await removeCartLine(ctx, { ...input, lineId: lineId(input.lineId) }) })),
  }),
  cartClear: t.field({
    type: cartPayload('CartClearPayload'),
    description: "Takes everything out. For the customer and the shop's staff.",
    args: { input: t.arg({ type: CartClearInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => ({
        cart: await clearCart(ctx, { ...input, cartId: inputId<'cart'>('Cart', input.cartId, ['cartId']) }),
      })),
  }),
}));
