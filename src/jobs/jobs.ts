import { sql } from 'drizzle-orm';
import { fromDrizzle, PgBoss, type Job, type JobResult } from 'pg-boss';
import type { Logger } from 'pino';
import type { Tx } from '../context.ts';
import type {
  ApiKeyId,
  ImportId,
  MoneyRequestId,
  OrderId,
  PaymentId,
  PayoutId,
  RefundId,
  TicketId,
} from '../db/id.ts';
import type { Lane } from '../webhooks/wake.ts';

/** Every queue, and what its jobs carry. */
export interface JobData {
  'order.expire': { readonly orderId: OrderId };
  'payment.reconcile': { readonly paymentId: PaymentId };
  'refund.submit': { readonly refundId: RefundId };
  'payout.submit': { readonly payoutId: PayoutId };
  'request.expire': { readonly requestId: MoneyRequestId };
  'ticket.close': { readonly ticketId: TicketId };
  'catalog.import': { readonly importId: ImportId };
  'key.expire': { readonly keyId: ApiKeyId };
  'webhook.deliver': Lane;
  'webhook.sweep': Nothing;
  'webhook.prune': Nothing;
  'log.retain': Nothing;
  'stale.prune': Nothing;
  'hold.expire': Nothing;
  'ledger.rollup': Nothing;
  'ledger.chain': Nothing;
  'provider.reconcile': Nothing;
  'fees.charge': Nothing;
  'invoice.issue': Nothing;
  'bot.sweep': Nothing;
}
type Nothing = Readonly<Record<string, never>>;
/** Jobs that come by the clock (UTC): one at a time in the whole house, whatever the number of processes. */
const SCHEDULE: { readonly [Name in JobName]?: string } = {
  'hold.expire': '* * * * *',
  'ledger.rollup': '* * * * *',
  'ledger.chain': '* * * * *',
  // Some hours into the day, so that the provider has closed the one before.
  'provider.reconcile': '20 3 * * *',
  'fees.charge': '7 * * * *',
  'invoice.issue': '17 * * * *',
  'bot.sweep': '* * * * *',
  'webhook.sweep': '* * * * *',
  'webhook.prune': '40 2 * * *',
  'log.retain': '27 * * * *',
  'stale.prune': '50 2 * * *',
};
export type JobName = keyof JobData;
export type Workers = { readonly [Name in JobName]: (data: JobData[Name]) => Promise<void> };

/**
 * A failed job is tried again after 1, 2, 4 ... seconds, then every five minutes, for about a day. One whose process
 * died shows no sign of life, and is taken up by another within a minute.
 */
const QUEUE = {
  retryLimit: 300,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 300,
  expireInSeconds: 300,
  heartbeatSeconds: 20,
};
/**
 * Queues whose jobs wait for somebody else's server: each job has a worker of its own, so that a slow one holds up no
 * other, and no more than a few are of one group.
 */
const APART: { readonly [Name in JobName]?: Apart<Name> } = {
  'webhook.deliver': {
    workers: 20,
    perGroup: 5,
    groupOf: ({ webhookId }) => webhookId,
    // What is sent again is thousands of lanes at once; what happens meanwhile goes first.
    priorityOf: ({ replayId }) => (replayId === null ? 1 : 0),
    queue: { deleteAfterSeconds: 3_600 },
    work: { pollingIntervalSeconds: 2 },
  },
};
interface Apart<Name extends JobName> {
  /** Side by side in one process. */
  readonly workers: number;
  /** Of them for jobs of one group. */
  readonly perGroup: number;
  readonly groupOf: (data: JobData[Name]) => string;
  /** The higher, the sooner. */
  readonly priorityOf: (data: JobData[Name]) => number;
  readonly queue: { readonly deleteAfterSeconds: number };
  readonly work: { readonly pollingIntervalSeconds: number };
}
function placeIn<Name extends JobName>(
  name: Name,
  data: JobData[Name],
): { group?: { id: string }; priority?: number } {
  const apart = APART[name];
  return apart ? { group: { id: apart.groupOf(data) }, priority: apart.priorityOf(data) } : {};
}
/** How long the same jobs are looked for; the same job in two of such hours is queued twice, which does no harm. */
const ONCE_SECONDS = 3_600;
const SUPERVISE_SECONDS = 15;
/** How many jobs of a queue a process does side by side. While there are as many, it does not wait for the next poll. */
const BATCH = 5;
const WORK = {
  pollingIntervalSeconds: 1,
  batchSize: BATCH,
  burstWhenBatchFull: true,
  perJobResults: true,
} as const;
const QUEUES: readonly JobName[] = [
  'order.expire',
  'payment.reconcile',
  'refund.submit',
  'payout.submit',
  'request.expire',
  'ticket.close',
  'catalog.import',
  'key.expire',
  'webhook.deliver',
  'webhook.sweep',
  'webhook.prune',
  'log.retain',
  'stale.prune',
  'hold.expire',
  'ledger.rollup',
  'ledger.chain',
  'provider.reconcile',
  'fees.charge',
  'invoice.issue',
  'bot.sweep',
];

