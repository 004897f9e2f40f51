import { mayDo } from '../src/businesses/rules.ts';
import { roleIn } from '../src/businesses/staff.ts';
import type { Business as BusinessRow } from '../src/businesses/read.ts';
import type { Ctx } from '../src/context.ts';
import type { BusinessId, FeeRuleId } from '../src/db/id.ts';
import { Fault } from '../src/errors.ts';
import { topic } from '../src/events/catalogue.ts';
import type { LogEvent } from '../src/events/reader.ts';
import { createFeeRule } from '../src/fees/create-rule.ts';
import { setPlan } from '../src/fees/plan.ts';
import {
  feeChargesPage,
  feeRulesByCountry,
  feesOwedByBusiness,
  plansByBusiness,
  type FeeCharge as FeeChargeRow,
} from '../src/fees/read.ts';
import { rulesAt, rulesOfPlan, type FeePlan, type FeeService } from '../src/fees/rules.ts';
import { builder } from './builder.ts';
import { answer, payload } from './errors.ts';
import { encodeGlobalId, inputId } from './ids.ts';
import { Event, liveField, noSuchStream } from './live.ts';
import { batched } from './loaders.ts';
import { Market } from './markets.ts';
import { inputMoney, MoneyInput, MoneyType, moneyOf } from './money.ts';
import { pageArgs } from './page-args.ts';
import { connectById } from './paging.ts';
import { Business, FeeRule } from './refs.ts';
import { roleOf } from './roles.ts';

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

const isOperator = (ctx: Ctx) => ctx.actor.kind === 'person' && ctx.actor.operator;

const rulesOf = batched(feeRulesByCountry);

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

export const FeeCharge = builder.objectRef<FeeChargeRow>('FeeCharge').implement({
  description: 'Something that a business was charged for. Charges are never changed. For its owners.',
  fields: (t) => ({
    id: t.id({
      description: 'Names it for good.',
      resolve: (charge) => encodeGlobalId('FeeCharge', charge.id),
    }),
    service: t.field({ type: FeeServiceType, description: 'For what.', resolve: (charge) => charge.service }),
    rule: t.field({
      type: FeeRule,
      nullable: true,
      description: 'By which rule; null where there was none, or before rules were kept.',
      resolve: (charge) => charge.ruleId,
    }),
    quantity: t.exposeInt('quantity', { description: 'How many: messages, or 1.' }),
    amount: t.field({
      type: MoneyType,
      description: 'All of them together; nothing when they were free, below zero when a fee was given back.',
      resolve: (charge) => moneyOf(charge.amountMinor, charge.currency),
    }),
    period: t.exposeString('period', {
      description: 'The month on whose invoice it stands, by its first day: "2026-11-01".',
    }),
    reference: t.id({
      nullable: true,
      description:
        'Of a SALE: the id of the payment, or of the refund when the fee was given back. Else null.',
      resolve: ({ service, amountMinor, subjectId }) => {
        if (service !== 'SALE') return null;
        return encodeGlobalId(amountMinor < 0n ? 'Refund' : 'Payment', subjectId);
      },
    }),
    chargedAt: t.field({ type: 'DateTime', description: 'When.', resolve: (charge) => charge.chargedAt }),
    invoiced: t.boolean({
      description: 'Whether it stands on an invoice yet.',
      resolve: (charge) => charge.invoiceId !== null,
    }),
  }),
});

const FeeChargeConnection = builder.connectionObject(
  { type: FeeCharge, name: 'FeeChargeConnection', description: 'A page of charges, newest first.' },
  { name: 'FeeChargeEdge', description: 'A charge in a page.' },
);

async function isOwner(ctx: Ctx, business: BusinessRow): Promise<boolean> {
  const role = await roleOf(ctx, business.id);
  return role !== null && mayDo(role, 'money');
}

const plansOf = batched(plansByBusiness);
const owedOf = batched(feesOwedByBusiness);

/** "2026-11-01", or a fault of the call. */
function monthOf(period: string): string {
  if (/^\d{4}-(0[1-9]|1[0-2])-01$/.test(period)) return period;
  throw new Fault('BAD_USER_INPUT', 'A `period` is the first day of a month, such as "2026-11-01".');
}

