import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Ctx, Tx } from '../context.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { brokenConstraint, transact } from './transact.ts';

let server: TestServer;
let ctx: Ctx;
beforeAll(async () => {
  server = await startTestServer();
  ctx = server.ctx({ kind: 'system', job: 'test' });
  await ctx.sql`create table counters (name text constraint counters_name_key unique, value int not null)`;
});
afterAll(() => server.stop());

const add = (tx: Tx, name: string, by = 1) => tx.sql`
  insert into counters (name, value) values (${name}, ${by})
  on conflict (name) do update set value = counters.value + ${by}`;

async function valueOf(name: string): Promise<number | null> {
  const [row] = await ctx.sql<{ value: number }[]>`select value from counters where name = ${name}`;
  return row?.value ?? null;
}

/** Resolves for everybody when as many have come as are awaited. */
function meetingOf(count: number): () => Promise<void> {
  const all = Promise.withResolvers<void>();
  let come = 0;
  return () => {
    come += 1;
    if (come === count) all.resolve();
    return all.promise;
  };
}

describe('a transaction', () => {
  it('keeps everything or nothing', async () => {
    const failing = transact(ctx, async (tx) => {
      await add(tx, 'all-or-nothing');
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await valueOf('all-or-nothing')).toBeNull();
  });

  it("joins its caller's, and is undone with it", async () => {
    const failing = transact(ctx, async (outer) => {
      await transact(outer, (inner) => {
        expect(inner).toBe(outer);
        return add(inner, 'joined');
      });
      throw new Error('the outer one fails');
    });
    await expect(failing).rejects.toThrow('the outer one fails');
    expect(await valueOf('joined')).toBeNull();
  });

  it('writes by Drizzle and by hand on one connection', async () => {
    const [byDrizzle, byHand] = await transact(ctx, async (tx) => [
      await tx.db.execute(sql`select pg_backend_pid() as pid, txid_current() as tx`),
      await tx.sql`select pg_backend_pid() as pid, txid_current() as tx`,
    ]);
    expect([...(byHand ?? [])]).toEqual([...(byDrizzle as unknown as unknown[])]);
  });
});

describe('afterCommit', () => {
  it('runs when the outermost transaction has committed, in order', async () => {
    const seen: unknown[] = [];
    await transact(ctx, async (outer) => {
      await transact(outer, async (inner) => {
        inner.afterCommit(() => seen.push('first'));
        await add(inner, 'hinted');
      });
      outer.afterCommit(() => seen.push('second'));
      expect(seen).toEqual([]);
    });
    expect(seen).toEqual(['first', 'second']);
  });

  it('does not run after a rollback', async () => {
    const seen: string[] = [];
    const failing = transact(ctx, (tx) => {
      tx.afterCommit(() => seen.push('told'));
      return Promise.reject(new Error('no'));
    });
    await expect(failing).rejects.toThrow('no');
    expect(seen).toEqual([]);
  });

  it('runs once when the work ran twice', async () => {
    const seen: number[] = [];
    let attempt = 0;
    await transact(ctx, async (tx) => {
      attempt += 1;
      const now = attempt;
      tx.afterCommit(() => seen.push(now));
      if (now === 1) await tx.sql`do $$ begin raise sqlstate '40001'; end $$`;
    });
    expect(seen).toEqual([2]);
  });
});

describe('what did nothing wrong runs again', () => {
  it('the victim of a deadlock', async () => {
    await ctx.sql`insert into counters values ('left', 0), ('right', 0)`;
    const bothHoldOne = meetingOf(2);
    let runs = 0;
    const take = (first: string, second: string) =>
      transact(ctx, async (tx) => {
        runs += 1;
        await add(tx, first);
        if (runs <= 2) await bothHoldOne();
        await add(tx, second);
      });
    await Promise.all([take('left', 'right'), take('right', 'left')]);
    expect(runs).toBeGreaterThan(2);
    expect([await valueOf('left'), await valueOf('right')]).toEqual([2, 2]);
  });

  it.each([
    ['by hand', (tx: Tx) => add(tx, 'serialized')],
    [
      'by Drizzle, which wraps the error',
      (tx: Tx) => tx.db.execute(sql`update counters set value = value + 1 where name = 'serialized'`),
    ],
  ])('the loser of a serialization conflict, written %s', async (_how, write) => {
    await ctx.sql`insert into counters values ('serialized', 0) on conflict (name) do update set value = 0`;
    let runs = 0;
    await transact(ctx, async (tx) => {
      runs += 1;
      await tx.sql`set transaction isolation level repeatable read`;
      await tx.sql`select * from counters where name = 'serialized'`;
      if (runs === 1) await ctx.sql`update counters set value = value + 10 where name = 'serialized'`;
      await write(tx);
    });
    expect([runs, await valueOf('serialized')]).toEqual([2, 11]);
  });

  it('five times and no more', async () => {
    let runs = 0;
    const hopeless = transact(ctx, async (tx) => {
      runs += 1;
      await tx.sql`do $$ begin raise sqlstate '40P01'; end $$`;
    });
    await expect(hopeless).rejects.toMatchObject({ code: '40P01' });
    expect(runs).toBe(5);
  });

  it('and nothing else does', async () => {
    let runs = 0;
    const wrong = transact(ctx, async (tx) => {
      runs += 1;
      await tx.sql`select 1 / 0`;
    });
    await expect(wrong).rejects.toThrow('division by zero');
    expect(runs).toBe(1);
  });
});

test('brokenConstraint names the constraint, however the statement was written', async () => {
  await ctx.sql`insert into counters values ('unique', 0)`;
  const failures = await Promise.allSettled([
    ctx.sql`insert into counters values ('unique', 1)`,
    ctx.db.execute(sql`insert into counters values ('unique', 1)`),
    ctx.sql`select 1 / 0`,
    Promise.reject(new Error('counters_name_key')),
  ]);
  const names = failures.map((one) => one.status === 'rejected' && brokenConstraint(one.reason));
  expect(names).toEqual(['counters_name_key', 'counters_name_key', null, null]);
});

describe('a process that stops in the middle', () => {
  it('keeps nobody waiting for longer than half a minute', async () => {
    const [row] = await ctx.sql`show idle_in_transaction_session_timeout`;
    expect(row).toEqual({ idle_in_transaction_session_timeout: '30s' });
  });

  it('loses its transaction to those who wait', async () => {
    const begun = Promise.withResolvers<void>();
    const stopped = transact(ctx, async (tx) => {
      await tx.sql`set local idle_in_transaction_session_timeout = 20`;
      await add(tx, 'stopped');
      begun.resolve();
      await new Promise<never>(() => {});
    });
    const others = begun.promise.then(() => transact(ctx, (tx) => add(tx, 'stopped', 5)));
    await expect(stopped).rejects.toThrow(/CONNECTION_|idle-in-transaction/);
    await others;
    expect(await valueOf('stopped')).toBe(5);
  });
});

describe('a connection that dies in the middle', () => {
  it.each(['by the server', 'while a statement runs'])(
    'fails the transaction and nothing else: %s',
    async (how) => {
      const begun = Promise.withResolvers<number>();
      const failing = transact(ctx, async (tx) => {
        await add(tx, `cut ${how}`);
        const [row] = await tx.sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
        begun.resolve(row?.pid ?? 0);
        if (how === 'by the server') await tx.sql`select pg_terminate_backend(pg_backend_pid())`;
        else await tx.sql`select pg_sleep(20)`;
      });
      const cut = begun.promise.then(async (pid) => {
        if (how !== 'by the server') await ctx.sql`select pg_terminate_backend(${pid})`;
      });
      await expect(failing).rejects.toThrow(/CONNECTION_|terminat/);
      await cut;
      expect(await valueOf(`cut ${how}`)).toBeNull();
      await transact(ctx, (tx) => add(tx, 'goes on'));
      expect(await valueOf('goes on')).toBeGreaterThan(0);
    },
  );
});
