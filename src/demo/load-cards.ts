import type { Ctx } from '../context.ts';
import { registerCard } from '../payments/cards.ts';
import { CardTokenRefusedError } from '../payments/failures.ts';
import { as, type Cast } from './cast.ts';
import { DEMO_CUSTOMERS, type DemoCustomer } from './people.ts';

/** Registers everybody's test cards, the first one as the default. */
export async function registerCards(ctx: Ctx, cast: Cast): Promise<void> {
  await Promise.all(
    DEMO_CUSTOMERS.map((customer) => registerAll(as(ctx, cast.person(customer.key)), customer)),
  );
}

async function registerAll(ctx: Ctx, { cards }: DemoCustomer): Promise<void> {
  for (const token of cards) {
    try {
      await registerCard(ctx, { token, idempotencyKey: `demo:card:${token}` });
    } catch (error) {
      // Stripe itself attaches only some of its test cards, and none with live keys.
      if (!(error instanceof CardTokenRefusedError)) throw error;
      ctx.log.warn({ method: token }, 'the payment provider refuses a card of the demo; it is left out');
    }
  }
}
