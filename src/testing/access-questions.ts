import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
} from 'graphql';
import { wayOf, type Answer, type Row } from '../../schema/access/rows.ts';
import { schema } from '../../schema/index.ts';
import type { FaultCode, UserErrorCode } from '../errors.ts';
import { plainInput } from './hostile-input.ts';

type Ids = Readonly<Record<string, string>>;

export interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: FaultCode };
  }[];
}

/** A row of the table as an operation about the things of a world, and its answer in the words of the table. */
export interface Question {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Where a file is among the variables, which makes it a multipart request; null for all others. */
  readonly file: string | null;
  read(answer: GraphqlAnswer): Answer;
}

/** The field of an input that names such a thing, by which a world knows it. */
const FIRST: Readonly<Record<string, string>> = {
  ApiKey: 'keyId',
  Business: 'businessId',
  Card: 'cardId',
  Cart: 'cartId',
  CatalogImport: 'importId',
  Conversation: 'conversationId',
  FeeRule: 'feeRuleId',
  Invoice: 'invoiceId',
  Message: 'messageId',
  MoneyRequest: 'requestId',
  Order: 'orderId',
  PartnerApp: 'appId',
  Payment: 'paymentId',
  Payout: 'payoutId',
  Person: 'customerId',
  Product: 'productId',
  ProductFeed: 'feedId',
  Ticket: 'ticketId',
  Transfer: 'transferId',
  Webhook: 'webhookId',
  WebhookDelivery: 'deliveryId',
  WebhookReplay: 'replayId',
};

export function questionOf(key: string, row: Row, ids: Ids): Question {
  const { start, steps } = wayOf(key);
  const [name = ''] = steps;
  const first = row.from ?? FIRST[start === 'node' ? name : start] ?? '';
  const node = `node(id: "${ids[first] ?? ''}")`;
  switch (start) {
    case 'Mutation':
      return mutation(name, row, ids);
    case 'Subscription':
      return asked(`subscription { ${selected('Subscription', steps, row, ids)} }`, () => 'ok');
    case 'Query':
      return asked(`{ ${selected('Query', steps, row, ids)} }`, ({ data }) => seen(data, steps));
    case 'node':
      return asked(`{ ${node} { __typename } }`, ({ data }) => seen(data, ['node']));
    default: {
      const selection = `... on ${start} { ${selected(start, steps, row, ids)} }`;
      return asked(`{ ${node} { ${selection} } }`, ({ data }) => seen(data, ['node', ...steps]));
    }
  }
}

/** All of these fields of a thing at once. */
export function openQuestionOf(type: string, fields: string, ids: Ids): Question {
  const selection = fields.split(' ').map((field) => selected(type, [field], {}, ids));
  const node = `node(id: "${ids[FIRST[type] ?? ''] ?? ''}")`;
  return asked(`{ ${node} { ... on ${type} { ${selection.join(' ')} } } }`, ({ data }) =>
    seen(data, ['node']),
  );
}

const asked = (document: string, read: Question['read']): Question => ({
  document,
  variables: {},
  file: null,
  read: (answer) => faultOf(answer) ?? read(answer),
});

const faultOf = ({ errors }: GraphqlAnswer): Answer | null =>
  errors?.[0] ? (errors[0].extensions?.code ?? 'BAD_USER_INPUT') : null;

// Mutations

function mutation(name: string, row: Row, ids: Ids): Question {
  const field = fieldOf('Mutation', name);
  const type = getNamedType(field.args[0]?.type);
  const input = isInputObjectType(type) ? type : null;
  const file = input && fileOf(input);
  const head = input ? `mutation ($input: ${input.name}!)` : 'mutation';
  const errors = hasUserErrors(getNamedType(field.type)) ? 'userErrors { code message path }' : '__typename';
  return {
    document: `${head} { ${name}${input ? '(input: $input)' : ''} { ${errors} } }`,
    variables: input
      ? { input: { ...plainInput(input, ids), ...row.input, ...(file && { [file]: null }) } }
      : {},
    file: file ? `variables.input.${file}` : null,
    read: (answer) => faultOf(answer) ?? userErrorOf(answer, name) ?? 'ok',
  };
}

const fileOf = (input: GraphQLInputObjectType): string | null =>
  Object.values(input.getFields()).find(({ type }) => getNamedType(type).name === 'File')?.name ?? null;

const hasUserErrors = (type: GraphQLNamedType): boolean =>
  isObjectType(type) && 'userErrors' in type.getFields();

function userErrorOf({ data }: GraphqlAnswer, name: string): UserErrorCode | null {
  const payloads = data as Record<string, { userErrors?: { code: UserErrorCode }[] }> | null | undefined;
  return payloads?.[name]?.userErrors?.[0]?.code ?? null;
}

