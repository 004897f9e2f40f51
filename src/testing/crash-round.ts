import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from '../db/client.ts';
import { seed, startCrashServer, type CrashServer } from './crash.ts';
import { switchFault } from './faults.ts';
import { OUTCOMES, stateOf, type Outcome, type Prepared, type State } from './payment-cases.ts';
import { POINTS, type Fault, type Point } from './payment-points.ts';
import { startPostgresProxy, type PostgresProxy } from './postgres-proxy.ts';

export interface Case {
  readonly name: string;
  readonly fault: Fault;
  readonly outcome: Outcome;
  readonly point: Point;
}

/** A case as it was at three times. */
export interface Course {
  readonly before: readonly State[];
  /** After the restart, by itself. */
  readonly recovered: readonly State[];
  /** When its client has asked again, with the same key. */
  readonly repeated: readonly State[];
}

interface Standing extends Case {
  readonly prepared: Prepared;
  readonly before: readonly State[];
}

/** Every point at which an outcome can be killed under one of the faults. */
export function casesOf(faults: readonly Fault[]): Case[] {
  return faults.flatMap((fault) =>
    Object.entries(POINTS).flatMap(([where, point]) =>
      Object.entries(OUTCOMES)
        .filter(([, { begins }]) => point.faults.includes(fault) && (begins || point.commit?.of !== 'begins'))
        .map(([what, outcome]) => ({
          name: `${what}, killed ${where}, provider: ${fault}`,
          fault,
          outcome,
          point,
        })),
    ),
  );
}

/** What a case is expected to be after the restart, before its client comes again. */
export function expectedByItself({ outcome, point }: Case, { before }: Course): readonly State[] {
  const isUndone = point.commit?.of === 'begins' && point.commit.fault === 'hang before';
  // A code that has not reached the provider is asked for again: only the client has it.
  const isForgotten = outcome.operation === 'answerChallenge' && point.isEarly;
  return isUndone || isForgotten ? before : [outcome.end];
}

/**
 * One process with a payment of each case standing at its point, killed once for all of them; then another one, which has
 * to make it right; then every client again.
 */
export async function runRound(
  databaseUrl: string,
  sql: Sql,
  cases: readonly Case[],
): Promise<ReadonlyMap<Case, Course>> {
  const standing = await prepareAll(databaseUrl, sql, cases);
  await bringToTheirPoints(databaseUrl, sql, standing);
  const second = await startCrashServer(databaseUrl);
  try {
    const recovered = await recover(sql, standing);
    await sql`delete from sandbox.faults`;
    await eachOf(standing, ({ prepared }) => prepared.act(second.client(prepared.token)));
    const repeated = await untilEnded(sql, standing, ({ outcome }) => [outcome.end]);
    return new Map(
      cases.map((one, place) => {
        const before = standing[place]?.before ?? [];
        return [one, { before, recovered: recovered[place] ?? [], repeated: repeated[place] ?? [] }];
      }),
    );
  } finally {
    await second.kill();
  }
}

async function prepareAll(databaseUrl: string, sql: Sql, cases: readonly Case[]): Promise<Standing[]> {
  const prepared = await seed(databaseUrl, (server) => eachOf(cases, (one) => one.outcome.prepare(server)), {
    databasePool: 8,
  });
  // What the provider had to tell until now is told.
  await sql`update sandbox.events set delivered_at = now() where delivered_at is null`;
  return eachOf(
    cases.flatMap((one, place) => {
      const its = prepared[place];
      return its ? [{ ...one, prepared: its }] : [];
    }),
    async (one) => ({ ...one, before: await stateOf(sql, one.outcome, one.prepared) }),
  );
}

/** One after the other, so that what is told to go wrong next is theirs. */
async function bringToTheirPoints(databaseUrl: string, sql: Sql, all: readonly Standing[]): Promise<void> {
  const proxy = await startPostgresProxy(databaseUrl);
  const server = await startCrashServer(proxy.url, { jobs: 'off', databasePool: 100 });
  try {
    for (const one of all) {
      await sql`delete from sandbox.faults`;
      await switchFaults(sql, one);
      await bringToItsPoint(sql, one, server, proxy);
    }
    await sql`delete from sandbox.faults`;
    await letWebhooksStand(sql, all, proxy);
  } finally {
    await server.kill();
    await proxy.stop();
  }
}

