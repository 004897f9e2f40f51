/**
 * Reads and writes of the records. JSON goes in as text and is cast in SQL: Drizzle, where it shares this
 * connection pool, takes away the driver's own serializer for jsonb.
 */
import { randomBytes } from 'node:crypto';
import type postgres from 'postgres';
import { missing } from './errors.ts';
import type { IntentObject, ObjectOf, ObjectType, SandboxObject } from './objects.ts';

export type Tx = postgres.TransactionSql<{ bigint: bigint }>;

/** An id as Stripe's look: the prefix tells the type. */
export function newId(prefix: 'cus' | 'pm' | 'pi' | 're' | 'evt' | 'req'): string {
  return `${prefix}_${randomBytes(12).toString('hex')}`;
}

export async function insertObject(tx: Tx, object: SandboxObject): Promise<void> {
  const data = JSON.stringify(object);
  await tx`
    insert into sandbox.objects (id, type, data)
    values (${object.id}, ${object.object}, ${data}::text::jsonb)`;
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

export interface IntentPage {
  customer: string;
  /** Unix seconds. */
  createdFrom: number;
  limit: number;
  /** The id that the page before ended with. */
  after: string | null;
}

/** A customer's intents, newest first. */
export async function listIntents(tx: Tx, page: IntentPage): Promise<IntentObject[]> {
  const rows = await tx<{ data: IntentObject }[]>`
    select data from sandbox.objects
    where data ->> 'customer' = ${page.customer} and type = 'payment_intent'
      and created_at >= to_timestamp(${page.createdFrom}::float8)
      and (${page.after}::text is null
        or (created_at, id) < (select created_at, id from sandbox.objects where id = ${page.after}))
    order by created_at desc, id desc
    limit ${page.limit}::int`;
  return rows.map((row) => row.data);
}
