import type { Ctx } from '../context.ts';
import { UserError } from '../errors.ts';
import { currencyCode, parseMoney } from '../money.ts';
import { currentBankAccount, setBankAccount } from '../payouts/bank-account.ts';
import { createPayout } from '../payouts/create.ts';
import { as, type Cast } from './cast.ts';
import { at, minutesAfter } from './clock.ts';
import { demoShop } from './shops.ts';

/** A test token of the provider's bank fields: payouts to it arrive. */
const BANK_TOKEN = 'btok_us_verified';

const PAYOUTS = [{ shop: 'sabzi-mandi', amount: '200.00' }] as const;

/** What some shops have sent to their bank just before the reader came; it arrives a moment after the load. */
export async function replayPayouts(ctx: Ctx, cast: Cast): Promise<void> {
  for (const { shop, amount } of PAYOUTS) {
    const businessId = cast.shop(shop);
    const owner = at(as(ctx, cast.ownerOf(shop)), minutesAfter(cast.loadedAt, -1));
    try {
      if (!(await currentBankAccount(owner, businessId))) {
        await setBankAccount(owner, { businessId, token: BANK_TOKEN });
      }
      await createPayout(owner, {
        businessId,
        amount: parseMoney(amount, currencyCode(demoShop(shop).currency)),
        idempotencyKey: `demo:payout:${shop}`,
      });
    } catch (error) {
      // A provider without this account: the money stays with the platform.
      if (!(error instanceof UserError)) throw error;
      ctx.log.warn({ shop, refused: error.code }, 'a payout of the demo stays behind');
    }
  }
}
