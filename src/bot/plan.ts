import type { OrderId, ProductId } from '../db/id.ts';
import type { UserErrorCode } from '../errors.ts';
import type { PaymentAttemptState } from '../payments/rules.ts';
import type { NamedProduct, PayMethod } from './rules.ts';

/** What is to be done, by the verbs that people use. */
export type Command =
  | (NamedProduct & { readonly kind: 'add'; readonly quantity: number })
  /** The whole line leaves the cart. */
  | (NamedProduct & { readonly kind: 'remove' })
  | { readonly kind: 'place' }
  /** PLACED: the order that the `place` before it made. */
  | { readonly kind: 'pay'; readonly orderId: OrderId | 'PLACED'; readonly method: PayMethod | null }
  | { readonly kind: 'confirm'; readonly code: string }
  | { readonly kind: 'cancel'; readonly orderId: OrderId }
  | { readonly kind: 'ticket' }
  | { readonly kind: 'handOver' }
  /** To be remembered as what an answer such as "2" chooses from. */
  | { readonly kind: 'offer'; readonly products: readonly NamedProduct[]; readonly quantity: number };

/** What became of a command; the shell stops at the first that is not ok. */
export type Outcome =
  /** `totalText`: of the cart after it; null when it is empty. */
  | { readonly ok: true; readonly kind: 'add' | 'remove'; readonly totalText: string | null }
  | { readonly ok: true; readonly kind: 'place'; readonly orderNumber: number; readonly totalText: string }
  | {
      readonly ok: true;
      readonly kind: 'pay' | 'confirm';
      readonly orderNumber: number;
      readonly totalText: string;
      readonly paymentState: PaymentAttemptState;
      /** Where the payer answers their bank, when that asks on a page of its own; else null. */
      readonly confirmUrl: string | null;
    }
  | { readonly ok: true; readonly kind: 'cancel'; readonly orderNumber: number }
  | { readonly ok: true; readonly kind: 'ticket'; readonly ticketNumber: number }
  | { readonly ok: true; readonly kind: 'handOver' | 'offer' }
  | {
      readonly ok: false;
      readonly code: UserErrorCode;
      /** Of INSUFFICIENT_STOCK: how many are left, of what. */
      readonly available?: number;
      readonly name?: string;
      /** Of FEATURE_UNAVAILABLE: why, for the person. */
      readonly reason?: string;
    };

/** The name of the rule that fired, as every answer carries it. */
export const RULES = [
  'greeting',
  'catalog',
  'added',
  'added_some',
  'near_misses',
  'not_found',
  'found',
  'quantity_range',
  'choice_none',
  'not_enough',
  'product_gone',
  'removed',
  'nothing_to_remove',
  'cart',
  'cart_empty',
  'ordered',
  'paid',
  'pay_cash',
  'pay_under_way',
  'pay_nothing',
  'code_needed',
  'confirm_at_bank',
  'code_wrong',
  'declined',
  'no_card',
  'hold_expired',
  'already_paid',
  'unavailable',
  'refused',
  'cancelled',
  'cancel_nothing',
  'cancel_too_late',
  'status',
  'status_none',
  'help',
  'human',
  'handed_over',
  'thanks',
  'custom',
  'not_understood',
  'silent',
] as const;
export type Rule = (typeof RULES)[number];

export interface Reply {
  readonly rule: Rule;
  readonly text: string;
  /** Shown as cards, in this order; at most five. */
  readonly productIds: readonly ProductId[];
  /** Whether the card of the catalogue goes with it. */
  readonly catalog: boolean;
}

export interface Plan {
  /** What the reply will be called when all goes well. */
  readonly rule: Rule;
  /** To be run in this order until one fails. */
  readonly commands: readonly Command[];
  /** What is said when there are no commands; null: nothing, or what comes of them. `replyTo` has the whole answer. */
  readonly reply: Reply | null;
  /** Said after what came of the commands: what was not found, and the nearest. */
  readonly also: { readonly lines: readonly string[]; readonly productIds: readonly ProductId[] };
  /** Whether the reply greets, or says that the shop is closed: once a day each. */
  readonly greets: boolean;
  readonly saysAway: boolean;
  /** Whether the message counts as not understood. */
  readonly missed: boolean;
}
