import type { PgDatabase } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

export type Sql = postgres.Sql<{ bigint: bigint }>;
/** Drizzle on a pool or inside a transaction: the two look the same to a reader. */
export type Database = PgDatabase<PostgresJsQueryResultHKT>;

export interface Connection {
  readonly sql: Sql;
  readonly db: PostgresJsDatabase;
  close(): Promise<void>;
}

export interface ConnectionOptions {
  /** Connections in the pool. */
  readonly max: number;
  /** Shown in pg_stat_activity. */
  readonly name?: string;
}

/** Opens a pool. `db` is Drizzle on the same pool as `sql`. */
export function connect(url: string, options: ConnectionOptions): Connection {
  const sql = postgres(url, {
    max: options.max,
    idle_timeout: 300,
    connect_timeout: 10,
    // Seconds. When a whole pool loses its connections, the driver counts each as a try, and would wait up to 20.
    backoff: () => 0.05 + Math.random() * 0.2,
    // The sequencer keeps a session-level lock: its connection must not be closed for its age.
    max_lifetime: null,
    types: { bigint: postgres.BigInt },
    connection: {
      application_name: options.name ?? 'bottega',
      TimeZone: 'UTC',
      // Milliseconds. A process that stops amid a transaction holds its locks, and a switch waits for all of them: for
      // so long, and not until somebody finds the process.
      idle_in_transaction_session_timeout: 30_000,
      // How near a near-miss must be for the index to find it: "tomatto" is 0.6 of "Tomatoes".
      'pg_trgm.word_similarity_threshold': 0.4,
    },
    onnotice: () => {},
  });
  askForTypesOnce(sql);
  return { sql, db: drizzle(prepared(sql), { casing: 'snake_case' }), close: () => sql.end({ timeout: 5 }) };
}

/**
 * postgres.js asks for the types of arrays on every new connection and waits for the answer nowhere, so that a connection
 * which is lost just then ends the process. What it learns is kept for the whole pool: once is enough.
 */
function askForTypesOnce({ options }: Sql): void {
  // postgres.js keeps it but does not type it.
  const { shared } = options as unknown as { shared: { typeArrayMap: object } };
  const get = () => Object.keys(shared.typeArrayMap).length === 0;
  Object.defineProperty(options, 'fetch_types', { get, enumerable: true });
}

/**
 * Drizzle's driver asks for unnamed statements unless told otherwise, which costs postgres.js a second
 * round trip to describe the parameters. This face of the client prepares every statement; so lists
 * of ids go in as one array (`= any($1)`), never as a list of placeholders of varying length.
 */
function prepared(client: Sql): Sql {
  const unsafe: Sql['unsafe'] = (query, parameters, options) =>
    client.unsafe(query, parameters, { ...options, prepare: true });
  const nested =
    (begin: (run: (inner: Sql) => unknown) => unknown) =>
    (run: (inner: Sql) => unknown): unknown =>
      begin((inner) => run(prepared(inner)));
  return new Proxy(client, {
    get(target, key): unknown {
      if (key === 'unsafe') return unsafe;
      if (key === 'begin') return nested(target.begin.bind(target) as never);
      if (key === 'savepoint') return nested((target as unknown as { savepoint: never })[key]);
      return Reflect.get(target, key);
    },
  });
}

/** The postgres.js handle of a Drizzle transaction; Drizzle keeps it but does not type it. */
export function sqlOf(tx: object): Sql {
  return (tx as { session: { client: Sql } }).session.client;
}
