import { sql, type AnyColumn, type SQL } from 'drizzle-orm';

/** `column = any($1)`: one parameter however many ids, so that the statement is prepared once. */
export function anyOf(column: AnyColumn, ids: readonly string[]): SQL {
  return sql`${column} = any(${sql.param([...ids])})`;
}

/** Puts rows in the order of the ids that were asked for, null where there is none: what a DataLoader wants. */
export function byId<Row extends { readonly id: string }>(
  ids: readonly string[],
  rows: readonly Row[],
): (Row | null)[] {
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id) ?? null);
}

/** Groups rows by an owner, in the order of the owners that were asked for; empty where one has none. */
export function groupBy<Row>(
  owners: readonly string[],
  rows: readonly Row[],
  ownerOf: (row: Row) => string,
): Row[][] {
  const groups = new Map<string, Row[]>(owners.map((owner) => [owner, []]));
  for (const row of rows) groups.get(ownerOf(row))?.push(row);
  return owners.map((owner) => groups.get(owner) ?? []);
}

/** One page of a list, in the list's own order. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
}

/** A page from a read of one row more than asked for. */
export function pageOf<Row>(rows: readonly Row[], limit: number): Page<Row> {
  return { rows: rows.slice(0, limit), hasMore: rows.length > limit };
}

/** Which page: `limit` rows after a cursor's key, or from the start. */
export interface PageRequest<Key = string> {
  readonly limit: number;
  readonly after: Key | null;
}