async function switchFaults(sql: Sql, { fault, outcome, point }: Case): Promise<void> {
  const app = { sql };
  const { route, event } = outcome;
  if (fault === 'webhook lost') await switchFault({ app }, { operation: event, fault: 'never' });
  else if (fault !== 'webhook_first')
    await switchFault({ app }, { operation: event, fault: 'late', delayMs: LATE_MS });
  if (point.isSlow) await switchFault({ app }, { operation: route, fault: 'delay', delayMs: 60_000 });
  else if (fault === 'delay') await switchFault({ app }, { operation: route, fault, delayMs: 200 });
  else if (fault !== 'none' && fault !== 'webhook lost')
    await switchFault({ app }, { operation: route, fault });
}
const LATE_MS = 600_000;

async function bringToItsPoint(
  sql: Sql,
  { name, outcome, point, prepared }: Standing,
  server: CrashServer,
  proxy: PostgresProxy,
): Promise<void> {
  const stands: Promise<void>[] = [];
  const { commit, stop } = point;
  if (stop) stands.push((await server.stopNext({ operation: outcome.operation, moment: stop })).stands);
  const statement = commit && outcome[commit.of];
  if (commit && statement && !point.byWebhook) stands.push(proxy.atNextCommit(statement, commit.fault));
  prepared.act(server.client(prepared.token)).catch(() => {});
  const late = sleep(20_000, 'late', { ref: false });
  if ((await Promise.race([Promise.all(stands), late])) === 'late')
    throw new Error(`${name}: never got there`);
  if (stands.length === 0) await untilAsked(sql, outcome);
}

/** Until the provider has done what it was asked for, and its fault is used up with that. */
async function untilAsked(sql: Sql, { route }: Outcome): Promise<void> {
  for (;;) {
    const [row] = await sql`select from sandbox.faults where operation = ${route} and remaining > 0`;
    const [event] = await sql`
      select from sandbox.events where delivered_at is null and created_at > now() - interval '1 minute'`;
    if (!row && event) return;
    await sleep(5);
  }
}

/** All at once: the provider sends its next ones when these are answered, which they are not. */
async function letWebhooksStand(sql: Sql, all: readonly Standing[], proxy: PostgresProxy): Promise<void> {
  const theirs = all.filter(({ point }) => point.byWebhook);
  const stand = theirs.map(({ outcome }) => proxy.atNextCommit(outcome.settles, 'hang before'));
  for (const { prepared, outcome } of theirs) {
    await sql`
      update sandbox.events set next_attempt_at = now() + interval '1 second'
      where delivered_at is null and type = ${outcome.event} and coalesce(
        data #>> '{data,object,metadata,bottega_payment}',
        (select payment_id::text from refunds where id::text = data #>> '{data,object,metadata,bottega_refund}')
      ) in (select id::text from payments where person_id = ${prepared.payer} and purpose = ${outcome.purpose})`;
  }
  await Promise.all(stand);
}

/** The next process does what is left to do; nothing is waited for that is due later. */
async function recover(sql: Sql, all: readonly Standing[]): Promise<(readonly State[])[]> {
  for (const one of all) {
    if (one.point.isEarly && one.outcome.operation !== 'answerChallenge') await switchFaults(sql, one);
  }
  return untilEnded(sql, all, (one) => expectedByItself(one, { ...one, recovered: [], repeated: [] }));
}

/** How all of them are when they are as expected, or when that has taken too long. */
async function untilEnded(
  sql: Sql,
  all: readonly Standing[],
  expected: (one: Standing) => readonly State[],
): Promise<(readonly State[])[]> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    await hurry(sql);
    const states = await eachOf(all, (one) => stateOf(sql, one.outcome, one.prepared));
    const isEnded = all.every(
      (one, place) => JSON.stringify(states[place]) === JSON.stringify(expected(one)),
    );
    if (isEnded || Date.now() > deadline) return states;
    await sleep(300);
  }
}
const PATIENCE_MS = 40_000;

async function hurry(sql: Sql): Promise<void> {
  await sql`
    update pgboss.job set start_after = now()
    where name in ('payment.reconcile', 'refund.submit') and state in ('created', 'retry')`;
  await sql`
    update sandbox.events set next_attempt_at = now()
    where delivered_at is null and attempts = 0 and next_attempt_at < 'infinity'`;
}

/** Some at a time. */
async function eachOf<From, To>(all: readonly From[], work: (one: From) => Promise<To>): Promise<To[]> {
  const done: To[] = [];
  const left = [...all.entries()];
  const worker = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) done[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return done;
}
