import type { Ctx } from '../context.ts';
import type { PaymentId, PayoutId, RefundId } from '../db/id.ts';
import { checkPayment } from '../payments/check.ts';
import { checkRefund } from '../payments/refund-submit.ts';
import { checkPayout } from '../payouts/submit.ts';
import { isOurId, type Difference, type OnItsWay } from './rules.ts';

/**
 * Most of what differs is news that did not reach us: the provider is asked what came of each, and what it says is
 * settled as ever. What it can't tell now is left to differ. Gives what it has taken and the bank not decided yet.
 */
export async function askAboutAll(ctx: Ctx, found: readonly Difference[]): Promise<OnItsWay[]> {
  const onItsWay: OnItsWay[] = [];
  for (const { family, subject } of found) {
    if (!isOurId(subject)) continue;
    try {
      onItsWay.push({ family, subject, amountMinor: await askAbout(ctx, family, subject) });
    } catch (error) {
      ctx.log.warn({ err: error, family, subject }, 'what differs could not be asked about');
    }
  }
  return onItsWay;
}

async function askAbout(ctx: Ctx, family: Difference['family'], subject: string): Promise<bigint> {
  switch (family) {
    case 'charge':
      await checkPayment(ctx, subject as PaymentId);
      return 0n;
    case 'refund':
      return -(await checkRefund(ctx, subject as RefundId));
    case 'payout':
      return -(await checkPayout(ctx, subject as PayoutId));
  }
}
