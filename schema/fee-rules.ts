import type { Ctx } from '../src/context.ts';
import type { FeeRuleId } from '../src/db/id.ts';
import { Fault } from '../src/errors.ts';
import { createFeeRule } from '../src/fees/create-rule.ts';
import { isPeriod } from '../src/fees/invoice-rules.ts';
import { feeRulesByCountry } from '../src/fees/read.ts';
import { rulesAt, type FeePlan, type FeeService } from '../src/fees/rules.ts';
import { builder } from './builder.ts';
import { answer, payload } from './errors.ts';
import { batched } from './loaders.ts';
import { Market } from './markets.ts';
import { inputMoney, MoneyInput, MoneyType, moneyOf } from './money.ts';
import { FeeRule } from './refs.ts';

export const FeeServiceType = builder.enumType('FeeService', {
  description: 'What is charged for.',
  values: {
    SALE: { description: 'A paid order: a share of it. Given back as far as the order is refunded.' },
    MONEY_TRANSFER: { description: 'Money between people; its sender pays it.' },
    MESSAGE_MARKETING: { description: 'A message of a shop to whom has not written for a day.' },
    MESSAGE_UTILITY: { description: 'What a shop tells by itself, such as that an order is on its way.' },
    MESSAGE_SERVICE: { description: 'An answer of a shop, within a day after the customer wrote.' },
    SUBSCRIPTION: { description: 'A month of a plan.' },
    TAX: { description: 'On all fees of a month: it stands on the invoice.' },
  } satisfies Record<FeeService, object>,
});

export const FeePlanType = builder.enumType('FeePlan', {
  description: 'What a business has chosen to pay by.',
  values: {
    STANDARD: { description: 'Nothing by the month.' },
    PLUS: { description: 'So much by the month, and less of each sale.' },
  } satisfies Record<FeePlan, object>,
});

FeeRule.implement({
  description:
    'What a service costs in a country from a moment on, until there is a newer one. For everybody.',
  fields: (t) => ({
    country: t.field({ type: 'CountryCode', description: 'Where.', resolve: (rule) => rule.country }),
    service: t.field({ type: FeeServiceType, description: 'For what.', resolve: (rule) => rule.service }),
    plan: t.field({
      type: FeePlanType,
      nullable: true,
      description: 'On which plan; null: on each that has no rule of its own.',
      resolve: (rule) => rule.plan,
    }),
    shareBasisPoints: t.exposeInt('shareBasisPoints', {
      description: 'The share of the amount in hundredths of a percent: 200 is 2%. Rounded half up.',
    }),
    fixed: t.field({
      type: MoneyType,
      description: 'On top of the share: for each order, transfer, message or month.',
      resolve: (rule) => moneyOf(rule.fixedMinor, rule.currency),
    }),
    freePerMonth: t.exposeInt('freePerMonth', {
      nullable: true,
      description: 'How many messages inside the answer window are free in a month; null: all of them.',
    }),
    effectiveFrom: t.field({
      type: 'DateTime',
      description: 'Since when, or from when on.',
      resolve: (rule) => rule.effectiveFrom,
    }),
    note: t.string({
      nullable: true,
      description: 'Why, as the operator wrote; null for anybody but operators.',
      resolve: (rule, _args, ctx) => (isOperator(ctx) ? rule.note : null),
    }),
    createdAt: t.field({ type: 'DateTime', description: 'Made when.', resolve: (rule) => rule.createdAt }),
  }),
});

/** A month by its first day, or a fault of the call; null when none is given. */
export function inputPeriod(period: string | null | undefined): string | null {
  if (period == null || isPeriod(period)) return period ?? null;
  throw new Fault('BAD_USER_INPUT', 'A `period` is the first day of a month, such as "2026-11-01".');
}

const isOperator = (ctx: Ctx) => ctx.actor.kind === 'person' && ctx.actor.operator;

/** Every rule of a country, in force or not. */
export const rulesOf = batched(feeRulesByCountry);

builder.objectFields(Market, (t) => ({
  feeRules: t.field({
    type: [FeeRule],
    description: 'What services cost there: at most one rule for each service and plan. For everybody.',
    args: {
      service: t.arg({ type: FeeServiceType, description: 'Only for this one.' }),
      at: t.arg({
        type: 'DateTime',
        description: 'What was or will be in force at this moment; now when left out.',
      }),
      upcoming: t.arg.boolean({
        description: 'True: also what is known to come after it, in the order in which it does.',
      }),
    },
    resolve: async (market, { service, at, upcoming }, ctx) => {
      const moment = at ?? ctx.now();
      const rules = await rulesOf(ctx, market.country);
      const wanted = service ? rules.filter((rule) => rule.service === service) : rules;
      return [
        ...rulesAt(wanted, moment),
        ...(upcoming ? wanted.filter((rule) => rule.effectiveFrom > moment) : []),
      ];
    },
  }),
}));

const FeeRuleCreateInput = builder.inputType('FeeRuleCreateInput', {
  description: 'For feeRuleCreate.',
  fields: (t) => ({
    country: t.field({ type: 'CountryCode', required: true, description: 'Where.' }),
    service: t.field({ type: FeeServiceType, required: true, description: 'For what.' }),
    plan: t.field({
      type: FeePlanType,
      description:
        'On which plan; left out: on each that has no rule of its own. Not for TAX and MONEY_TRANSFER.',
    }),
    shareBasisPoints: t.int({
      description: 'For SALE, MONEY_TRANSFER and TAX: a share in hundredths of a percent, 0 to 10,000.',
    }),
    fixed: t.field({
      type: MoneyInput,
      description: "Not for TAX: an amount in the country's currency; nothing when left out.",
    }),
    freePerMonth: t.int({
      description: 'For messages: how many inside the answer window are free in a month; none when left out.',
    }),
    alwaysFree: t.boolean({ description: 'True: all messages inside the answer window are free.' }),
    effectiveFrom: t.field({
      type: 'DateTime',
      required: true,
      description: 'From when on; a minute from now at the earliest.',
    }),
    note: t.string({ description: 'Why, for other operators; 500 characters at most.' }),
    idempotencyKey: t.string({ description: 'Your own key: the same one again makes no other rule.' }),
  }),
});

const FeeRuleCreatePayload = payload<{ rule: FeeRuleId }>('FeeRuleCreatePayload', (t) => ({
  rule: t.field({
    type: FeeRule,
    nullable: true,
    description: 'The rule.',
    resolve: (result) => result.rule,
  }),
}));

builder.mutationFields((t) => ({
  feeRuleCreate: t.field({
    type: FeeRuleCreatePayload,
    description:
      'Sets what a service costs in a country from a moment in the future on; what came before costs what it cost. For operators.',
    args: { input: t.arg({ type: FeeRuleCreateInput, required: true, description: 'The rule.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => ({
        rule: await createFeeRule(ctx, {
          ...input,
          fixed: input.fixed && inputMoney(input.fixed, ['fixed']),
        }),
      })),
  }),
}));
