import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { makeShop } from '../testing/factories.ts';
import { overtake } from '../testing/meeting.ts';
import { refusalOf } from '../testing/refusals.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { setOpeningHours } from './set-hours.ts';

const MORNING = { opensAt: 540, closesAt: 720 };

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  const { id, owner } = await makeShop(server);
  await setOpeningHours(owner.ctx, { businessId: id, hours: [{ weekday: 1, ...MORNING }] });
});
afterAll(() => server.stop());

describe('the database refuses, whoever asks', () => {
  test.each<[string, string, string]>([
    ['an eighth day', 'opening_hours_weekday_range', `update opening_hours set weekday = 8`],
    [
      'a shop that closes before it opens',
      'opening_hours_in_order',
      `update opening_hours set closes_at = opens_at`,
    ],
    [
      'a stretch that is there twice',
      'opening_hours_pkey',
      `insert into opening_hours select * from opening_hours`,
    ],
  ])('%s: %s', async (_what, constraint, statement) => {
    expect(await refusalOf(server.app.sql, statement)).toBe(constraint);
  });
});

it('who comes second to set the hours leaves none of those that the first one set', async () => {
  const { id: businessId, owner } = await makeShop(server);
  const set = (weekday: number, ctx = owner.ctx) =>
    setOpeningHours(ctx, { businessId, hours: [{ weekday, ...MORNING }] });
  await overtake(
    owner.ctx,
    (tx) => set(1, tx),
    () => set(2),
  );
  const rows = await server.app.sql`select weekday from opening_hours where business_id = ${businessId}`;
  expect(rows).toEqual([{ weekday: 2 }]);
});
