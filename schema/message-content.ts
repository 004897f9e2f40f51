import { viewerId } from '../src/context.ts';
import type { MessageContent as StoredContent, NoticeCode } from '../src/conversations/content.ts';
import { noticeText } from '../src/conversations/notices.ts';
import type { CurrencyCode } from '../src/money.ts';
import { builder } from './builder.ts';
import { MoneyType, moneyOf } from './money.ts';
import { Business, Cart, MoneyRequest, Order, Payment, Person, Product, Ticket, Transfer } from './refs.ts';

type Content<Type extends StoredContent['type']> = Extract<StoredContent, { type: Type }>;

const TextContent = builder.objectRef<Content<'text'>>('TextContent').implement({
  description: 'Words.',
  fields: (t) => ({ text: t.exposeString('text', { description: 'What was said.' }) }),
});

const ProductContent = builder.objectRef<Content<'product'>>('ProductContent').implement({
  description: 'A card of a product: as it was when it was sent, and as it is now.',
  fields: (t) => ({
    product: t.field({ type: Product, description: 'As it is now.', resolve: (card) => card.productId }),
    priceAsSent: t.field({
      type: MoneyType,
      description: 'What one cost when the card was sent.',
      resolve: (card) => moneyOf(BigInt(card.priceMinor), card.currency as CurrencyCode),
    }),
    wasAvailable: t.exposeBoolean('available', {
      description: 'Whether it could be had when the card was sent.',
    }),
  }),
});

const BotContent = builder.objectRef<Content<'bot'>>('BotContent').implement({
  description: "An answer of the shop's bot.",
  fields: (t) => ({
    rule: t.exposeString('rule', { description: 'Which of its rules has answered, such as `added`.' }),
    text: t.exposeString('text', { description: "What it says, in the customer's language." }),
    products: t.field({
      type: [ProductContent],
      description: 'Products that it offers; the first is number 1 for an answer such as "1".',
      resolve: ({ products }) => products.map((card) => ({ type: 'product' as const, ...card })),
    }),
    catalog: t.field({
      type: Business,
      nullable: true,
      description: 'The shop whose whole catalogue is to be opened with it; null when none is.',
      resolve: (content) => content.catalog,
    }),
  }),
});

const CatalogContent = builder.objectRef<Content<'catalog'>>('CatalogContent').implement({
  description: 'The whole catalogue of a shop, to be opened.',
  fields: (t) => ({
    business: t.field({ type: Business, description: 'Whose.', resolve: (card) => card.businessId }),
  }),
});

const SharedLine = builder.objectRef<{ line: Content<'cart'>['lines'][number]; currency: CurrencyCode }>(
  'SharedCartLine',
);
SharedLine.implement({
  description: 'A line of a cart as it was when it was sent.',
  fields: (t) => ({
    product: t.field({ type: Product, description: 'As it is now.', resolve: ({ line }) => line.productId }),
    name: t.string({ description: 'What it was called.', resolve: ({ line }) => line.name }),
    quantity: t.int({ description: 'How many.', resolve: ({ line }) => line.quantity }),
    total: t.field({
      type: MoneyType,
      description: 'What they cost together.',
      resolve: ({ line, currency }) => moneyOf(BigInt(line.totalMinor), currency),
    }),
  }),
});

const CartContent = builder.objectRef<Content<'cart'>>('CartContent').implement({
  description: 'A cart: as it was when it was sent, and as it is now.',
  fields: (t) => ({
    cart: t.field({
      type: Cart,
      nullable: true,
      description: 'As it is now; null for those who may not see it.',
      resolve: (card) => card.cartId,
    }),
    lines: t.field({
      type: [SharedLine],
      description: 'As they were.',
      resolve: (card) => card.lines.map((line) => ({ line, currency: card.currency as CurrencyCode })),
    }),
    subtotal: t.field({
      type: MoneyType,
      description: 'What they cost together.',
      resolve: (card) => moneyOf(BigInt(card.subtotalMinor), card.currency as CurrencyCode),
    }),
  }),
});

