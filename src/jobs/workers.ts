import { sweep } from '../bot/sweep.ts';
import { systemContext, type App } from '../context.ts';
import { retainLog } from '../events/retain.ts';
import { issueInvoices } from '../fees/issue-invoices.ts';
import { chargeFees } from '../fees/job.ts';
import { pruneWhatIsOver } from '../identity/prune.ts';
import { runImport } from '../imports/run.ts';
import { extendChain } from '../ledger/chain.ts';
import { expireHolds } from '../ledger/expire.ts';
import { rollUpLedger } from '../ledger/roll-up.ts';
import { expireOrder } from '../orders/expire.ts';
import { expireKey } from '../partners/rotate.ts';
import { reconcilePayment } from '../payments/reconcile.ts';
import { submitRefund } from '../payments/refund-submit.ts';
import { followPayout } from '../payouts/submit.ts';
import { reconcileDays } from '../reconciliation/run.ts';
import { closeTicket } from '../tickets/advance.ts';
import { expireRequest } from '../wallets/request.ts';
import { deliverLane } from '../webhooks/deliver.ts';
import { pruneDeliveries } from '../webhooks/prune.ts';
import { wakeOverdue } from '../webhooks/wake.ts';
import type { JobName, Workers } from './jobs.ts';

/** What each queue does; every job is safe to run twice. */
export function workersOf(app: App): Workers {
  const as = (job: JobName) => systemContext(app, job);
  return {
    'order.expire': ({ orderId }) => expireOrder(as('order.expire'), orderId),
    'payment.reconcile': ({ paymentId }) => reconcilePayment(as('payment.reconcile'), paymentId),
    'refund.submit': ({ refundId }) => submitRefund(as('refund.submit'), refundId),
    'payout.submit': ({ payoutId }) => followPayout(as('payout.submit'), payoutId),
    'request.expire': ({ requestId }) => expireRequest(as('request.expire'), requestId),
    'ticket.close': ({ ticketId }) => closeTicket(as('ticket.close'), ticketId),
    'catalog.import': ({ importId }) => runImport(as('catalog.import'), importId),
    'key.expire': ({ keyId }) => expireKey(as('key.expire'), keyId),
    'hold.expire': () => expireHolds(as('hold.expire')),
    'ledger.rollup': () => rollUpLedger(as('ledger.rollup')),
    'ledger.chain': () => extendChain(as('ledger.chain')),
    'provider.reconcile': () => reconcileDays(as('provider.reconcile')),
    'fees.charge': () => chargeFees(as('fees.charge')),
    'invoice.issue': () => issueInvoices(as('invoice.issue')),
    'bot.sweep': () => sweep(as('bot.sweep')),
    'webhook.deliver': (lane) => deliverLane(as('webhook.deliver'), lane),
    'webhook.sweep': () => wakeOverdue(as('webhook.sweep')),
    'webhook.prune': () => pruneDeliveries(as('webhook.prune')),
    'log.retain': () => retainLog(as('log.retain')),
    'stale.prune': () => pruneWhatIsOver(as('stale.prune')),
  };
}
