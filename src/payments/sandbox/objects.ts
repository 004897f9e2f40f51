/** The records as the sandbox answers them: the part of Stripe's objects that the adapter reads. */
export interface CustomerObject {
  id: string;
  object: 'customer';
  created: number;
  livemode: false;
  metadata: Record<string, string>;
}

export interface PaymentMethodObject {
  id: string;
  object: 'payment_method';
  type: 'card';
  card: { brand: string; last4: string; exp_month: number; exp_year: number };
  created: number;
  customer: string | null;
  livemode: false;
  metadata: Record<string, string>;
  /** The test method that it was made from, which says how it behaves. Ours alone. */
  sandbox_method: string;
}

export type IntentStatus =
  | 'requires_payment_method'
  | 'requires_confirmation'
  | 'requires_action'
  | 'processing'
  | 'succeeded'
  | 'canceled';

export interface CardErrorObject {
  type: 'card_error' | 'invalid_request_error';
  code: string;
  decline_code?: string;
  message: string;
}

export interface IntentObject {
  id: string;
  object: 'payment_intent';
  allowed_payment_method_types: string[];
  amount: number;
  amount_received: number;
  /** Stripe keeps this sum on the charge, for which there is no object here. */
  amount_refunded: number;
  canceled_at: number | null;
  client_secret: null;
  created: number;
  currency: string;
  customer: string;
  description: string | null;
  last_payment_error: CardErrorObject | null;
  livemode: false;
  metadata: Record<string, string>;
  /** Ours alone: a code is asked for at our own path instead of a bank's page. */
  next_action: { type: 'sandbox_one_time_code'; sandbox_one_time_code: { tries_left: number } } | null;
  payment_method: string | null;
  payment_method_types: ['card'];
  status: IntentStatus;
}

export interface RefundObject {
  id: string;
  object: 'refund';
  amount: number;
  created: number;
  currency: string;
  failure_reason?: string;
  metadata: Record<string, string>;
  payment_intent: string;
  reason: string | null;
  status: 'pending' | 'succeeded' | 'failed';
}

export interface BankAccountObject {
  id: string;
  object: 'bank_account';
  account: string;
  bank_name: string;
  country: string;
  currency: string;
  last4: string;
  metadata: Record<string, string>;
  /** The test account that it was made from, which says how it behaves. Ours alone. */
  sandbox_account: string;
}

export interface PayoutObject {
  id: string;
  object: 'payout';
  amount: number;
  automatic: false;
  created: number;
  currency: string;
  destination: string;
  failure_code: string | null;
  livemode: false;
  metadata: Record<string, string>;
  method: 'standard';
  /** `paid` may still become `failed`, when the bank sends the money back. */
  status: 'pending' | 'paid' | 'failed';
  type: 'bank_account';
}

export type MovementType = 'charge' | 'refund' | 'refund_failure' | 'payout' | 'payout_failure';

/** What moved, as far as a balance transaction shows it when `data.source` is to be expanded. */
export interface MovementSource {
  id: string;
  object: 'charge' | 'refund' | 'payout';
  payment_intent?: string;
  metadata: Record<string, string>;
}

export interface BalanceTransactionObject {
  id: string;
  object: 'balance_transaction';
  /** Below zero when money leaves the balance. */
  amount: number;
  created: number;
  currency: string;
  /** The sandbox works for nothing. */
  fee: 0;
  net: number;
  source: MovementSource;
  type: MovementType;
}

export type SandboxObject =
  | CustomerObject
  | PaymentMethodObject
  | IntentObject
  | RefundObject
  | BankAccountObject
  | PayoutObject
  | BalanceTransactionObject;
export type ObjectType = SandboxObject['object'];
export type ObjectOf<T extends ObjectType> = Extract<SandboxObject, { object: T }>;
