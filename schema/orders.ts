import { roleIn } from '../src/businesses/staff.ts';
import { requirePerson, type Ctx } from '../src/context.ts';
import type { OrderId, OrderLineId } from '../src/db/id.ts';
import { topic } from '../src/events/catalogue.ts';
import type { LogEvent } from '../src/events/reader.ts';
import { cancelOrder } from '../src/orders/cancel.ts';
import { confirmOrder } from '../src/orders/confirm.ts';
import { deliverOrder } from '../src/orders/deliver.ts';
import { placeOrder } from '../src/orders/place.ts';
import { ordersPage, type Order as OrderRow } from '../src/orders/read.ts';
import { shipOrder } from '../src/orders/ship.ts';
import { builder } from './builder.ts';
import { answer, payload } from './errors.ts';
import { argumentId, inputId } from './ids.ts';
import { Event, liveField, noSuchStream, type Listening } from './live.ts';
import { OrderStateType } from './order-types.ts';
import { pageArgs } from './page-args.ts';
import { connectById, emptyPage, type PageArgs } from './paging.ts';
import { isSelf } from './people.ts';
import { Business, Order, Person } from './refs.ts';
import { SalesChannelType } from './sales-channel.ts';

const OrderConnection = builder.connectionObject(
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

builder.objectField(Business, 'orders', (t) =>
  t.field({
    type: OrderConnection,
    description: 'What was ordered from it, newest first; empty unless you are on its staff.',
    args: listArgs,
    resolve: async (shop, { state = null, channel = null, ...args }: ListArgs, ctx) =>
      (await roleIn(ctx, shop.id))
        ? connectById<OrderRow>(args, (page) =>
            ordersPage(ctx, { businessId: shop.id, state, channel }, page),
          )
        : emptyPage<OrderRow>(),
  }),
);

const OrderEvent = builder.objectRef<LogEvent>('OrderEvent').implement({
  description: 'Something happened to an order.',
  interfaces: [Event],
  fields: (t) => ({
    order: t.field({
      type: Order,
      nullable: true,
      description: 'As it is now.',
      resolve: (event) => event.payload.orderId ?? null,
    }),
  }),
});

const OrderEventFilter = builder.inputType('OrderEventFilter', {
  description: 'Which orders: your own when nothing is given.',
  fields: (t) => ({
    businessId: t.id({ description: 'Those of a business whose staff you are.' }),
    orderId: t.id({ description: 'Only this one of them.' }),
  }),
});

interface StreamFilter {
  readonly businessId?: string | null | undefined;
  readonly orderId?: string | null | undefined;
}

/** The streams of orders and of payments are of a person or of a business, and may be narrowed to one order. */
export function listenFor(
  ctx: Ctx,
  filter: StreamFilter | null | undefined,
  topicOf: (party: string) => string,
): Listening {
  const orderId = filter?.orderId == null ? null : argumentId<'order'>('Order', filter.orderId);
  if (filter?.orderId != null && !orderId) throw noSuchStream('order');
  const wants = (event: LogEvent) => orderId === null || event.payload.orderId === orderId;
  if (filter?.businessId == null) return { topics: [topicOf(requirePerson(ctx).personId)], wants };
  const businessId = argumentId<'business'>('Business', filter.businessId);
  if (!businessId) throw noSuchStream('business');
  return {
    topics: [topicOf(businessId)],
    wants,
    authorize: async () => {
      if (!(await roleIn(ctx, businessId))) throw noSuchStream('business');
    },
  };
}

liveField('orderEvents', {
  description: 'What happens to orders, live: to your own, or to those of a business whose staff you are.',
  event: OrderEvent,
  args: builder.args((t) => ({ filter: t.field({ type: OrderEventFilter, description: 'Which orders.' }) })),
  listen: ({ filter }, ctx) => listenFor(ctx, filter, topic.orders),
});

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

const OrderConfirmInput = builder.inputType('OrderConfirmInput', {
  description: 'For orderConfirm.',
  fields: (t) => ({ orderId: t.id({ required: true, description: 'Which order.' }) }),
});

const OrderDeliverInput = builder.inputType('OrderDeliverInput', {
  description: 'For orderDeliver.',
  fields: (t) => ({ orderId: t.id({ required: true, description: 'Which order.' }) }),
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
    description: "Accepts an order. For the shop's staff.",
    args: { input: t.arg({ type: OrderConfirmInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const order = orderIdOf(input.orderId);
        await confirmOrder(ctx, order);
        return { order };
      }),
  }),
  orderShip: t.field({
    type: orderPayload('OrderShipPayload'),
    description: "Sends a parcel: all that is left, or some lines. For the shop's staff.",
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
    description: "Says that all of a shipped order has arrived. For the shop's staff.",
    args: { input: t.arg({ type: OrderDeliverInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const order = orderIdOf(input.orderId);
        await deliverOrder(ctx, order);
        return { order };
      }),
  }),
  orderCancel: t.field({
    type: orderPayload('OrderCancelPayload'),
    description:
      "Calls an order off while nothing has shipped: stock and money go back. For its customer and the shop's staff.",
    args: { input: t.arg({ type: OrderCancelInput, required: true, description: 'Which, and why.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const order = orderIdOf(input.orderId);
        await cancelOrder(ctx, { ...input, orderId: order });
        return { order };
      }),
  }),
}));
