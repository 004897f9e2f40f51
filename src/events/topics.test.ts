import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import {
  begun,
  emit,
  startEventProcess,
  subscribe,
  tagOf,
  take,
  type EventProcess,
} from '../testing/events.ts';
import type { StreamOptions } from './stream.ts';

let database: TestDatabase;
let house: EventProcess;
beforeAll(async () => {
  database = await createTestDatabase();
  house = await startEventProcess(database.url, { limits: { inbox: 5, backfill: 3 } });
});
afterAll(async () => {
  await house.stop();
  await database.drop();
});

const SHOPS = 12;
const EACH = 15;

it('gives each event of what is granted on the way once and in order: live, late, and held back in between', async () => {
  const granted: string[] = [];
  const tags: string[] = [];
  let isShut = false;
  const options: Partial<StreamOptions> = {
    topics: [],
    accessTopics: ['grants'],
    authorize: () => Promise.resolve([...granted]),
  };
  const gate = {
    topics: ['gate'],
    ask: () => Promise.resolve({ isOpen: !isShut, askAgainAt: null }),
    now: () => new Date(),
  };
  const start = house.feed.cursor();
  const live = await begun(subscribe(house, options));
  const gated = await begun(subscribe(house, { ...options, gate }));
  const [reading, readingGated] = [take(live, SHOPS * EACH), take(gated, SHOPS * EACH)];
  for (let shop = 0; shop < SHOPS; shop++) {
    granted.push(`shop ${shop}`);
    await emit(house, { topics: ['grants'], type: 'staff.changed' });
    for (let n = 0; n < EACH; n++) {
      const name = granted[(n * 7) % granted.length] ?? '';
      tags.push(`${shop}.${n} of ${name}`);
      await emit(house, { tag: tags.at(-1) ?? '', topics: n % 5 === 0 ? [name, 'grants'] : [name] });
      if (n % 4 !== 3) continue;
      isShut = !isShut;
      await emit(house, { topics: ['gate'] });
    }
  }
  isShut = false;
  await emit(house, { topics: ['gate'] });
  expect((await reading).map(tagOf)).toEqual(tags);
  expect((await readingGated).map(tagOf)).toEqual(tags);
  const late = await begun(subscribe(house, { ...options, after: start }));
  expect((await take(late, tags.length)).map(tagOf)).toEqual(tags);
  await Promise.all([live.return(), gated.return(), late.return()]);
});
