import { viewerId, type Ctx } from '../src/context.ts';
import {
  itemsByShipment,
  linesByOrder,
  shipmentsByOrder,
  timelineByOrder,
  type Order as OrderRow,
  type OrderLine as OrderLineRow,
  type OrderTransition,
  type Shipment as ShipmentRow,
} from '../src/orders/read.ts';
import {
  availableActions,
  type FulfillmentState,
  type OrderAction,
  type OrderState,
  type PaymentState,
} from '../src/orders/rules.ts';
import type { Address } from '../src/orders/tables.ts';
import { paymentsByOrder } from '../src/payments/read.ts';
import { builder } from './builder.ts';
import { encodeGlobalId } from './ids.ts';
import { batched } from './loaders.ts';
import { MoneyType, moneyOf } from './money.ts';
import { ProductUnit } from './products.ts';
import { Business, Conversation, Order, PartnerApp, Payment, Person, Product } from './refs.ts';
import { roleOf, writesOrdersOf } from './roles.ts';
import { SalesChannelType } from './sales-channel.ts';

export const OrderStateType = builder.enumType('OrderState', {
  description: 'Where an order is between shop and customer.',
  values: {
    PLACED: { description: 'The customer has ordered.' },
    CONFIRMED: { description: 'The shop has accepted.' },
    COMPLETED: { description: 'It is over: paid and delivered.' },
    CANCELLED: { description: 'It was called off.' },
    EXPIRED: { description: 'It was not paid while its stock was held.' },
  } satisfies Record<OrderState, object>,
});

const PaymentStateType = builder.enumType('OrderPaymentState', {
  description: 'Where its money is.',
  values: {
    UNPAID: { description: 'Nothing was paid.' },
    AUTHORIZED: { description: 'The money is reserved and not taken yet.' },
    PAID: { description: 'All was paid.' },
    PARTIALLY_REFUNDED: { description: 'Some went back.' },
    REFUNDED: { description: 'All went back.' },
  } satisfies Record<PaymentState, object>,
});

const FulfillmentStateType = builder.enumType('OrderFulfillmentState', {
  description: 'Where its goods are.',
  values: {
    UNFULFILLED: { description: 'In the shop.' },
    PARTIALLY_SHIPPED: { description: 'Some on their way.' },
    SHIPPED: { description: 'All on their way.' },
    DELIVERED: { description: 'All arrived.' },
    RETURNED: { description: 'Back in the shop.' },
  } satisfies Record<FulfillmentState, object>,
});

const action = (value: OrderAction, description: string) => ({ value, description });

const OrderActionType = builder.enumType('OrderAction', {
  description: 'What can be done with an order, and what was.',
  values: {
    PLACE: action('place', 'Ordered.'),
    AUTHORIZE: action('authorize', 'To be paid in cash at the door: orderPay.'),
    PAY: action('pay', 'Paid: orderPay.'),
    CONFIRM: action('confirm', 'Accepted by the shop: orderConfirm.'),
    SHIP: action('ship', 'Sent: orderShip.'),
    DELIVER: action('deliver', 'Arrived: orderDeliver.'),
    COMPLETE: action('complete', 'Over, by itself.'),
    CANCEL: action('cancel', 'Called off: orderCancel.'),
    EXPIRE: action('expire', 'Not paid in time, by itself.'),
    REFUND: action('refund', 'What was paid went back: refundCreate.'),
  } satisfies Record<Uppercase<OrderAction>, object>,
});

const AddressType = builder.objectRef<Address>('Address').implement({
  description: 'Where to deliver.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Who receives it.' }),
    line1: t.exposeString('line1', { description: 'Street and number.' }),
    line2: t.exposeString('line2', {
      nullable: true,
      description: 'Flat, floor and the like; null when not given.',
    }),
    city: t.exposeString('city', { description: 'City.' }),
    region: t.exposeString('region', {
      nullable: true,
      description: 'State or province; null when not given.',
    }),
    postalCode: t.exposeString('postalCode', {
      nullable: true,
      description: 'Postal code; null when not given.',
    }),
    country: t.field({ type: 'CountryCode', description: 'Country.', resolve: (address) => address.country }),
  }),
});

