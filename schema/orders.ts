import type { Ctx } from '../src/context.ts';
import type { BusinessId, OrderId, OrderLineId } from '../src/db/id.ts';
import { cancelOrder } from '../src/orders/cancel.ts';
import { confirmOrder } from '../src/orders/confirm.ts';
import { deliverOrder } from '../src/orders/deliver.ts';
import { placeOrder } from '../src/orders/place.ts';
import { ordersPage, type Order as OrderRow } from '../src/orders/read.ts';
import { shipOrder } from '../src/orders/ship.ts';
import { builder } from './builder.ts';
import { answer, payload } from './errors.ts';
import { inputId } from './ids.ts';
import { OrderStateType } from './order-types.ts';
import { pageArgs } from './page-args.ts';
import { connectById, emptyPage, type PageArgs } from './paging.ts';
import { isSelf } from './people.ts';
import { Business, Order, Person } from './refs.ts';
import { readsOrdersOf, roleOf } from './roles.ts';
import { SalesChannelType } from './sales-channel.ts';

export const OrderConnection = builder.connectionObject(
  { type: Order, name: 'OrderConnection', description: 'A page of orders, newest first.' },
  { name: 'OrderEdge', description: 'An order in a page.' },
);

const listArgs = builder.args((t) => ({
  state: t.field({ type: OrderStateType, description: 'Only in this state.' }),
  channel: t.field({ type: SalesChannelType, description: 'Only from there.' }),
  ...pageArgs,
}));

interface ListArgs extends PageArgs {
  readonly state?: OrderRow['state'] | null | undefined;
  readonly channel?: OrderRow['channel'] | null | undefined;
}

builder.objectField(Person, 'orders', (t) =>
  t.field({
    type: OrderConnection,
    description: 'What they ordered, newest first; empty for anybody but the person.',
    args: listArgs,
    resolve: (person, { state = null, channel = null, ...args }: ListArgs, ctx) =>
      isSelf(person, ctx)
        ? connectById<OrderRow>(args, (page) =>
            ordersPage(ctx, { personId: person.id, state, channel }, page),
          )
        : emptyPage<OrderRow>(),
  }),
);

async function seesOrders(ctx: Ctx, businessId: BusinessId): Promise<boolean> {
  if (ctx.actor.kind !== 'app') return (await roleOf(ctx, businessId)) !== null;
  return ctx.actor.scopes.includes('READ_ORDERS') && readsOrdersOf(ctx, businessId);
}

builder.objectField(Business, 'orders', (t) =>
  t.field({
    type: OrderConnection,
    description:
      'What was ordered from it, newest first; empty unless you are on its staff, or an app that it lets READ_ORDERS.',
    args: listArgs,
    resolve: async (shop, { state = null, channel = null, ...args }: ListArgs, ctx) =>
      (await seesOrders(ctx, shop.id))
        ? connectById<OrderRow>(args, (page) =>
            ordersPage(ctx, { businessId: shop.id, state, channel }, page),
          )
        : emptyPage<OrderRow>(),
  }),
);

const AddressInput = builder.inputType('AddressInput', {
  description: 'Where to deliver.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Who receives it; 80 characters.' }),
    line1: t.string({ required: true, description: 'Street and number; 120 characters.' }),
    line2: t.string({ description: 'Flat, floor and the like; 120 characters.' }),
    city: t.string({ required: true, description: '80 characters.' }),
    region: t.string({ description: 'State or province; 80 characters.' }),
    postalCode: t.string({ description: '16 characters.' }),
    country: t.field({ type: 'CountryCode', required: true, description: 'Which country.' }),
  }),
});

const OrderPlaceInput = builder.inputType('OrderPlaceInput', {
  description: 'For orderPlace.',
  fields: (t) => ({
    cartId: t.id({ required: true, description: 'Your own open cart.' }),
    expectedVersion: t.int({ description: 'The order is refused unless the cart is at this version.' }),
    address: t.field({ type: AddressInput, description: 'Where to deliver; left out when it is picked up.' }),
    note: t.string({ description: 'For the shop; 500 characters.' }),
    channel: t.field({
      type: SalesChannelType,
      description:
        'Where the cart came from: CHAT when left out, or a shop on Facebook or Instagram. Every line has to be sold there. PARTNER is not for persons.',
    }),
    idempotencyKey: t.string({
      required: true,
      description: 'Your own key: the same one again gives the same order.',
    }),
  }),
});

const again = 'Your own key: the same one again is answered as the first time, and changes nothing.';

