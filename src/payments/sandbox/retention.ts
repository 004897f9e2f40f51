import type { Sql } from '../../db/client.ts';

/** Keys live for a day, as Stripe's do; delivered events for thirty. Faults go when they are used up. */
export async function forgetOld(sql: Sql): Promise<void> {
  await sql`delete from sandbox.idempotency where created_at < now() - interval '24 hours'`;
  await sql`
    delete from sandbox.events
    where created_at < now() - interval '30 days' and delivered_at is not null`;
  await sql`delete from sandbox.faults where remaining = 0`;
}
