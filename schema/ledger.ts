import type { ObjectFieldBuilder } from '@pothos/core';
import { requireOperator, type Ctx } from '../src/context.ts';
import { Fault, InvalidInputError } from '../src/errors.ts';
import { headsPage, trialBalance, type LedgerHead, type TrialBalanceLine } from '../src/ledger/oversight.ts';
import { entriesPage, type AccountRef, type LedgerEntry } from '../src/ledger/read.ts';
import {
  ACCOUNT_KINDS,
  JOURNAL_KINDS,
  PLATFORM,
  type AccountKind,
  type JournalKind,
} from '../src/ledger/rules.ts';
import { statementCsv } from '../src/ledger/statement.ts';
import { builder } from './builder.ts';
import { argumentId, encodeGlobalId, type TypeName } from './ids.ts';
import { MoneyType, moneyOf } from './money.ts';
import { pageArgs } from './page-args.ts';
import { connect, emptyPage, type Connection, type CursorCodec, type PageArgs } from './paging.ts';

type Types = typeof builder.$inferSchemaTypes;

const ENTRY_KINDS = { ...JOURNAL_KINDS, other: 'Something else: see `description`.' } as const;
type EntryKind = keyof typeof ENTRY_KINDS;

const LedgerEntryKind = builder.enumType('LedgerEntryKind', {
  description: 'What an entry is of.',
  values: Object.fromEntries(
    Object.entries(ENTRY_KINDS).map(([kind, description]) => [
      kind.toUpperCase(),
      { value: kind as EntryKind, description },
    ]),
  ) as Record<Uppercase<EntryKind>, { value: EntryKind; description: string }>,
});

/** What journals of a kind are of. */
const SUBJECTS: Readonly<Partial<Record<JournalKind, TypeName>>> = {
  sale: 'Payment',
  refund: 'Refund',
  refund_returned: 'Refund',
  top_up: 'Payment',
  late_payment: 'Payment',
  transfer: 'Transfer',
  transfer_reversal: 'Transfer',
  fee_tax: 'Invoice',
  payout: 'Payout',
  payout_return: 'Payout',
};

const isJournalKind = (kind: string): kind is JournalKind => kind in JOURNAL_KINDS;

function referenceOf({ kind, subjectId }: Pick<LedgerEntry, 'kind' | 'subjectId'>): string | null {
  const type = isJournalKind(kind) ? SUBJECTS[kind] : undefined;
  return type ? encodeGlobalId(type, subjectId) : null;
}

const LedgerEntryType = builder.objectRef<LedgerEntry>('LedgerEntry').implement({
  description: 'Money that came into an account or went out of it. Entries are never changed.',
  fields: (t) => ({
    id: t.id({ description: 'Names it in its account, for good.', resolve: (entry) => entry.id }),
    kind: t.field({
      type: LedgerEntryKind,
      description: 'What it is of.',
      resolve: ({ kind }) => (isJournalKind(kind) ? kind : 'other'),
    }),
    description: t.exposeString('description', { description: 'In words.' }),
    reference: t.id({
      nullable: true,
      description: 'The id of what it is of, such as a payment; null when that has none.',
      resolve: referenceOf,
    }),
    amount: t.field({
      type: MoneyType,
      description: 'How much came in; below zero when it went out.',
      resolve: (entry) => moneyOf(entry.amountMinor, entry.currency),
    }),
    balance: t.field({
      type: MoneyType,
      nullable: true,
      description:
        "What it left in the account; null in the platform's own accounts, which are summed up later.",
      resolve: ({ balanceMinor, currency }) =>
        balanceMinor === null ? null : moneyOf(balanceMinor, currency),
    }),
    createdAt: t.field({ type: 'DateTime', description: 'When.', resolve: (entry) => entry.createdAt }),
  }),
});

const LedgerEntryConnection = builder.connectionObject(
  {
    type: LedgerEntryType,
    name: 'LedgerEntryConnection',
    description: "A page of an account's entries, newest first.",
  },
  { name: 'LedgerEntryEdge', description: 'An entry in a page.' },
);

const LAST_ID = 9_223_372_036_854_775_807n;
const entryCursor: CursorCodec<string> = {
  encode: (id) => Buffer.from(id).toString('base64url'),
  decode: (text) => {
    const id = Buffer.from(text, 'base64url').toString('latin1');
    return /^\d{1,19}$/.test(id) && BigInt(id) <= LAST_ID ? id : null;
  },
};

function entriesOf(ctx: Ctx, account: AccountRef, args: PageArgs): Promise<Connection<LedgerEntry>> {
  return connect({
    args,
    cursor: entryCursor,
    fetch: (page) => entriesPage(ctx, account, page),
    keyOf: (entry) => entry.id,
    nodeOf: (entry) => entry,
  });
}

