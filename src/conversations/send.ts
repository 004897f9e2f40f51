import { z } from 'zod';
import { hideCode, type Hidden } from '../bot/hide-code.ts';
import { cartForSharing } from '../carts/read.ts';
import { productsByIds } from '../catalog/read.ts';
import { isSoldIn } from '../catalog/rules.ts';
import { requirePerson, type Ctx, type Tx } from '../context.ts';
import type { CartId, ConversationId, ProductId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { InvalidInputError, NotFoundError } from '../errors.ts';
import { featuresMissing, requireFeatures } from '../markets/require-feature.ts';
import { FeatureUnavailableError } from '../markets/rules.ts';
import { humanText, parseInput } from '../text.ts';
import { moveByMessage } from '../tickets/thread.ts';
import { requireUnblocked, takeSeat, type Seat } from './access.ts';
import { appendMessage } from './append.ts';
import { productCard } from './cards.ts';
import type { MessageContent } from './content.ts';
import { messageByClientId, type Message } from './read.ts';
import { MAX_TEXT } from './rules.ts';

/** What people send; exactly one of the fields. */
export interface SendContent {
  readonly text?: string | null | undefined;
  readonly productId?: ProductId | null | undefined;
  /** The whole catalogue of the conversation's shop. */
  readonly catalog?: boolean | null | undefined;
  /** The cart of the conversation's customer, as it is now. */
  readonly cartId?: CartId | null | undefined;
}

export interface SendMessage {
  readonly conversationId: ConversationId;
  readonly clientId: string;
  readonly content: SendContent;
}

const Send = z.object({
  clientId: z
    .string()
    .regex(/^[\x21-\x7e]{8,64}$/, 'A clientId is 8 to 64 printable ASCII characters, such as a UUID.'),
  content: z.object({ text: humanText(MAX_TEXT).nullish() }),
});

/** Sends a message. The same clientId again gives the first message back and sends nothing. */
export async function sendMessage(ctx: Ctx, input: SendMessage): Promise<Message> {
  const { clientId, content: words } = parseInput(Send, input);
  try {
    return await transact(ctx, async (tx) => {
      const seat = await takeSeat(tx, input.conversationId, { lock: true });
      requireUnblocked(seat);
      const { conversationId, sides, sender } = seat;
      if (seat.ticketId) await moveByMessage(tx, seat.ticketId);
      const said = words.text == null ? null : await wordsIn(tx, seat, words.text);
      const content: MessageContent = said
        ? { type: 'text', text: said.text }
        : await cardContent(tx, seat, input.content);
      const message = await appendMessage(tx, { conversationId, sides, sender, content, clientId });
      if (seat.hasBot && isToShop(seat)) {
        const { id: messageId, sequence } = message;
        tx.afterCommit(() =>
          tx.app.bot.hear({ conversationId, messageId, sequence, code: said?.code ?? null }),
        );
      }
      return message;
    });
  } catch (error) {
    // Resends are rare, so they are looked for only when sending has failed: by the unique key on the clientId,
    // because the shop has since archived what the card shows, or because one side has since blocked the other.
    const first = await messageByClientId(ctx, input.conversationId, clientId);
    if (first) return first;
    throw error;
  }
}

/** Only a customer has a code to tell: what the staff writes stays as it is. */
async function wordsIn(tx: Tx, seat: Seat, text: string): Promise<Hidden> {
  return isToShop(seat) ? hideCode(tx, seat.conversationId, text) : { text, code: null };
}

/** Whether a customer speaks to a shop in their everyday chat. */
function isToShop({ businessId, party, ticketId }: Seat): boolean {
  return businessId !== null && party !== businessId && ticketId === null;
}

async function cardContent(tx: Tx, seat: Seat, content: SendContent): Promise<MessageContent> {
  if (content.productId != null) return productContent(tx, seat, content.productId);
  if (content.catalog) {
    if (!seat.businessId)
      throw new InvalidInputError('This chat has no shop, so no catalogue.', ['content', 'catalog']);
    const { businessId, personId: user } = seat;
    await requireFeatures(tx, { market: { businessId }, user, path: ['content', 'catalog'] }, ['CATALOG']);
    return { type: 'catalog', businessId };
  }
  if (content.cartId != null) return cartCard(tx, seat, content.cartId);
  throw new InvalidInputError('Say what to send.', ['content']);
}

async function productContent(tx: Tx, seat: Seat, productId: ProductId): Promise<MessageContent> {
  // In a shop's chat the customer decides whether it is shown, so that staff may answer a country's first people.
  const user = seat.businessId ? seat.personId : requirePerson(tx).personId;
  const [[product], [missing]] = await Promise.all([
    productsByIds(tx, [productId]),
    featuresMissing(tx, [{ market: { productId }, user, feature: 'CATALOG' }]),
  ]);
  const isSoldHere = product && (!seat.businessId || product.businessId === seat.businessId);
  if (!isSoldHere || !isSoldIn(product, 'CHAT')) throw new NotFoundError('product', ['content', 'productId']);
  if (missing) throw new FeatureUnavailableError(missing, ['content', 'productId']);
  return { type: 'product', ...productCard(product, tx.now()) };
}

async function cartCard(tx: Tx, seat: Seat, cartId: CartId): Promise<MessageContent> {
  const cart = await cartForSharing(tx, cartId);
  const isThisCart = cart && cart.personId === seat.personId && cart.businessId === seat.businessId;
  if (!isThisCart) throw new NotFoundError('cart', ['content', 'cartId']);
  return {
    type: 'cart',
    cartId,
    lines: cart.lines,
    subtotalMinor: cart.subtotalMinor.toString(),
    currency: cart.currency,
  };
}
