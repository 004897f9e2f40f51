import type { Sql } from '../src/db/client.ts';
import type { Told } from './record.ts';

/** With what it is about. */
export interface Logged extends Told {
  readonly subjectId: string;
}

interface Row {
  id: bigint;
  subject_id: string;
  type: string;
  sequence: bigint;
  position: bigint;
}

/** What the log says about some topics between two positions, the second included. */
export async function readLog(
  sql: Sql,
  topics: readonly string[],
  { after, upTo }: { readonly after: number; readonly upTo: number },
): Promise<Logged[]> {
  const rows = await sql<Row[]>`
    select id, subject_id, type, sequence, position from event_log
    where topics && ${[...topics]} and position > ${after} and position <= ${upTo} order by position`;
  return rows.map(({ id, subject_id, type, sequence, position }) => ({
    id: String(id),
    subjectId: subject_id,
    type: type.toUpperCase().replaceAll('.', '_'),
    sequence: Number(sequence),
    position: Number(position),
  }));
}

/** Where the log ends, once all that was committed has come into it. */
export async function readHead(sql: Sql): Promise<{ head: number; waiting: number }> {
  const [row] = await sql<{ head: bigint; waiting: bigint }[]>`
    select position as head, (select count(*) from outbox) as waiting from event_log_head`;
  return { head: Number(row?.head ?? 0), waiting: Number(row?.waiting ?? 0) };
}
