import {
  execute,
  getOperationAST,
  validateExecutionArgs,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
} from 'graphql';
import { isCompilable } from './compilable.ts';
import { compile, type RunCompiled } from './compile.ts';

export type Execute = (args: ExecutionArgs) => ExecutionResult | Promise<ExecutionResult>;

/** Compiling takes as long as some dozen executions; a query that was asked for this often will be again. */
const RUNS_BEFORE = 2;

interface Entry {
  runs: number;
  /** Null when it is not, or can't be, compiled. */
  run: RunCompiled | null;
}

/**
 * An executor with graphql-js's answers, made by compiled code where that is safe: for queries, and only while
 * nothing goes wrong. Variables are coerced by graphql-js. An answer with errors is made again by graphql-js,
 * because compiled code words them differently and loses its place in lists; a query has no effects.
 */
export function createCompiledExecute(runsBefore = RUNS_BEFORE): Execute {
  // Keyed by document and name: one document may hold several operations.
  const entries = new WeakMap<DocumentNode, Map<string, Entry>>();

  return (args) => {
    const entry = entryOf(entries, args);
    if (entry === null) return execute(args);
    if (entry.runs === runsBefore) entry.run = compiledOrNull(args);
    entry.runs += 1;
    if (entry.run === null) return execute(args);

    const validated = validateExecutionArgs(args);
    if (!('schema' in validated)) return { errors: validated };
    const again = () => execute(args);
    try {
      const result = entry.run(args.rootValue, args.contextValue, validated.variableValues.coerced);
      if (!(result instanceof Promise)) return settled(result, again);
      return result.then((result) => settled(result, again), again);
    } catch {
      return again();
    }
  };
}

function settled(
  result: ExecutionResult,
  again: () => ExecutionResult | Promise<ExecutionResult>,
): ExecutionResult | Promise<ExecutionResult> {
  return result.errors === undefined ? result : again();
}

function entryOf(
  entries: WeakMap<DocumentNode, Map<string, Entry>>,
  { document, operationName }: ExecutionArgs,
): Entry | null {
  const byName = entries.get(document) ?? new Map<string, Entry>();
  entries.set(document, byName);
  const known = byName.get(operationName ?? '');
  if (known !== undefined) return known;
  if (getOperationAST(document, operationName)?.operation !== 'query') return null;
  const entry: Entry = { runs: 0, run: null };
  byName.set(operationName ?? '', entry);
  return entry;
}

function compiledOrNull({ schema, document, operationName }: ExecutionArgs): RunCompiled | null {
  const operation = getOperationAST(document, operationName);
  if (!operation || !isCompilable(schema, document, operation)) return null;
  return compile(schema, document, operationName ?? null);
}
