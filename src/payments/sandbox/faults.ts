/**
 * Faults that are switched on from outside while the sandbox runs. Each row of `sandbox.faults` befalls the
 * next calls of an operation, or the next events of a type, as many times as it says, whichever process
 * meets them.
 */
import type postgres from 'postgres';
import type { EventType } from './events.ts';
import type { Mishap } from './mishap.ts';

/**
 * `error_before`: answered with 500, and nothing done. `error_after`: done, and answered with 500, which is
 * all that its key tells from then on. `drop`: done, and the connection is cut. `delay`: done, and answered
 * later. `webhook_first`: done, and answered once the event of it was delivered.
 */
export const CALL_FAULTS = ['error_before', 'error_after', 'drop', 'delay', 'webhook_first'] as const;
export type CallFault = (typeof CALL_FAULTS)[number];

/**
 * `twice`: delivered two times at once. `late`: delivered after the delay. `out_of_order`: held back until a
 * later event of the same record was delivered, or for the delay. `never`: not delivered.
 */
export const DELIVERY_FAULTS = ['twice', 'late', 'out_of_order', 'never'] as const;
export type DeliveryFault = (typeof DELIVERY_FAULTS)[number];

/** A call is named by its route, such as `POST /v1/payment_intents/:id/cancel`. */
export type Operation = `${'GET' | 'POST'} /v1/${string}`;

export type FaultSwitch = { times?: number; delayMs?: number } & (
  | { operation: Operation; fault: CallFault }
  | { operation: EventType; fault: DeliveryFault }
);

export interface Claimed<Fault> {
  fault: Fault;
  delayMs: number;
}

/** Either a pool or a transaction. */
type Claiming = postgres.ISql<{ bigint: bigint }>;

export function claimCallFault(sql: Claiming, operation: string): Promise<Claimed<CallFault> | null> {
  return claim<CallFault>(sql, operation);
}

export function claimDeliveryFault(sql: Claiming, type: EventType): Promise<Claimed<DeliveryFault> | null> {
  return claim<DeliveryFault>(sql, type);
}

/** The oldest of the operation's, counted down: two at once never have the same one. */
async function claim<Fault>(sql: Claiming, operation: string): Promise<Claimed<Fault> | null> {
  const [row] = await sql<{ fault: Fault; delay_ms: number }[]>`
    update sandbox.faults set remaining = remaining - 1
    where id = (
      select id from sandbox.faults where operation = ${operation} and remaining > 0
      order by id limit 1
      for update)
    returning fault, delay_ms`;
  return row ? { fault: row.fault, delayMs: row.delay_ms } : null;
}

/** What befalls the answer on its way, once everything is done. */
export function mishapOf({ fault, delayMs }: Claimed<CallFault>): Mishap {
  switch (fault) {
    case 'drop':
      return { cut: true };
    case 'delay':
      return { delayMs };
    case 'webhook_first':
      return { webhookFirst: true };
    case 'error_before':
    case 'error_after':
      return {};
  }
}
