import type { Ctx, Tx } from '../context.ts';

/** Any number will do, as long as nothing else in this database locks it. */
const SWITCHES = 7_316_004;

/**
 * Holds the switches still until the commit. What begins by a switch shares it, so that a switch waits for what has
 * begun by the old setting: once it is answered, nothing more comes of that. A statement of its own, sent before the
 * one that reads the settings: a statement that waits for a lock goes on with what it saw before.
 */
export async function underSwitches({ sql }: Ctx): Promise<void> {
  await sql`/* switches_share */ select pg_advisory_xact_lock_shared(${SWITCHES}::bigint)`;
}

/** Waits for all that has begun by the settings as they are, and lets nothing begin before the commit. */
export async function lockSwitches({ sql }: Tx): Promise<void> {
  await sql`/* switches_lock */ select pg_advisory_xact_lock(${SWITCHES}::bigint)`;
}
