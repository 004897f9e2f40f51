import { sql } from 'drizzle-orm';
import { check, customType, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { businesses } from '../businesses/tables.ts';
import { counter, createdAt, instant, primaryId, reference } from '../db/columns.ts';
import { people } from '../identity/tables.ts';
import { IMPORT_STATES, ROW_ERROR_CODES } from './rules.ts';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** A file of products on its way into a catalogue. */
export const catalogImports = pgTable(
  'catalog_imports',
  {
    id: primaryId<'import'>(),
    businessId: reference<'business'>()
      .notNull()
      .references(() => businesses.id),
    personId: reference<'person'>()
      .notNull()
      .references(() => people.id),
    fileName: text().notNull(),
    size: counter().notNull(),
    state: text({ enum: IMPORT_STATES }).notNull().default('RUNNING'),
    /** Why it stopped; null unless it failed as a whole. */
    failure: text(),
    /** Rows that are done with: where a run that was cut off goes on. */
    rowsRead: counter().notNull().default(0),
    created: counter().notNull().default(0),
    updated: counter().notNull().default(0),
    unchanged: counter().notNull().default(0),
    rejected: counter().notNull().default(0),
    createdAt: createdAt(),
    finishedAt: instant(),
  },
  (t) => [
    index('catalog_imports_business_idx').on(t.businessId, t.id),
    check('catalog_imports_state_known', sql`${t.state} in ('RUNNING', 'FINISHED', 'FAILED')`),
    check(
      'catalog_imports_rows_add_up',
      sql`${t.rowsRead} = ${t.created} + ${t.updated} + ${t.unchanged} + ${t.rejected}`,
    ),
    check('catalog_imports_finished_at', sql`(${t.state} = 'RUNNING') = (${t.finishedAt} is null)`),
  ],
);

/** The file, in pieces, so that whoever works the job can read it; gone when it is done. */
export const catalogImportPieces = pgTable(
  'catalog_import_pieces',
  {
    importId: reference<'import'>()
      .notNull()
      .references(() => catalogImports.id),
    position: integer().notNull(),
    bytes: bytes().notNull(),
  },
  (t) => [primaryKey({ name: 'catalog_import_pieces_pkey', columns: [t.importId, t.position] })],
);

/** Why a row was not taken. */
export const catalogImportErrors = pgTable(
  'catalog_import_errors',
  {
    importId: reference<'import'>()
      .notNull()
      .references(() => catalogImports.id),
    position: counter().notNull(),
    /** In the file, from 1, as an editor counts. */
    line: counter().notNull(),
    /** As the file's header spells it; null for a row that could not be read. */
    column: text(),
    code: text({ enum: ROW_ERROR_CODES }).notNull(),
    /** What stood there, shortened. */
    value: text(),
    message: text().notNull(),
  },
  (t) => [primaryKey({ name: 'catalog_import_errors_pkey', columns: [t.importId, t.position] })],
);

export type CatalogImport = typeof catalogImports.$inferSelect;
export type CatalogImportError = typeof catalogImportErrors.$inferSelect;
