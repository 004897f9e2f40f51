import { mayDo } from '../src/businesses/rules.ts';
import { roleIn } from '../src/businesses/staff.ts';
import type { Business as BusinessRow } from '../src/businesses/read.ts';
import type { Ctx } from '../src/context.ts';
import type { BusinessId } from '../src/db/id.ts';
import { topic } from '../src/events/catalogue.ts';
import type { LogEvent } from '../src/events/reader.ts';
import { setPlan } from '../src/fees/plan.ts';
import {
  feeChargesPage,
  feesOwedByBusiness,
  plansByBusiness,
  type FeeCharge as FeeChargeRow,
} from '../src/fees/read.ts';
import { rulesAt, rulesOfPlan } from '../src/fees/rules.ts';
import { builder } from './builder.ts';
import { answer, payload } from './errors.ts';
import { FeePlanType, FeeServiceType, inputPeriod, rulesOf } from './fee-rules.ts';
import { encodeGlobalId, inputId } from './ids.ts';
import { Event, liveField, noSuchStream } from './live.ts';
import { batched } from './loaders.ts';
import { MoneyType, moneyOf } from './money.ts';
import { pageArgs } from './page-args.ts';
import { connectById } from './paging.ts';
import { Business, FeeRule, Invoice } from './refs.ts';
import { roleOf } from './roles.ts';

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
      const filter = { period: inputPeriod(period) };
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
    invoice: t.field({
      type: Invoice,
      nullable: true,
      description: 'What was issued; null when it is about something else.',
      resolve: (event) => event.payload.invoiceId ?? null,
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
