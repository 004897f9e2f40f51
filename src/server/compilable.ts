import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** Fields that generated code may have; more are rather interpreted than compiled. */
const MOST_FIELDS = 1_500;

/**
 * Whether a valid operation may be compiled. Compiling makes JavaScript from a text that anybody can send: of
 * this text only names may get into the code (see compile.ts), and the code must not be large.
 */
export function isCompilable(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): boolean {
  if (operation.operation === 'mutation') return false;
  let isPlain = true;
  visit(document, {
    Field: ({ alias }) => {
      // The code's names for paths are joined by underscores, so that such an alias could pass for a path.
      if (alias?.value.includes('_') === true) isPlain = false;
    },
    Directive: ({ name }) => {
      if (name.value !== 'skip' && name.value !== 'include') isPlain = false;
    },
  });
  return isPlain && hasPlainDefaults(schema, document) && sizeOf(schema, document, operation) <= MOST_FIELDS;
}

/**
 * The default of an argument that is given by a variable, which may be left out, is written into the code as
 * JSON: a date or a bigint would not come out as it went in, and a default that is a literal not at all.
 */
function hasPlainDefaults(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  let isPlain = true;
  visit(
    document,
    visitWithTypeInfo(types, {
      Argument: ({ value }) => {
        const argument = types.getArgument();
        if (value.kind !== Kind.VARIABLE || !argument) return;
        const { default: byDefault, defaultValue } = argument;
        isPlain &&= byDefault?.literal === undefined && isPlainJson(byDefault?.value ?? defaultValue);
      },
    }),
  );
  return isPlain;
}

function isPlainJson(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isPlainJson);
  if (typeof value === 'object' && value !== null) {
    return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isPlainJson);
  }
  return value === undefined || value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

/** The fields of the code: a field of an interface or union has code for each type that it can be. */
function sizeOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const known = new Map<SelectionSetNode, Map<GraphQLNamedType, number>>();

  const sizeFor = (selectionSet: SelectionSetNode, type: GraphQLObjectType): number => {
    const sizes = known.get(selectionSet) ?? new Map<GraphQLNamedType, number>();
    known.set(selectionSet, sizes);
    let size = sizes.get(type);
    if (size !== undefined) return size;
    size = 0;
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.FIELD) {
        const field = type.getFields()[selection.name.value];
        size += 1;
        if (field !== undefined && selection.selectionSet) size += sizeIn(selection.selectionSet, field.type);
      } else {
        const fragment =
          selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        const condition = fragment?.typeCondition?.name.value;
        if (fragment !== undefined && applies(schema, condition, type))
          size += sizeFor(fragment.selectionSet, type);
      }
    }
    sizes.set(type, size);
    return size;
  };
  const sizeIn = (selectionSet: SelectionSetNode, type: Parameters<typeof getNamedType>[0]): number => {
    const named = getNamedType(type);
    if (isObjectType(named)) return sizeFor(selectionSet, named);
    if (!isAbstractType(named)) return 0;
    return schema.getPossibleTypes(named).reduce((total, one) => total + 1 + sizeFor(selectionSet, one), 0);
  };
  const root = schema.getRootType(operation.operation);
  return root ? sizeFor(operation.selectionSet, root) : 0;
}

function applies(schema: GraphQLSchema, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const other = schema.getType(condition);
  return (isInterfaceType(other) || isAbstractType(other)) && schema.isSubType(other, type);
}
