import type { Call, Reply } from './call.ts';
import { invalid, missing } from './errors.ts';
import type { BankAccountObject } from './objects.ts';
import { group, requiredText } from './params.ts';
import { insertObject, newId } from './store.ts';
import { testBankAccounts, type TestBankAccount } from './test-bank-accounts.ts';

/** The one account that the sandbox keeps books for. */
const OWN_ACCOUNT = 'acct_sandbox';
const CURRENCY = /^[A-Z]{3}$/;

/** GET /v1/account */
export function retrieveOwnAccount(): Promise<Reply> {
  return Promise.resolve({ status: 200, body: { id: OWN_ACCOUNT, object: 'account' } });
}

/** POST /v1/accounts/:id/external_accounts. A test token can be used again, as in Stripe. */
export async function attachBankAccount({ tx, id, params, now }: Call): Promise<Reply> {
  if (id !== OWN_ACCOUNT) throw missing('account', id, 'account');
  const token = requiredText(params, 'external_account');
  const test = testBankAccounts.get(token);
  if (!test) throw missing('token', token, 'external_account');
  const metadata = group(params, 'metadata');
  const account: BankAccountObject = {
    id: newId('ba'),
    object: 'bank_account',
    account: OWN_ACCOUNT,
    bank_name: test.bankName,
    country: 'US',
    currency: currencyOf(metadata),
    last4: test.last4,
    metadata,
    sandbox_account: token,
  };
  await insertObject(tx, account, now);
  return { status: 200, body: account };
}

export function behaviourOfAccount(account: BankAccountObject): TestBankAccount {
  const behaviour = testBankAccounts.get(account.sandbox_account);
  if (!behaviour) throw missing('bank_account', account.id, 'destination');
  return behaviour;
}

/** A token of Stripe knows the currency of its account; ours are of whichever the caller says there. */
function currencyOf(metadata: Record<string, string>): string {
  const currency = metadata['bottega_currency'] ?? 'USD';
  if (!CURRENCY.test(currency)) throw invalid('Invalid currency.', { param: 'metadata' });
  return currency.toLowerCase();
}