const OrderConfirmInput = builder.inputType('OrderConfirmInput', {
  description: 'For orderConfirm.',
  fields: (t) => ({
    orderId: t.id({ required: true, description: 'Which order.' }),
    idempotencyKey: t.string({ description: again }),
  }),
});

const OrderDeliverInput = builder.inputType('OrderDeliverInput', {
  description: 'For orderDeliver.',
  fields: (t) => ({
    orderId: t.id({ required: true, description: 'Which order.' }),
    idempotencyKey: t.string({ description: again }),
  }),
});

const ParcelLineInput = builder.inputType('ParcelLineInput', {
  description: 'So many of a line.',
  fields: (t) => ({
    lineId: t.id({ required: true, description: 'Of which line.' }),
    quantity: t.int({ required: true, description: 'How many.' }),
  }),
});

const OrderShipInput = builder.inputType('OrderShipInput', {
  description: 'For orderShip.',
  fields: (t) => ({
    orderId: t.id({ required: true, description: 'Which order.' }),
    carrier: t.string({ description: 'Who carries it; 80 characters.' }),
    trackingNumber: t.string({ description: "The carrier's number; 80 characters." }),
    lines: t.field({
      type: [ParcelLineInput],
      description: 'What is in the parcel; all that is left when left out.',
    }),
    idempotencyKey: t.string({ description: 'Your own key: the same one again ships nothing more.' }),
  }),
});

const OrderCancelInput = builder.inputType('OrderCancelInput', {
  description: 'For orderCancel.',
  fields: (t) => ({
    orderId: t.id({ required: true, description: 'Which order.' }),
    reason: t.string({ description: 'For the other side; 500 characters.' }),
    idempotencyKey: t.string({ description: 'Your own key.' }),
  }),
});

const orderPayload = (name: string) =>
  payload<{ order: OrderId }>(name, (t) => ({
    order: t.field({
      type: Order,
      nullable: true,
      description: 'The order as it is now.',
      resolve: (result) => result.order,
    }),
  }));

const orderIdOf = (id: string) => inputId<'order'>('Order', id, ['orderId']);

builder.mutationFields((t) => ({
  orderPlace: t.field({
    type: orderPayload('OrderPlacePayload'),
    description:
      'Makes your cart an order: prices are frozen and the stock is held until `holdExpiresAt`. For its customer.',
    args: { input: t.arg({ type: OrderPlaceInput, required: true, description: 'Which cart.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => ({
        order: await placeOrder(ctx, { ...input, cartId: inputId<'cart'>('Cart', input.cartId, ['cartId']) }),
      })),
  }),
  orderConfirm: t.field({
    type: orderPayload('OrderConfirmPayload'),
    description: "Accepts an order. For the shop's staff, and for partner apps that it lets WRITE_ORDERS.",
    args: { input: t.arg({ type: OrderConfirmInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const order = orderIdOf(input.orderId);
        await confirmOrder(ctx, order, input.idempotencyKey);
        return { order };
      }),
  }),
  orderShip: t.field({
    type: orderPayload('OrderShipPayload'),
    description:
      "Sends a parcel: all that is left, or some lines. For the shop's staff, and for partner apps that it lets WRITE_ORDERS.",
    args: { input: t.arg({ type: OrderShipInput, required: true, description: 'What.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const order = orderIdOf(input.orderId);
        const lines = input.lines?.map((line, index) => ({
          lineId: inputId<'orderLine'>('OrderLine', line.lineId, [
            'lines',
            `${index}`,
            'lineId',
          ]) satisfies OrderLineId,
          quantity: line.quantity,
        }));
        await shipOrder(ctx, { ...input, orderId: order, lines });
        return { order };
      }),
  }),
  orderDeliver: t.field({
    type: orderPayload('OrderDeliverPayload'),
    description:
      "Says that all of a shipped order has arrived. For the shop's staff, and for partner apps that it lets WRITE_ORDERS.",
    args: { input: t.arg({ type: OrderDeliverInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const order = orderIdOf(input.orderId);
        await deliverOrder(ctx, order, input.idempotencyKey);
        return { order };
      }),
  }),
  orderCancel: t.field({
    type: orderPayload('OrderCancelPayload'),
    description:
      "Calls an order off while nothing has shipped: stock and money go back. For its customer, the shop's staff, and partner apps that it lets WRITE_ORDERS.",
    args: { input: t.arg({ type: OrderCancelInput, required: true, description: 'Which, and why.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const order = orderIdOf(input.orderId);
        await cancelOrder(ctx, { ...input, orderId: order });
        return { order };
      }),
  }),
}));
