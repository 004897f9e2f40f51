import { requireOperator } from '../src/context.ts';
import type { PaymentId } from '../src/db/id.ts';
import { DISCREPANCY_KINDS, type DiscrepancyKind } from '../src/reconciliation/rules.ts';
import {
  daysPage,
  discrepanciesPage,
  type Discrepancy as DiscrepancyRow,
  type ReconciliationDay as DayRow,
} from '../src/reconciliation/read.ts';
import { resolveDiscrepancy } from '../src/reconciliation/resolve.ts';
import { builder } from './builder.ts';
import { answer, payload } from './errors.ts';
import { encodeGlobalId, inputId } from './ids.ts';
import { pageArgs } from './page-args.ts';
import { connect, connectById, type CursorCodec } from './paging.ts';
import { Payment } from './refs.ts';

const DiscrepancyKindType = builder.enumType('DiscrepancyKind', {
  description: 'What can be wrong between our books and the provider.',
  values: Object.fromEntries(
    Object.entries(DISCREPANCY_KINDS).map(([kind, description]) => [
      kind,
      { value: kind as DiscrepancyKind, description },
    ]),
  ) as Record<DiscrepancyKind, { value: DiscrepancyKind; description: string }>,
});

const Discrepancy = builder.objectRef<DiscrepancyRow>('Discrepancy').implement({
  description: 'Where our books and the provider differ, or where nobody knows. For operators.',
  fields: (t) => ({
    id: t.id({ description: 'Global and opaque.', resolve: (row) => encodeGlobalId('Discrepancy', row.id) }),
    kind: t.field({ type: DiscrepancyKindType, description: 'What is wrong.', resolve: (row) => row.kind }),
    detail: t.exposeString('detail', { description: 'The facts.' }),
    providerRef: t.exposeString('providerRef', {
      nullable: true,
      description: "The provider's id of what it is about; null when it has none.",
    }),
    payment: t.field({
      type: Payment,
      nullable: true,
      description:
        'The payment that it is about, such as for paymentAskAgain; null when it is about something else.',
      resolve: (row) => row.subjectId as PaymentId | null,
    }),
    subject: t.string({
      nullable: true,
      description:
        'Our id of the payment, refund or payout as the database has it; null when it is of nothing here.',
      resolve: (row) => row.subjectId,
    }),
    foundAt: t.field({ type: 'DateTime', description: 'Since when.', resolve: (row) => row.foundAt }),
    resolvedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When somebody had looked at it; null while nobody has.',
      resolve: (row) => row.resolvedAt,
    }),
    resolution: t.exposeString('resolution', {
      nullable: true,
      description: 'What came of it; null while it is open.',
    }),
  }),
});

const DiscrepancyConnection = builder.connectionObject(
  { type: Discrepancy, name: 'DiscrepancyConnection', description: 'A page of discrepancies, newest first.' },
  { name: 'DiscrepancyEdge', description: 'A discrepancy in a page.' },
);

const ReconciliationDay = builder.objectRef<DayRow>('ReconciliationDay').implement({
  description: "A day (UTC) of which the provider's records were compared with our books. For operators.",
  fields: (t) => ({
    day: t.exposeString('day', { description: 'Such as 2026-11-21.' }),
    theirs: t.exposeInt('theirs', { description: 'How many charges, refunds and payouts the provider had.' }),
    ours: t.exposeInt('ours', { description: 'How many we had.' }),
    differences: t.exposeInt('differences', { description: 'How many differed: see discrepancies.' }),
    comparedAt: t.field({ type: 'DateTime', description: 'When.', resolve: (row) => row.comparedAt }),
  }),
});

const ReconciliationDayConnection = builder.connectionObject(
  {
    type: ReconciliationDay,
    name: 'ReconciliationDayConnection',
    description: 'A page of days, newest first.',
  },
  { name: 'ReconciliationDayEdge', description: 'A day in a page.' },
);

const dayCursor: CursorCodec<string> = {
  encode: (day) => Buffer.from(day).toString('base64url'),
  decode: (text) => {
    const day = Buffer.from(text, 'base64url').toString('latin1');
    return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : null;
  },
};

builder.queryFields((t) => ({
  discrepancies: t.field({
    type: DiscrepancyConnection,
    description: 'Where our books and the provider differ, newest first. For operators.',
    args: {
      resolved: t.arg.boolean({
        description: 'Only those that are resolved, or that are not; all when left out.',
      }),
      ...pageArgs,
    },
    resolve: (_root, { resolved, ...args }, ctx) => {
      requireOperator(ctx);
      return connectById<DiscrepancyRow>(args, (page) =>
        discrepanciesPage(ctx, { resolved: resolved ?? null }, page),
      );
    },
  }),
  reconciliationDays: t.field({
    type: ReconciliationDayConnection,
    description: 'The days that were compared with the provider, newest first. For operators.',
    args: { ...pageArgs },
    resolve: (_root, args, ctx) => {
      requireOperator(ctx);
      return connect<DayRow, DayRow, string>({
        args,
        cursor: dayCursor,
        fetch: (page) => daysPage(ctx, page),
        keyOf: (row) => row.day,
        nodeOf: (row) => row,
      });
    },
  }),
}));

const DiscrepancyResolveInput = builder.inputType('DiscrepancyResolveInput', {
  description: 'For discrepancyResolve.',
  fields: (t) => ({
    discrepancyId: t.id({ required: true, description: 'Which.' }),
    note: t.string({ required: true, description: 'What came of it, 500 characters at most.' }),
  }),
});

const DiscrepancyResolvePayload = payload<{ discrepancy: DiscrepancyRow }>(
  'DiscrepancyResolvePayload',
  (t) => ({
    discrepancy: t.field({
      type: Discrepancy,
      nullable: true,
      description: 'As it is now.',
      resolve: (result) => result.discrepancy,
    }),
  }),
);

builder.mutationField('discrepancyResolve', (t) =>
  t.field({
    type: DiscrepancyResolvePayload,
    description: 'Says that somebody has looked at a discrepancy, and what came of it. For operators.',
    args: { input: t.arg({ type: DiscrepancyResolveInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => ({
        discrepancy: await resolveDiscrepancy(ctx, {
          ...input,
          discrepancyId: inputId<'discrepancy'>('Discrepancy', input.discrepancyId, ['discrepancyId']),
        }),
      })),
  }),
);
