import type { ObjectFieldBuilder } from '@pothos/core';
import { mayDo } from '../src/businesses/rules.ts';
import type { Business as BusinessRow } from '../src/businesses/read.ts';
import type { Ctx } from '../src/context.ts';
import { invoicePages } from '../src/fees/invoice-documents.ts';
import { previewInvoice, type InvoicePreview } from '../src/fees/invoice-preview.ts';
import { invoicesPage, linesByInvoice, type RuledLine } from '../src/fees/invoice-read.ts';
import { invoiceNumberText, isPeriod, percentOf } from '../src/fees/invoice-rules.ts';
import { describeLine } from '../src/fees/invoice-words.ts';
import type { CurrencyCode } from '../src/money.ts';
import { builder } from './builder.ts';
import { FeeServiceType, inputPeriod } from './fee-rules.ts';
import { batched } from './loaders.ts';
import { MoneyType, moneyOf } from './money.ts';
import { pageArgs } from './page-args.ts';
import { connect, type CursorCodec } from './paging.ts';
import { Business, FeeRule, Invoice } from './refs.ts';
import { roleOf } from './roles.ts';

type Types = typeof builder.$inferSchemaTypes;

interface Line {
  readonly line: RuledLine;
  readonly currency: CurrencyCode;
}

const InvoiceLine = builder.objectRef<Line>('InvoiceLine').implement({
  description: 'All that was charged, or given back, for one service by one rule in a month.',
  fields: (t) => ({
    service: t.field({
      type: FeeServiceType,
      description: 'For what.',
      resolve: ({ line }) => line.service,
    }),
    rule: t.field({
      type: FeeRule,
      nullable: true,
      description: 'By which rule; null where there was none.',
      resolve: ({ line }) => line.rule,
    }),
    title: t.string({
      description: 'What it is of, in English: "Sales", "Marketing messages, given back".',
      resolve: ({ line }) => describeLine(line, 'en').title,
    }),
    terms: t.string({
      description: 'By which terms, in English: "2 % each". Empty when it was free.',
      resolve: ({ line }) => describeLine(line, 'en').terms,
    }),
    quantity: t.int({
      description: 'How many sales, messages or months; free ones are counted too.',
      resolve: ({ line }) => line.quantity,
    }),
    isCredit: t.boolean({
      description: 'Whether it was given back, such as the fee of a refunded sale.',
      resolve: ({ line }) => line.isCredit,
    }),
    amount: t.field({
      type: MoneyType,
      description: 'Before tax; below zero when it was given back.',
      resolve: ({ line, currency }) => moneyOf(line.amountMinor, currency),
    }),
  }),
});

/** What an invoice and its preview both have. */
type Sums = Pick<
  InvoicePreview,
  'businessId' | 'period' | 'currency' | 'subtotalMinor' | 'taxBasisPoints' | 'taxMinor' | 'totalMinor'
>;

function sumFields<Shape extends Sums>(t: ObjectFieldBuilder<Types, Shape>) {
  return {
    business: t.field({ type: Business, description: 'Whose.', resolve: (row) => row.businessId }),
    period: t.string({
      description: 'The month by its first day, by the clock of its market: "2026-11-01".',
      resolve: (row) => row.period,
    }),
    subtotal: t.field({
      type: MoneyType,
      description: 'The sum of the lines; below zero when more was given back than charged.',
      resolve: (row) => moneyOf(row.subtotalMinor, row.currency),
    }),
    taxRate: t.field({
      type: 'Decimal',
      description: 'In percent, "18.00": that of the end of the month.',
      resolve: (row) => percentOf(row.taxBasisPoints),
    }),
    tax: t.field({
      type: MoneyType,
      description: 'The rate of the subtotal, rounded once, half up, to the smallest unit.',
      resolve: (row) => moneyOf(row.taxMinor, row.currency),
    }),
    total: t.field({
      type: MoneyType,
      description: 'Subtotal and tax.',
      resolve: (row) => moneyOf(row.totalMinor, row.currency),
    }),
  };
}

const linesOf = batched(linesByInvoice);
const pageOf = batched(invoicePages);

Invoice.implement({
  description:
    'What a business was charged in a month. It never changes. For the owners of the business, and for operators.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Over all businesses together, without a gap.' }),
    numberText: t.string({
      description: 'The number as it stands on the paper: "BTG-000042".',
      resolve: ({ number }) => invoiceNumberText(number),
    }),
    ...sumFields(t),
    lines: t.field({
      type: [InvoiceLine],
      description:
        'What makes up the subtotal. A charge that came too late for the invoice of its own month is among them.',
      resolve: async ({ id, currency }, _args, ctx) =>
        (await linesOf(ctx, id)).map((line) => ({ line, currency })),
    }),
    issuedAt: t.field({
      type: 'DateTime',
      description: 'When it was issued.',
      resolve: (row) => row.issuedAt,
    }),
    html: t.string({
      description:
        'A page to print, in one piece and without scripts. `GET /invoices/<id>` with the same Authorization header serves it too.',
      resolve: async ({ id }, _args, ctx) => (await pageOf(ctx, id)) ?? '',
    }),
  }),
});

const InvoicePreviewType = builder.objectRef<InvoicePreview>('InvoicePreview').implement({
  description:
    'What would be invoiced if the month ended now. Nothing of it is stored, and it has no number. For the owners of the business, and for operators.',
  fields: (t) => ({
    ...sumFields(t),
    lines: t.field({
      type: [InvoiceLine],
      description: 'What makes up the subtotal.',
      resolve: ({ lines, currency }) => lines.map((line) => ({ line, currency })),
    }),
  }),
});

const InvoiceConnection = builder.connectionObject(
  { type: Invoice, name: 'InvoiceConnection', description: 'A page of invoices, newest month first.' },
  { name: 'InvoiceEdge', description: 'An invoice in a page.' },
);

/** By month: a business has one invoice of each. */
const periodCursor: CursorCodec<string> = {
  encode: (period) => Buffer.from(period).toString('base64url'),
  decode: (text) => {
    const period = Buffer.from(text, 'base64url').toString('latin1');
    return isPeriod(period) ? period : null;
  },
};

async function maySee(ctx: Ctx, business: Pick<BusinessRow, 'id'>): Promise<boolean> {
  if (ctx.actor.kind === 'person' && ctx.actor.operator) return true;
  const role = await roleOf(ctx, business.id);
  return role !== null && mayDo(role, 'money');
}

builder.objectFields(Business, (t) => ({
  invoices: t.field({
    type: InvoiceConnection,
    nullable: true,
    description: 'Its invoices, newest month first; null for anybody but its owners and operators.',
    args: { ...pageArgs },
    resolve: async (business, args, ctx) =>
      (await maySee(ctx, business))
        ? connect({
            args,
            cursor: periodCursor,
            fetch: (page) => invoicesPage(ctx, business.id, page),
            keyOf: (invoice) => invoice.period,
            nodeOf: (invoice) => invoice,
          })
        : null,
  }),
  invoicePreview: t.field({
    type: InvoicePreviewType,
    nullable: true,
    description:
      'The invoice of a month as it stands now: all that was charged and is on no invoice yet, with the tax of it. Null when the month is invoiced already or has not begun, and for anybody but its owners and operators.',
    args: {
      period: t.arg.string({
        description: 'The month by its first day, "2026-11-01"; the running one when left out.',
      }),
    },
    resolve: async (business, { period }, ctx) =>
      (await maySee(ctx, business)) ? previewInvoice(ctx, business.id, inputPeriod(period)) : null,
  }),
}));
