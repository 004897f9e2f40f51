import { bookPayout } from './balance-transactions.ts';
import { behaviourOfAccount } from './bank-accounts.ts';
import { unixTime, type Call, type Change, type Reply } from './call.ts';
import { invalid } from './errors.ts';
import { recordEvent } from './events.ts';
import { BANK_TAKES_MS, later, SECOND_THOUGHTS_MS, SLOW_BANK_TAKES_MS } from './later.ts';
import { list } from './lists.ts';
import type { PayoutObject } from './objects.ts';
import { amount, group, requiredText } from './params.ts';
import { getObject, insertObject, lockObject, newId, updateObject } from './store.ts';

/**
 * POST /v1/payouts. Pending at first: what the bank says comes later. Unlike Stripe, the sandbox does not
 * look whether its balance covers the payout.
 */
export async function createPayout(call: Call): Promise<Reply> {
  const { tx, params, now } = call;
  const account = await getObject(tx, 'bank_account', requiredText(params, 'destination'), 'destination');
  const currency = requiredText(params, 'currency');
  if (currency !== account.currency) {
    throw invalid(`The bank account takes ${account.currency} only.`, { param: 'currency' });
  }
  const payout: PayoutObject = {
    id: newId('po'),
    object: 'payout',
    amount: amount(params, 'amount'),
    automatic: false,
    created: unixTime(now),
    currency,
    destination: account.id,
    failure_code: null,
    livemode: false,
    metadata: group(params, 'metadata'),
    method: 'standard',
    status: 'pending',
    type: 'bank_account',
  };
  await insertObject(tx, payout, now);
  await bookPayout(call, 'payout', payout);
  await recordEvent(call, 'payout.created', payout);
  const { failureCode, isReturned, isSlow } = behaviourOfAccount(account);
  const to = failureCode && !isReturned ? 'failed' : 'paid';
  await later(call, { object: 'payout', id: payout.id, to }, isSlow ? SLOW_BANK_TAKES_MS : BANK_TAKES_MS);
  return { status: 200, body: payout };
}

/** What the bank says of a payout: that it is paid, or that it is not, or not after all. */
export async function settlePayout(change: Change, id: string, to: 'paid' | 'failed'): Promise<void> {
  const { tx } = change;
  const payout = await lockObject(tx, 'payout', id);
  const behaviour = behaviourOfAccount(await getObject(tx, 'bank_account', payout.destination));
  if (to === 'paid') {
    const paid: PayoutObject = { ...payout, status: 'paid' };
    await updateObject(tx, paid);
    await recordEvent(change, 'payout.paid', paid);
    if (behaviour.isReturned) await later(change, { object: 'payout', id, to: 'failed' }, SECOND_THOUGHTS_MS);
    return;
  }
  const failed: PayoutObject = {
    ...payout,
    status: 'failed',
    failure_code: behaviour.failureCode ?? 'could_not_process',
  };
  await updateObject(tx, failed);
  await bookPayout(change, 'payout_failure', failed);
  await recordEvent(change, 'payout.failed', failed);
}

/** GET /v1/payouts/:id */
export async function retrievePayout({ tx, id }: Call): Promise<Reply> {
  return { status: 200, body: await getObject(tx, 'payout', id) };
}

/** GET /v1/payouts */
export async function listPayouts(call: Call): Promise<Reply> {
  return list(call, 'payout', call.tx`true`, '/v1/payouts');
}
