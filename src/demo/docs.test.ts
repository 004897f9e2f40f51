import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { CHECKS } from '../doctor/checks.ts';

const ROOT = new URL('../../', import.meta.url);
const schema = buildSchema(readFileSync(new URL('schema/schema.graphql', ROOT), 'utf8'));

const operations = [
  'README.md',
  'docs/frontends.md',
  'docs/merchants.md',
  'docs/operators.md',
  'docs/partners.md',
].flatMap((file) => {
  const text = readFileSync(new URL(file, ROOT), 'utf8');
  const blocks = [...text.matchAll(/^```graphql\n(.*?)^```$/gms)].map(([, block = '']) => block);
  return blocks.flatMap(operationsIn).map((operation, index) => [file, index + 1, operation] as const);
});

/** A page shows several operations without names in one block: they are for one after the other. */
function operationsIn(block: string): string[] {
  return block.split(/^(?=mutation|query|subscription|\{)/m).filter((part) => part.trim() !== '');
}

test.each(operations)('%s, operation %i, is one of the schema', (_file, _index, operation) => {
  expect(validate(schema, parse(operation))).toEqual([]);
});

test('docs/invariants.md has the rules of the doctor as they are', () => {
  const text = readFileSync(new URL('docs/invariants.md', ROOT), 'utf8');
  const told = [...text.matchAll(/^- (.*)$/gm)].map(([, rule]) => rule);
  expect(told).toEqual(CHECKS.toSorted((a, b) => a.invariant - b.invariant).map(({ rule }) => rule));
});
