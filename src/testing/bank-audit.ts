import type { Sql } from '../db/client.ts';
import { decodeId } from '../db/id.ts';
import type { Bank } from './bank.ts';
import type { Answer, Call } from './bank-calls.ts';

/** What an answer names, as the database has it. */
interface Found {
  readonly key: string;
  readonly result: Readonly<Record<string, string>> | null;
  readonly refusal: { readonly code: string } | null;
}

/** Every call against what the database kept of it: nothing that was acknowledged is missing, nothing refused is there. */
export async function wrongAnswers(sql: Sql, calls: readonly Call[]): Promise<string[]> {
  const kept = await sql<Found[]>`
    select key, result, refusal from idempotency_keys where key like 'bank-%'`;
  const byKey = new Map(kept.map((one) => [one.key, one]));
  return calls.flatMap((call) => {
    const [first, ...others] = call.answers.map((answer) => JSON.stringify(answer));
    if (first === undefined) return [`${call.key}: never answered`];
    if (others.some((other) => other !== first))
      return [`${call.key}: ${call.answers.map(saidBy).join(', then ')}`];
    const found = byKey.get(call.key);
    const truth = found && truthOf(found);
    return JSON.stringify(truth) === JSON.stringify(inside(call.answers[0]))
      ? []
      : [`${call.key}: told ${first}, kept ${JSON.stringify(truth)}`];
  });
}

/** As the database writes it. */
function inside(answer: Answer | undefined): Answer | undefined {
  return answer?.kind === 'done' ? { kind: 'done', id: uuidOf(answer.id) } : answer;
}

const saidBy = (answer: Answer): string => (answer.kind === 'done' ? answer.id : answer.code);

function truthOf({ result, refusal }: Found): Answer {
  if (refusal) return { kind: 'refused', code: refusal.code };
  return { kind: 'done', id: Object.values(result ?? {})[0] ?? '' };
}

/** What is done, by the calls: ids as the database writes them. */
export function doneOf(calls: readonly Call[], what: Call['what']): string[] {
  return calls
    .filter((call) => call.what === what)
    .flatMap(({ answers: [answer] }) => (answer?.kind === 'done' ? [uuidOf(answer.id)] : []))
    .sort();
}

const uuidOf = (publicId: string): string => decodeId(publicId)?.uuid ?? '';

/** What everybody should have, from what the clients asked for and were told, and which of it went through. */
export async function expectedBalances(
  sql: Sql,
  bank: Bank,
  calls: readonly Call[],
): Promise<ReadonlyMap<string, bigint>> {
  const went = await sql<{ id: string; state: string; card: bigint; fee: bigint }[]>`
    select id, state, card_minor as card, fee_minor as fee from transfers
    union all select id, state, 0, 0 from payments where purpose = 'TOP_UP'`;
  const byId = new Map(went.map((one) => [one.id, one]));
  const balances = new Map<string, bigint>(bank.holders.map(({ id }) => [id, bank.startMinor]));
  const add = (holder: string | null, minor: bigint): void => {
    if (holder) balances.set(holder, (balances.get(holder) ?? 0n) + minor);
  };
  for (const { what, by, to, amountMinor, answers } of calls) {
    const [answer] = answers;
    const one = answer?.kind === 'done' ? byId.get(uuidOf(answer.id)) : undefined;
    if (!one || what === 'reverse' || what === 'ask') continue;
    if (what === 'topUp') {
      if (one.state === 'SUCCEEDED') add(by, amountMinor);
    } else if (one.state !== 'FAILED') {
      add(by, one.card - one.fee);
      if (one.state === 'REVERSED') continue;
      add(by, -amountMinor);
      add(to, amountMinor);
    }
  }
  return balances;
}
