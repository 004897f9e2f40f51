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
