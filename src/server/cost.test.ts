import {
  buildSchema,
  getOperationAST,
  isObjectType,
  Kind,
  parse,
  type FragmentDefinitionNode,
} from 'graphql';
import { expect, test } from 'vitest';
import { planCost } from './cost.ts';

const schema = buildSchema(/* GraphQL */ `
  type Query {
    hello: String
    shop: Shop
    shops(first: Int, last: Int): ShopConnection!
    nodes(ids: [ID!]!): [Node]!
    labels(first: Int): [String!]!
  }
  interface Node {
    id: ID!
  }
  type Shop implements Node {
    id: ID!
    name: String
    photos: [Photo!]!
    tags: [String!]!
    products(first: Int): ProductConnection!
  }
  type Photo {
    url: String
  }
  type ShopConnection {
    edges: [ShopEdge]
    nodes: [Shop]
    totalCount: Int
  }
  type ShopEdge {
    cursor: String
    node: Shop
  }
  type ProductConnection {
    nodes: [Product!]!
  }
  type Product implements Node {
    id: ID!
    name: String
  }
  type Mutation {
    place: Shop
    count(input: CountInput!): CountPayload
  }
  input CountInput {
    items: [ItemInput!]!
  }
  input ItemInput {
    sku: String!
  }
  type CountPayload {
    results: [CountResult!]
  }
  type CountResult {
    sku: String
    shop: Shop
  }
`);
const extend = (type: string, field: string, extensions: object) => {
  const found = schema.getType(type);
  if (isObjectType(found)) Object.assign(found.getFields()[field]?.extensions ?? {}, extensions);
};
extend('CountPayload', 'results', { isPerItem: true });
extend('CountResult', 'sku', { isPaidFor: true });

function plan(query: string) {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  const fragments = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  return planCost(
    schema,
    operation,
    new Map(fragments.map((one): [string, FragmentDefinitionNode] => [one.name.value, one])),
  );
}

test.each<[string, string, Record<string, unknown>, number]>([
  ['a field', '{ hello }', {}, 1],
  ['fields in fields', '{ shop { id name } }', {}, 3],
  ['a page without a size is 20', '{ shops { nodes { id } } }', {}, 1 + 1 + 20],
  ['a page of 5', '{ shops(first: 5) { nodes { id } } }', {}, 1 + 1 + 5],
  ['from the end', '{ shops(last: 7) { nodes { id } } }', {}, 1 + 1 + 7],
  [
    'edges and nodes, the rest once',
    '{ shops(first: 5) { totalCount edges { cursor node { id } } } }',
    {},
    1 + 1 + (1 + 5 * 3),
  ],
  ['by a variable', 'query ($n: Int) { shops(first: $n) { nodes { id } } }', { n: 3 }, 1 + 1 + 3],
  ['by a default', 'query ($n: Int = 4) { shops(first: $n) { nodes { id } } }', {}, 1 + 1 + 4],
  ['a variable left out', 'query ($n: Int) { shops(first: $n) { nodes { id } } }', {}, 1 + 1 + 20],
  ['null', '{ shops(first: null) { nodes { id } } }', {}, 1 + 1 + 20],
  ['below zero', '{ shops(first: -5) { nodes { id } } }', {}, 1 + 1],
  [
    'pages in pages',
    '{ shops(first: 10) { nodes { products(first: 10) { nodes { id } } } } }',
    {},
    1 + 1 + 10 * (1 + 1 + 10),
  ],
  ['ids', '{ nodes(ids: ["a", "b", "c"]) { id } }', {}, 1 + 3],
  ['ids by a variable', 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['a', 'b'] }, 1 + 2],
  ['a list without pages is 5', '{ shop { photos { url } } }', {}, 1 + 1 + 5],
  ['a list of values', '{ shop { tags } labels(first: 100) }', {}, 3],
  [
    'fragments, wherever they stand',
    '{ shops(first: 3) { ...C } } fragment C on ShopConnection { nodes { ...S } } fragment S on Shop { id ... on Node { id } }',
    {},
    1 + 1 + 3 * 2,
  ],
  [
    'one fragment under two sizes',
    '{ a: shops(first: 3) { ...C } b: shops(first: 5) { ...C } } fragment C on ShopConnection { nodes { id } }',
    {},
    2 + 2 + 3 + 5,
  ],
  ['a mutation', 'mutation { place { id } }', {}, 10 + 1],
  [
    'a mutation of many items, of which two are a point and each result one',
    'mutation ($input: CountInput!) { count(input: $input) { results { sku shop { id } } } }',
    { input: { items: [{ sku: 'a' }, { sku: 'b' }, { sku: 'c' }] } },
    10 + 2 + 1 + 3 * (1 + 2),
  ],
  [
    'its items in the document, or by a variable of their own',
    'mutation ($items: [ItemInput!]!) { count(input: { items: $items }) { results { sku } } more: count(input: { items: [{ sku: "a" }] }) { results { sku } } }',
    { items: [{ sku: 'a' }, { sku: 'b' }] },
    10 + 1 + 1 + 2 + (10 + 1 + 1 + 1),
  ],
  [
    'its items when nobody asks for the results',
    'mutation ($input: CountInput!) { count(input: $input) { __typename } }',
    { input: { items: [{ sku: 'a' }, { sku: 'b' }] } },
    10 + 1,
  ],
  ['introspection', '{ __typename __schema { types { fields { name } } } }', {}, 0],
])('cost: %s', (_name, query, variables, cost) => {
  expect(plan(query).cost(variables)).toBe(cost);
});

test('depth, aliases and root fields', () => {
  expect(plan('{ shop { products { nodes { id } } } }').depth).toBe(4);
  expect(plan('{ ...Q } fragment Q on Query { a: hello shop { b: id ... { c: name } } }')).toMatchObject({
    depth: 2,
    aliases: 3,
    rootFields: 2,
  });
  expect(plan('{ __schema { types { fields { type { ofType { name } } } } } }').depth).toBe(0);
});

test('fragments that double at each step take no longer for it', () => {
  const steps = Array.from(
    { length: 200 },
    (_, i) =>
      `fragment F${i} on Shop { products { nodes { id } } ...F${i + 1} ... on Shop { ...F${i + 1} } }`,
  );
  const { cost } = plan(`{ shop { ...F0 } } ${steps.join(' ')} fragment F200 on Shop { id }`);
  expect(cost({})).toBe(Number.MAX_SAFE_INTEGER);
});