export interface Jobs {
  /** Queues a job in the caller's transaction: it exists when the transaction commits, and only then. */
  enqueue<Name extends JobName>(tx: Tx, name: Name, data: JobData[Name], startAfter?: Date): Promise<void>;
  /** The same for one that may be wanted for the same moment by many: it is queued for it once. Its work is done then, or later. */
  enqueueOnceFor<Name extends JobName>(
    tx: Tx,
    name: Name,
    data: JobData[Name],
    startAfter: Date,
  ): Promise<void>;
  /** The same for many jobs in one statement, which are looked for as soon as they are there. */
  enqueueAll<Name extends JobName>(tx: Tx, name: Name, data: readonly JobData[Name][]): Promise<void>;
  /** Begins to work the queues; a process that only sends does not call it. */
  work(workers: Workers): Promise<void>;
  stop(): Promise<void>;
}

export async function startJobs(url: string, log: Logger): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'bottega jobs',
    max: 3,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
  });
  boss.on('error', (error) => log.warn({ err: error }, 'the job queue reports an error'));
  await boss.start();
  for (const name of QUEUES) {
    const options = { ...QUEUE, ...APART[name]?.queue };
    await boss.createQueue(name, options);
    // Creating leaves a queue as it is that an older version has made.
    await boss.updateQueue(name, options);
  }

  let turn = 0;
  /** Has a worker of a queue that is worked apart look at once, if one of them is waiting for its next poll. */
  function nudge(name: JobName): void {
    const idle = boss.getWipData().filter((worker) => worker.name === name && worker.count === 0);
    const next = idle[turn++ % idle.length];
    if (next) boss.notifyWorker(next.id);
  }

  async function workQueue<Name extends JobName>(name: Name, run: Workers[Name]): Promise<void> {
    const work = async ({ id, data }: Job<JobData[Name]>): Promise<JobResult> => {
      try {
        await run(data);
        return { id, status: 'completed' };
      } catch (error) {
        log.warn({ err: error, job: name, jobId: id }, 'a job failed; it is tried again');
        return { id, status: 'failed' };
      }
    };
    const apart = APART[name];
    if (apart) await workApart(name, apart, work);
    else await boss.work<JobData[Name]>(name, WORK, (jobs) => Promise.all(jobs.map(work)));
  }

  async function workApart<Name extends JobName>(
    name: Name,
    { workers, perGroup, work: pace }: Apart<Name>,
    work: (job: Job<JobData[Name]>) => Promise<JobResult>,
  ): Promise<void> {
    const options = {
      ...pace,
      batchSize: 1,
      localConcurrency: workers,
      localGroupConcurrency: perGroup,
      perJobResults: true,
    } as const;
    await boss.work<JobData[Name]>(name, options, async (jobs) => {
      // Where there was one there may be more: another worker looks while this one is at it, and again when it is done.
      nudge(name);
      const results = await Promise.all(jobs.map(work));
      nudge(name);
      return results;
    });
  }

  return {
    enqueue: async (tx, name, data, startAfter) => {
      const options = startAfter ? { startAfter } : {};
      await boss.send(name, data, { ...options, ...placeIn(name, data), db: fromDrizzle(tx.db, sql) });
    },
    enqueueOnceFor: async (tx, name, data, startAfter) => {
      // The key has the moment in it: only jobs for the same one are the same.
      const singletonKey = `${JSON.stringify(data)} ${startAfter.toISOString()}`;
      const once = { startAfter, singletonKey, singletonSeconds: ONCE_SECONDS };
      await boss.send(name, data, { ...once, ...placeIn(name, data), db: fromDrizzle(tx.db, sql) });
    },
    enqueueAll: async (tx, name, all) => {
      if (all.length === 0) return;
      const jobs = all.map((data) => ({ data, ...placeIn(name, data) }));
      await boss.insert(name, jobs, { db: fromDrizzle(tx.db, sql) });
      tx.afterCommit(() => nudge(name));
    },
    work: async (workers) => {
      for (const name of QUEUES) await workQueue(name, workers[name]);
      for (const [name, cron] of Object.entries(SCHEDULE)) await boss.schedule(name, cron, {}, { tz: 'UTC' });
    },
    stop: () => boss.stop({ graceful: true, timeout: 5_000 }),
  };
}
