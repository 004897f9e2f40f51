import type { PendingQuery, Row } from 'postgres';
import type { Sql } from '../db/client.ts';

/** A piece of SQL with its parameters. */
export type Piece = PendingQuery<Row[]>;

/**
 * The rule of a market's service on a plan at a moment, as a subquery: the newest of the plan itself, else the newest of
 * all plans. Every statement that asks for a rule asks by it. No row where nobody has set a price.
 */
export function inForce(
  sql: Sql,
  of: { readonly country: Piece; readonly service: Piece; readonly plan: Piece; readonly at: Piece },
): Piece {
  return sql`(
    select * from fee_rules
    where country = ${of.country} and service = ${of.service} and effective_from <= ${of.at}
      and (plan is null or plan = ${of.plan})
    order by plan is null, effective_from desc limit 1
  )`;
}

/** The plan of a business on a day of its market, as an expression. */
export function planOn(sql: Sql, businessId: Piece, day: Piece): Piece {
  return sql`coalesce((
    select plan from business_plans where business_id = ${businessId} and from_period <= ${day}
    order by from_period desc limit 1
  ), 'STANDARD')`;
}
