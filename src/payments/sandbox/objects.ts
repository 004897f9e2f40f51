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
  metadata: Record<string, string>;
  payment_intent: string;
  reason: string | null;
  status: 'succeeded';
}

export type SandboxObject = CustomerObject | PaymentMethodObject | IntentObject | RefundObject;
export type ObjectType = SandboxObject['object'];
export type ObjectOf<T extends ObjectType> = Extract<SandboxObject, { object: T }>;