const OrderLine = builder.objectRef<OrderLineRow>('OrderLine').implement({
  description: 'So many of one product, as they were when the order was placed.',
  fields: (t) => ({
    id: t.id({ description: 'For orderShip.', resolve: (line) => encodeGlobalId('OrderLine', line.id) }),
    product: t.field({ type: Product, description: 'As it is now.', resolve: (line) => line.productId }),
    name: t.exposeString('name', { description: 'What it was called then.' }),
    sku: t.exposeString('sku', { nullable: true, description: 'Its SKU then; null when it had none.' }),
    unit: t.field({
      type: ProductUnit,
      description: 'What a quantity of one is.',
      resolve: (line) => line.unit,
    }),
    quantity: t.exposeInt('quantity', { description: 'How many.' }),
    shippedQuantity: t.exposeInt('shippedQuantity', { description: 'How many of them were sent.' }),
    unitPrice: t.field({
      type: MoneyType,
      description: 'What one cost then.',
      resolve: (line) => moneyOf(line.unitPriceMinor, line.currency),
    }),
    total: t.field({
      type: MoneyType,
      description: 'What they cost together.',
      resolve: (line) => moneyOf(line.totalMinor, line.currency),
    }),
  }),
});

const itemsOf = batched(itemsByShipment);

const ShipmentItem = builder.objectRef<{ line: OrderLineRow; quantity: number }>('ShipmentItem').implement({
  description: 'So many of a line in a parcel.',
  fields: (t) => ({
    line: t.field({ type: OrderLine, description: 'Of which line.', resolve: (item) => item.line }),
    quantity: t.exposeInt('quantity', { description: 'How many.' }),
  }),
});

const Shipment = builder.objectRef<ShipmentRow>('Shipment').implement({
  description: 'A parcel.',
  fields: (t) => ({
    id: t.id({
      description: 'Global and opaque.',
      resolve: (shipment) => encodeGlobalId('Shipment', shipment.id),
    }),
    carrier: t.exposeString('carrier', {
      nullable: true,
      description: 'Who carries it; null when not said.',
    }),
    trackingNumber: t.exposeString('trackingNumber', { nullable: true, description: 'Null when not said.' }),
    items: t.field({
      type: [ShipmentItem],
      description: 'What is in it.',
      resolve: (shipment, _args, ctx) => itemsOf(ctx, shipment.id),
    }),
    shippedAt: t.field({
      type: 'DateTime',
      description: 'When it left.',
      resolve: (shipment) => shipment.shippedAt,
    }),
    deliveredAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it arrived; null while it is on its way.',
      resolve: (shipment) => shipment.deliveredAt,
    }),
  }),
});

