import { listBalanceTransactions } from './balance-transactions.ts';
import { attachBankAccount, retrieveOwnAccount } from './bank-accounts.ts';
import type { Handler } from './call.ts';
import { createCustomer, retrieveCustomer } from './customers.ts';
import { retrieveEvent } from './events.ts';
import { clearFaults, switchFaultOn } from './fault-switches.ts';
import {
  answerChallenge,
  cancelIntent,
  confirmIntent,
  createIntent,
  listCustomerIntents,
  retrieveIntent,
} from './intents.ts';
import { attachMethod, detachMethod, retrieveMethod } from './payment-methods.ts';
import { createPayout, listPayouts, retrievePayout } from './payouts.ts';
import { createRefund, listRefunds, retrieveRefund } from './refunds.ts';

export interface Route {
  method: 'GET' | 'POST' | 'DELETE';
  /** With at most one `:id`. */
  path: string;
  /** The parameters taken; any other is refused, as Stripe does. */
  allowed: readonly string[];
  handle: Handler;
}

const intentParams =
  'amount currency customer payment_method confirm off_session description metadata return_url allowed_payment_method_types';

const routes: readonly Route[] = [
  post('/v1/customers', createCustomer, 'metadata'),
  get('/v1/customers/:id', retrieveCustomer),
  get('/v1/payment_methods/:id', retrieveMethod),
  post('/v1/payment_methods/:id/attach', attachMethod, 'customer'),
  post('/v1/payment_methods/:id/detach', detachMethod),
  post('/v1/payment_intents', createIntent, intentParams),
  get('/v1/payment_intents', listCustomerIntents, 'customer created limit starting_after'),
  get('/v1/payment_intents/:id', retrieveIntent),
  post('/v1/payment_intents/:id/confirm', confirmIntent, 'payment_method return_url off_session'),
  post('/v1/payment_intents/:id/cancel', cancelIntent, 'cancellation_reason'),
  post('/v1/test_helpers/payment_intents/:id/answer_challenge', answerChallenge, 'code'),
  post('/v1/refunds', createRefund, 'payment_intent amount metadata reason'),
  get('/v1/refunds/:id', retrieveRefund),
  get('/v1/refunds', listRefunds, 'payment_intent created limit starting_after'),
  get('/v1/account', retrieveOwnAccount),
  post('/v1/accounts/:id/external_accounts', attachBankAccount, 'external_account metadata'),
  post('/v1/payouts', createPayout, 'amount currency destination metadata'),
  get('/v1/payouts', listPayouts, 'created limit starting_after'),
  get('/v1/payouts/:id', retrievePayout),
  get('/v1/balance_transactions', listBalanceTransactions, 'created limit starting_after expand'),
  get('/v1/events/:id', retrieveEvent),
  post('/v1/test_helpers/faults', switchFaultOn, 'operation fault times delay_ms'),
  { method: 'DELETE', path: '/v1/test_helpers/faults', handle: clearFaults, allowed: ['operation'] },
];

export function findRoute(method: string, path: string): { route: Route; id: string } | null {
  const given = path.split('/');
  for (const route of routes) {
    const parts = route.path.split('/');
    const fits =
      route.method === method &&
      parts.length === given.length &&
      parts.every((part, at) => part === ':id' || part === given[at]);
    if (fits) return { route, id: decodeId(given[parts.indexOf(':id')]) };
  }
  return null;
}

/** What can't be decoded names nothing, and is then not found. */
function decodeId(part: string | undefined): string {
  try {
    return decodeURIComponent(part ?? '').replaceAll('\0', '');
  } catch {
    return '';
  }
}

function get(path: string, handle: Handler, allowed = ''): Route {
  return { method: 'GET', path, handle, allowed: allowed.split(' ') };
}

function post(path: string, handle: Handler, allowed = ''): Route {
  return { method: 'POST', path, handle, allowed: allowed.split(' ') };
}
