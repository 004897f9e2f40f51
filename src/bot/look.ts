import { openCart, pricedLines } from '../carts/read.ts';
import { productsByIds, searchProducts } from '../catalog/read.ts';
import { hoursByBusiness } from '../businesses/read.ts';
import { isOpenAt, nextOpening, wallTime, type WallTime } from '../businesses/hours.ts';
import type { Ctx } from '../context.ts';
import type { BusinessId } from '../db/id.ts';
import { dayIn } from '../markets/rules.ts';
import { formatMoney, type CurrencyCode } from '../money.ts';
import { newestOpenOrder } from '../orders/read.ts';
import { allows } from '../orders/rules.ts';
import { productMeant } from './match.ts';
import type { BotConversation, Chat } from './read.ts';
import {
  lookups,
  MAX_CARDS,
  type BotState,
  type Found,
  type Intent,
  type Lookup,
  type Language,
} from './rules.ts';

/** A product that is one letter off is near; what shares no more than a syllable is not. */
const LOOKS_AT = 20;

/** All that the bot decides by, as the customer sees it: `ctx` is theirs. */
export async function look(
  ctx: Ctx,
  chat: Chat,
  desk: BotConversation,
  { intent, language }: { readonly intent: Intent; readonly language: Language },
): Promise<BotState> {
  const [cart, order, found, [hours = []], offered] = await Promise.all([
    cartOf(ctx, chat, language),
    orderOf(ctx, chat, language),
    findAll(ctx, chat.businessId, intent),
    hoursByBusiness(ctx, [chat.businessId]),
    offerOf(ctx, desk),
  ]);
  const now = wallTime(chat.timeZone, ctx.now());
  const today = dayIn(chat.timeZone, ctx.now());
  const opens = nextOpening(hours, now);
  return {
    language,
    shopName: chat.shopName,
    isOpen: isOpenAt(hours, now),
    opensAtText: opens ? openingText(opens, language) : null,
    greetedToday: desk.greetedOn === today,
    awayToldToday: desk.awayOn === today,
    challenged: desk.challengedPaymentId !== null,
    cart,
    order,
    offered,
    found,
    greeting: chat.settings.greeting,
    away: chat.settings.away,
    customReplies: chat.settings.replies.map(({ texts }) => texts),
    misses: desk.misses,
  };
}

/** An amount as the customer reads it. */
export function moneyText(minor: bigint, currency: CurrencyCode, chat: Chat, language: Language): string {
  return formatMoney({ minor, currency }, `${language}-${chat.country}`);
}

/** The customer's open cart with the shop. */
export async function cartOf(ctx: Ctx, chat: Chat, language: Language): Promise<BotState['cart']> {
  const cart = await openCart(ctx, chat.personId, chat.businessId);
  const lines = cart ? await pricedLines(ctx, cart.id) : [];
  if (!cart || lines.length === 0) return { lines: [], totalText: null };
  const total = lines.reduce((sum, line) => sum + line.totalMinor, 0n);
  return {
    lines: lines.map(({ product, quantity }) => ({ productId: product.id, name: product.name, quantity })),
    totalText: moneyText(total, cart.currency, chat, language),
  };
}

async function orderOf(ctx: Ctx, chat: Chat, language: Language): Promise<BotState['order']> {
  const order = await newestOpenOrder(ctx, chat);
  if (!order) return null;
  const { id, number, state, paymentState, fulfillmentState, holdExpiresAt } = order;
  const isHeld = holdExpiresAt === null || holdExpiresAt > ctx.now();
  return {
    id,
    number,
    state,
    paymentState,
    fulfillmentState,
    totalText: moneyText(order.totalMinor, order.currency, chat, language),
    payable: isHeld && allows(order, 'pay', 'CUSTOMER'),
  };
}

function findAll(ctx: Ctx, businessId: BusinessId, intent: Intent): Promise<Found[]> {
  return Promise.all(lookups(intent).map((item) => find(ctx, businessId, item)));
}

async function find(ctx: Ctx, businessId: BusinessId, item: Lookup): Promise<Found> {
  const page = await searchProducts(ctx, businessId, item.words, { limit: LOOKS_AT, after: null }, 'CHAT');
  const products = page.rows.map(({ product }) => ({ productId: product.id, name: product.name }));
  const match = productMeant(item.words, products);
  return { ...item, match, near: match ? [] : products.slice(0, MAX_CARDS) };
}

async function offerOf(ctx: Ctx, { offered }: BotConversation): Promise<BotState['offered']> {
  if (!offered) return null;
  const products = await productsByIds(ctx, offered.productIds);
  return {
    quantity: offered.quantity,
    products: products.flatMap((one) => (one ? [{ productId: one.id, name: one.name }] : [])),
  };
}

/** Monday, 9 January 2023 stands for its weekday: only that and the time are said. */
function openingText({ weekday, minute }: WallTime, language: Language): string {
  const day = new Date(Date.UTC(2023, 0, 8 + weekday, 0, minute));
  return new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    weekday: 'long',
    hour: 'numeric',
    minute: '2-digit',
  }).format(day);
}
