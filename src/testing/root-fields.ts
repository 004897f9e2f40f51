import {
  OperationTypeNode,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLSchema,
} from 'graphql';
import { plainInput } from './hostile-input.ts';

/** A document that asks for one root field and nothing of what it gives. */
export interface RootField {
  readonly kind: OperationTypeNode;
  readonly name: string;
  readonly document: string;
  /** What it takes at least, with the ids of a world. */
  variables(ids: Readonly<Record<string, string>>): Record<string, unknown>;
}

/** Every root field of a schema: what is added to it is covered by itself. */
export function rootFieldsOf(schema: GraphQLSchema): RootField[] {
  return Object.values(OperationTypeNode).flatMap((kind) =>
    Object.values(schema.getRootType(kind)?.getFields() ?? {}).map((field) => {
      const needed = field.args.filter(({ type }) => isNonNullType(type));
      const declared = needed.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
      const given = needed.map(({ name }) => `${name}: $${name}`).join(', ');
      const selection = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
      const head = declared ? `${kind} (${declared})` : kind;
      return {
        kind,
        name: field.name,
        document: `${head} { ${field.name}${given && `(${given})`}${selection} }`,
        variables: (ids) => Object.fromEntries(needed.map((arg) => [arg.name, valueOf(arg, ids)])),
      };
    }),
  );
}

function valueOf({ name, type }: GraphQLArgument, ids: Readonly<Record<string, string>>): unknown {
  const named = getNamedType(type);
  if (isInputObjectType(named)) return plainInput(named, ids);
  const value = plainScalar(named.name, ids[name] ?? ids['conversationId']);
  return isListType(getNullableType(type)) ? [value] : value;
}

function plainScalar(type: string, id: string | undefined): unknown {
  switch (type) {
    case 'ID':
      return id;
    case 'Int':
      return 1;
    case 'CountryCode':
      return 'IN';
    case 'DateTime':
      return '2026-01-01T00:00:00Z';
    default:
      return 'some-text';
  }
}
