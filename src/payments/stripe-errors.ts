import { Stripe } from 'stripe';
import type { ErrorFacts } from './classify.ts';

/**
 * The facts of whatever a call of the SDK threw. Anything but its own errors tells nothing about what was
 * done.
 */
export function factsOf(error: unknown): ErrorFacts {
  if (error instanceof Stripe.errors.StripeError) return error;
  return { type: error instanceof Error ? error.name : typeof error };
}
