import { randomBytes } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { openBot } from './bot/bot.ts';
import type { Config } from './config.ts';
import { systemContext, type App } from './context.ts';
import { connect } from './db/client.ts';
import { startFeed } from './events/feed.ts';
import type { StreamLimits } from './events/stream.ts';
import { openSessionCache } from './identity/authenticate.ts';
import type { CodeSender } from './identity/code-sender.ts';
import { startJobs } from './jobs/jobs.ts';
import { noticeAutoLock } from './locks/lock.ts';
import { workersOf } from './jobs/workers.ts';
import { openKeyRates } from './partners/rates.ts';
import type { PaymentProvider } from './payments/provider.ts';
import { openLiveDocuments } from './server/live-documents.ts';
import { startPositions } from './partners/positions.ts';
import { startSandbox } from './payments/sandbox/start.ts';
import { createStripeProvider } from './payments/stripe.ts';
import { startDispatcher } from './webhooks/dispatch.ts';

export interface AppOptions {
  /** A migrated database. */
  readonly databaseUrl: string;
  readonly databasePool: number;
  readonly stripe: Config['stripe'];
  /** The API, by which the documents of webhooks are run, and what one of them may ask for; how often keys may call. */
  readonly schema: GraphQLSchema;
  readonly limits: Config['limits'];
  readonly publicUrl: string;
  /** Addresses and ranges in private networks to which webhooks may be sent; none, when left out. */
  readonly allowPrivate?: readonly string[];
  /** How long events stay in the log; 30 when left out. */
  readonly logRetentionDays?: number;
  readonly codes: CodeSender;
  readonly log: Logger;
  readonly now?: () => Date;
  /** Where the sandbox sends its webhooks, asked at each delivery. */
  readonly webhookUrl: () => string;
  /** Whether this process works the job queues as well. */
  readonly worksJobs: boolean;
  /** For tests: the house's own, when left out. */
  readonly streamLimits?: StreamLimits;
}

export interface RunningApp {
  readonly app: App;
  stop(): Promise<void>;
}

/** Wires the long-lived parts of a process on a database: feed, jobs, sessions, payment provider. */
export async function openApp(options: AppOptions): Promise<RunningApp> {
  const { databaseUrl, log, now = () => new Date() } = options;
  const { sql, db, close } = connect(databaseUrl, { max: options.databasePool });
  const feed = await startFeed(sql, log.child({ part: 'feed' }), options.streamLimits);
  const jobs = await startJobs(databaseUrl, log.child({ part: 'jobs' }));
  const sessions = openSessionCache({
    sql,
    feed,
    now,
    noticeAutoLock: (session) => noticeAutoLock(systemContext(app, 'auto-lock'), session),
  });
  const positions = startPositions({ sql, feed, log: log.child({ part: 'positions' }), now });
  const provider = await openProvider(options);
  const { codes, publicUrl, allowPrivate = [], logRetentionDays = 30 } = options;
  const bot = openBot(() => app);
  const { payments } = provider;
  const keyRates = openKeyRates(sql, options.limits.keyRate);
  const liveDocuments = openLiveDocuments({ ...options, app: () => app });
  const app: App = {
    db,
    sql,
    log,
    feed,
    positions,
    jobs,
    bot,
    liveDocuments,
    sessions,
    keyRates,
    codes,
    now,
    publicUrl,
    allowPrivate,
    logRetentionDays,
    payments,
  };
  if (options.worksJobs) await jobs.work(workersOf(app));
  const dispatcher = options.worksJobs ? startDispatcher(app) : null;
  return {
    app,
    stop: async () => {
      await dispatcher?.stop();
      await jobs.stop();
      await bot.stop();
      await provider.stop();
      sessions.stop();
      await positions.stop();
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
