import { randomInt, randomUUID } from 'node:crypto';
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

/** What is wrong for a value of each scalar, whatever the field. */
const WRONG: Readonly<Record<string, readonly unknown[]>> = {
  ID: ['', 'nonsense', 'ord_0', 'zzz_00000000000000000000000001', 'a\u0000b', 'a\ud800b', CARD_NUMBER],
  String: ['a\u0000b', 'a\u0007b', 'a\ud800b', 'x'.repeat(20_000), CARD_NUMBER, 5, {}],
  Int: [-1, 2_147_483_647, -2_147_483_648, 2_147_483_648, 1.5, '1'],
  Boolean: ['yes'],
  DateTime: ['yesterday', '2026-13-45T00:00:00Z', '9'.repeat(40)],
  Decimal: ['-1', '0', '0.001', '1e9', '99999999999999999999', '9'.repeat(400), 'abc', '', 0.1, CARD_NUMBER],
  CurrencyCode: ['XYZ', 'inr', '', 'USD'],
  CountryCode: ['in', 'IND', ''],
  EventCursor: ['nonsense'],
};

/** What is wrong for some fields and right for others: it must only be answered. */
const DOUBTFUL: Readonly<Record<string, readonly unknown[]>> = {
  String: ['', '   '],
  Int: [0],
  CountryCode: ['ZZ'],
};

/** What is wrong wherever there is money, and not where a country chooses its own. */
const FINE: Readonly<Record<string, readonly unknown[]>> = {
  'MarketCreateInput.currencyCode': ['USD'],
};

/** What is right for a field where a value that is right for its type is not. */
const RIGHT: Readonly<Record<string, unknown>> = {
  'BankAccountSetInput.token': 'btok_us_verified',
  'BotTextInput.language': 'en',
  'CardRegisterInput.token': 'pm_card_visa',
  'FeeRuleCreateInput.service': 'SALE',
  'FeeRuleCreateInput.freePerMonth': 0,
  'FeeRuleCreateInput.alwaysFree': false,
  // Two rules of a service do not begin at the same moment.
  'FeeRuleCreateInput.effectiveFrom': () => new Date(Date.UTC(2030) + randomInt(2 ** 40)).toISOString(),
  'MarketCreateInput.callingCode': '48',
  'MarketCreateInput.country': 'PL',
  'MarketCreateInput.languages': ['pl'],
  'MarketCreateInput.timeZone': 'Europe/Warsaw',
  // Where nobody of the test's people trades.
  'MarketFeatureSetInput.country': 'CO',
  'MarketFeatureSetInput.state': 'PILOT',
  'OpeningHoursInput.opensAt': '09:00',
  'OpeningHoursInput.closesAt': '17:00',
  'PersonUpdateInput.language': 'hi',
  // The first of the scopes concerns no business.
  'PartnerGrantInput.scopes': ['READ_ORDERS'],
  'PaymentConfirmInput.code': '123456',
  'ScreenLockSetInput.autoLockSeconds': 300,
  'SignInCompleteInput.code': '123456',
  // What the world's product is called; not what other inputs call new ones.
  'StockItemInput.sku': 'tomatoes-1kg',
  'TicketAdvanceInput.action': 'START',
  'SaleInput.price': { amount: '2.50', currencyCode: 'INR' },
  'WebhookCreateInput.document': 'subscription { orderEvents { event { id } } }',
  'WebhookCreateInput.url': 'http://127.0.0.1:9/hooks',
  'WebhookUpdateInput.document': 'subscription { orderEvents { event { type } } }',
  'WebhookUpdateInput.url': 'http://127.0.0.1:9/others',
  'SaleInput.endsAt': '2031-01-01T00:00:00Z',
};

type Ids = Readonly<Record<string, string>>;

/** A field's place: `Type.field` and its name alone; an id is found by either. */
interface Place {
  readonly owner: string;
  readonly name: string;
}

const idAt = ({ owner, name }: Place, ids: Ids): string | undefined => ids[`${owner}.${name}`] ?? ids[name];

