/** The adapter on the official SDK. It talks to Stripe, or to our sandbox when `api` names it. */
import { Stripe } from 'stripe';
import type { PaymentProvider } from './provider.ts';
import { stripeBankAccounts } from './stripe-bank-accounts.ts';
import { stripeCards } from './stripe-cards.ts';
import { stripeCharges } from './stripe-charges.ts';
import { strictHttpClient } from './stripe-http.ts';
import { stripeMovements } from './stripe-movements.ts';
import { stripePayouts } from './stripe-payouts.ts';
import { stripeRefunds } from './stripe-refunds.ts';
import { stripeWebhooks } from './stripe-webhooks.ts';

export interface StripeProviderOptions {
  secretKey: string;
  webhookSecret: string;
  /** Where a bank sends the payer back to after a REDIRECT challenge. */
  returnUrl: string;
  /** Another server than Stripe's own: the sandbox. */
  api?: { host: string; port: number; protocol: 'http' | 'https' };
  /** How long to wait for one answer; the outcome then is unknown. Default 20 seconds. */
  timeoutMs?: number;
}

export function createStripeProvider(options: StripeProviderOptions): PaymentProvider {
  const stripe = new Stripe(options.secretKey, {
    ...options.api,
    httpClient: strictHttpClient(),
    timeout: options.timeoutMs ?? 20_000,
    // We repeat ourselves, with our own keys and budget. The SDK still repeats a request once, with the same
    // key, when a connection is closed before any answer: that heals a stale keep-alive connection and can't
    // charge twice.
    maxNetworkRetries: 0,
    telemetry: false,
  });
  return {
    ...stripeCards(stripe),
    ...stripeCharges(stripe, options.returnUrl),
    ...stripeRefunds(stripe),
    ...stripeBankAccounts(stripe),
    ...stripePayouts(stripe),
    ...stripeMovements(stripe),
    ...stripeWebhooks(stripe, options.webhookSecret),
  };
}
