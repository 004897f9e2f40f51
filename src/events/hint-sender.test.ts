import { pino } from 'pino';
import { expect, it, vi } from 'vitest';
import type { Sql } from '../db/client.ts';
import { hintSender, type Hint } from './hints.ts';

const log = pino({ level: 'silent' });

/** A database whose answers the test gives; what it was asked, by the hints of each statement. */
function slowDatabase() {
  const asked: { hints: Hint[]; answer: () => void; fail: () => void }[] = [];
  const sql = (_: TemplateStringsArray, _channel: string, texts: string[]) =>
    new Promise<void>((resolve, reject) => {
      const hints = texts.map((text) => JSON.parse(text) as Hint);
      asked.push({ hints, answer: resolve, fail: () => reject(new Error('away')) });
    });
  return { asked, tell: hintSender(sql as unknown as Sql, log) };
}

const whisper = (id: string): Hint => ({ kind: 'whispered', event: { id } as never });

it('merges hints that wait, and has one statement under way', async () => {
  const { asked, tell } = slowDatabase();
  tell({ kind: 'committed' });
  tell({ kind: 'committed' });
  tell({ kind: 'stamped', position: 1 });
  tell({ kind: 'stamped', position: 2 });
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]?.hints).toEqual([{ kind: 'committed' }, { kind: 'stamped', position: 2 }]);
});

it('does not lose a hint that comes while the same one is under way', async () => {
  const { asked, tell } = slowDatabase();
  tell({ kind: 'committed' });
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  // The first may have been heard already, before this was committed.
  tell({ kind: 'committed' });
  asked[0]?.answer();
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  expect(asked[1]?.hints).toEqual([{ kind: 'committed' }]);
});

it('keeps the order of whispers, which are never merged, and goes on when the database was away', async () => {
  const { asked, tell } = slowDatabase();
  tell(whisper('1'));
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  for (const id of ['2', '3', '4']) tell(whisper(id));
  asked[0]?.fail();
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  expect(asked[1]?.hints).toEqual(['2', '3', '4'].map(whisper));
});

it('keeps a bounded number of them waiting', async () => {
  const { asked, tell } = slowDatabase();
  tell({ kind: 'committed' });
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  for (let id = 0; id < 5_000; id++) tell(whisper(`${id}`));
  asked[0]?.answer();
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  expect(asked[1]?.hints).toHaveLength(1_000);
});
