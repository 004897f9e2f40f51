import type { Sql } from '../db/client.ts';
import type { FaultSwitch } from '../payments/sandbox/faults.ts';

/**
 * Lets the sandbox go wrong: the next calls of an operation, or the next events of a type. In its own table
 * and not by its API, whose key only the server knows.
 */
export async function switchFault(
  { app }: { readonly app: { readonly sql: Sql } },
  { operation, fault, times = 1, delayMs = 0 }: FaultSwitch,
): Promise<void> {
  await app.sql`
    insert into sandbox.faults (operation, fault, delay_ms, remaining)
    values (${operation}, ${fault}, ${delayMs}, ${times})`;
}
