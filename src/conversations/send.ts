import { z } from 'zod';
import { cartForSharing } from '../carts/read.ts';
import { productsByIds } from '../catalog/read.ts';
import { currentPrice, isAvailable } from '../catalog/rules.ts';
import type { Ctx, Tx } from '../context.ts';
import type { CartId, ConversationId, ProductId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { InvalidInputError, NotFoundError } from '../errors.ts';
import { humanText, parseInput } from '../text.ts';
import { requireUnblocked, takeSeat, type Seat } from './access.ts';
import { appendMessage } from './append.ts';
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
      const content: MessageContent =
        words.text == null ? await cardContent(tx, seat, input.content) : { type: 'text', text: words.text };
      const { conversationId, sides, sender } = seat;
      return appendMessage(tx, { conversationId, sides, sender, content, clientId });
    });
  } catch (error) {
    // Resends are rare, so they are looked for only when sending has failed: by the unique key on the clientId,
    // because the shop has since archived what the card shows, or because one side has since blocked the other.
    const first = await messageByClientId(ctx, input.conversationId, clientId);
    if (first) return first;
    throw error;
  }
}

async function cardContent(tx: Tx, seat: Seat, content: SendContent): Promise<MessageContent> {
  if (content.productId != null) return productCard(tx, seat, content.productId);
  if (content.catalog) {
    if (!seat.businessId)
      throw new InvalidInputError('This chat has no shop, so no catalogue.', ['content', 'catalog']);
    return { type: 'catalog', businessId: seat.businessId };
  }
  if (content.cartId != null) return cartCard(tx, seat, content.cartId);
  throw new InvalidInputError('Say what to send.', ['content']);
}

async function productCard(tx: Tx, seat: Seat, productId: ProductId): Promise<MessageContent> {
  const [product] = await productsByIds(tx, [productId]);
  const isSoldHere = product && (!seat.businessId || product.businessId === seat.businessId);
  if (!isSoldHere || product.state !== 'ACTIVE') throw new NotFoundError('product', ['content', 'productId']);
  return {
    type: 'product',
    productId,
    priceMinor: currentPrice(product, tx.now()).toString(),
    currency: product.currency,
    available: isAvailable(product),
  };
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
