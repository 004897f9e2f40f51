import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemContext } from '../context.ts';
import { newId, type OrderId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { startJobs, type Jobs } from './jobs.ts';
import { workersOf } from './workers.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

it('jobs run once, whichever of three processes takes them, which may start at once', async () => {
  const log = pino({ level: 'silent' });
  const processes: Jobs[] = await Promise.all([1, 2, 3].map(() => startJobs(server.databaseUrl, log)));
  const [first] = processes;
  if (!first) throw new Error('there are three');
  const ids = Array.from({ length: 120 }, () => newId<'order'>());
  await transact(systemContext(server.app, 'test'), async (tx) => {
    for (const orderId of ids) await first.enqueue(tx, 'order.expire', { orderId });
  });

  const runs = processes.map((): OrderId[] => []);
  const idle = Object.fromEntries(
    Object.keys(workersOf(server.app)).map((name) => [name, () => Promise.resolve()]),
  );
  await Promise.all(
    processes.map((jobs, n) =>
      jobs.work({
        ...workersOf(server.app),
        ...idle,
        'order.expire': ({ orderId }) => Promise.resolve(void runs[n]?.push(orderId)),
      }),
    ),
  );
  await expect.poll(() => runs.flat().length, { timeout: 20_000 }).toBe(120);
  await expect
    .poll(
      async () =>
        server.app
          .sql`select state::text, count(*)::int from pgboss.job where name = 'order.expire' group by state`,
      { timeout: 5_000 },
    )
    .toEqual([{ state: 'completed', count: 120 }]);
  expect(runs.flat().toSorted()).toEqual(ids.toSorted());

  await Promise.all(processes.map((jobs) => jobs.stop()));
}, 40_000);

it('what comes by the clock comes once, though three processes look at it at the same time', async () => {
  const { sql } = server.app;
  const log = pino({ level: 'silent' });
  const runs: string[] = [];
  const counting = Object.fromEntries(
    Object.keys(workersOf(server.app)).map((name) => [name, () => Promise.resolve(void runs.push(name))]),
  );
  const workers = { ...workersOf(server.app), ...counting };
  // They look when they start, if nobody has for half a minute.
  await sql`delete from pgboss.job`;
  await sql`update pgboss.version set cron_on = null`;
  const processes = await Promise.all([1, 2, 3].map(() => startJobs(server.databaseUrl, log)));
  await Promise.all(processes.map((jobs) => jobs.work(workers)));
  const byMinute = () => sql<{ name: string; count: number }[]>`
    select name, count(*)::int as count from pgboss.job where name = 'hold.expire'
    group by name, date_trunc('minute', created_on)`;
  await expect.poll(() => runs.includes('hold.expire'), { timeout: 20_000 }).toBe(true);
  for (const { count } of await byMinute()) expect(count).toBe(1);
  await Promise.all(processes.map((jobs) => jobs.stop()));
  for (const { count } of await byMinute()) expect(count).toBe(1);
  expect(runs.filter((name) => name === 'hold.expire')).toHaveLength((await byMinute()).length);
}, 40_000);
