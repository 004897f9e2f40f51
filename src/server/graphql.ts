import type { GraphQLSchema } from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Limits } from '../config.ts';
import { useCardDoor } from './card-door.ts';
import { createCompiledExecutor } from './compiled.ts';
import { createDocumentCache } from './documents.ts';
import { useGraphqlJs } from './engine.ts';
import { useLimits } from './limits.ts';
import { useLockDoor } from './lock-door.ts';
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
  readonly limits: Limits;
  /** Plugins of tests. */
  readonly plugins?: readonly Plugin[];
}

export const GRAPHQL_PATH = '/graphql';

/** Everything that happens to an operation between its document and its result, on every lane. */
export function createGraphql({ schema, log, limits, plugins = [] }: GraphqlOptions): Yoga {
  return createYoga<ServerContext, OperationContext>({
    schema,
    graphqlEndpoint: GRAPHQL_PATH,
    landingPage: false,
    batching: false,
    multipart: true,
    // endpoint.ts does these before Yoga sees a request.
    graphiql: false,
    cors: false,
    maxRequestBodySize: false,
    maskedErrors: false,
    logging: false,
    parserAndValidationCache: { documentCache: createDocumentCache(), errorCache: createDocumentCache() },
    context: ({ operation }) => operation,
    plugins: [
      useGraphqlJs(createCompiledExecutor()),
      useLockDoor(),
      useCardDoor(),
      useLimits(limits),
      ...plugins,
      useMasking(log),
    ],
  });
}
