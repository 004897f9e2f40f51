import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { PLAYGROUND } from './playground.ts';

const schema = buildSchema(readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8'));
const tabs = (PLAYGROUND.defaultTabs ?? []).map(({ query }) => query ?? '');

test.each(tabs.map((query) => [query.split('\n')[0], query]))('%s', (_, query = '') => {
  expect(validate(schema, parse(query))).toEqual([]);
});
