import { z } from 'zod';
import { requireOperator, type Ctx, type Tx } from '../context.ts';
import { once } from '../db/idempotency.ts';
import { newId, type FeeRuleId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { InvalidInputError, NotFoundError } from '../errors.ts';
import { marketByCountry } from '../markets/read.ts';
import { InvalidMoneyError, type Money } from '../money.ts';
import { anyText, idempotencyKey, parseInput } from '../text.ts';
import type { FeePlan, FeeService } from './rules.ts';
import { feeRules } from './tables.ts';
import { feeRuleProblem } from './terms.ts';

const Create = z.object({ idempotencyKey: idempotencyKey.nullish(), note: anyText(500).nullish() });

export interface CreateFeeRule {
  readonly country: string;
  readonly service: FeeService;
  /** Null: every plan that has no rule of its own. */
  readonly plan?: FeePlan | null | undefined;
  readonly shareBasisPoints?: number | null | undefined;
  readonly fixed?: Money | null | undefined;
  /** Answers that are free in a month: a number, or all of them. */
  readonly freePerMonth?: number | null | undefined;
  readonly alwaysFree?: boolean | null | undefined;
  readonly effectiveFrom: Date;
  readonly note?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

/** Sets what a service costs from a moment in the future on. What came before costs what it cost. */
export async function createFeeRule(ctx: Ctx, input: CreateFeeRule): Promise<FeeRuleId> {
  requireOperator(ctx);
  const fields = parseInput(Create, input);
  const { ruleId } = await transact(ctx, (tx) =>
    once(tx, { name: 'feeRuleCreate', key: fields.idempotencyKey, input }, async () => ({
      ruleId: await create(tx, input, fields.note ?? ''),
    })),
  );
  return ruleId;
}

async function create(tx: Tx, input: CreateFeeRule, note: string): Promise<FeeRuleId> {
  const { country, service, plan = null, fixed, effectiveFrom } = input;
  const market = await marketByCountry(tx, country);
  if (!market) throw new NotFoundError('country', ['country']);
  if (fixed && fixed.currency !== market.currency) {
    throw new InvalidMoneyError(`Fees of ${market.name} are in ${market.currency}.`, [
      'fixed',
      'currencyCode',
    ]);
  }
  if (fixed && fixed.minor <= 0n) {
    throw new InvalidMoneyError('Leave it out when nothing is fixed.', ['fixed', 'amount']);
  }
  const terms = {
    shareBasisPoints: input.shareBasisPoints ?? 0,
    fixedMinor: fixed?.minor ?? 0n,
    freePerMonth: input.alwaysFree ? null : (input.freePerMonth ?? 0),
  };
  const problem = feeRuleProblem({ ...terms, service, plan, effectiveFrom }, tx.now());
  if (problem) throw new InvalidInputError(problem.message, problem.path);
  const [made] = await tx.db
    .insert(feeRules)
    .values({
      id: newId<'feeRule'>(),
      country,
      service,
      plan,
      currency: market.currency,
      ...terms,
      effectiveFrom,
      note,
      createdBy: requireOperator(tx),
      createdAt: tx.now(),
    })
    .onConflictDoNothing()
    .returning({ id: feeRules.id });
  if (!made) {
    throw new InvalidInputError('There is a rule from just this moment on: choose another one.', [
      'effectiveFrom',
    ]);
  }
  return made.id;
}
