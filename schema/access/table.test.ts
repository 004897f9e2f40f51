import { readFile } from 'node:fs/promises';
import {
  getNamedType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  type GraphQLObjectType,
} from 'graphql';
import { expect, it } from 'vitest';
import { endOf, fieldOf } from '../../src/testing/access-questions.ts';
import { schema } from '../index.ts';
import { OPEN } from './open.ts';
import { accessPage } from './page.ts';
import { ACTORS, answerTo } from './rows.ts';
import { ROWS, TABLE } from './table.ts';

const ends = new Set(ROWS.map(([key]) => endOf(key)));
const rootTypes = ['Query', 'Mutation', 'Subscription'];
const openFields = Object.entries(OPEN).flatMap(([type, fields]) =>
  fields.split(' ').map((field) => ({ type, field })),
);

it('has a row for each query, mutation and subscription', () => {
  const fields = rootTypes.flatMap((name) => namesOf(name).map((field) => `${name}.${field}`));
  expect(fields.length).toBeGreaterThan(90);
  expect(fields.filter((field) => !ends.has(field))).toEqual([]);
});

it('has a row for each kind of thing that node finds', () => {
  const node = schema.getType('Node');
  const types = isInterfaceType(node) ? schema.getPossibleTypes(node).map(({ name }) => name) : [];
  expect(types.length).toBeGreaterThan(15);
  expect(types.filter((type) => !ends.has(`node.${type}`))).toEqual([]);
});

it('has decided about each field of each thing: by a row, or as open to all who see it', () => {
  const open = new Set(openFields.map(({ type, field }) => `${type}.${field}`));
  const fields = things().flatMap(({ name }) => namesOf(name).map((field) => `${name}.${field}`));
  expect(fields.filter((field) => !open.has(field) && !ends.has(field))).toEqual([]);
  expect([...open].filter((field) => ends.has(field))).toEqual([]);
});

it('names nothing that there is not, and nothing twice', () => {
  for (const { type, field } of openFields) expect(fieldOf(type, field).name).toBe(field);
  const keys = Object.values(TABLE).flatMap((rows) => Object.keys(rows));
  expect(keys.length).toBe(new Set(keys).size);
});

it('says in each row what everybody is answered', () => {
  const silent = ROWS.flatMap(([key, row]) =>
    ACTORS.filter((actor) => answerTo(row, actor) === null).map((actor) => `${key}: ${actor}`),
  );
  expect(silent).toEqual([]);
});

it('is what docs/access.md says', async () => {
  expect(await readFile(new URL('../../docs/access.md', import.meta.url), 'utf8')).toBe(accessPage());
});

function namesOf(name: string): string[] {
  const type = schema.getType(name);
  return isObjectType(type) ? Object.keys(type.getFields()) : [];
}

/** The types of things and of their parts: not what carries them, such as payloads, pages, events and errors. */
function things(): GraphQLObjectType[] {
  const payloads = new Set(namesOf('Mutation').map((name) => getNamedType(fieldOf('Mutation', name).type)));
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .filter((type) => !isIntrospectionType(type) && !rootTypes.includes(type.name) && !payloads.has(type))
    .filter(({ name }) => !/(Connection|Edge|StreamItem)$/.test(name))
    .filter((type) => !type.getInterfaces().some(({ name }) => name === 'Event' || name === 'UserError'));
}
