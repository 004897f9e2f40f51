import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TransactionSql } from 'postgres';
import type { Tx } from '../context.ts';
import { connect, type Sql } from '../db/client.ts';
import { recordTagged } from './events.ts';
import { seeded } from './random.ts';

const WRITERS = 16;
const SUBJECTS = 24;
/** Of one transaction, each of another subject. */
const MOST_EVENTS = 4;
const LONGEST_PAUSE_MS = 10;

/** What the writers know when they are done. */
export interface Written {
  /** By subject, in the order in which its events were committed: the transactions of a subject take turns. */
  readonly bySubject: ReadonlyMap<string, readonly string[]>;
  /** Tags of all events that were committed. */
  readonly committed: readonly string[];
  /** Tags of events whose transaction or savepoint was rolled back. */
  readonly rolledBack: readonly string[];
}

export interface FuzzOptions {
  readonly seed: number;
  readonly seconds: number;
  /** Called after each commit, as the house nudges its sequencer. */
  readonly committed: () => void;
}

interface Diary {
  readonly bySubject: Map<string, string[]>;
  readonly committed: string[];
  readonly rolledBack: string[];
}

/**
 * Sixteen writers, each on a connection of its own, that record events of several subjects in a transaction and let time
 * pass between its first write, the subject's lock, the event and the commit; some roll back, all or to a savepoint. So
 * transactions overlap in all ways: their ids, the ids of their events and their commits come in different orders.
 */
export async function writeFuzz(url: string, options: FuzzOptions): Promise<Written> {
  const diary: Diary = { bySubject: new Map(), committed: [], rolledBack: [] };
  const subjects = Array.from({ length: SUBJECTS }, () => randomUUID());
  const end = performance.now() + options.seconds * 1_000;
  await Promise.all(
    Array.from({ length: WRITERS }, async (_, index) => {
      const { sql, close } = connect(url, { max: 1, name: 'bottega fuzz' });
      const random = seeded(options.seed * WRITERS + index);
      const writer = { name: `${index}`, random, subjects, count: 0 };
      while (performance.now() < end) {
        if (await write(writer, sql, diary)) options.committed();
      }
      await close();
    }),
  );
  return diary;
}

class UndoError extends Error {}

interface Writer {
  readonly name: string;
  readonly random: () => number;
  readonly subjects: readonly string[];
  count: number;
}

/** One transaction; whether it was committed. */
async function write(writer: Writer, sql: Sql, diary: Diary): Promise<boolean> {
  const told: { subject: string; tag: string }[] = [];
  const lost: string[] = [];
  try {
    await sql.begin(async (tx) => {
      // The first write: from here on the transaction has an id, and others that begin later get higher ones.
      await tx`select pg_current_xact_id()`;
      await pause(writer);
      for (const subject of choose(writer)) {
        if (chance(writer, 0.4)) {
          await tx`select from event_subjects where subject_id = ${subject} for no key update`;
          await pause(writer);
        }
        if (chance(writer, 0.2)) lost.push(await writeInVain(writer, tx, subject));
        const tag = newTag(writer);
        await recordTagged(txOf(tx), { subject, tag });
        told.push({ subject, tag });
        await pause(writer);
      }
      if (chance(writer, 0.15)) throw new UndoError();
      // Before the commit, while nobody else records for these subjects.
      for (const { subject, tag } of told) note(diary, subject, tag);
    });
    diary.committed.push(...told.map(({ tag }) => tag));
    diary.rolledBack.push(...lost);
    return true;
  } catch (error) {
    ignoreUndo(error);
    diary.rolledBack.push(...lost, ...told.map(({ tag }) => tag));
    return false;
  }
}

/** An event of a savepoint that is rolled back. */
async function writeInVain(writer: Writer, tx: TransactionSql, subject: string): Promise<string> {
  const tag = newTag(writer);
  await tx
    .savepoint(async (inner) => {
      await recordTagged(txOf(inner), { subject, tag });
      await pause(writer);
      throw new UndoError();
    })
    .catch(ignoreUndo);
  return tag;
}

function note(diary: Diary, subject: string, tag: string): void {
  const before = diary.bySubject.get(subject);
  if (before) before.push(tag);
  else diary.bySubject.set(subject, [tag]);
}

/** Some contended, some new, and in one order everywhere, as the house takes its locks. */
function choose({ random, subjects }: Writer): string[] {
  const chosen = new Set<string>();
  for (let left = 1 + Math.floor(random() * MOST_EVENTS); left > 0; left--) {
    const contended = subjects[Math.floor(random() * subjects.length * 1.25)];
    chosen.add(contended ?? randomUUID());
  }
  return [...chosen].toSorted();
}

function newTag(writer: Writer): string {
  writer.count += 1;
  return `${writer.name}.${writer.count}`;
}

const chance = ({ random }: Writer, share: number) => random() < share;

async function pause({ random }: Writer): Promise<void> {
  const milliseconds = random() * LONGEST_PAUSE_MS;
  if (milliseconds > LONGEST_PAUSE_MS / 2) await sleep(milliseconds);
}

/** As much of a transaction as recording needs. */
const txOf = (sql: unknown): Tx => ({ sql, now: () => new Date(), afterCommit: () => {} }) as unknown as Tx;

function ignoreUndo(error: unknown): void {
  if (!(error instanceof UndoError)) throw error;
}
