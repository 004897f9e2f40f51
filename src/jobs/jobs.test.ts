import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemContext, type App } from '../context.ts';
import { newId, type OrderId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { startJobs, type Jobs, type Workers } from './jobs.ts';
import { workersOf } from './workers.ts';

let server: TestServer;
let jobs: Jobs;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  jobs = await startJobs(server.databaseUrl, pino({ level: 'silent' }));
});
afterEach(async () => {
  await jobs.stop();
  await server.app.sql`delete from pgboss.job`;
});
afterAll(() => server.stop());

const app = (): App => ({ ...server.app, jobs });
const nothing = () => Promise.resolve();

/** Works the orders' queue and leaves the others alone. */
function work(expire: Workers['order.expire']): Promise<void> {
  const others = workersOf(app());
  const idle = Object.fromEntries(Object.keys(others).map((name) => [name, nothing]));
  return jobs.work({ ...others, ...idle, 'order.expire': expire });
}

async function enqueue(count: number, startAfter?: Date): Promise<OrderId[]> {
  const ids = Array.from({ length: count }, () => newId<'order'>());
  await transact(systemContext(app(), 'test'), async (tx) => {
    for (const orderId of ids) await jobs.enqueue(tx, 'order.expire', { orderId }, startAfter);
  });
  return ids;
}

async function states(): Promise<Record<string, number>> {
  const rows = await server.app.sql<{ state: string; count: number }[]>`
    select state::text, count(*)::int from pgboss.job where name = 'order.expire' group by state`;
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

describe('a job', () => {
  it('is there when its transaction commits, and only then', async () => {
    const lost = transact(systemContext(app(), 'test'), async (tx) => {
      await jobs.enqueue(tx, 'order.expire', { orderId: newId<'order'>() });
      throw new Error('rolled back');
    });
    await expect(lost).rejects.toThrow('rolled back');
    expect(await states()).toEqual({});
    await enqueue(1);
    expect(await states()).toEqual({ created: 1 });
  });

  it('is done once, with what it carries', async () => {
    const done: OrderId[] = [];
    const ids = await enqueue(3);
    await work(({ orderId }) => Promise.resolve(void done.push(orderId)));
    await expect.poll(states, { timeout: 5_000 }).toEqual({ completed: 3 });
    expect(done.toSorted()).toEqual(ids.toSorted());
  });

  it('is not done before its time', async () => {
    const done: OrderId[] = [];
    const [early = ''] = await enqueue(1, new Date(Date.now() + 3_600_000));
    const now = await enqueue(1);
    await work(({ orderId }) => Promise.resolve(void done.push(orderId)));
    await expect.poll(states, { timeout: 5_000 }).toEqual({ created: 1, completed: 1 });
    expect(done).toEqual(now);
    await server.app.sql`update pgboss.job set start_after = now() where data ->> 'orderId' = ${early}`;
    await expect.poll(states, { timeout: 5_000 }).toEqual({ completed: 2 });
  });

  it('that fails is tried again, and holds up none of the others', async () => {
    const tries = new Map<OrderId, number>();
    const ids = await enqueue(8);
    await work(({ orderId }) => {
      const count = (tries.get(orderId) ?? 0) + 1;
      tries.set(orderId, count);
      return orderId === ids[0] && count < 3 ? Promise.reject(new Error('not yet')) : Promise.resolve();
    });
    await expect.poll(states, { timeout: 15_000 }).toEqual({ completed: 8 });
    expect(ids.map((id) => tries.get(id))).toEqual([3, 1, 1, 1, 1, 1, 1, 1]);
  });

  it('does not wait for the next poll behind a hundred that are due', async () => {
    await enqueue(100);
    const started = performance.now();
    await work(nothing);
    await expect.poll(states, { timeout: 10_000 }).toEqual({ completed: 100 });
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('whose process was killed in the middle is taken up by another', async () => {
    const [orderId = ''] = await enqueue(1);
    await server.app.sql`
      update pgboss.job set state = 'active', started_on = now() - interval '1 minute', heartbeat_on = now() - interval '1 minute'
      where data ->> 'orderId' = ${orderId}`;
    await server.app.sql`update pgboss.queue set monitor_on = null`;
    await work(nothing);
    await expect.poll(states, { timeout: 40_000, interval: 250 }).toEqual({ completed: 1 });
  }, 45_000);
});
