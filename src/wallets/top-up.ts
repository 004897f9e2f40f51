import { z } from 'zod';
import { requirePerson, type Ctx } from '../context.ts';
import { onceForGood } from '../db/idempotency.ts';
import type { CardId, PaymentId } from '../db/id.ts';
import { moneyMarkets } from '../markets/read.ts';
import { requireFeatures } from '../markets/require-feature.ts';
import { InvalidMoneyError, type Money } from '../money.ts';
import { beginPayment, chosenCard } from '../payments/begin.ts';
import { charge } from '../payments/charge.ts';
import { idempotencyKey, parseInput } from '../text.ts';
import { CurrencyMismatchError, LimitExceededError } from './rules.ts';

const TopUp = z.object({ idempotencyKey });

export interface TopUpWallet {
  readonly amount: Money;
  /** The default card when it is not given. */
  readonly cardId?: CardId | null | undefined;
  readonly idempotencyKey: string;
}

/** Puts money from a card into the caller's wallet. At most as much as may be sent in one transfer. */
export async function topUpWallet(ctx: Ctx, input: TopUpWallet): Promise<PaymentId> {
  const { personId } = requirePerson(ctx);
  const { idempotencyKey: key } = parseInput(TopUp, input);
  const { amount } = input;
  const { paymentId } = await onceForGood(ctx, { name: 'walletTopUp', key, input }, async (tx) => {
    if (amount.minor <= 0n) throw new InvalidMoneyError('Add more than nothing.', ['amount', 'amount']);
    const [[market]] = await Promise.all([
      moneyMarkets(tx, [personId]),
      requireFeatures(tx, { market: { personId }, user: personId }, ['WALLET', 'CARD_PAYMENT']),
    ]);
    if (!market?.limits || market.currency !== amount.currency) {
      const text = market?.limits
        ? `Your wallet is in ${market.currency}: add that.`
        : 'No money can be added to a wallet in your country.';
      throw new CurrencyMismatchError(text, ['amount', 'currencyCode']);
    }
    const { perTransferMinor } = market.limits;
    if (amount.minor > perTransferMinor) {
      throw new LimitExceededError('at once', { ...amount, minor: perTransferMinor });
    }
    const card = await chosenCard(tx, input.cardId ?? null);
    const payment = await beginPayment(tx, {
      purpose: 'TOP_UP',
      order: null,
      cardId: card.id,
      currency: amount.currency,
      amountMinor: amount.minor,
      walletMinor: 0n,
    });
    return { paymentId: payment.id };
  });
  await charge(ctx, paymentId);
  return paymentId;
}