/** A value that is right for its type; ids come from the caller by the name of the field. */
function plainValue(type: GraphQLInputType, place: Place, ids: Ids): unknown {
  const bare = getNullableType(type);
  const right = RIGHT[`${place.owner}.${place.name}`];
  if (typeof right === 'function') return (right as () => unknown)();
  if (right !== undefined) return right;
  if (isListType(bare)) return [plainValue(bare.ofType, one(place), ids)];
  if (isEnumType(bare)) return bare.getValues()[0]?.name;
  if (isInputObjectType(bare)) return plainInput(bare, ids);
  switch (bare.name) {
    case 'ID':
      return idAt(place, ids) ?? 'nonsense';
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
    case 'EventCursor':
      return idAt(place, ids) ?? ids['eventCursor'] ?? 'nonsense';
    default:
      return plainText(place.name);
  }
}

function plainText(name: string): string {
  if (name === 'phone') return '+919999900001';
  // A refusal is kept under its key: what comes next needs another.
  return name === 'idempotencyKey' ? randomUUID() : `some-${name}`.toLowerCase();
}

/** In a list of ids each stands for the noun alone: `imageIds` holds an `imageId`. */
const one = ({ owner, name }: Place): Place => ({ owner, name: name.replace(/s$/, '') });

export function plainInput(type: GraphQLInputObjectType, ids: Ids): Record<string, unknown> {
  const fields = Object.values(type.getFields()).slice(0, type.isOneOf ? 1 : undefined);
  return Object.fromEntries(
    fields.map(({ name, type: of }) => [name, plainValue(of, { owner: type.name, name }, ids)]),
  );
}

export interface Variant {
  /** Where in the input, and what: for the message of a failed test. */
  readonly what: string;
  readonly input: Record<string, unknown>;
}

interface Value {
  readonly what: string;
  readonly value: unknown;
}

/** The values to try in a field of a scalar type, one after the other. */
type Tries = (scalar: string, place: Place) => readonly Value[];

/** The plain input with one leaf after another replaced by each thing that is always wrong for it. */
export function wrongInputs(type: GraphQLInputObjectType, ids: Ids): Variant[] {
  return variants(type, ids, (scalar, { owner, name }) => {
    const fine = FINE[`${owner}.${name}`] ?? [];
    return shown((WRONG[scalar] ?? [{}]).filter((value) => !fine.includes(value)));
  });
}

export function doubtfulInputs(type: GraphQLInputObjectType, ids: Ids): Variant[] {
  return variants(type, ids, (scalar) => shown(DOUBTFUL[scalar] ?? []));
}

/** The plain input with one id after another replaced by the one that another world has there. */
export function inputsWithIdOf(type: GraphQLInputObjectType, ids: Ids, others: Ids): Variant[] {
  return variants(type, ids, (scalar, place) =>
    scalar === 'ID' ? [{ what: '', value: idAt(place, others) }] : [],
  );
}

const shown = (values: readonly unknown[]): Value[] =>
  values.map((value) => ({ what: ` = ${JSON.stringify(value).slice(0, 40)}`, value }));

function variants(type: GraphQLInputObjectType, ids: Ids, tries: Tries): Variant[] {
  return Object.values(type.getFields()).flatMap((field) =>
    values(field.type, { owner: type.name, name: field.name }, ids, tries).map(({ what, value }) => {
      const base = type.isOneOf ? {} : plainInput(type, ids);
      return { what: `${field.name}${what}`, input: { ...base, [field.name]: value } };
    }),
  );
}

function values(type: GraphQLInputType, place: Place, ids: Ids, tries: Tries): readonly Value[] {
  const bare = getNullableType(type);
  if (isListType(bare)) {
    const items = values(bare.ofType, one(place), ids, tries);
    return items.map(({ what, value }) => ({ what: `[]${what}`, value: [value] }));
  }
  if (isInputObjectType(bare)) {
    return variants(bare, ids, tries).map(({ what, input }) => ({ what: `.${what}`, value: input }));
  }
  return tries(isEnumType(bare) ? 'enum' : bare.name, place);
}
