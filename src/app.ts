import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { openBot } from './bot/bot.ts';
import type { Config } from './config.ts';
import { systemContext, type App } from './context.ts';
import { connect } from './db/client.ts';
import { startFeed } from './events/feed.ts';
import { openSessionCache } from './identity/authenticate.ts';
import type { CodeSender } from './identity/code-sender.ts';
import { startJobs } from './jobs/jobs.ts';
import { noticeAutoLock } from './locks/lock.ts';
import { workersOf } from './jobs/workers.ts';
import type { PaymentProvider } from './payments/provider.ts';
import { startSandbox } from './payments/sandbox/start.ts';
import { createStripeProvider } from './payments/stripe.ts';

export interface AppOptions {
  /** A migrated database. */
  readonly databaseUrl: string;
  readonly databasePool: number;
  readonly stripe: Config['stripe'];
  readonly publicUrl: string;
  readonly codes: CodeSender;
  readonly log: Logger;
  readonly now?: () => Date;
  /** Where the sandbox sends its webhooks, asked at each delivery. */
  readonly webhookUrl: () => string;
  /** Whether this process works the job queues as well. */
  readonly worksJobs: boolean;
}

export interface RunningApp {
  readonly app: App;
  stop(): Promise<void>;
}

/** Wires the long-lived parts of a process on a database: feed, jobs, sessions, payment provider. */
export async function openApp(options: AppOptions): Promise<RunningApp> {
  const { databaseUrl, log, now = () => new Date() } = options;
  const { sql, db, close } = connect(databaseUrl, { max: options.databasePool });
  const feed = await startFeed(sql, log.child({ part: 'feed' }));
  const jobs = await startJobs(databaseUrl, log.child({ part: 'jobs' }));
  const sessions = openSessionCache({
    sql,
    feed,
    now,
    noticeAutoLock: (session) => noticeAutoLock(systemContext(app, 'auto-lock'), session),
  });
  const provider = await openProvider(options);
  const { codes, publicUrl } = options;
  const bot = openBot(() => app);
  const { payments } = provider;
  const app: App = { db, sql, log, feed, jobs, bot, sessions, codes, now, publicUrl, payments };
  if (options.worksJobs) await jobs.work(workersOf(app));
  return {
    app,
    stop: async () => {
      await jobs.stop();
      await bot.stop();
      await provider.stop();
      sessions.stop();
      await feed.stop();
      await close();
    },
  };
}

/** Stripe when its keys are set; else the sandbox, in this process, with a key and a secret that only it knows. */
async function openProvider(
  options: AppOptions,
): Promise<{ payments: PaymentProvider; stop: () => Promise<void> }> {
  const returnUrl = `${options.publicUrl}/graphql`;
  if (options.stripe) {
    return {
      payments: createStripeProvider({ ...options.stripe, returnUrl }),
      stop: () => Promise.resolve(),
    };
  }
  const secrets = {
    secretKey: `sk_test_${randomBytes(24).toString('hex')}`,
    webhookSecret: `whsec_${randomBytes(24).toString('hex')}`,
  };
  // Its own pool: a remote provider does not share our connections.
  const { sql, close } = connect(options.databaseUrl, { max: 4, name: 'bottega sandbox' });
  const { webhookUrl, log } = options;
  const sandbox = await startSandbox({ ...secrets, sql, webhookUrl, log: log.child({ part: 'sandbox' }) });
  return {
    payments: createStripeProvider({ ...secrets, returnUrl, api: sandbox.api }),
    stop: async () => {
      await sandbox.stop();
      await close();
    },
  };
}
