import type { Ctx } from '../context.ts';
import { collectFees } from './collect.ts';
import { eachStep } from './each-business.ts';
import { chargeMessages } from './message-charges.ts';
import { chargeSubscriptions } from './subscriptions.ts';

/** What businesses have used is charged, and what they owe is collected. Every part is safe to repeat. */
export async function chargeFees(ctx: Ctx): Promise<void> {
  await eachStep([
    () => chargeMessages(ctx, null),
    () => chargeSubscriptions(ctx, null),
    () => collectFees(ctx),
  ]);
}
