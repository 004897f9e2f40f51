import type { OrderId } from '../db/id.ts';

/** Orders of a test, by what has become of them. */
export interface Orders {
  readonly placed: OrderId;
  readonly shipped: OrderId;
  readonly refunded: OrderId;
  /** Still unpaid, with a payment that failed. */
  readonly declined: OrderId;
}

/** For tests: by each rule of the doctor, ways to break it and no other. Statements run with the guards off. */
export type Ways<World> = Readonly<Record<string, Readonly<Record<string, (world: World) => string>>>>;

/** Forgets the chain, so that what a statement does to journals is not seen by it as well. */
export const UNCHAIN = `
  delete from ledger_heads; delete from ledger_chain; update ledger_watermarks set chained_from = null;`;

export const paymentOf = (order: OrderId) => `(select id from payments where order_id = '${order}')`;
