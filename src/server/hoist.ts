import {
  getArgumentValues,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  type ValueNode,
} from 'graphql';

export interface Hoisted {
  /** The document with a variable in the place of each literal. */
  readonly document: DocumentNode;
  /** What those variables hold, by their names, which are numbers: no client's variable can have such a name. */
  readonly constants: Readonly<Record<string, unknown>>;
}

/**
 * Takes the literals out of a document's arguments, and the defaults that stand in for arguments, as
 * graphql-js coerces them. Null when an argument mixes literals and variables: it would have to be
 * coerced at each run.
 */
export function hoistLiterals(schema: GraphQLSchema, document: DocumentNode): Hoisted | null {
  const constants: Record<string, unknown> = {};
  const types = new TypeInfo(schema);
  let count = 0;
  let isPossible = true;

  const hoist = (node: FieldNode, field: GraphQLField<unknown, unknown>): FieldNode => {
    const given = node.arguments ?? [];
    const variables = given.filter(({ value }) => value.kind === Kind.VARIABLE);
    const literals = given.filter(({ value }) => value.kind !== Kind.VARIABLE);
    if (literals.some(({ value }) => holdsVariable(value))) isPossible = false;
    if (!isPossible) return node;
    const named = new Set(variables.map(({ name }) => name.value));
    const values = valuesOf(field, { ...node, arguments: literals }, named);
    const hoisted = Object.entries(values).map(([name, value]): ArgumentNode => {
      const constant = String(count++);
      constants[constant] = value;
      return {
        kind: Kind.ARGUMENT,
        name: nameNode(name),
        value: { kind: Kind.VARIABLE, name: nameNode(constant) },
      };
    });
    return { ...node, arguments: [...variables, ...hoisted] };
  };
  const result = visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        leave: (node) => {
          const field = types.getFieldDef();
          return field && field.args.length > 0 ? hoist(node, field) : undefined;
        },
      },
    }),
  );
  return isPossible ? { document: result, constants } : null;
}

/** The values of the arguments that are not given by variables. */
function valuesOf(field: GraphQLField<unknown, unknown>, node: FieldNode, variables: ReadonlySet<string>) {
  // Reads nothing of the field but its arguments.
  const rest = { args: field.args.filter(({ name }) => !variables.has(name)) };
  return getArgumentValues(rest as unknown as typeof field, node);
}

function holdsVariable(value: ValueNode): boolean {
  let found = false;
  visit(value, {
    Variable: () => {
      found = true;
    },
  });
  return found;
}

function nameNode(value: string) {
  return { kind: Kind.NAME, value } as const;
}
