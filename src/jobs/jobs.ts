import { sql } from 'drizzle-orm';
import { fromDrizzle, PgBoss, type Job, type JobResult } from 'pg-boss';
import type { Logger } from 'pino';
import type { Tx } from '../context.ts';
import type { ImportId, MoneyRequestId, OrderId, PaymentId, PayoutId, RefundId, TicketId } from '../db/id.ts';

/** Every queue, and what its jobs carry. */
export interface JobData {
  'order.expire': { readonly orderId: OrderId };
  'payment.reconcile': { readonly paymentId: PaymentId };
  'refund.submit': { readonly refundId: RefundId };
  'payout.submit': { readonly payoutId: PayoutId };
  'request.expire': { readonly requestId: MoneyRequestId };
  'ticket.close': { readonly ticketId: TicketId };
  'catalog.import': { readonly importId: ImportId };
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
    await boss.createQueue(name, QUEUE);
    // Creating leaves a queue as it is that an older version has made.
    await boss.updateQueue(name, QUEUE);
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
    await boss.work<JobData[Name]>(name, WORK, (jobs) => Promise.all(jobs.map(work)));
  }

  return {
    enqueue: async (tx, name, data, startAfter) => {
      const options = startAfter ? { startAfter } : {};
      await boss.send(name, data, { ...options, db: fromDrizzle(tx.db, sql) });
    },
    work: async (workers) => {
      for (const name of QUEUES) await workQueue(name, workers[name]);
      for (const [name, cron] of Object.entries(SCHEDULE)) await boss.schedule(name, cron, {}, { tz: 'UTC' });
    },
    stop: () => boss.stop({ graceful: true, timeout: 5_000 }),
  };
}
