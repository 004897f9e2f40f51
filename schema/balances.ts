import { roleIn } from '../src/businesses/staff.ts';
import { mayDo } from '../src/businesses/rules.ts';
import type { Business as BusinessRow } from '../src/businesses/read.ts';
import type { BankAccountId, PayoutId } from '../src/db/id.ts';
import { topic } from '../src/events/catalogue.ts';
import type { LogEvent } from '../src/events/reader.ts';
import { balancesOf, type Balance } from '../src/ledger/read.ts';
import { payoutFailureMessages } from '../src/payments/failures.ts';
import { currentBankAccount, setBankAccount } from '../src/payouts/bank-account.ts';
import { createPayout } from '../src/payouts/create.ts';
import { bankAccountsByIds, payoutsPage, type BankAccount as BankAccountRow } from '../src/payouts/read.ts';
import type { PayoutFailureCode, PayoutState } from '../src/payouts/rules.ts';
import type { Ctx } from '../src/context.ts';
import { builder } from './builder.ts';
import { answer, payload } from './errors.ts';
import { encodeGlobalId, inputId } from './ids.ts';
import { accountFields } from './ledger.ts';
import { Event, liveField, noSuchStream } from './live.ts';
import { batched } from './loaders.ts';
import { inputMoney, MoneyInput, MoneyType, moneyOf } from './money.ts';
import { pageArgs } from './page-args.ts';
import { connectById } from './paging.ts';
import { Business, Payout } from './refs.ts';
import { roleOf } from './roles.ts';

const BankAccount = builder.objectRef<BankAccountRow>('BankAccount').implement({
  description: 'Where a business is paid out to, as far as it may be shown. For its owners.',
  fields: (t) => ({
    id: t.id({ description: 'Global and opaque.', resolve: (row) => encodeGlobalId('BankAccount', row.id) }),
    bankName: t.exposeString('bankName', { description: 'The bank.' }),
    last4: t.exposeString('last4', { description: "The last four characters of the account's number." }),
    createdAt: t.field({ type: 'DateTime', description: 'Since when.', resolve: (row) => row.createdAt }),
  }),
});

const PayoutStateType = builder.enumType('PayoutState', {
  description: 'Where a payout is.',
  values: {
    PENDING: { description: 'On its way: the amount is held back.' },
    PAID: { description: 'The bank has taken it.' },
    FAILED: { description: 'The bank refused it: see `failure`. The amount is available again.' },
    RETURNED: { description: 'The bank had taken it and sent it back: the amount is available again.' },
  } satisfies Record<PayoutState, object>,
});

const PayoutFailureCodeType = builder.enumType('PayoutFailureCode', {
  description: 'Why a payout did not arrive.',
  values: Object.fromEntries(
    Object.entries(payoutFailureMessages).map(([code, description]) => [
      code,
      { value: code as PayoutFailureCode, description },
    ]),
  ) as Record<PayoutFailureCode, { value: PayoutFailureCode; description: string }>,
});

const PayoutFailure = builder.objectRef<PayoutFailureCode>('PayoutFailure').implement({
  description: 'Why a payout did not arrive.',
  fields: (t) => ({
    code: t.field({ type: PayoutFailureCodeType, description: 'For programs.', resolve: (code) => code }),
    message: t.string({ description: 'For people.', resolve: (code) => payoutFailureMessages[code] }),
  }),
});

const bankAccountOf = batched(bankAccountsByIds);

Payout.implement({
  description: 'Money of a business on its way to its bank. For its owners.',
  fields: (t) => ({
    amount: t.field({
      type: MoneyType,
      description: 'How much.',
      resolve: (payout) => moneyOf(payout.amountMinor, payout.currency),
    }),
    state: t.field({ type: PayoutStateType, description: 'Where it is.', resolve: (payout) => payout.state }),
    failure: t.field({
      type: PayoutFailure,
      nullable: true,
      description: 'Why it did not arrive; null unless it FAILED or was RETURNED.',
      resolve: (payout) => payout.failureCode,
    }),
    bankAccount: t.field({
      type: BankAccount,
      nullable: true,
      description: 'To which account.',
      resolve: (payout, _args, ctx) => bankAccountOf(ctx, payout.bankAccountId),
    }),
    createdAt: t.field({ type: 'DateTime', description: 'Since when.', resolve: (row) => row.createdAt }),
    updatedAt: t.field({ type: 'DateTime', description: 'Last changed.', resolve: (row) => row.updatedAt }),
  }),
});

const PayoutConnection = builder.connectionObject(
  { type: Payout, name: 'PayoutConnection', description: 'A page of payouts, newest first.' },
  { name: 'PayoutEdge', description: 'A payout in a page.' },
);

const balances = batched((ctx: Ctx, ids: readonly BusinessRow['id'][]) =>
  balancesOf(ctx, 'BUSINESS_BALANCE', ids),
);

interface BusinessBalance {
  readonly business: BusinessRow;
  readonly balance: Pick<Balance, 'balanceMinor' | 'heldMinor'>;
}

