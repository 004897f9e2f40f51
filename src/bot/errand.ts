import type { Ctx } from '../context.ts';
import type { MessageId, OrderId, PaymentId } from '../db/id.ts';
import type { BotConversation, Chat } from './read.ts';
import type { Language } from './rules.ts';

/** What the commands of a message are run with. */
export interface Errand {
  /** The customer's: the verbs see them as the caller. */
  readonly ctx: Ctx;
  readonly chat: Chat;
  readonly desk: BotConversation;
  readonly language: Language;
  readonly messageId: MessageId;
  /** What they wrote, for a ticket. */
  readonly words: string;
}

/** What earlier commands of the same message have made. */
export interface Made {
  orderId: OrderId | null;
  /** The payment that waits for its code from now on; null: none does. */
  challengedPaymentId: PaymentId | null;
}
