import { afterAll, expect, test } from 'vitest';
import { startToy } from '../testing/toy-server.ts';

const fast = await startToy();
const slow = await startToy({ slowLaneOnly: true });
afterAll(() => Promise.all([fast.stop(), slow.stop()]));

const JSON_TYPE = { 'content-type': 'application/json' };

interface Case {
  body: unknown;
  headers?: Record<string, string>;
}

const CASES: Record<string, Case> = {
  'a query': { body: { query: '{ hello }' } },
  'a query with variables': {
    body: { query: 'query ($n: String) { hello(name: $n) }', variables: { n: 'è' } },
  },
  'a mutation': { body: { query: 'mutation { add(n: 2) }' } },
  'a subscription': { body: { query: 'subscription { ticks(count: 1) { number } }' } },
  'a subscription over SSE': {
    body: { query: 'subscription { ticks(count: 2) { number } }' },
    headers: { accept: 'text/event-stream' },
  },
  'a null': { body: { query: '{ nothing }' } },
  'a bug': { body: { query: '{ bug hello }' } },
  'a bug that nulls everything': { body: { query: '{ strictBug }' } },
  'a bug in a mutation': { body: { query: 'mutation { mutationBug }' } },
  'a fault': { body: { query: '{ fault hello }' } },
  'a user error': { body: { query: '{ userError }' } },
  'a value that does not fit': { body: { query: '{ badValue }' } },
  'a syntax error': { body: { query: '{' } },
  'a validation error': { body: { query: '{ nope }' } },
  'a missing variable': { body: { query: 'query ($n: Int!) { argument(n: $n) }' } },
  'a wrong variable': { body: { query: 'query ($n: Int!) { argument(n: $n) }', variables: { n: 'x' } } },
  'a oneOf with both': {
    body: { query: 'query ($b: By!) { pick(by: $b) }', variables: { b: { id: '1', name: 'x' } } },
  },
  'null variables': { body: { query: '{ hello }', variables: null, operationName: null, extensions: null } },
  'variables in a list': { body: { query: '{ hello }', variables: [] } },
  'variables as text': { body: { query: '{ hello }', variables: '{}' } },
  'extensions as text': { body: { query: '{ hello }', extensions: 'x' } },
  'an operation name': { body: { query: 'query A { hello } query B { whoAmI }', operationName: 'B' } },
  'an unknown operation name': { body: { query: 'query A { hello }', operationName: 'C' } },
  'an empty operation name': { body: { query: 'query A { hello }', operationName: '' } },
  'an operation name missing': { body: { query: 'query A { hello } query B { hello }' } },
  'an operation name that is a number': { body: { query: '{ hello }', operationName: 3 } },
  'no operation': { body: { query: 'fragment F on Query { hello }' } },
  'no query': { body: {} },
  'a query that is a number': { body: { query: 3 } },
  'an unknown parameter': { body: { query: '{ hello }', id: '3' } },
  'a batch': { body: [{ query: '{ hello }' }] },
  'a text': { body: '"x"' },
  'a null body': { body: 'null' },
  'an empty body': { body: '' },
  'broken JSON': { body: '{"query":' },
  'too deep': { body: { query: `{ ${'self { '.repeat(30)} hello ${'}'.repeat(30)} }` } },
  'too costly': { body: { query: '{ items(first: 1000000) { nodes { hello } } }' } },
  'the cost': { body: { query: '{ hello }' }, headers: { 'x-bottega-cost': '1' } },
  'the cost beside an error': { body: { query: '{ bug }' }, headers: { 'x-bottega-cost': '1' } },
  'a card number': {
    body: { query: 'query ($n: String) { hello(name: $n) }', variables: { n: '4111 1111 1111 1111' } },
  },
  'a signed-in person': { body: { query: '{ whoAmI }' }, headers: { authorization: 'Bearer anna' } },
  'a bad token': { body: { query: '{ whoAmI }' }, headers: { authorization: 'Bearer nobody' } },
  'a content type with a charset': {
    body: { query: '{ hello }' },
    headers: { 'content-type': 'application/json; charset=utf-8' },
  },
  'a content type with another charset': {
    body: { query: '{ hello }' },
    headers: { 'content-type': 'application/json; charset=latin1' },
  },
  'a content type that is not known': {
    body: { query: '{ hello }' },
    headers: { 'content-type': 'application/xml' },
  },
  'graphql as the content type': { body: '{ hello }', headers: { 'content-type': 'application/graphql' } },
};

const ACCEPTS = [
  undefined,
  '*/*',
  'application/json',
  'application/json; charset=utf-8',
  'application/json;charset=latin1, */*',
  'application/graphql-response+json',
  'application/graphql-response+json, application/json;q=0.9',
  'application/json;q=0.5, application/graphql-response+json',
  'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
  'text/event-stream, application/json',
  'multipart/mixed',
  'application/*',
  'image/png',
];

async function ask(url: string, { body, headers = {} }: Case) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...JSON_TYPE, 'x-request-id': 'same', ...headers },
    body: text,
  });
  const { date: _, ...rest } = Object.fromEntries(response.headers);
  return { status: response.status, headers: rest, text: await response.text() };
}

test.each(Object.entries(CASES))('both lanes answer alike: %s', async (_name, one) => {
  for (const accept of one.headers?.['accept'] === undefined ? ACCEPTS : [undefined]) {
    const headers = { ...one.headers, ...(accept === undefined ? {} : { accept }) };
    const expected = await ask(slow.url, { ...one, headers });
    // Twice: the second time, the fast lane has the document in its cache.
    expect(await ask(fast.url, { ...one, headers }), accept).toEqual(expected);
    expect(await ask(fast.url, { ...one, headers }), accept).toEqual(expected);
  }
});

test.each([
  ['a query', { query: '{ hello }' }, 200, '{"data":{"hello":"hello you"}}'],
  ['a syntax error', { query: '{' }, 400, 'GRAPHQL_PARSE_FAILED'],
  ['a validation error', { query: '{ nope }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
  ['a wrong variable', { query: 'query ($n: Int!) { argument(n: $n) }' }, 400, 'BAD_USER_INPUT'],
  ['no query', {}, 400, 'BAD_USER_INPUT'],
  ['a user error', { query: '{ userError }' }, 200, '"reason":"NOT_FOUND"'],
  ['a fault', { query: '{ fault }' }, 200, '"retryAfter":5'],
] as const)('statuses and codes: %s', async (_name, body, status, part) => {
  const answer = await ask(fast.url, { body, headers: { accept: 'application/graphql-response+json' } });
  expect(answer.status).toBe(status);
  expect(answer.text).toContain(part);
});
