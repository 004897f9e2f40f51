import { execute, type GraphQLSchema } from 'graphql';
import { createYoga, type GraphiQLOptions, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { Logger } from 'pino';
import { createDocumentCache } from './documents.ts';
import { useGraphqlJs } from './engine.ts';
import { useMasking } from './mask-plugin.ts';
import type { OperationContext } from './operation.ts';

/** What a lane hands to Yoga with a request. */
export interface ServerContext {
  readonly operation: OperationContext;
}

export type Yoga = YogaServerInstance<ServerContext, OperationContext>;

export interface GraphqlOptions {
  readonly schema: GraphQLSchema;
  readonly log: Logger;
  /** The title and the tabs of the playground. */
  readonly graphiql?: GraphiQLOptions;
  /** Plugins of tests. */
  readonly plugins?: readonly Plugin[];
}

export const GRAPHQL_PATH = '/graphql';

/** Everything that happens to an operation between its document and its result, on every lane. */
export function createGraphql({ schema, log, graphiql, plugins = [] }: GraphqlOptions): Yoga {
  return createYoga<ServerContext, OperationContext>({
    schema,
    graphqlEndpoint: GRAPHQL_PATH,
    graphiql: { title: 'Bottega', ...graphiql, subscriptionsProtocol: 'WS' },
    renderGraphiQL,
    landingPage: false,
    batching: false,
    multipart: true,
    // http.ts does these before Yoga sees a request.
    cors: false,
    maxRequestBodySize: false,
    maskedErrors: false,
    logging: false,
    parserAndValidationCache: { documentCache: createDocumentCache(), errorCache: createDocumentCache() },
    context: ({ operation }) => operation,
    plugins: [useGraphqlJs(execute), ...plugins, useMasking(log)],
  });
}