const TimelineEntry = builder.objectRef<OrderTransition>('OrderTimelineEntry').implement({
  description: 'Something that happened to an order.',
  fields: (t) => ({
    action: t.field({ type: OrderActionType, description: 'What.', resolve: (entry) => entry.action }),
    person: t.field({
      type: Person,
      nullable: true,
      description: 'Who did it; null for the system, a partner app, and somebody out of your reach.',
      resolve: (entry) => entry.personId,
    }),
    app: t.field({
      type: PartnerApp,
      nullable: true,
      description: 'The partner app that did it for the shop; null when none did.',
      resolve: (entry) => entry.appId,
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why; null when not said.' }),
    occurredAt: t.field({ type: 'DateTime', description: 'When.', resolve: (entry) => entry.occurredAt }),
  }),
});

const linesOf = batched(linesByOrder);
const shipmentsOf = batched(shipmentsByOrder);
const timelineOf = batched(timelineByOrder);
const paymentsOf = batched(paymentsByOrder);

async function actionsFor(ctx: Ctx, order: OrderRow): Promise<OrderAction[]> {
  if (viewerId(ctx) === order.personId) return availableActions(order, 'CUSTOMER');
  if (ctx.actor.kind === 'app') {
    const acts = ctx.actor.scopes.includes('WRITE_ORDERS') && (await writesOrdersOf(ctx, order.businessId));
    return acts ? availableActions(order, 'PARTNER') : [];
  }
  const role = await roleOf(ctx, order.businessId);
  return role ? availableActions(order, 'BUSINESS', role) : [];
}

Order.implement({
  description:
    "What a customer ordered from a shop. For the customer, the shop's staff, and partner apps that it lets READ_ORDERS.",
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Short, for people; unique.' }),
    business: t.field({
      type: Business,
      description: 'From which shop.',
      resolve: (order) => order.businessId,
    }),
    customer: t.field({
      type: Person,
      nullable: true,
      description: 'Who ordered.',
      resolve: (order) => order.personId,
    }),
    conversation: t.field({
      type: Conversation,
      nullable: true,
      description: 'Where it is talked about; null for partner apps.',
      resolve: (order) => order.conversationId,
    }),
    channel: t.field({
      type: SalesChannelType,
      description: 'Where it came from.',
      resolve: (order) => order.channel,
    }),
    state: t.field({
      type: OrderStateType,
      description: 'Between shop and customer.',
      resolve: (order) => order.state,
    }),
    paymentState: t.field({
      type: PaymentStateType,
      description: 'Where its money is.',
      resolve: (order) => order.paymentState,
    }),
    fulfillmentState: t.field({
      type: FulfillmentStateType,
      description: 'Where its goods are.',
      resolve: (order) => order.fulfillmentState,
    }),
    availableActions: t.field({
      type: [OrderActionType],
      description: 'What you can do with it now; nothing for a partner app that may not WRITE_ORDERS.',
      resolve: (order, _args, ctx) => actionsFor(ctx, order),
    }),
    lines: t.field({
      type: [OrderLine],
      description: 'What was ordered.',
      resolve: (order, _args, ctx) => linesOf(ctx, order.id),
    }),
    fee: t.field({
      type: MoneyType,
      nullable: true,
      description:
        "The platform's share by the rate of the day on which it was placed; null for anybody but the shop's staff.",
      resolve: async (order, _args, ctx) =>
        (await roleOf(ctx, order.businessId)) ? moneyOf(order.feeMinor, order.currency) : null,
    }),
    itemsTotal: t.field({
      type: MoneyType,
      description: 'The sum of the lines.',
      resolve: (order) => moneyOf(order.itemsMinor, order.currency),
    }),
    discountTotal: t.field({
      type: MoneyType,
      description: 'What is taken off.',
      resolve: (order) => moneyOf(order.discountMinor, order.currency),
    }),
    shippingTotal: t.field({
      type: MoneyType,
      description: 'What delivery costs.',
      resolve: (order) => moneyOf(order.shippingMinor, order.currency),
    }),
    taxTotal: t.field({
      type: MoneyType,
      description: 'What is added as tax.',
      resolve: (order) => moneyOf(order.taxMinor, order.currency),
    }),
    total: t.field({
      type: MoneyType,
      description: 'itemsTotal - discountTotal + shippingTotal + taxTotal, exactly.',
      resolve: (order) => moneyOf(order.totalMinor, order.currency),
    }),
    address: t.field({
      type: AddressType,
      nullable: true,
      description: 'Where to deliver; null when it is picked up.',
      resolve: (order) => order.address,
    }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'From the customer; null when there is none.',
    }),
    holdExpiresAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Until when its stock is held for payment; null once paid or over.',
      resolve: (order) => order.holdExpiresAt,
    }),
    payments: t.field({
      type: [Payment],
      description: 'The tries to pay it, in their order; for partner apps the one that succeeded.',
      resolve: (order, _args, ctx) => paymentsOf(ctx, order.id),
    }),
    shipments: t.field({
      type: [Shipment],
      description: 'Its parcels.',
      resolve: (order, _args, ctx) => shipmentsOf(ctx, order.id),
    }),
    timeline: t.field({
      type: [TimelineEntry],
      description: 'What happened to it, oldest first.',
      resolve: (order, _args, ctx) => timelineOf(ctx, order.id),
    }),
    placedAt: t.field({
      type: 'DateTime',
      description: 'When it was placed.',
      resolve: (order) => order.placedAt,
    }),
    updatedAt: t.field({
      type: 'DateTime',
      description: 'Last changed.',
      resolve: (order) => order.updatedAt,
    }),
  }),
});
