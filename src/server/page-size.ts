import {
  Kind,
  type FieldNode,
  type GraphQLField,
  type OperationDefinitionNode,
  type ValueNode,
} from 'graphql';

/** Items of a page that is asked for without its size. */
const DEFAULT_PAGE = 20;

export type Variables = Readonly<Record<string, unknown>>;
/** How often something is answered, once the variables are known. */
export type Size = (variables: Variables) => number;

/** How many items a field is asked for, by `first`, `last` or a list of `ids`; undefined when it has no such argument. */
export function pageSize(
  operation: OperationDefinitionNode,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): Size | undefined {
  const sizes = field.args
    .filter(({ name }) => name === 'first' || name === 'last' || name === 'ids')
    .map(({ name }) => node.arguments?.find((argument) => argument.name.value === name)?.value);
  if (sizes.length === 0) return undefined;
  const given = sizes.filter((value) => value !== undefined);
  return (variables) => {
    const counts = given
      .map((value) => countOf(operation, value, variables))
      .filter((count) => count !== null);
    return counts.length === 0 ? DEFAULT_PAGE : Math.max(0, ...counts);
  };
}

/** How many items a command is given, as the list `items` of its input; undefined when there is no such input. */
export function itemCount(operation: OperationDefinitionNode, node: FieldNode): Size | undefined {
  const input = node.arguments?.find(({ name }) => name.value === 'input')?.value;
  if (input?.kind === Kind.OBJECT) {
    const items = input.fields.find(({ name }) => name.value === 'items')?.value;
    return items && ((variables) => countOf(operation, items, variables) ?? 0);
  }
  if (input?.kind !== Kind.VARIABLE) return undefined;
  return (variables) => {
    const given = variables[input.name.value];
    const items = typeof given === 'object' && given !== null && 'items' in given ? given.items : null;
    return Array.isArray(items) ? items.length : 0;
  };
}

function countOf(operation: OperationDefinitionNode, value: ValueNode, variables: Variables): number | null {
  if (value.kind === Kind.INT) return Number(value.value);
  if (value.kind === Kind.LIST) return value.values.length;
  if (value.kind !== Kind.VARIABLE) return null;
  const name = value.name.value;
  const given = variables[name];
  if (typeof given === 'number') return given;
  if (Array.isArray(given)) return given.length;
  const byDefault = operation.variableDefinitions?.find(
    ({ variable }) => variable.name.value === name,
  )?.defaultValue;
  return given === undefined && byDefault?.kind === Kind.INT ? Number(byDefault.value) : null;
}
