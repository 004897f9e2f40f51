import SchemaBuilder from '@pothos/core';
import {
  buildSchema as buildSchemaFromText,
  getOperationAST,
  parse,
  validate,
  validateSubscriptionArgs,
  type ExecutionArgs,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { eventByBoth, executeByBoth } from '../testing/both-executors.ts';
import { isCompilable } from './compilable.ts';
import { compile } from './compile.ts';
import { createCompiledExecutor } from './compiled.ts';

interface Shop {
  kind: 'Shop';
  id: string;
  name: string | null;
}
interface Person {
  kind: 'Person';
  id: string;
  name: string | null;
}
const SHOPS: Shop[] = [
  { kind: 'Shop', id: 's1', name: 'Forno' },
  { kind: 'Shop', id: 's2', name: null },
];
const ANNA: Person = { kind: 'Person', id: 'p1', name: 'Anna' };

function buildSchema() {
  const builder = new SchemaBuilder<{
    Objects: { Shop: Shop; Person: Person };
    Interfaces: { Named: Shop | Person };
    Scalars: {
      BigInt: { Input: bigint; Output: bigint };
      Money: { Input: { minor: bigint }; Output: string };
    };
  }>({});
  builder.scalarType('BigInt', { serialize: String, parseValue: (value) => BigInt(String(value)) });
  builder.scalarType('Money', {
    serialize: (value) => value,
    parseValue: (value) => {
      if (typeof value !== 'string' || !/^\d+$/.test(value)) throw new Error('not money');
      return { minor: BigInt(value) };
    },
  });
  const Size = builder.enumType('Size', { values: { SMALL: { value: 0 }, LARGE: { value: 1 } } as const });
  const Filter = builder.inputType('Filter', {
    fields: (t) => ({
      text: t.string({ defaultValue: 'all' }),
      sizes: t.field({ type: [Size], defaultValue: [1] }),
      tags: t.stringList(),
    }),
  });
  const ByOne = builder.inputType('ByOne', {
    isOneOf: true,
    fields: (t) => ({ id: t.id(), name: t.string() }),
  });
  const Wrap = builder.inputType('Wrap', {
    fields: (t) => ({ by: t.field({ type: [ByOne], required: true }) }),
  });

  builder.interfaceType('Named', {
    resolveType: (value) => value.kind,
    fields: (t) => ({
      id: t.id({ resolve: ({ id }) => id }),
      name: t.string({ nullable: true, resolve: ({ name }) => name }),
    }),
  });
  builder.objectType('Shop', {
    interfaces: ['Named'],
    fields: (t) => ({
      // Breaks for s2: its null goes up to the nearest nullable field.
      strictName: t.string({ resolve: ({ name }) => name as string }),
      slowName: t.string({ nullable: true, resolve: async ({ name }) => Promise.resolve(name) }),
      peers: t.field({ type: ['Shop'], resolve: ({ id }) => SHOPS.filter((shop) => shop.id !== id) }),
      owner: t.field({ type: 'Person', nullable: true, resolve: async () => Promise.resolve(ANNA) }),
    }),
  });
  builder.objectType('Person', {
    interfaces: ['Named'],
    fields: (t) => ({ shops: t.field({ type: ['Shop'], resolve: () => SHOPS }) }),
  });
  const Party = builder.unionType('Party', { types: ['Shop', 'Person'], resolveType: ({ kind }) => kind });
  const Fragile = builder.unionType('Fragile', {
    types: ['Shop', 'Person'],
    resolveType: ({ id }) => {
      if (id === 's2') throw new Error('no type');
      return id === 's1' ? (Promise.resolve('Shop') as never) : 'Person';
    },
  });

  const json = (value: unknown) =>
    JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? `${part}n` : part));
  builder.queryType({
    fields: (t) => ({
      hello: t.string({
        args: { to: t.arg.string({ defaultValue: 'you' }) },
        resolve: (_, { to }) => `hello ${to}`,
      }),
      shops: t.field({ type: ['Shop'], resolve: () => SHOPS }),
      shop: t.field({
        type: 'Shop',
        nullable: true,
        args: { id: t.arg.id({ required: true }) },
        resolve: (_, { id }) => SHOPS.find((shop) => shop.id === id),
      }),
      named: t.field({ type: ['Named'], resolve: () => [...SHOPS, ANNA] }),
      parties: t.field({
        type: [Party],
        nullable: { list: true, items: true },
        resolve: () => [ANNA, null, ...SHOPS],
      }),
      fragile: t.field({
        type: [Fragile],
        nullable: { list: true, items: true },
        resolve: () => [...SHOPS, ANNA],
      }),
      echo: t.string({
        args: { filter: t.arg({ type: Filter }), n: t.arg.int() },
        resolve: (_, args) => json(args),
      }),
      pick: t.string({
        args: { by: t.arg({ type: ByOne, required: true }) },
        resolve: (_, { by }) => json(by),
      }),
      wrap: t.string({ args: { wrap: t.arg({ type: Wrap }) }, resolve: (_, args) => json(args) }),
      size: t.field({
        type: Size,
        args: { of: t.arg({ type: Size, defaultValue: 1 }) },
        resolve: (_, { of }) => of ?? 0,
      }),
      badSize: t.field({ type: Size, nullable: true, resolve: () => 7 as never }),
      big: t.field({
        type: 'BigInt',
        args: { of: t.arg({ type: 'BigInt' }) },
        resolve: (_, { of }) => of ?? 2n ** 70n,
      }),
      price: t.field({
        type: 'Money',
        nullable: true,
        args: { of: t.arg({ type: 'Money' }) },
        resolve: (_, { of }) => (of ? `${of.minor}` : null),
      }),
      fails: t.string({
        nullable: true,
        resolve: () => {
          throw new Error('sync');
        },
      }),
      failsLater: t.string({ nullable: true, resolve: async () => Promise.reject(new Error('async')) }),
      failsStrictly: t.string({ resolve: async () => Promise.reject(new Error('strict')) }),
      halfList: t.stringList({
        nullable: { list: true, items: true },
        resolve: () => [Promise.reject(new Error('one')), Promise.resolve('two')] as never,
      }),
      errorInList: t.stringList({
        nullable: { list: true, items: true },
        resolve: () => ['one', new Error('two')] as never,
      }),
      strictList: t.stringList({ nullable: true, resolve: () => ['one', null] as never }),
      notAList: t.stringList({ nullable: true, resolve: () => 5 as never }),
      float: t.float({ nullable: true, resolve: () => NaN }),
      int: t.int({ nullable: true, resolve: () => 2 ** 40 }),
      nothing: t.string({ nullable: true, resolve: () => undefined }),
    }),
  });
  return builder.toSchema();
}

