import { decodeId } from '../src/db/id.ts';
import type { Sql } from '../src/db/client.ts';
import { examine } from '../src/doctor/examine.ts';
import type { Follower } from './follower.ts';
import { readLog, type Logged } from './log.ts';
import { differences, overlooked, type Told } from './record.ts';
import type { Done } from './writers.ts';

/** Everything that is not as it was promised; empty when all is. */
export async function judge(
  sql: Sql,
  {
    followers,
    done,
    head,
    random,
  }: {
    readonly followers: readonly Follower[];
    readonly done: readonly Done[];
    /** Where the log ended when the writers had stopped. */
    readonly head: number;
    readonly random: () => number;
  },
): Promise<string[]> {
  const found: string[] = [];
  for (const follower of followers) found.push(...(await compare(sql, follower, { head, random })));
  found.push(...(await dense(sql, head)), ...(await kept(sql, done)));
  const findings = await examine(sql);
  return [...found, ...findings.map(({ check, id, fact }) => `The doctor: ${check.rule} ${id}: ${fact}`)];
}

/** A record against the log; and the comparison against spoiled copies of the same log, each of which it must notice. */
async function compare(
  sql: Sql,
  follower: Follower,
  { head, random }: { readonly head: number; readonly random: () => number },
): Promise<string[]> {
  const start = follower.start();
  if (start === null) return [`${follower.name} never got through.`];
  const log = await readLog(sql, follower.topics, { after: start, upTo: head });
  const record = follower.record.filter(({ position }) => position <= head);
  const parts = follower.order === 'of the log' ? [{ log, record }] : bySubject(log, record);
  const longest = parts.reduce((one, other) => (other.log.length > one.log.length ? other : one), nothing);
  const blind = longest.log.length < 2 ? [] : overlooked(longest.log, random);
  return [
    ...parts
      .flatMap((part) => differences(part.log, part.record))
      .map((found) => `${follower.name}: ${found}`),
    ...((await follower.hasAll(head)) ? [] : [`${follower.name} did not come to the end of the log.`]),
    ...blind.map((way) => `The comparison of ${follower.name} does not notice what was ${way}.`),
  ];
}

const nothing: Part = { log: [], record: [] };

/** What has an order of its own. */
interface Part {
  readonly log: readonly Told[];
  readonly record: readonly Told[];
}

function bySubject(log: readonly Logged[], record: readonly Told[]): Part[] {
  const subjects = new Map(log.map(({ id, subjectId }) => [id, subjectId]));
  const logs = Map.groupBy(log, ({ subjectId }) => subjectId);
  const records = Map.groupBy(record, ({ id }) => subjects.get(id) ?? 'not for it');
  return [...new Set([...logs.keys(), ...records.keys()])].map((subject) => ({
    log: logs.get(subject) ?? [],
    record: records.get(subject) ?? [],
  }));
}

async function dense(sql: Sql, head: number): Promise<string[]> {
  const [row] = await sql<
    { events: bigint }[]
  >`select count(*) as events from event_log where position <= ${head}`;
  return Number(row?.events) === head ? [] : [`The log holds ${String(row?.events)} events up to ${head}.`];
}

/** What a writer was told is done has to be there, once, however often it was sent. */
async function kept(sql: Sql, done: readonly Done[]): Promise<string[]> {
  const clientIds = done.flatMap((one) => one.clientIds);
  const messages = await sql<{ id: string; times: bigint }[]>`
    select sent.id, count(m.id) as times from unnest(${clientIds}::text[]) as sent (id)
    left join messages m on m.client_id = sent.id group by sent.id having count(m.id) <> 1`;
  const orderIds = done.flatMap((one) => one.orderIds).map((id) => decodeId(id)?.uuid ?? '');
  const orders = await sql<{ id: string }[]>`
    select placed.id from unnest(${orderIds}::uuid[]) as placed (id)
    where not exists (select from orders o where o.id = placed.id)`;
  return [
    ...messages.map(({ id, times }) => `A message that was sent once is there ${String(times)} times: ${id}`),
    ...orders.map(({ id }) => `An order that was placed is not there: ${id}`),
  ];
}
