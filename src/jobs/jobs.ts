import { sql } from 'drizzle-orm';
import { fromDrizzle, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { Tx } from '../context.ts';
import type { OrderId, PaymentId, RefundId } from '../db/id.ts';

/** Every queue, and what its jobs carry. */
export interface JobData {
  'order.expire': { readonly orderId: OrderId };
  'payment.reconcile': { readonly paymentId: PaymentId };
  'refund.submit': { readonly refundId: RefundId };
}
export type JobName = keyof JobData;
export type Workers = { readonly [Name in JobName]: (data: JobData[Name]) => Promise<void> };

/** A failed job is tried again after 1, 2, 4 ... seconds, then every five minutes, for about a day. */
const RETRIES = { retryLimit: 300, retryDelay: 1, retryBackoff: true, retryDelayMax: 300 };
const POLL_SECONDS = 1;
const QUEUES: readonly JobName[] = ['order.expire', 'payment.reconcile', 'refund.submit'];

export interface Jobs {
  /** Queues a job in the caller's transaction: it exists when the transaction commits, and only then. */
  enqueue<Name extends JobName>(tx: Tx, name: Name, data: JobData[Name], startAfter?: Date): Promise<void>;
  /** Begins to work the queues; a process that only sends does not call it. */
  work(workers: Workers): Promise<void>;
  stop(): Promise<void>;
}

export async function startJobs(url: string, log: Logger): Promise<Jobs> {
  const boss = new PgBoss({ connectionString: url, application_name: 'bottega jobs', max: 3 });
  boss.on('error', (error) => log.warn({ err: error }, 'the job queue reports an error'));
  await boss.start();
  for (const name of QUEUES) await boss.createQueue(name, RETRIES);

  async function workQueue<Name extends JobName>(name: Name, run: Workers[Name]): Promise<void> {
    await boss.work<JobData[Name]>(name, { pollingIntervalSeconds: POLL_SECONDS }, async (jobs) => {
      for (const job of jobs) {
        try {
          await run(job.data);
        } catch (error) {
          log.warn({ err: error, job: name, jobId: job.id }, 'a job failed; it is tried again');
          throw error;
        }
      }
    });
  }

  return {
    enqueue: async (tx, name, data, startAfter) => {
      const options = startAfter ? { startAfter } : {};
      await boss.send(name, data, { ...options, db: fromDrizzle(tx.db, sql) });
    },
    work: async (workers) => {
      for (const name of QUEUES) await workQueue(name, workers[name]);
    },
    stop: () => boss.stop({ graceful: true, timeout: 5_000 }),
  };
}
