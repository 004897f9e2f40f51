import type {
  BusinessId,
  CartId,
  MoneyRequestId,
  OrderId,
  PaymentId,
  ProductId,
  TicketId,
  TransferId,
} from '../db/id.ts';

/** What a notice says; its text is made when it is read, in the reader's language. */
export type NoticeCode =
  | 'ORDER_PLACED'
  | 'ORDER_CONFIRMED'
  | 'ORDER_SHIPPED'
  | 'ORDER_DELIVERED'
  | 'ORDER_CANCELLED'
  | 'ORDER_EXPIRED'
  | 'CASH_ON_DELIVERY';

/** As stored in messages.content. Cards hold ids, and of the past only what must not change: the price as sent. */
export type MessageContent =
  | { readonly type: 'text'; readonly text: string }
  | ({ readonly type: 'product' } & ProductCard)
  | { readonly type: 'catalog'; readonly businessId: BusinessId }
  | {
      readonly type: 'bot';
      /** Which of its rules has answered. */
      readonly rule: string;
      readonly text: string;
      /** What it offers, as product cards are stored. */
      readonly products: readonly ProductCard[];
      /** Whether the whole catalogue is shown with it. */
      readonly catalog: BusinessId | null;
    }
  | {
      readonly type: 'cart';
      readonly cartId: CartId;
      readonly lines: readonly SharedCartLine[];
      readonly subtotalMinor: string;
      readonly currency: string;
    }
  | { readonly type: 'order'; readonly orderId: OrderId }
  | { readonly type: 'payment'; readonly paymentId: PaymentId }
  | { readonly type: 'transfer'; readonly transferId: TransferId }
  | { readonly type: 'request'; readonly requestId: MoneyRequestId }
  | { readonly type: 'ticket'; readonly ticketId: TicketId }
  | { readonly type: 'notice'; readonly code: NoticeCode; readonly orderId: OrderId };

/** A product as it was when it was shown. */
export interface ProductCard {
  readonly productId: ProductId;
  /** Minor units as a decimal string: JSON numbers are doubles. */
  readonly priceMinor: string;
  readonly currency: string;
  readonly available: boolean;
}

export interface SharedCartLine {
  readonly productId: ProductId;
  readonly name: string;
  readonly quantity: number;
  readonly totalMinor: string;
}