const OrderContent = builder.objectRef<Content<'order'>>('OrderContent').implement({
  description:
    'The card of an order. One message, which shows the order as it is now; `order.timeline` is its history.',
  fields: (t) => ({
    order: t.field({
      type: Order,
      nullable: true,
      description: 'As it is now.',
      resolve: (card) => card.orderId,
    }),
  }),
});

const PaymentContent = builder.objectRef<Content<'payment'>>('PaymentContent').implement({
  description: 'The confirmation of a payment.',
  fields: (t) => ({
    payment: t.field({
      type: Payment,
      nullable: true,
      description: 'Which.',
      resolve: (card) => card.paymentId,
    }),
  }),
});

const NoticeCodeType = builder.enumType('NoticeCode', {
  description: 'What a notice says.',
  values: {
    ORDER_PLACED: { description: 'The shop has the order.' },
    ORDER_CONFIRMED: { description: 'The shop accepted the order.' },
    ORDER_SHIPPED: { description: 'A parcel has left the shop.' },
    ORDER_DELIVERED: { description: 'All of it has arrived.' },
    ORDER_CANCELLED: { description: 'The order was called off.' },
    ORDER_EXPIRED: { description: 'The order was not paid in time.' },
    CASH_ON_DELIVERY: { description: 'The customer pays in cash when the order arrives.' },
  } satisfies Record<NoticeCode, object>,
});

const NoticeContent = builder.objectRef<Content<'notice'>>('NoticeContent').implement({
  description: 'Something that the shop tells by itself, such as the confirmation of an order.',
  fields: (t) => ({
    code: t.field({
      type: NoticeCodeType,
      description: 'For programs.',
      resolve: (notice): NoticeCode => notice.code,
    }),
    text: t.string({
      description: "For people, in the reader's language or the one asked for.",
      args: { language: t.arg.string({ description: 'A BCP 47 tag; your own language when left out.' }) },
      resolve: async (notice, { language }, ctx) => {
        const me = viewerId(ctx);
        const [order, reader] = await Promise.all([
          Order.getDataloader(ctx).load(notice.orderId),
          language || !me ? null : Person.getDataloader(ctx).load(me),
        ]);
        return noticeText(notice.code, language ?? reader?.language ?? 'en', order.number);
      },
    }),
    order: t.field({
      type: Order,
      nullable: true,
      description: 'About which order.',
      resolve: (row) => row.orderId,
    }),
  }),
});

const MoneyContent = builder.objectRef<Content<'transfer' | 'request'>>('MoneyContent').implement({
  description: 'Money that was sent, or asked for. The message updates in place when that changes.',
  fields: (t) => ({
    transfer: t.field({
      type: Transfer,
      nullable: true,
      description: 'What was sent; null for a request.',
      resolve: (content) => (content.type === 'transfer' ? content.transferId : null),
    }),
    request: t.field({
      type: MoneyRequest,
      nullable: true,
      description: 'What was asked for; null for money that was sent.',
      resolve: (content) => (content.type === 'request' ? content.requestId : null),
    }),
  }),
});

const TicketContent = builder.objectRef<Content<'ticket'>>('TicketContent').implement({
  description:
    'The card of a ticket that the customer has opened with the shop; it goes on in a thread of its own.',
  fields: (t) => ({
    ticket: t.field({
      type: Ticket,
      nullable: true,
      description: 'As it is now.',
      resolve: (card) => card.ticketId,
    }),
  }),
});

const CONTENT_TYPES = {
  text: 'TextContent',
  product: 'ProductContent',
  catalog: 'CatalogContent',
  bot: 'BotContent',
  cart: 'CartContent',
  order: 'OrderContent',
  payment: 'PaymentContent',
  transfer: 'MoneyContent',
  request: 'MoneyContent',
  ticket: 'TicketContent',
  notice: 'NoticeContent',
} as const satisfies Record<StoredContent['type'], string>;

export const MessageContent = builder.unionType('MessageContent', {
  description:
    'What a message holds. Expect more kinds: show a plain fallback for those that you do not know.',
  types: [
    TextContent,
    ProductContent,
    CatalogContent,
    BotContent,
    CartContent,
    OrderContent,
    PaymentContent,
    MoneyContent,
    TicketContent,
    NoticeContent,
  ],
  resolveType: (content) => CONTENT_TYPES[content.type],
});
