import {
  isAbstractType,
  isObjectType,
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
    else if (isObjectType(type)) restore.push(guardIsTypeOf(type));
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
