/**
 * Reads and writes of the records. JSON goes in as text and is cast in SQL: Drizzle, where it shares this
 * connection pool, takes away the driver's own serializer for jsonb.
 */
import { randomBytes } from 'node:crypto';
import type postgres from 'postgres';
import { missing } from './errors.ts';
import type { ObjectOf, ObjectType, SandboxObject } from './objects.ts';

export type Tx = postgres.TransactionSql<{ bigint: bigint }>;

type Prefix = 'cus' | 'pm' | 'pi' | 'ch' | 're' | 'ba' | 'po' | 'txn' | 'evt' | 'req';

/** An id as Stripe's look: the prefix tells the type. */
export function newId(prefix: Prefix): string {
  return `${prefix}_${randomBytes(12).toString('hex')}`;
}

/** `created_at` is the object's `created` with its milliseconds, so that lists are cut and sorted by it. */
export async function insertObject(tx: Tx, object: SandboxObject, now: Date): Promise<void> {
  const data = JSON.stringify(object);
  await tx`
    insert into sandbox.objects (id, type, data, created_at)
    values (${object.id}, ${object.object}, ${data}::text::jsonb, ${now.toISOString()}::timestamptz)`;
}

export async function updateObject(tx: Tx, object: SandboxObject): Promise<void> {
  await tx`
    update sandbox.objects set data = ${JSON.stringify(object)}::text::jsonb
    where id = ${object.id}`;
}

/** Throws the API's 404 when there is none; `param` is the request's parameter that named it. */
export async function getObject<T extends ObjectType>(
  tx: Tx,
  type: T,
  id: string,
  param: string = type,
): Promise<ObjectOf<T>> {
  const [row] = await tx<{ data: ObjectOf<T> }[]>`
    select data from sandbox.objects where id = ${id} and type = ${type}`;
  if (!row) throw missing(type, id, param);
  return row.data;
}

/** Like `getObject`, and nobody else changes the record before this transaction ends. */
export async function lockObject<T extends ObjectType>(
  tx: Tx,
  type: T,
  id: string,
  param: string = type,
): Promise<ObjectOf<T>> {
  const [row] = await tx<{ data: ObjectOf<T> }[]>`
    select data from sandbox.objects where id = ${id} and type = ${type} for update`;
  if (!row) throw missing(type, id, param);
  return row.data;
}

/** A part of a `where`. */
export type Condition = postgres.PendingQuery<postgres.Row[]>;

export interface Page {
  /** Unix seconds: from the first on, and before the second. */
  createdFrom: number;
  createdBefore: number;
  limit: number;
  /** The id that the page before ended with. */
  after: string | null;
}

/** The records of a type of which something holds, newest first. */
export async function listObjects<T extends ObjectType>(
  tx: Tx,
  type: T,
  condition: Condition,
  page: Page,
): Promise<ObjectOf<T>[]> {
  const rows = await tx<{ data: ObjectOf<T> }[]>`
    select data from sandbox.objects
    where type = ${type} and ${condition}
      and created_at >= to_timestamp(${page.createdFrom}::float8)
      and created_at < to_timestamp(${page.createdBefore}::float8)
      and (${page.after}::text is null
        or (created_at, id) < (select created_at, id from sandbox.objects where id = ${page.after}))
    order by created_at desc, id desc
    limit ${page.limit}::int`;
  return rows.map((row) => row.data);
}
