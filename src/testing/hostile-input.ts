import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';

/** A number of the kind that must never be taken: valid by its check digit, and nobody's. */
export const CARD_NUMBER = '4242 4242 4242 4242';

const TOO_LONG = 'x'.repeat(20_000);
const NOT_TEXT = ['', '   ', 'a\u0000b', 'a\u0007b', 'a\ud800b', TOO_LONG, CARD_NUMBER];

/** What is wrong for a value of each scalar. */
const HOSTILE: Readonly<Record<string, readonly unknown[]>> = {
  ID: ['', 'nonsense', 'ord_0', 'zzz_00000000000000000000000001', 'a\u0000b', CARD_NUMBER],
  String: NOT_TEXT,
  Int: [-1, 0, 2_147_483_647, -2_147_483_648, 1.5, '1'],
  Boolean: ['yes'],
  DateTime: ['yesterday', '2026-13-45T00:00:00Z', '9'.repeat(40)],
  Decimal: ['-1', '0', '0.001', '1e9', '99999999999999999999', 'abc', '', 0.1, CARD_NUMBER],
  CurrencyCode: ['XYZ', 'inr', '', 'USD'],
  CountryCode: ['ZZ', 'in', 'IND', ''],
  EventCursor: ['', 'nonsense'],
};

/** A value that is well-formed for its type; ids come from the caller by the name of the field. */
export function plainValue(
  type: GraphQLInputType,
  name: string,
  ids: Readonly<Record<string, string>>,
): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [plainValue(bare.ofType, name.replace(/s$/, ''), ids)];
  if (isEnumType(bare)) return bare.getValues()[0]?.name;
  if (isInputObjectType(bare)) return plainObject(bare, ids);
  switch (bare.name) {
    case 'ID':
      return ids[name] ?? 'nonsense';
    case 'Int':
      return 1;
    case 'Boolean':
      return true;
    case 'DateTime':
      return '2030-01-01T00:00:00Z';
    case 'Decimal':
      return '12.50';
    case 'CurrencyCode':
      return 'INR';
    case 'CountryCode':
      return 'IN';
    default:
      return name === 'phone' ? '+919999900001' : `some-${name}`;
  }
}

function plainObject(
  type: GraphQLInputObjectType,
  ids: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const fields = Object.values(type.getFields()).slice(0, type.isOneOf ? 1 : undefined);
  return Object.fromEntries(fields.map((field) => [field.name, plainValue(field.type, field.name, ids)]));
}

export interface Hostile {
  /** Where in the input, and what: for the message of a failed test. */
  readonly what: string;
  readonly input: Record<string, unknown>;
}

/** The plain input with one leaf after another replaced by each thing that is wrong for it. */
export function hostileInputs(
  type: GraphQLInputObjectType,
  ids: Readonly<Record<string, string>>,
): Hostile[] {
  return Object.values(type.getFields()).flatMap((field) =>
    hostileValues(field.type, field.name, ids).map(({ what, value }) => {
      const base = type.isOneOf ? {} : plainObject(type, ids);
      return { what: `${field.name}${what}`, input: { ...base, [field.name]: value } };
    }),
  );
}

function hostileValues(
  type: GraphQLInputType,
  name: string,
  ids: Readonly<Record<string, string>>,
): { what: string; value: unknown }[] {
  const bare = getNullableType(type);
  if (isListType(bare)) {
    return hostileValues(bare.ofType, name, ids).map(({ what, value }) => ({
      what: `[]${what}`,
      value: [value],
    }));
  }
  if (isInputObjectType(bare)) {
    return hostileInputs(bare, ids).map(({ what, input }) => ({ what: `.${what}`, value: input }));
  }
  const values = isEnumType(bare) ? ['NONSENSE'] : (HOSTILE[bare.name] ?? [{}]);
  return values.map((value) => ({ what: ` = ${JSON.stringify(value).slice(0, 40)}`, value }));
}