const schema = buildSchema();

interface Case {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

const CASES: Record<string, Case> = {
  'one field': { query: '{ hello }' },
  aliases: { query: '{ a: hello b: hello(to: "me") c: shop(id: "s1") { n: name } }' },
  'lists of objects': { query: '{ shops { id name slowName peers { id owner { name shops { id } } } } }' },
  'an interface': {
    query: '{ named { __typename id name ... on Shop { slowName } ... on Person { shops { id } } } }',
  },
  'a union with nulls': {
    query: '{ parties { __typename ... on Named { id } ...P } } fragment P on Person { name }',
  },
  'a failing and an async type check': { query: '{ fragile { __typename ... on Named { id } } }' },
  'fragments in fragments': {
    query:
      '{ shops { ...A } } fragment A on Shop { ...B name } fragment B on Named { id ... on Shop { owner { ...C } } } fragment C on Named { name }',
  },
  'skip and include': {
    query:
      'query ($y: Boolean!, $n: Boolean! = false) { a: hello @skip(if: $y) b: hello @include(if: $n) shops @include(if: $y) { id @skip(if: $n) name @include(if: $n) } }',
    variables: { y: true },
  },
  'one fragment under two conditions': {
    query:
      'query ($x: Boolean!) { one: shop(id: "s1") { ...F @include(if: $x) } two: shop(id: "s2") { ...F } three: shop(id: "s1") { ...F @skip(if: $x) id } } fragment F on Shop { name owner { id @include(if: $x) name } }',
    variables: { x: false },
  },
  'one field twice, once under a condition': {
    query:
      'query ($x: Boolean!) { shop(id: "s1") { id } shop(id: "s1") @include(if: $x) { name owner { id } } ... @include(if: $x) { hello } }',
    variables: { x: false },
  },
  'defaults of arguments': { query: '{ hello size echo(filter: {}) }' },
  'null for an argument with a default': { query: '{ hello(to: null) }' },
  'defaults of variables': {
    query: 'query ($to: String = "all", $f: Filter = { text: "x" }) { hello(to: $to) echo(filter: $f) }',
  },
  'null for a variable with a default': {
    query: 'query ($to: String = "all") { hello(to: $to) }',
    variables: { to: null },
  },
  'variables left out': { query: 'query ($to: String, $n: Int) { hello(to: $to) echo(n: $n) }' },
  'an input object': {
    query: 'query ($f: Filter) { echo(filter: $f) }',
    variables: { f: { tags: ['a'], sizes: ['SMALL'] } },
  },
  'one for a list': {
    query: 'query ($f: Filter) { echo(filter: $f) }',
    variables: { f: { tags: 'a', sizes: 'LARGE' } },
  },
  'a list for an input object': { query: 'query ($f: Filter) { echo(filter: $f) }', variables: { f: [] } },
  'an unknown input field': {
    query: 'query ($f: Filter) { echo(filter: $f) }',
    variables: { f: { nope: 1 } },
  },
  'a variable in an input object': {
    query: 'query ($t: String!) { echo(filter: { text: $t, tags: [$t] }) }',
    variables: { t: 'x' },
  },
  'oneOf, right': { query: 'query ($by: ByOne!) { pick(by: $by) }', variables: { by: { id: 'x' } } },
  'oneOf, both': {
    query: 'query ($by: ByOne!) { pick(by: $by) }',
    variables: { by: { id: 'x', name: 'y' } },
  },
  'oneOf, none': { query: 'query ($by: ByOne!) { pick(by: $by) }', variables: { by: {} } },
  'oneOf, null': { query: 'query ($by: ByOne!) { pick(by: $by) }', variables: { by: { id: null } } },
  'oneOf, nested': {
    query: 'query ($w: Wrap) { wrap(wrap: $w) }',
    variables: { w: { by: [{ id: 1 }, { id: 1, name: 'y' }] } },
  },
  'oneOf, literal': { query: '{ pick(by: { id: 5 }) }' },
  'an enum variable': { query: 'query ($s: Size) { size(of: $s) }', variables: { s: 'SMALL' } },
  'a wrong enum': { query: 'query ($s: Size) { size(of: $s) }', variables: { s: 'HUGE' } },
  'an enum value that does not exist': { query: '{ badSize hello }' },
  'a bigint': {
    query: 'query ($b: BigInt) { a: big b: big(of: $b) c: big(of: 12) }',
    variables: { b: '123456789012345678901' },
  },
  'a scalar that refuses': { query: 'query ($m: Money) { price(of: $m) }', variables: { m: 'much' } },
  'a scalar that takes': {
    query: 'query ($m: Money) { price(of: $m) again: price(of: "7") }',
    variables: { m: '12' },
  },
  'a wrong type': { query: 'query ($n: Int!) { echo(n: $n) }', variables: { n: 'x' } },
  'a missing variable': { query: 'query ($n: Int!) { echo(n: $n) }' },
  'a null variable': { query: 'query ($n: Int!) { echo(n: $n) }', variables: { n: null } },
  'a number too large': { query: 'query ($n: Int) { echo(n: $n) }', variables: { n: 2 ** 40 } },
  'a nullable variable for a non-null argument': {
    query: 'query ($id: ID = "s1") { shop(id: $id) { name } }',
    variables: { id: null },
  },
  'errors, sync and async': { query: '{ hello fails failsLater shops { id } }' },
  'an error under a non-null field': { query: '{ hello failsStrictly }' },
  'null under non-null': {
    query: '{ a: shop(id: "s2") { id strictName } b: shop(id: "s1") { strictName } }',
  },
  'null under non-null in a list': { query: '{ shops { strictName } }' },
  'a list of promises': { query: '{ halfList hello }' },
  'an error in a list': { query: '{ errorInList }' },
  'a null in a strict list': { query: '{ strictList }' },
  'no list': { query: '{ notAList }' },
  'numbers that are none': { query: '{ float int nothing }' },
  'operation names': { query: 'query A { hello } query B { shops { id } }', operationName: 'B' },
  'an unknown operation name': { query: 'query A { hello } query B { hello }', operationName: 'C' },
  'no operation name': { query: 'query A { hello } query B { hello }' },
  'aliases like names of the code': {
    query: '{ constructor: hello toString: hello class: hello __proto__: hello a_b: hello }',
  },
  introspection: {
    query:
      '{ __typename __schema { queryType { name fields { name args { defaultValue } } } } __type(name: "Size") { enumValues { name } } }',
  },
};

/** Left to graphql-js, for what src/server/compilable.ts says. */
const NOT_COMPILED = [
  'a variable in an input object',
  'an unknown operation name',
  'no operation name',
  'aliases like names of the code',
];

test('what is compiled', () => {
  const refused = Object.entries(CASES).filter(([, { query, operationName }]) => {
    const document = parse(query);
    const operation = getOperationAST(document, operationName);
    if (!operation || !isCompilable(schema, document, operation)) return true;
    return compile(schema, document, operationName ?? null) === null;
  });
  expect(refused.map(([name]) => name)).toEqual(NOT_COMPILED);
});

// A literal that the compiler would write into its code as code.
const HOSTILE = '__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74dglobalThis.broken = true';

test.each([
  `{ hello(to: "${HOSTILE}") }`,
  `{ hello(to: "${HOSTILE.replace('MAGIC', String.raw`\u004dAGIC`)}") }`,
  `{ hello(to: """${HOSTILE}""") }`,
  `{ echo(filter: { tags: ["${HOSTILE}"] }) }`,
  `query ($to: String = "${HOSTILE}") { hello(to: $to) }`,
  `{ __type(name: "${HOSTILE}") { name } }`,
])('no text of a document becomes code: %s', async (query) => {
  const { execute } = createCompiledExecutor(0);
  const args: ExecutionArgs = { schema, document: parse(query), contextValue: {} };
  expect(await execute(args)).toHaveProperty('data');
  expect(globalThis).not.toHaveProperty('broken');
});

test('generated code is bounded', () => {
  const spreads = Array.from(
    { length: 20 },
    (_, i) => `fragment F${i} on Shop { peers { ...F${i + 1} } a: peers { ...F${i + 1} } }`,
  );
  const document = parse(`{ shops { ...F0 } } ${spreads.join(' ')} fragment F20 on Shop { id }`);
  const operation = getOperationAST(document);
  expect(operation && isCompilable(schema, document, operation)).toBe(false);
});

test('a query is compiled when it comes back', async () => {
  const { execute } = createCompiledExecutor(1);
  const args: ExecutionArgs = { schema, document: parse('{ shops { id } }'), contextValue: {} };
  const answers = [await execute(args), await execute(args), await execute(args)];
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
});

describe('compiled and graphql-js answer the same', () => {
  const { execute: compiled } = createCompiledExecutor(0);
  test.each(Object.entries(CASES))('%s', async (_name, { query, variables, operationName }) => {
    const document = parse(query);
    expect(validate(schema, document)).toEqual([]);
    const args = {
      schema,
      document,
      variableValues: variables,
      operationName,
      contextValue: {},
    } as ExecutionArgs;
    // Twice: the first run compiles.
    await executeByBoth(args, compiled);
    await executeByBoth(args, compiled);
  });
});

test('a default that is a literal, for a variable that is left out', async () => {
  const schema = buildSchemaFromText('type Query { echo(to: String = "you"): String }');
  const field = schema.getQueryType()?.getFields()['echo'];
  if (field) field.resolve = (_, { to }: { to?: string }) => to;
  const args = { schema, document: parse('query ($to: String) { echo(to: $to) }') };
  expect(await createCompiledExecutor(0).execute(args)).toEqual({ data: { echo: 'you' } });
});

test('properties that are promises or methods', async () => {
  const schema = buildSchemaFromText(
    'type Query { a: Query b: Text c: String d: [Query] e(n: Int): Int } scalar Text',
  );
  const source = {
    a: async () =>
      Promise.resolve({ b: Promise.resolve('b'), c: Promise.resolve('c'), e: ({ n }: { n: number }) => n }),
    d: Promise.resolve([{ a: Promise.resolve({ b: () => 'b' }), c: () => 'c' }]),
  };
  const args = { schema, rootValue: source, document: parse('{ a { b c e(n: 3) } d { a { b } c } }') };
  const { execute: compiled } = createCompiledExecutor(0);
  expect(await executeByBoth(args, compiled)).toEqual({
    data: { a: { b: 'b', c: 'c', e: 3 }, d: [{ a: { b: 'b' }, c: 'c' }] },
  });
});

describe('compiled and graphql-js give the same for an event of a subscription', () => {
  const schema = buildSchemaFromText(`
    type Query { nothing: Int }
    type Subscription { said(to: String): Said }
    type Said { text(to: String, times: Int): String loud: String! number: Int self: Said }
  `);
  const said = {
    text: ({ to, times }: { to?: string; times?: number }) => `${to} ${times}`,
    loud: () => {
      throw new Error('broken');
    },
    number: Promise.resolve(3),
  };
  const source = { ...said, self: { ...said, self: null } };
  test.each<[query: string, variables?: Record<string, unknown>]>([
    ['subscription { said { number text } }'],
    ['subscription ($n: Int = 2) { said(to: "me") { text(times: $n) self { a: text(to: "a", times: 4) } } }'],
    ['subscription ($n: Int) { said { text(times: $n) } }', { n: 7 }],
    [
      'subscription ($x: Boolean!) { said { ...F @include(if: $x) number } } fragment F on Said { text }',
      { x: false },
    ],
    ['subscription { said { number self { loud } } }'],
    ['subscription { said { loud } }'],
    [`subscription { said(to: "${HOSTILE}") { text(to: "${HOSTILE}") } }`],
    [`subscription ($to: String = "${HOSTILE}") { said(to: $to) { text(to: $to) } }`],
  ])('%s', async (query, variableValues = {}) => {
    const document = parse(query);
    expect(validate(schema, document)).toEqual([]);
    const operation = getOperationAST(document);
    expect(operation && isCompilable(schema, document, operation)).toBe(true);
    const args = validateSubscriptionArgs({ schema, document, variableValues, contextValue: {} });
    if (!('schema' in args)) throw new Error('The arguments are no good.');
    const { executeEvent } = createCompiledExecutor(0);
    for (const rootValue of [{ said: source }, { said: null }]) {
      await eventByBoth({ ...args, rootValue }, executeEvent);
      await eventByBoth({ ...args, rootValue }, executeEvent);
    }
    expect(globalThis).not.toHaveProperty('broken');
  });
});
