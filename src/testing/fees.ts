import type { Sql } from '../db/client.ts';
import { newId } from '../db/id.ts';
import type { FeeService } from '../fees/rules.ts';

/** Puts a rule in force behind all that are there, long ago, as operators can't. */
export async function setFee(
  sql: Sql,
  country: string,
  service: FeeService,
  terms: { readonly shareBasisPoints?: number; readonly fixedMinor?: bigint },
): Promise<void> {
  await sql`
    insert into fee_rules (id, country, service, currency, share_basis_points, fixed_minor, effective_from)
    select ${newId()}, m.country, ${service}, m.currency, ${terms.shareBasisPoints ?? 0},
           ${(terms.fixedMinor ?? 0n).toString()},
           (select coalesce(max(effective_from), '2020-01-01') + interval '1 second' from fee_rules
            where country = m.country and service = ${service})
    from markets m where m.country = ${country}`;
}
