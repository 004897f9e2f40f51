import type { FieldMap, InterfaceRef, ObjectFieldBuilder } from '@pothos/core';
import { InsufficientStockError } from '../src/catalog/rules.ts';
import { availableOf, type Money } from '../src/money.ts';
import { USER_ERROR_CODES, UserError, type UserErrorCode } from '../src/errors.ts';
import { FeatureUnavailableError } from '../src/markets/rules.ts';
import { builder } from './builder.ts';
import { FeatureKey, FeatureStateType } from './feature-enums.ts';
import { MoneyType } from './money.ts';
import { Product } from './refs.ts';

type Types = typeof builder.$inferSchemaTypes;

const UserErrorCodeType = builder.enumType('UserErrorCode', {
  description: 'What kind of failure it is; made for programs, while `message` is made for people.',
  values: Object.fromEntries(
    Object.entries(USER_ERROR_CODES).map(([code, description]) => [
      code,
      { value: code as UserErrorCode, description },
    ]),
  ) as Record<UserErrorCode, { value: UserErrorCode; description: string }>,
});

/** An error to be shown: graphql takes a bare Error among results for a failure of the resolver, so it is wrapped. */
interface Shown<Kind extends UserError = UserError> {
  readonly error: Kind;
}

export const UserErrorType: InterfaceRef<Types, Shown> = builder.interfaceRef<Shown>('UserError').implement({
  description: 'A failure that the caller can do something about. Nothing was changed.',
  resolveType: ({ error }) => {
    if (error instanceof InsufficientStockError) return 'InsufficientStockError';
    if (error instanceof FeatureUnavailableError) return 'FeatureUnavailableError';
    if (!availableOf(error)) return 'SimpleUserError';
    return error.code === 'LIMIT_EXCEEDED' ? 'LimitExceededError' : 'InsufficientFundsError';
  },
  fields: (t) => ({
    code: t.field({
      type: UserErrorCodeType,
      description: 'For programs.',
      resolve: ({ error }) => error.code,
    }),
    message: t.string({
      description: 'For people, in English: what is wrong and what to do.',
      resolve: ({ error }) => error.message,
    }),
    path: t.stringList({
      nullable: true,
      description: 'The field of `input` at fault, from the top; null when it is none in particular.',
      resolve: ({ error }) => (error.path.length > 0 ? [...error.path] : null),
    }),
  }),
});

builder.objectRef<Shown>('SimpleUserError').implement({
  description: 'A failure that has nothing to add to its code and message.',
  interfaces: [UserErrorType],
});

builder.objectRef<Shown<InsufficientStockError>>('InsufficientStockError').implement({
  description: 'Fewer are left than asked for.',
  interfaces: [UserErrorType],
  fields: (t) => ({
    product: t.field({ type: Product, description: 'Of what.', resolve: ({ error }) => error.productId }),
    requested: t.int({
      description: 'How many were asked for.',
      resolve: ({ error }) => error.requested,
    }),
    available: t.int({
      description: 'How many could be had just now.',
      resolve: ({ error }) => error.available,
    }),
  }),
});

builder.objectRef<Shown<FeatureUnavailableError>>('FeatureUnavailableError').implement({
  description: 'A country has not switched this on, or not for you.',
  interfaces: [UserErrorType],
  fields: (t) => ({
    feature: t.field({
      type: FeatureKey,
      description: 'What.',
      resolve: ({ error }) => error.setting.feature,
    }),
    country: t.field({
      type: 'CountryCode',
      description: "Which country decided: the shop's, or a person's own.",
      resolve: ({ error }) => error.setting.country,
    }),
    state: t.field({
      type: FeatureStateType,
      description: 'How it stands there; a pilot is for other people.',
      resolve: ({ error }) => error.setting.state,
    }),
    reason: t.string({
      description: 'Why it stands so, for people, in English.',
      resolve: ({ error }) => error.setting.reason,
    }),
  }),
});

/** The type of the error was chosen by it. */
function availableShown(error: UserError): Money {
  const available = availableOf(error);
  if (!available) throw new Error(`${error.code} does not say what there was`);
  return available;
}

builder.objectRef<Shown>('InsufficientFundsError').implement({
  description: 'The balance does not cover the amount.',
  interfaces: [UserErrorType],
  fields: (t) => ({
    available: t.field({
      type: MoneyType,
      description: 'How much of the balance could be spent just now.',
      resolve: ({ error }) => availableShown(error),
    }),
  }),
});

builder.objectRef<Shown>('LimitExceededError').implement({
  description: 'More than may be sent in one transfer, a day or a month.',
  interfaces: [UserErrorType],
  fields: (t) => ({
    available: t.field({
      type: MoneyType,
      description: 'How much could be sent just now.',
      resolve: ({ error }) => availableShown(error),
    }),
  }),
});

/** What a mutation answers: its result, or why there is none. */
export type Answer<Result> = { readonly [Key in keyof Result]?: Result[Key] | null } & {
  readonly userErrors: readonly UserError[];
};

/** Runs a command; what the caller can mend becomes `userErrors`, everything else is thrown on. */
export async function answer<Result extends object>(work: () => Promise<Result>): Promise<Answer<Result>> {
  try {
    return { ...(await work()), userErrors: [] };
  } catch (error) {
    if (error instanceof UserError) return { userErrors: [error] } as unknown as Answer<Result>;
    throw error;
  }
}

/** The payload type of a mutation: its own nullable fields, and `userErrors`. */
export function payload<Result extends object>(
  name: string,
  fields: (t: ObjectFieldBuilder<Types, Answer<Result>>) => FieldMap,
) {
  return builder.objectRef<Answer<Result>>(name).implement({
    description: `The answer of ${name.charAt(0).toLowerCase()}${name.slice(1).replace(/Payload$/, '')}.`,
    fields: (t) => ({
      ...fields(t),
      userErrors: t.field({
        type: [UserErrorType],
        description: 'Why nothing was done; empty when it was.',
        resolve: (result) => result.userErrors.map((error) => ({ error })),
      }),
    }),
  });
}
