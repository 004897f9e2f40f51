import { GraphQLError, type ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { maskError, maskRequestError } from './masking.ts';
import type { Call, OperationContext } from './operation.ts';

/** Lets no error out of an operation, or of the steps before it, that `maskError` has not seen. */
export function useMasking(log: Logger): Plugin<OperationContext, { operation: OperationContext }> {
  return {
    onExecute: ({ args }) => ({
      onExecuteDone: ({ result, setResult }) => {
        if (!(Symbol.asyncIterator in result)) setResult(masked(result, callOf(args), log));
      },
    }),
    onSubscribe: ({ args }) => ({
      onSubscribeResult: ({ result, setResult }) => {
        if (!(Symbol.asyncIterator in result)) setResult(masked(result, callOf(args), log));
        return { onNext: ({ result, setResult }) => setResult(masked(result, callOf(args), log)) };
      },
      onSubscribeError: ({ error, setError }) => setError(maskRequestError(error, callOf(args), log)),
    }),
    // What Yoga itself has to say: malformed bodies, documents that don't parse.
    onResultProcess: ({ result, setResult, serverContext }) => {
      if (Array.isArray(result) || Symbol.asyncIterator in result) return;
      setResult(masked(explainJson(result), serverContext.operation.call, log));
    },
  };
}

function callOf(args: { contextValue?: unknown }): Call {
  return (args.contextValue as OperationContext).call;
}

/**
 * Errors beside data are plain objects, since the operation ran; errors without data stay GraphQLErrors,
 * for Yoga finds its HTTP status in them.
 */
function masked(result: ExecutionResult, call: Call, log: Logger): ExecutionResult {
  if (result.errors === undefined) return result;
  const errors =
    'data' in result
      ? result.errors.map((error) => maskOnce(error, call, log) as GraphQLError)
      : result.errors.map((error) => maskRequestError(error, call, log));
  return { ...result, errors };
}

function maskOnce(error: unknown, call: Call, log: Logger): unknown {
  return error instanceof Error ? maskError(error, call, log) : error;
}

/** Yoga reads `variables` of a GET by a bare JSON.parse. */
function explainJson(result: ExecutionResult): ExecutionResult {
  if (result.errors === undefined || 'data' in result) return result;
  const errors = result.errors.map((error) =>
    error.originalError instanceof SyntaxError
      ? new GraphQLError('The request holds invalid JSON.', {
          extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
        })
      : error,
  );
  return { ...result, errors };
}
