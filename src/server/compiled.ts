import {
  execute,
  executeSubscriptionEvent,
  getOperationAST,
  validateExecutionArgs,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type ValidatedSubscriptionArgs,
} from 'graphql';
import { isCompilable } from './compilable.ts';
import { compile, type RunCompiled } from './compile.ts';

export type Execute = (args: ExecutionArgs) => ExecutionResult | Promise<ExecutionResult>;

/** What a subscription gives for one event of its source, which is the root value. */
export type ExecuteEvent = (args: ValidatedSubscriptionArgs) => ExecutionResult | Promise<ExecutionResult>;

export interface CompiledExecutor {
  readonly execute: Execute;
  readonly executeEvent: ExecuteEvent;
}

/** Compiling takes as long as some dozen executions; a query that was asked for this often will be again. */
const RUNS_BEFORE = 2;

interface Entry {
  runs: number;
  /** Null when it is not, or can't be, compiled. */
  run: RunCompiled | null;
}

/**
 * An executor with graphql-js's answers, made by compiled code where that is safe: for queries and for the events of
 * subscriptions, and only while nothing goes wrong. Variables are coerced by graphql-js. An answer with errors is made
 * again by graphql-js, because compiled code words them differently and loses its place in lists; neither has effects.
 */
export function createCompiledExecutor(runsBefore = RUNS_BEFORE): CompiledExecutor {
  // Keyed by document and name: one document may hold several operations.
  const entries = new WeakMap<DocumentNode, Map<string, Entry>>();

  function compiledFor(operation: Operation): RunCompiled | null {
    const entry = entryOf(entries, operation);
    if (entry === null) return null;
    if (entry.runs === runsBefore) entry.run = compiledOrNull(operation);
    entry.runs += 1;
    return entry.run;
  }

  return {
    execute: (args) => {
      const run = compiledFor(args);
      if (run === null) return execute(args);
      const validated = validateExecutionArgs(args);
      if (!('schema' in validated)) return { errors: validated };
      const { coerced } = validated.variableValues;
      return unlessItFails(
        () => run(args.rootValue, args.contextValue, coerced),
        () => execute(args),
      );
    },
    executeEvent: (args) => {
      const { schema, document, operation, rootValue, contextValue, variableValues } = args;
      const run = compiledFor({ schema, document, operationName: operation.name?.value });
      if (run === null) return executeSubscriptionEvent(args);
      return unlessItFails(
        () => run(rootValue, contextValue, variableValues.coerced),
        () => executeSubscriptionEvent(args),
      );
    },
  };
}

type Operation = Pick<ExecutionArgs, 'schema' | 'document' | 'operationName'>;

function unlessItFails(
  run: () => ExecutionResult | Promise<ExecutionResult>,
  again: () => ExecutionResult | Promise<ExecutionResult>,
): ExecutionResult | Promise<ExecutionResult> {
  try {
    const result = run();
    if (!(result instanceof Promise)) return settled(result, again);
    return result.then((result) => settled(result, again), again);
  } catch {
    return again();
  }
}

function settled(
  result: ExecutionResult,
  again: () => ExecutionResult | Promise<ExecutionResult>,
): ExecutionResult | Promise<ExecutionResult> {
  return result.errors === undefined ? result : again();
}

function entryOf(
  entries: WeakMap<DocumentNode, Map<string, Entry>>,
  { document, operationName }: Operation,
): Entry | null {
  const byName = entries.get(document) ?? new Map<string, Entry>();
  entries.set(document, byName);
  const known = byName.get(operationName ?? '');
  if (known !== undefined) return known;
  const kind = getOperationAST(document, operationName)?.operation;
  if (kind === undefined || kind === 'mutation') return null;
  const entry: Entry = { runs: 0, run: null };
  byName.set(operationName ?? '', entry);
  return entry;
}

function compiledOrNull({ schema, document, operationName }: Operation): RunCompiled | null {
  const operation = getOperationAST(document, operationName);
  if (!operation || !isCompilable(schema, document, operation)) return null;
  return compile(schema, document, operationName ?? null);
}