const BusinessBalanceType = builder.objectRef<BusinessBalance>('BusinessBalance').implement({
  description: 'What the platform owes a business: its sales less fees, refunds and payouts. For its owners.',
  fields: (t) => ({
    available: t.field({
      type: MoneyType,
      description: 'What can be paid out or given back.',
      resolve: ({ business, balance }) =>
        moneyOf(balance.balanceMinor - balance.heldMinor, business.currency),
    }),
    heldBack: t.field({
      type: MoneyType,
      description: 'What is held: sales that have not arrived yet, refunds and payouts on their way.',
      resolve: ({ business, balance }) => moneyOf(balance.heldMinor, business.currency),
    }),
    total: t.field({
      type: MoneyType,
      description: 'Both together.',
      resolve: ({ business, balance }) => moneyOf(balance.balanceMinor, business.currency),
    }),
    ...accountFields(t, ({ business }) => ({
      kind: 'BUSINESS_BALANCE',
      ownerId: business.id,
      currency: business.currency,
    })),
  }),
});

async function isOwner(ctx: Ctx, business: BusinessRow): Promise<boolean> {
  const role = await roleOf(ctx, business.id);
  return role !== null && mayDo(role, 'money');
}

builder.objectFields(Business, (t) => ({
  balance: t.field({
    type: BusinessBalanceType,
    nullable: true,
    description: 'What the platform owes it; null for anybody but its owners.',
    resolve: async (business, _args, ctx) => {
      if (!(await isOwner(ctx, business))) return null;
      const found = await balances(ctx, business.id);
      const own = found.find((balance) => balance.currency === business.currency);
      return { business, balance: own ?? { balanceMinor: 0n, heldMinor: 0n } };
    },
  }),
  bankAccount: t.field({
    type: BankAccount,
    nullable: true,
    description: 'Where it is paid out to; null when none is set, and for anybody but its owners.',
    resolve: async (business, _args, ctx) =>
      (await isOwner(ctx, business)) ? currentBankAccount(ctx, business.id) : null,
  }),
  payouts: t.field({
    type: PayoutConnection,
    nullable: true,
    description: 'Its payouts, newest first; null for anybody but its owners.',
    args: { ...pageArgs },
    resolve: async (business, args, ctx) =>
      (await isOwner(ctx, business))
        ? connectById(args, (page) => payoutsPage(ctx, business.id, page))
        : null,
  }),
}));

const PayoutEvent = builder.objectRef<LogEvent>('PayoutEvent').implement({
  description: 'Something happened to a payout, or to where a business is paid out to.',
  interfaces: [Event],
  fields: (t) => ({
    payout: t.field({
      type: Payout,
      nullable: true,
      description: 'As it is now; null when it is about the bank account.',
      resolve: (event) => event.payload.payoutId ?? null,
    }),
  }),
});

liveField('payoutEvents', {
  description: 'What happens to the payouts of a business, live. For its owners.',
  event: PayoutEvent,
  args: builder.args((t) => ({
    businessId: t.id({ required: true, description: 'Your own business.' }),
  })),
  listen: ({ businessId }, ctx) => {
    const id = inputId<'business'>('Business', businessId, ['businessId']);
    return {
      topics: [topic.payouts(id)],
      authorize: async () => {
        const role = await roleIn(ctx, id);
        if (!role || !mayDo(role, 'money')) throw noSuchStream('business');
      },
    };
  },
});

const BankAccountSetInput = builder.inputType('BankAccountSetInput', {
  description: 'For bankAccountSet.',
  fields: (t) => ({
    businessId: t.id({ required: true, description: 'Your own business.' }),
    token: t.string({
      required: true,
      description:
        "What the provider's own bank fields give (btok_...). The account's number must never come here.",
    }),
    idempotencyKey: t.string({ description: 'Your own key: the same one again sets nothing more.' }),
  }),
});

const PayoutCreateInput = builder.inputType('PayoutCreateInput', {
  description: 'For payoutCreate.',
  fields: (t) => ({
    businessId: t.id({ required: true, description: 'Your own business.' }),
    amount: t.field({ type: MoneyInput, description: 'How much; all that is available when left out.' }),
    idempotencyKey: t.string({
      required: true,
      description: 'Your own key: the same one again pays nothing more.',
    }),
  }),
});

const BankAccountSetPayload = payload<{ account: BankAccountId }>('BankAccountSetPayload', (t) => ({
  bankAccount: t.field({
    type: BankAccount,
    nullable: true,
    description: 'The account as it may be shown.',
    resolve: ({ account }, _args, ctx) => (account ? bankAccountOf(ctx, account) : null),
  }),
}));

const PayoutCreatePayload = payload<{ payout: PayoutId }>('PayoutCreatePayload', (t) => ({
  payout: t.field({
    type: Payout,
    nullable: true,
    description: 'The payout as it is now: mostly PENDING, payoutEvents tell the rest.',
    resolve: (result) => result.payout,
  }),
}));

builder.mutationFields((t) => ({
  bankAccountSet: t.field({
    type: BankAccountSetPayload,
    description: 'Names the bank account that a business is paid out to. For its owners.',
    args: { input: t.arg({ type: BankAccountSetInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => ({
        account: await setBankAccount(ctx, {
          ...input,
          businessId: inputId<'business'>('Business', input.businessId, ['businessId']),
        }),
      })),
  }),
  payoutCreate: t.field({
    type: PayoutCreatePayload,
    description: 'Sends what a business has earned to its bank. For its owners.',
    args: { input: t.arg({ type: PayoutCreateInput, required: true, description: 'How much.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => ({
        payout: await createPayout(ctx, {
          ...input,
          businessId: inputId<'business'>('Business', input.businessId, ['businessId']),
          amount: input.amount && inputMoney(input.amount, ['amount']),
        }),
      })),
  }),
}));
