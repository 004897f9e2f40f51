import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemContext } from '../context.ts';
import { payOrder } from '../payments/pay.ts';
import { makeCard, makeOrder, makePerson, makeProduct, makeShop } from '../testing/factories.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { pruneWhatIsOver } from './prune.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const inDays = (days: number) => ({
  ...systemContext(server.app, 'test'),
  now: () => new Date(Date.now() + days * 24 * 60 * 60_000),
});

it('forgets keys that moved no money after 90 days, and those that did never', async () => {
  const { sql } = server.app;
  const actor = randomUUID();
  await sql`
    insert into idempotency_keys (actor_id, key, command, request_hash, for_good, created_at)
    select ${actor}::uuid, kind || n, 'test', '', kind = 'money', now() - make_interval(days => n)
    from unnest(array['money', 'other']) kind, generate_series(80, 100, 10) n`;
  await pruneWhatIsOver(inDays(1));
  const rows = await sql<
    { key: string }[]
  >`select key from idempotency_keys where actor_id = ${actor} order by key`;
  expect(rows.map(({ key }) => key)).toEqual(['money100', 'money80', 'money90', 'other80']);
});

it('knows which commands move money', async () => {
  const asha = await makePerson(server);
  await makeCard(asha);
  const orderId = await makeOrder(asha, await makeProduct(await makeShop(server)));
  await payOrder(asha.ctx, { orderId, idempotencyKey: randomUUID() });
  const rows = await server.app.sql<{ command: string; for_good: boolean }[]>`
    select command, for_good from idempotency_keys where actor_id = ${asha.id} order by created_at`;
  expect(Object.fromEntries(rows.map((row) => [row.command, row.for_good]))).toEqual({
    orderPlace: false,
    orderPay: true,
  });
});

it('forgets codes and sessions that are long over, and signs nobody out', async () => {
  const { sql } = server.app;
  const [asha, ravi] = [await makePerson(server), await makePerson(server)];
  await sql`
    insert into sign_in_codes (id, phone, code_hash, expires_at)
    select gen_random_uuid(), '+919876500001', '', now() - make_interval(hours => h) from generate_series(0, 48, 16) h`;
  await sql`
    insert into sessions (id, person_id, token_hash, device, expires_at, revoked_at)
    select gen_random_uuid(), ${ravi.id}, sha256(d::text::bytea), 'days ' || d, now() - make_interval(days => d),
           case when d = 95 then now() end
    from generate_series(85, 95, 5) d`;
  const locked = await sql<{ id: string }[]>`
    with kept as (
      insert into sessions (id, person_id, token_hash, device, expires_at)
      values (gen_random_uuid(), ${ravi.id}, sha256('locked'), 'locked', now() - interval '200 days') returning id
    )
    insert into screen_locks (session_id, password_hash, auto_lock_seconds) select id, '', 60 from kept
    returning session_id as id`;
  await pruneWhatIsOver(inDays(0.01));
  const codes = await sql`select from sign_in_codes where phone = '+919876500001'`;
  expect(codes).toHaveLength(2);
  const rows = await sql<{ device: string }[]>`
    select device from sessions where person_id = ${ravi.id} and expires_at < now() order by expires_at`;
  expect(rows.map(({ device }) => device)).toEqual(['locked', 'days 85']);
  const open = await sql`select from sessions where id = any(${[asha.sessionId, ravi.sessionId]})`;
  expect(open).toHaveLength(2);
  await sql`delete from screen_locks where session_id = any(${locked.map(({ id }) => id)})`;
});
