import type { MessageId, OrderId } from '../db/id.ts';

/** What a ticket is about, as it was when it was opened. Amounts are minor units as decimal strings. */
export interface TicketContext {
  readonly order: {
    readonly id: OrderId;
    readonly number: number;
    readonly state: string;
    readonly paymentState: string;
    readonly fulfillmentState: string;
    readonly totalMinor: string;
    readonly currency: string;
    readonly lines: readonly {
      readonly name: string;
      readonly quantity: number;
      readonly totalMinor: string;
    }[];
  } | null;
  readonly messages: readonly {
    readonly id: MessageId;
    readonly sequence: number;
    readonly from: 'PERSON' | 'BUSINESS' | 'PLATFORM' | 'SYSTEM';
    /** Null for what was no text, such as a card. */
    readonly text: string | null;
    readonly sentAt: string;
  }[];
  /** What the ledger says of the order, for the platform's desk. */
  readonly postings: readonly {
    readonly kind: string;
    readonly description: string;
    readonly amountMinor: string;
    readonly currency: string;
    readonly postedAt: string;
  }[];
}
