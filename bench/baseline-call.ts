import type { ISql } from 'postgres';
import type { Sql } from '../src/db/client.ts';
import { decodeId } from '../src/db/id.ts';

export interface Call {
  readonly sql: Sql;
  /** The person who calls. */
  readonly me: string;
  readonly publicUrl: string;
}

/** Statements, in a transaction or not. */
export type Asks = ISql<{ bigint: bigint }>;

/** Answers one kind of request, given its JSON. */
export type Handler = (call: Call, input: Record<string, unknown>) => Promise<unknown>;

export function idOf(input: unknown): string {
  return decodeId(String(input))?.uuid ?? '';
}