/** `entries` and `statementCsv` of a type that shows an account. */
export function accountFields<Shape>(
  t: ObjectFieldBuilder<Types, Shape>,
  accountOf: (parent: Shape) => AccountRef,
) {
  return {
    entries: t.field({
      type: LedgerEntryConnection,
      description: 'What came in and went out, newest first.',
      args: { ...pageArgs },
      resolve: (parent, args, ctx) => entriesOf(ctx, accountOf(parent), args),
    }),
    statementCsv: t.string({
      description:
        'The entries of a period as CSV: the balance before, a line for each entry, the balance after. Of 366 days at most.',
      args: {
        from: t.arg({ type: 'DateTime', required: true, description: 'From this moment on.' }),
        to: t.arg({ type: 'DateTime', required: true, description: 'Up to this moment, without it.' }),
      },
      resolve: (parent, period, ctx) =>
        asFault(() =>
          statementCsv(ctx, accountOf(parent), period, (entry) => referenceOf(entry) ?? entry.subjectId),
        ),
    }),
  };
}

/** Queries have no userErrors: a bad argument is a fault of the call. */
async function asFault<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof InvalidInputError) throw new Fault('BAD_USER_INPUT', error.message);
    throw error;
  }
}

const LedgerAccountKind = builder.enumType('LedgerAccountKind', {
  description: 'What an account of the ledger holds. Balances are credits less debits.',
  values: Object.fromEntries(
    Object.entries(ACCOUNT_KINDS).map(([kind, description]) => [
      kind,
      { value: kind as AccountKind, description },
    ]),
  ) as Record<AccountKind, { value: AccountKind; description: string }>,
});

const TrialBalanceLineType = builder.objectRef<TrialBalanceLine>('TrialBalanceLine').implement({
  description: 'All accounts of one kind and currency together.',
  fields: (t) => ({
    kind: t.field({ type: LedgerAccountKind, description: 'Which kind.', resolve: (line) => line.kind }),
    accounts: t.exposeInt('accounts', { description: 'How many there are.' }),
    balance: t.field({
      type: MoneyType,
      description: 'The sum of their balances.',
      resolve: (line) => moneyOf(line.balanceMinor, line.currency),
    }),
  }),
});

const LedgerHeadType = builder.objectRef<LedgerHead>('LedgerHead').implement({
  description:
    'The head of the chain of all journals at the end of a day. Keep it elsewhere: nothing before it can then be changed unseen.',
  fields: (t) => ({
    day: t.exposeString('day', { description: 'Which day (UTC): "2026-11-21".' }),
    position: t.field({
      type: 'BigInt',
      description: 'How many journals are in the chain up to it.',
      resolve: (head) => BigInt(head.position),
    }),
    hash: t.string({
      description: 'SHA-256 over all of them, in hexadecimal.',
      resolve: (head) => head.hash.toString('hex'),
    }),
    publishedAt: t.field({
      type: 'DateTime',
      description: 'When it was fixed.',
      resolve: (head) => head.createdAt,
    }),
  }),
});

const LedgerHeadConnection = builder.connectionObject(
  { type: LedgerHeadType, name: 'LedgerHeadConnection', description: 'A page of heads, newest first.' },
  { name: 'LedgerHeadEdge', description: 'A head in a page.' },
);

const dayCursor: CursorCodec<string> = {
  encode: (day) => Buffer.from(day).toString('base64url'),
  decode: (text) => {
    const day = Buffer.from(text, 'base64url').toString('latin1');
    const date = new Date(`${day}T00:00:00Z`);
    return /^\d{4}-\d{2}-\d{2}$/.test(day) && date.toJSON()?.startsWith(day) ? day : null;
  },
};

/** The platform when nobody is named; null for an id of neither a person nor a business. */
function ownerOf(id: string | null | undefined): string | null {
  if (id == null) return PLATFORM;
  return argumentId('Person', id) ?? argumentId('Business', id);
}

builder.queryFields((t) => ({
  ledgerEntries: t.field({
    type: LedgerEntryConnection,
    description:
      'The entries of any account, newest first; none when there is no such account. For operators.',
    args: {
      kind: t.arg({ type: LedgerAccountKind, required: true, description: 'Which kind of account.' }),
      ownerId: t.arg.id({ description: "A person's or a business's; left out for the platform's own." }),
      currencyCode: t.arg({ type: 'CurrencyCode', required: true, description: 'In which currency.' }),
      ...pageArgs,
    },
    resolve: (_root, { kind, ownerId, currencyCode, ...args }, ctx) => {
      requireOperator(ctx);
      const owner = ownerOf(ownerId);
      return owner
        ? entriesOf(ctx, { kind, ownerId: owner, currency: currencyCode }, args)
        : emptyPage<LedgerEntry>();
    },
  }),
  trialBalance: t.field({
    type: [TrialBalanceLineType],
    description:
      'Every kind of account with its balance; those of one currency come to nothing. For operators.',
    resolve: (_root, _args, ctx) => {
      requireOperator(ctx);
      return trialBalance(ctx);
    },
  }),
  ledgerHeads: t.field({
    type: LedgerHeadConnection,
    description: "The published heads of the ledger's chain, newest first. For operators.",
    args: { ...pageArgs },
    resolve: (_root, args, ctx) => {
      requireOperator(ctx);
      return connect({
        args,
        cursor: dayCursor,
        fetch: (page) => headsPage(ctx, page),
        keyOf: (head) => head.day,
        nodeOf: (head) => head,
      });
    },
  }),
}));
