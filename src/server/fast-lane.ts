import { getOperationAST, type DocumentNode, type ExecutionResult } from 'graphql';
import { createDocumentCache } from './documents.ts';
import type { Yoga } from './graphql.ts';
import type { OperationContext } from './operation.ts';

export interface FastRequest {
  readonly contentType: string | undefined;
  readonly accept: string | undefined;
  readonly body: Buffer;
}

export interface FastAnswer {
  readonly contentType: string;
  readonly text: string;
}

/**
 * Answers the everyday request, a JSON POST with one valid query or mutation, with the answer that Yoga would
 * give and at half the work. Null hands the request to Yoga: nothing was executed, and Yoga knows what to say.
 */
export type FastLane = (request: FastRequest, operation: OperationContext) => Promise<FastAnswer | null>;

export function createFastLane(yoga: Yoga): FastLane {
  const documents = createDocumentCache<DocumentNode>();

  return async (request, operation) => {
    const contentType = answerType(request.accept);
    if (contentType === null || !isJson(request.contentType)) return null;
    const params = readParams(request.body);
    if (params === null) return null;

    const enveloped = yoga.getEnveloped(operation);
    const document = documents.get(params.query) ?? prepare(enveloped, params.query);
    if (document === null) return null;
    documents.set(params.query, document);
    const kind = getOperationAST(document, params.operationName)?.operation;
    if (kind !== 'query' && kind !== 'mutation') return null;

    const result = (await enveloped.execute({
      schema: enveloped.schema,
      document,
      contextValue: operation,
      variableValues: params.variables,
      operationName: params.operationName,
    })) as ExecutionResult;
    // Without data it was refused before it ran; the status of that is Yoga's to choose.
    if (!('data' in result)) return null;
    return { contentType, text: JSON.stringify(result) };
  };
}

function prepare(
  { parse, validate, schema }: ReturnType<Yoga['getEnveloped']>,
  query: string,
): DocumentNode | null {
  try {
    const document = parse(query) as DocumentNode;
    return validate(schema, document).length === 0 ? document : null;
  } catch {
    return null;
  }
}

interface Params {
  readonly query: string;
  readonly operationName: string | null | undefined;
  readonly variables: Record<string, unknown> | null | undefined;
}

function readParams(body: Buffer): Params | null {
  const params = parseJson(body);
  if (!isObject(params)) return null;
  const { query, operationName, variables, extensions, ...others } = params;
  const plain =
    typeof query === 'string' &&
    (operationName == null || typeof operationName === 'string') &&
    (variables == null || isObject(variables)) &&
    (extensions == null || isObject(extensions)) &&
    Object.keys(others).length === 0;
  return plain ? { query, operationName, variables } : null;
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isJson(contentType: string | undefined): boolean {
  return contentType === 'application/json' || /^application\/json; ?charset=utf-8$/i.test(contentType ?? '');
}

/** The first of the accepted types that Yoga gives for one result; null when that is not for sure. */
function answerType(accept: string | undefined): string | null {
  for (const entry of (accept ?? '*/*').toLowerCase().split(',')) {
    const [type, ...parameters] = entry.replaceAll(/\s/g, '').split(';');
    if (parameters.some((one) => one.startsWith('charset=') && one !== 'charset=utf-8')) return null;
    if (type === 'application/graphql-response+json') return `${type}; charset=utf-8`;
    if (type === 'application/json' || type === '*/*' || type === 'application/*') {
      return 'application/json; charset=utf-8';
    }
  }
  return null;
}
