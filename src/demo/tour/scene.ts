import type { Client } from '../../testing/client.ts';
import type { Stage } from './stage.ts';
import type { CustomerStreams, ShopInbox } from './devices.ts';

/** Somebody who is signed in. */
export interface Player {
  readonly name: string;
  readonly token: string;
  readonly client: Client;
}

/** Everything that the steps share once the two have met. */
export interface Scene {
  readonly stage: Stage;
  /** Of the GraphQL endpoint. */
  readonly endpoint: string;
  readonly customer: Player;
  readonly merchant: Player;
  readonly shop: { readonly id: string; readonly name: string };
  readonly conversationId: string;
  /** The customer's live streams. */
  readonly streams: CustomerStreams;
  /** What the merchant sees live. */
  readonly inbox: ShopInbox;
}
