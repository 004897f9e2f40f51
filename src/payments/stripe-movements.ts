/** The provider's own books, line by line: https://docs.stripe.com/reports/balance-transaction-types */
import type { Stripe } from 'stripe';
import { currencyCode } from '../money.ts';
import { fromProviderAmount } from './amount.ts';
import type { PaymentProvider, ProviderMovement } from './provider.ts';
import { unavailable } from './stripe-calls.ts';

/** Newest first. Throws ProviderUnavailableError, at whichever page. */
export function stripeMovements(stripe: Stripe): Pick<PaymentProvider, 'movements'> {
  return {
    async *movements({ from, to }) {
      // The lines are stamped in whole seconds: of two windows that meet, one has each line.
      const created = { gte: Math.ceil(from.getTime() / 1000), lt: Math.ceil(to.getTime() / 1000) };
      const lines = stripe.balanceTransactions.list({ created, expand: ['data.source'], limit: 100 });
      const pages = lines[Symbol.asyncIterator]();
      for (;;) {
        const next = await pages.next().catch(unavailable);
        if (next.done) return;
        yield movement(next.value);
        const fee = feeOf(next.value);
        if (fee) yield fee;
      }
    },
  };
}

/** The provider takes its fee from the same line; in our books it is a movement of its own. */
function feeOf(line: Stripe.BalanceTransaction): ProviderMovement | null {
  if (line.fee === 0) return null;
  const { movementRef, at } = movement(line);
  const currency = currencyCode(line.currency.toUpperCase());
  const amountMinor = fromProviderAmount(-line.fee, currency);
  const about = { movementRef: `${movementRef} fee`, sourceRef: null, subjectId: null };
  return { ...about, kind: 'other', amountMinor, currency, at };
}

function movement(line: Stripe.BalanceTransaction): ProviderMovement {
  return {
    movementRef: line.id,
    kind: kinds[line.type] ?? 'other',
    ...named(line.source),
    ...moved(line),
    at: new Date(line.created * 1000),
  };
}

/** In the currency that was charged or given back: the line itself is in the one that the account is settled in. */
function moved({
  source,
  amount,
  currency,
}: Stripe.BalanceTransaction): Pick<ProviderMovement, 'amountMinor' | 'currency'> {
  const isOurs = source !== null && typeof source !== 'string' && ISSUED.has(source.object);
  const said = isOurs && 'amount' in source && 'currency' in source ? source : { amount, currency };
  const code = currencyCode(said.currency.toUpperCase());
  const minor = fromProviderAmount(Math.abs(said.amount), code);
  return { amountMinor: amount < 0 ? -minor : minor, currency: code };
}

const ISSUED: ReadonlySet<string> = new Set(['charge', 'refund', 'payout']);

const kinds: Partial<Record<string, ProviderMovement['kind']>> = {
  charge: 'charge',
  payment: 'charge',
  refund: 'refund',
  payment_refund: 'refund',
  refund_failure: 'refund_return',
  payout: 'payout',
  payout_failure: 'payout_return',
  payout_cancel: 'payout_return',
};

function named(
  source: Stripe.BalanceTransaction['source'],
): Pick<ProviderMovement, 'sourceRef' | 'subjectId'> {
  if (source === null || typeof source === 'string') return { sourceRef: source, subjectId: null };
  if (source.object === 'charge') {
    // We know the charge by its intent, whose metadata it carries.
    const intent = source.payment_intent;
    const intentId = typeof intent === 'string' ? intent : intent?.id;
    return { sourceRef: intentId ?? source.id, subjectId: source.metadata['bottega_payment'] ?? null };
  }
  if (source.object === 'refund') {
    return { sourceRef: source.id, subjectId: source.metadata?.['bottega_refund'] ?? null };
  }
  if (source.object === 'payout') {
    return { sourceRef: source.id, subjectId: source.metadata?.['bottega_payout'] ?? null };
  }
  return { sourceRef: source.id, subjectId: null };
}