builder.objectFields(Business, (t) => ({
  feePlan: t.field({
    type: FeePlanType,
    nullable: true,
    description: 'The plan that it is on; null for anybody but its owners.',
    resolve: async (business, _args, ctx) =>
      (await isOwner(ctx, business)) ? (await plansOf(ctx, business.id)).current : null,
  }),
  feePlanNext: t.field({
    type: FeePlanType,
    nullable: true,
    description: 'The plan from the next month on; null when it stays, and for anybody but its owners.',
    resolve: async (business, _args, ctx) =>
      (await isOwner(ctx, business)) ? (await plansOf(ctx, business.id)).next : null,
  }),
  fees: t.field({
    type: [FeeRule],
    nullable: true,
    description:
      'What each service costs it now, by its plan; a service without a rule is free. Null for anybody but its owners.',
    resolve: async (business, _args, ctx) => {
      if (!(await isOwner(ctx, business))) return null;
      const [rules, { current }] = await Promise.all([
        rulesOf(ctx, business.country),
        plansOf(ctx, business.id),
      ]);
      return rulesOfPlan(rulesAt(rules, ctx.now()), current);
    },
  }),
  feesOwed: t.field({
    type: MoneyType,
    nullable: true,
    description:
      'Fees that its balance did not cover: collected as soon as something is available. Null for anybody but its owners.',
    resolve: async (business, _args, ctx) =>
      (await isOwner(ctx, business)) ? moneyOf(await owedOf(ctx, business.id), business.currency) : null,
  }),
  feeCharges: t.field({
    type: FeeChargeConnection,
    nullable: true,
    description: 'What it was charged for, the newest month first; null for anybody but its owners.',
    args: {
      period: t.arg.string({ description: 'Only of this month, by its first day: "2026-11-01".' }),
      ...pageArgs,
    },
    resolve: async (business, { period, ...args }, ctx) => {
      if (!(await isOwner(ctx, business))) return null;
      const filter = { period: period == null ? null : monthOf(period) };
      return connectById(args, (page) => feeChargesPage(ctx, business.id, filter, page));
    },
  }),
}));

const FeeEvent = builder.objectRef<LogEvent>('FeeEvent').implement({
  description: 'A business was charged, changed its plan, or was invoiced.',
  interfaces: [Event],
  fields: (t) => ({
    business: t.field({
      type: Business,
      nullable: true,
      description: 'Which; read what it owes and was charged from it.',
      resolve: (event) => (event.payload.partyId ?? null) as BusinessId | null,
    }),
  }),
});

liveField('feeEvents', {
  description: 'Charges, plan and invoices of a business, live. For its owners.',
  event: FeeEvent,
  args: builder.args((t) => ({
    businessId: t.id({ required: true, description: 'Your own business.' }),
  })),
  listen: ({ businessId }, ctx) => {
    const id = inputId<'business'>('Business', businessId, ['businessId']);
    return {
      topics: [topic.fees(id)],
      authorize: async () => {
        const role = await roleIn(ctx, id);
        if (!role || !mayDo(role, 'money')) throw noSuchStream('business');
      },
    };
  },
});

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
    fixed: t.field({ type: MoneyInput, description: "Not for TAX: an amount in the country's currency." }),
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

const BusinessPlanSetInput = builder.inputType('BusinessPlanSetInput', {
  description: 'For businessPlanSet.',
  fields: (t) => ({
    businessId: t.id({ required: true, description: 'Your own business.' }),
    plan: t.field({ type: FeePlanType, required: true, description: 'Which.' }),
    idempotencyKey: t.string({ description: 'Your own key: the same one again changes nothing more.' }),
  }),
});

const BusinessPlanSetPayload = payload<{ business: BusinessId }>('BusinessPlanSetPayload', (t) => ({
  business: t.field({
    type: Business,
    nullable: true,
    description: 'The business: see its feePlanNext.',
    resolve: (result) => result.business,
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
  businessPlanSet: t.field({
    type: BusinessPlanSetPayload,
    description:
      'Chooses the plan of a business from the next month on; again, before that, chooses another. For its owners.',
    args: { input: t.arg({ type: BusinessPlanSetInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const businessId = inputId<'business'>('Business', input.businessId, ['businessId']);
        await setPlan(ctx, { ...input, businessId });
        return { business: businessId };
      }),
  }),
}));
