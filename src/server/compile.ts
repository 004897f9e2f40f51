import {
  GraphQLScalarType,
  Kind,
  parse,
  type DefinitionNode,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type VariableDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { guarded } from './guarded.ts';
import { hoistLiterals } from './hoist.ts';

/** Runs a compiled query. The variables must come coerced. */
export type RunCompiled = (
  rootValue: unknown,
  context: unknown,
  variables: Readonly<Record<string, unknown>>,
) => ExecutionResult | Promise<ExecutionResult>;

/**
 * Compiles a query; null when the compiler can't.
 *
 * The compiler, graphql-jit 0.8.9, writes literals into its code, and some of them it writes as code that a
 * client can choose. So it never sees a literal. Its own coercion of variables knows neither @oneOf nor
 * graphql 17's defaults. So it never coerces.
 */
export function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
): RunCompiled | null {
  const text = document.loc?.source;
  if (text === undefined) return null;
  // The compiler writes on the nodes of its document, so it gets one of its own.
  const hoisted = hoistLiterals(schema, parse(text));
  if (hoisted === null) return null;
  const { constants } = hoisted;
  const names = Object.keys(constants);
  const definitions = hoisted.document.definitions.map((one) => withCoercedVariables(one, names));
  const compiled = guarded(schema, () =>
    compileQuery(withCoercedType(schema), { ...hoisted.document, definitions }, operationName ?? undefined, {
      disablingCapturingStackErrors: true,
      // Else a condition on one of two spreads of a fragment counts for both.
      useExperimentalPathBasedSkipInclude: true,
    }),
  );
  if (!isCompiledQuery(compiled)) return null;
  const run = compiled.query as RunCompiled;
  if (names.length === 0) return run;
  return (rootValue, context, variables) => run(rootValue, context, { ...variables, ...constants });
}

/** A type whose coercion does nothing. */
const COERCED = new GraphQLScalarType({ name: 'Coerced__' });

function withCoercedVariables(definition: DefinitionNode, constants: readonly string[]): DefinitionNode {
  if (definition.kind !== Kind.OPERATION_DEFINITION) return definition;
  const given = definition.variableDefinitions?.map((one): VariableDefinitionNode => {
    // Conditions want to see a Boolean; a Boolean comes out of the compiler's coercion as it went in.
    const type = one.type.kind === Kind.NON_NULL_TYPE ? one.type.type : one.type;
    if (type.kind === Kind.NAMED_TYPE && type.name.value === 'Boolean') return one;
    return coercedVariable(one.variable.name.value);
  });
  return { ...definition, variableDefinitions: [...(given ?? []), ...constants.map(coercedVariable)] };
}

function coercedVariable(name: string): VariableDefinitionNode {
  return {
    kind: Kind.VARIABLE_DEFINITION,
    variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } },
    type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: COERCED.name } },
  };
}

function withCoercedType(schema: GraphQLSchema): GraphQLSchema {
  return Object.assign(Object.create(schema) as GraphQLSchema, {
    getType: (name: string) => (name === COERCED.name ? COERCED : schema.getType(name)),
  });
}
