/**
 * The test tokens of bank accounts, and what becomes of payouts to them. The names without `sandbox` are
 * Stripe's own and do the same there: https://docs.stripe.com/connect/testing
 */
export interface TestBankAccount {
  bankName: string;
  last4: string;
  /** Absent: payouts are paid. One of https://docs.stripe.com/api/payouts/failures */
  failureCode?: string;
  /** Paid at first, and then sent back for that reason. */
  isReturned?: true;
  /** Pending for seconds. */
  isSlow?: true;
}

const account = (last4: string, behaviour: Omit<TestBankAccount, 'bankName' | 'last4'> = {}) => ({
  bankName: 'STRIPE TEST BANK',
  last4,
  ...behaviour,
});

export const testBankAccounts: ReadonlyMap<string, TestBankAccount> = new Map(
  Object.entries<TestBankAccount>({
    btok_us_verified: account('6789'),
    btok_us_verified_noAccount: account('1116', { failureCode: 'no_account' }),
    btok_us_verified_accountClosed: account('1113', { failureCode: 'account_closed' }),
    btok_us_verified_insufficientFunds: account('2227', { failureCode: 'insufficient_funds' }),
    btok_sandbox_returned: account('7000', { failureCode: 'account_closed', isReturned: true }),
    btok_sandbox_slow: account('8000', { isSlow: true }),
  }),
);
