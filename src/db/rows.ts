import { Column, getTableColumns, type InferSelectModel } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { PendingQuery, Row } from 'postgres';
import type { Sql } from './client.ts';

/** A row as a hand-written statement gives it, before `read`. */
export type RawRow = Record<string, unknown>;

/** A table's rows for hand-written statements. */
export interface TableRows<Read> {
  /** The select list with all of the table's columns. */
  columns(sql: Sql): PendingQuery<Row[]>;
  /** The row as Drizzle would give it: dates are Dates, counters are numbers. */
  read(row: RawRow): Read;
}

/**
 * Drizzle's rows without Drizzle's queries: on hot reads it costs more to build a query and to map its rows than
 * the database takes for them. `alias` is what the statements call the table.
 */
export function rowsOf<Table extends PgTable>(
  table: Table,
  alias: string,
): TableRows<InferSelectModel<Table>> {
  const columns = Object.entries<Column>(getTableColumns(table));
  const list = columns.map(([key, { name }]) => `${alias}.${toSnakeCase(name)} as "${key}"`).join(', ');
  const mapped = columns.filter(
    ([, column]) => column.mapFromDriverValue !== Column.prototype.mapFromDriverValue,
  );
  return {
    columns: (sql) => sql.unsafe(list),
    read: (row) => {
      for (const [key, column] of mapped) {
        if (row[key] !== null) row[key] = column.mapFromDriverValue(row[key]);
      }
      return row as InferSelectModel<Table>;
    },
  };
}
