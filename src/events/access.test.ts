import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { transact } from '../db/transact.ts';
import { Fault } from '../errors.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import {
  begun,
  emit,
  recordTagged,
  startEventProcess,
  subscribe,
  tagOf,
  take,
  type EventProcess,
} from '../testing/events.ts';
import { topic } from './catalogue.ts';

let database: TestDatabase;
let house: EventProcess;
beforeAll(async () => {
  database = await createTestDatabase();
  house = await startEventProcess(database.url);
  await house.sql`create table members (id uuid primary key)`;
});
afterAll(async () => {
  await house.stop();
  await database.drop();
});

/** A member's stream, as the API's are: permission is in a table, and its changes are events. */
async function member(): Promise<{
  id: string;
  options: Parameters<typeof subscribe>[1];
  removal: () => Promise<void>;
}> {
  const id = randomUUID();
  await house.sql`insert into members values (${id})`;
  return {
    id,
    options: {
      accessTopics: [topic.access(id)],
      authorize: async () => {
        const [found] = await house.sql`select from members where id = ${id}`;
        if (!found) throw new Fault('FORBIDDEN', 'You are no member.');
      },
    },
    removal: () =>
      transact(house.ctx, async (tx) => {
        await tx.sql`delete from members where id = ${id}`;
        await recordTagged(tx, { type: 'staff.changed', topics: [topic.access(id)] });
      }),
  };
}

it('ends a live stream in log order: what was before is delivered, what came after is not', async () => {
  const { options, removal } = await member();
  const stream = await begun(subscribe(house, options));
  await emit(house, { tag: 'before' });
  await removal();
  await emit(house, { tag: 'after' });
  expect((await take(stream, 1)).map(tagOf)).toEqual(['before']);
  await expect(stream.next()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect(await stream.next()).toEqual({ done: true, value: undefined });
});

it('refuses one whose permission is gone before it begins, also with an old cursor', async () => {
  const { options, removal } = await member();
  const after = house.feed.cursor();
  await removal();
  await expect(subscribe(house, { ...options, after }).next()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(subscribe(house, options).next()).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

it('ends a stream whose permission went while it was being checked', async () => {
  const { options, removal } = await member();
  const witness = await begun(subscribe(house, { topics: [...(options?.accessTopics ?? [])] }));
  let checks = 0;
  const stream = subscribe(house, {
    ...options,
    authorize: async () => {
      await options?.authorize?.();
      checks += 1;
      if (checks > 1) return;
      // The answer was yes; by the time that it arrives, this process has read the removal from the log.
      await removal();
      await take(witness, 1);
    },
  });
  await stream.next();
  await emit(house, { tag: 'after' });
  await expect(stream.next()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await witness.return();
});

it('goes on when access has changed and is still there; the change itself is not delivered', async () => {
  const { id, options } = await member();
  const stream = await begun(subscribe(house, options));
  await emit(house, { topics: [topic.access(id)], tag: 'role' }, { tag: 'after' });
  expect((await take(stream, 1)).map(tagOf)).toEqual(['after']);
  await stream.return();
});
