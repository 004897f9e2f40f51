import {
  defaultFieldResolver,
  getNamedType,
  isAbstractType,
  isEnumType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/**
 * Runs the compiler while the type checks of the schema are wrapped, for it keeps them as it finds them. Its
 * code neither waits for one that is async nor survives one that throws: the request would never be answered.
 * What the wrapped ones say instead, it reports as an error, and then graphql-js answers.
 */
export function guarded<T>(schema: GraphQLSchema, run: () => T): T {
  const restore: (() => void)[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) restore.push(guardResolveType(type));
    else if (isObjectType(type)) restore.push(guardIsTypeOf(type), giveResolvers(type));
  }
  try {
    return run();
  } finally {
    for (const one of restore) one();
  }
}

function guardResolveType(type: GraphQLAbstractType): () => void {
  const { resolveType } = type;
  if (!resolveType) return () => {};
  type.resolveType = (value, context, info) => {
    try {
      const found = resolveType(value, context, info, type);
      return typeof found === 'string' ? found : undefined;
    } catch {
      return undefined;
    }
  };
  return () => {
    type.resolveType = resolveType;
  };
}

function guardIsTypeOf(type: GraphQLObjectType): () => void {
  const { isTypeOf } = type;
  if (!isTypeOf) return () => {};
  type.isTypeOf = (value, context, info) => {
    try {
      return isTypeOf(value, context, info) === true;
    } catch {
      return false;
    }
  };
  return () => {
    type.isTypeOf = isTypeOf;
  };
}

/**
 * A field without a resolver is read as a plain property, which may be a promise or a method. Of such a one the
 * compiled code would make something, unless the field's type is one that refuses it.
 */
function giveResolvers(type: GraphQLObjectType): () => void {
  const fields = Object.values(type.getFields()).filter(
    (field) =>
      !field.resolve &&
      !isEnumType(getNamedType(field.type)) &&
      !isSpecifiedScalarType(getNamedType(field.type)),
  );
  for (const field of fields) field.resolve = defaultFieldResolver;
  return () => {
    for (const field of fields) field.resolve = undefined;
  };
}
