import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
} from 'graphql';
import { expect, it } from 'vitest';
import { schema } from './index.ts';
import { printedSchema } from './print.ts';

const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);

it('is what schema.graphql says', async () => {
  expect(await readFile(new URL('schema.graphql', import.meta.url), 'utf8')).toBe(printedSchema());
});

it('prints the same each time, in a process without any environment', async () => {
  const module = new URL('print.ts', import.meta.url).href;
  const script = `import { printedSchema } from '${module}'; process.stdout.write(printedSchema());`;
  const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    env: {},
    cwd: '/',
    maxBuffer: 10_000_000,
  });
  expect((await run).stdout).toBe(printedSchema());
});

/** Where a description is missing: types, fields, arguments, enum values. */
function undescribed(type: GraphQLNamedType): string[] {
  const missing = type.description ? [] : [type.name];
  if (isEnumType(type)) {
    return [
      ...missing,
      ...type.getValues().flatMap((one) => (one.description ? [] : [`${type.name}.${one.name}`])),
    ];
  }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    return [...missing, ...fields.flatMap((one) => (one.description ? [] : [`${type.name}.${one.name}`]))];
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return missing;
  for (const field of Object.values(type.getFields())) {
    if (!field.description) missing.push(`${type.name}.${field.name}`);
    for (const arg of field.args)
      if (!arg.description) missing.push(`${type.name}.${field.name}(${arg.name})`);
  }
  return missing;
}

it('describes everything', () => {
  expect(types.flatMap(undescribed)).toEqual([]);
});

it('has mutations with one input and a payload that can say why not', () => {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  expect(mutations.length).toBeGreaterThan(20);
  for (const mutation of mutations) {
    // About the session or the person that asks: there is nothing to say.
    const isBare = ['conversationLocksReset', 'sessionLock', 'signOut'].includes(mutation.name);
    expect(
      mutation.args.map((arg) => arg.name),
      mutation.name,
    ).toEqual(isBare ? [] : ['input']);
    const payload = getNamedType(mutation.type);
    expect(payload.name.toLowerCase(), mutation.name).toBe(`${mutation.name}payload`.toLowerCase());
    expect(isObjectType(payload) && Object.keys(payload.getFields()), mutation.name).toContain('userErrors');
  }
});

it('has subscriptions that can be resumed', () => {
  const subscriptions = Object.values(schema.getSubscriptionType()?.getFields() ?? {});
  expect(subscriptions.length).toBeGreaterThan(3);
  for (const subscription of subscriptions) {
    expect(
      subscription.args.map((arg) => arg.name),
      subscription.name,
    ).toContain('after');
    const item = getNamedType(subscription.type);
    expect(isObjectType(item) && Object.keys(item.getFields()), subscription.name).toEqual([
      'cursor',
      'event',
    ]);
  }
});

it('pages every connection with a size and a cursor', () => {
  for (const type of types.filter((one) => isObjectType(one))) {
    for (const field of Object.values(type.getFields())) {
      if (!getNamedType(field.type).name.endsWith('Connection')) continue;
      const args = field.args.map((arg) => arg.name);
      expect(args, `${type.name}.${field.name}`).toEqual(expect.arrayContaining(['first', 'after']));
    }
  }
});
