import type { Ctx } from '../context.ts';
import type { BusinessId } from '../db/id.ts';

/** How many are looked for at once. */
export const BUSINESSES = 100;

/**
 * Deals with every business that is found, page by page in the order of their ids. One that fails holds up no other, and
 * makes the whole fail in the end, so that its job is tried again.
 */
export async function eachBusiness<Found extends { readonly businessId: BusinessId }>(
  { log }: Ctx,
  find: (after: BusinessId | null) => Promise<readonly Found[]>,
  dealWith: (found: Found) => Promise<unknown>,
): Promise<void> {
  const failures: unknown[] = [];
  for (let after: BusinessId | null = null; ;) {
    const found: readonly Found[] = await find(after);
    for (const one of found) {
      await dealWith(one).catch((error: unknown) => {
        log.error(
          { err: error, businessId: one.businessId },
          'the fees of a business could not be dealt with',
        );
        failures.push(error);
      });
    }
    after = found.at(-1)?.businessId ?? null;
    if (found.length < BUSINESSES) break;
  }
  if (failures.length > 0) throw new AggregateError(failures, 'some businesses could not be dealt with');
}

/** One after the other, the next ones also when one fails; then all of it has failed. */
export async function eachStep(steps: readonly (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const step of steps) await step().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, 'some of the steps failed');
}
