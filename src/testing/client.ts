import { createClient, type Client as SocketClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { TypedDocumentString } from './gql/graphql.ts';

export interface GraphqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface Result<Data> {
  readonly data: Data | null;
  readonly errors?: readonly GraphqlError[];
}

type Document<Data, Variables> = TypedDocumentString<Data, Variables>;

/** What a frontend would have: HTTP for queries and mutations, one WebSocket for live streams. */
export interface Client {
  /** The data; throws when there is any top-level error. */
  request<Data, Variables>(document: Document<Data, Variables>, variables: Variables): Promise<Data>;
  /** The whole answer, for tests of errors. */
  raw<Data, Variables>(document: Document<Data, Variables>, variables: Variables): Promise<Result<Data>>;
  /** Items of a live stream; `return()` ends it. A stream that the server ends with an error throws it. */
  subscribe<Data, Variables>(
    document: Document<Data, Variables>,
    variables: Variables,
  ): AsyncIterableIterator<Data>;
  close(): Promise<void>;
}

/** A top-level error of the API, as a client's program gets to see it. */
export class ApiError extends Error {
  readonly errors: readonly GraphqlError[];

  constructor(errors: readonly GraphqlError[]) {
    super(errors.map((error) => `${String(error.extensions?.['code'])}: ${error.message}`).join('; '));
    this.errors = errors;
  }

  /** The code of the first error. */
  get code(): unknown {
    return this.errors[0]?.extensions?.['code'];
  }
}

export function clientOf(url: string, token?: string): Client {
  const authorization = token === undefined ? undefined : `Bearer ${token}`;
  let socket: SocketClient | null = null;

  async function raw<Data, Variables>(
    document: Document<Data, Variables>,
    variables: Variables,
  ): Promise<Result<Data>> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
      body: JSON.stringify({ query: String(document), variables }),
    });
    return (await response.json()) as Result<Data>;
  }

  return {
    raw,
    request: async (document, variables) => {
      const { data, errors } = await raw(document, variables);
      if (errors || data === null) throw new ApiError(errors ?? []);
      return data;
    },
    subscribe: (document, variables) => {
      socket ??= createClient({
        url: url.replace(/^http/, 'ws'),
        webSocketImpl: WebSocket,
        connectionParams: authorization ? { authorization } : {},
        retryAttempts: 0,
      });
      return items(socket, String(document), variables);
    },
    close: async () => {
      await socket?.dispose();
    },
  };
}

async function* items<Data>(
  socket: SocketClient,
  query: string,
  variables: unknown,
): AsyncGenerator<Data, void> {
  const stream = socket.iterate<Data>({ query, variables: variables as Record<string, unknown> });
  try {
    for await (const { data, errors } of stream) {
      if (errors) throw new ApiError(errors);
      if (data) yield data;
    }
  } catch (error) {
    throw Array.isArray(error) ? new ApiError(error as GraphqlError[]) : error;
  }
}