// Ways: `business.balance`, `members.party(Person).wallet`; through lists and pages to all that is in them.

/** A step by its field, and the type that is meant where it can be several. */
function step(text: string): { readonly name: string; readonly as: string | null } {
  const [name = '', as] = text.replace(')', '').split('(');
  return { name, as: as ?? null };
}

function selected(owner: string, [first = '', ...rest]: readonly string[], row: Row, ids: Ids): string {
  const { name, as } = step(first);
  const field = fieldOf(owner, name);
  const head = `${name}${argsOf(field, row, ids)}`;
  const type = getNamedType(field.type);
  if (rest.length === 0) {
    if (isLeafType(type)) return head;
    return `${head} { ${isPage(type) ? 'edges { cursor }' : '__typename'} }`;
  }
  if (isPage(type)) {
    const item = getNamedType(fieldOf(type.name.replace(/Connection$/, 'Edge'), 'node').type).name;
    return `${head} { edges { node { ${selected(item, rest, {}, ids)} } } }`;
  }
  const inner = selected(as ?? type.name, rest, {}, ids);
  return `${head} { ${as ? `... on ${as} { ${inner} }` : inner} }`;
}

const isPage = (type: GraphQLNamedType) => type.name.endsWith('Connection');

/** The type and the field at which a way ends: what its row decides about. */
export function endOf(key: string): string {
  const { start, steps } = wayOf(key);
  let owner = start;
  for (const [index, one] of steps.entries()) {
    const { name, as } = step(one);
    if (start === 'node' || index === steps.length - 1) return `${owner}.${name}`;
    const type = getNamedType(fieldOf(owner, name).type);
    owner =
      as ??
      (isPage(type) ? getNamedType(fieldOf(type.name.replace(/Connection$/, 'Edge'), 'node').type) : type)
        .name;
  }
  return owner;
}

export function fieldOf(owner: string, name: string): GraphQLField<unknown, unknown> {
  const type = schema.getType(owner);
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  if (!field) throw new Error(`there is no ${owner}.${name}`);
  return field;
}

function argsOf({ args }: GraphQLField<unknown, unknown>, { args: given }: Row, ids: Ids): string {
  if (given) return `(${given.replaceAll(/\$(\w+)/g, (_all, name: string) => JSON.stringify(ids[name]))})`;
  const needed = args.filter(({ type }) => isNonNullType(type));
  const plain = needed.map((arg) => `${arg.name}: ${plainArgument(arg, ids)}`);
  return plain.length > 0 ? `(${plain.join(', ')})` : '';
}

function plainArgument({ name, type }: GraphQLArgument, ids: Ids): string {
  const named = getNamedType(type);
  const value = isEnumType(named)
    ? (named.getValues()[0]?.name ?? '')
    : JSON.stringify(plainScalar(named.name, name, ids));
  return isListType(getNullableType(type)) ? `[${value}]` : value;
}

function plainScalar(type: string, name: string, ids: Ids): unknown {
  switch (type) {
    case 'Int':
      return 1;
    case 'CountryCode':
      return 'IN';
    case 'CurrencyCode':
      return 'INR';
    case 'DateTime':
      return name === 'to' ? '2026-02-01T00:00:00Z' : '2026-01-01T00:00:00Z';
    default:
      return ids[name] ?? ids['customerId'];
  }
}

/** What is at the end of a way. */
function seen(data: unknown, way: readonly string[]): Answer {
  let found: unknown[] = [data];
  for (const one of way) {
    const { name } = step(one);
    found = found
      .flatMap(items)
      .flatMap((item) => (item !== null && name in item ? [valueIn(item, name)] : []));
  }
  if (found.length === 0) return 'unseen';
  const values = found.flatMap(each).filter((value) => value !== null);
  if (values.length === 0) return 'null';
  if (values.every((value) => value === false)) return 'false';
  return values.every(isEmpty) ? 'empty' : 'ok';
}

/** A list of nothing but nulls is null; an empty one is that. */
const each = (value: unknown): unknown[] =>
  Array.isArray(value) && value.length > 0 ? value.flatMap(each) : [value];

const isEmpty = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length === 0
    : typeof value === 'object' && value !== null && 'edges' in value && isEmpty(value.edges);

const valueIn = (item: object, name: string): unknown => (item as Record<string, unknown>)[name];

/** What a list or a page holds; anything else is one thing. */
function items(value: unknown): (object | null)[] {
  if (Array.isArray(value)) return value.flatMap(items);
  if (typeof value !== 'object' || value === null) return [];
  if (!('edges' in value)) return [value];
  return (value.edges as object[]).map((edge) => ('node' in edge ? (edge.node as object | null) : edge));
}
