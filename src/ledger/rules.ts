/**
 * BUSINESS_BALANCE is what the platform owes a business; PROVIDER_CLEARING stands against what the
 * payment provider has taken in and not yet paid out (so it is negative).
 */
export const ACCOUNT_KINDS = ['BUSINESS_BALANCE', 'PROVIDER_CLEARING'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** Strict accounts can't go below what is held of them; the others are the platform's own books. */
export const STRICT: Readonly<Record<AccountKind, boolean>> = {
  BUSINESS_BALANCE: true,
  PROVIDER_CLEARING: false,
};

/** The owner of the platform's own accounts. */
export const PLATFORM = '00000000-0000-0000-0000-000000000000';
