import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { Fault, UserError, type FaultCode } from '../errors.ts';
import type { Call } from './operation.ts';

/** What a client is told of a failure that is ours. */
const INTERNAL_MESSAGE = 'Something went wrong on our side.';

/** HTTP statuses of faults that stop a request before it runs; the others are 400. */
const STATUS: Partial<Record<FaultCode, number>> = {
  UNAUTHENTICATED: 401,
  SESSION_LOCKED: 423,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
};

/**
 * What a client may see of an error: our own words are passed on with their code, a mistake in the request is
 * explained, and everything else is logged and hidden behind the request's id.
 */
export function maskError(error: unknown, call: Call, log: Logger): GraphQLFormattedError {
  const masked = maskOf(error, call, log);
  call.failed?.(String(masked.extensions?.['code']));
  return masked;
}

function maskOf(error: unknown, call: Call, log: Logger): GraphQLFormattedError {
  const root = rootOf(error);
  const place = error instanceof GraphQLError ? error : undefined;
  if (root instanceof Fault) return described(place, root.message, { ...root.facts, code: root.code });
  if (root instanceof UserError) {
    return described(place, root.message, { code: 'BAD_USER_INPUT', reason: root.code, path: root.path });
  }
  const code = root instanceof GraphQLError ? codeOf(root, place) : undefined;
  if (root instanceof GraphQLError && code !== undefined) {
    const { http: _, originalError: __, ...extensions } = root.extensions;
    return described(place, root.message, { ...extensions, code });
  }
  log.error({ err: root, requestId: call.requestId, path: place?.path?.join('.') }, 'an operation failed');
  return described(place, INTERNAL_MESSAGE, { code: 'INTERNAL', requestId: call.requestId });
}

/** The same as an Error: what Yoga and graphql-ws take for a request that did not run. */
export function maskRequestError(error: unknown, call: Call, log: Logger): GraphQLError {
  const { message, extensions } = maskError(error, call, log);
  const place = error instanceof GraphQLError ? error : undefined;
  // Malformed JSON is no GraphQL request: it is a 400 even for clients that want every GraphQL answer as a 200.
  const isMalformed = place?.extensions['originalError'] !== undefined;
  const http = isMalformed ? { status: 400 } : (place?.extensions['http'] ?? { spec: true, status: 400 });
  return new GraphQLError(message, {
    nodes: place?.nodes,
    source: place?.source,
    positions: place?.positions,
    path: place?.path,
    extensions: { ...extensions, http: statusOf(extensions?.['code']) ?? http },
  });
}

/** A fault as a request error, for the checks that stand before the execution. */
export function refusal(fault: Fault): GraphQLError {
  return new GraphQLError(fault.message, {
    originalError: fault,
    extensions: { ...fault.facts, code: fault.code, http: { spec: true, status: STATUS[fault.code] ?? 400 } },
  });
}

function statusOf(code: unknown): { status: number } | undefined {
  if (code === 'INTERNAL') return { status: 500 };
  const status = STATUS[code as FaultCode];
  return status === undefined ? undefined : { status };
}

function described(
  place: GraphQLError | undefined,
  message: string,
  extensions: Record<string, unknown>,
): GraphQLFormattedError {
  return {
    message,
    ...(place?.locations ? { locations: place.locations } : {}),
    ...(place?.path ? { path: place.path } : {}),
    extensions,
  };
}

/** The error that was thrown, under the wrappings that say where. */
function rootOf(error: unknown): unknown {
  let root = error;
  while (root instanceof GraphQLError && root.originalError !== undefined) root = root.originalError;
  return root;
}

/**
 * The code for an error of graphql or Pothos that explains itself, or nothing when it is a fault of ours. Both
 * speak through one class: a value that does not fit the schema is our fault, and a wrong argument, which
 * graphql too may only find while it executes, is the caller's.
 */
function codeOf(root: GraphQLError, place: GraphQLError | undefined): string | undefined {
  const { code } = root.extensions;
  if (code === 'BAD_REQUEST' || code === 'OPERATION_RESOLUTION_FAILURE') return 'BAD_USER_INPUT';
  if (typeof code === 'string') return code;
  if (root.message.startsWith('Syntax Error')) return 'GRAPHQL_PARSE_FAILED';
  if (root.name === 'ForbiddenError') return 'FORBIDDEN';
  const explains =
    place?.path === undefined ||
    root.name === 'PothosValidationError' ||
    root.message.startsWith('Argument "');
  return explains ? 'BAD_USER_INPUT' : undefined;
}
