import type { GraphQLError, DocumentNode, ExecutionArgs } from 'graphql';
import type { ConnectionInitMessage, ServerOptions, SubscribePayload } from 'graphql-ws';
import type { Logger } from 'pino';
import type { Meter } from '../metrics/meter.ts';
import { formatted, sendEach, sentOf } from './deliveries.ts';
import { operationOf } from './endpoint.ts';
import type { Yoga } from './graphql.ts';
import { maskRequestError } from './masking.ts';
import {
  admit,
  checkRoom,
  FORBIDDEN,
  type Connection,
  type Extra,
  type OpenConnections,
  type SocketOperations,
} from './socket-admission.ts';
import { COST_HEADER, onceEach, type Call } from './operation.ts';

type Options = ServerOptions<ConnectionInitMessage['payload'], Extra>;
type Enveloped = ReturnType<Yoga['getEnveloped']>;

/** The protocol's callbacks: each operation goes through the same steps as one over HTTP. */
export function socketOptions(operations: SocketOperations, open: OpenConnections, log: Logger): Options {
  const callOf = callsOf(operations.meter);
  const envelopes = new WeakMap<object, Enveloped>();
  const envelopOf = ({ contextValue }: ExecutionArgs): Enveloped => {
    const enveloped = envelopes.get(contextValue as object);
    if (enveloped === undefined) throw new Error('An operation began without its context.');
    return enveloped;
  };
  return {
    connectionInitWaitTimeout: operations.introduction,
    onConnect: async (connection) => {
      const { extra } = connection;
      try {
        const actor = await operations.authenticate(authorizationOf(connection));
        return admit(operations, connection, actor, open);
      } catch (error) {
        const { message } = maskRequestError(error, extra.connection, log);
        extra.client.close(FORBIDDEN, message.slice(0, 120));
        return false;
      }
    },
    onSubscribe: async (connection, _id, payload) => {
      const call = callOf(connection, payload);
      try {
        // Before anything else: what is refused must be cheap.
        checkRoom(connection, operations.operationLimit);
        // Again for each operation: a session that has ended since ends here too.
        const operation = await operationOf(operations, authorizationOf(connection, payload), call);
        const enveloped = operations.yoga.getEnveloped(operation);
        const args = prepare(enveloped, payload, operation);
        if (Array.isArray(args)) return args.map((error) => maskRequestError(error, call, log));
        envelopes.set(operation, enveloped);
        return args;
      } catch (error) {
        return [maskRequestError(error, call, log)];
      }
    },
    execute: (args) => envelopOf(args).execute(args),
    subscribe: (args) => envelopOf(args).subscribe(args),
    onOperation: ({ extra: { client, req } }, id, _payload, _args, result) =>
      Symbol.asyncIterator in result ? sendEach(result, { client, socket: req.socket, id }) : undefined,
    onNext: (_connection, _id, _payload, _args, result) => sentOf(result),
    onError: (connection, _id, payload, errors) =>
      errors.map((error) =>
        formatted(maskRequestError(error.cause ?? error, callOf(connection, payload), log)),
      ),
  };
}

function prepare(
  enveloped: Enveloped,
  { query, operationName, variables }: SubscribePayload,
  contextValue: object,
): ExecutionArgs | readonly GraphQLError[] {
  const { parse, validate, schema } = enveloped;
  const document = parse(query) as DocumentNode;
  const errors = validate(schema, document) as readonly GraphQLError[];
  if (errors.length > 0) return errors;
  return {
    schema,
    document,
    operationName: operationName ?? null,
    variableValues: variables ?? null,
    contextValue,
  };
}

/** Each operation has an id of its own, under that of its connection. */
function callsOf(meter: Meter): (connection: Connection, payload: SubscribePayload) => Call {
  const calls = new WeakMap<SubscribePayload, Call>();
  let count = 0;
  return ({ extra, connectionParams }, payload) => {
    const known = calls.get(payload);
    if (known !== undefined) return known;
    const isAsked = connectionParams?.['cost'] === true || payloadHeader(payload, COST_HEADER) === '1';
    const call: Call = {
      requestId: `${extra.connection.requestId}.${++count}`,
      wantsCost: extra.connection.wantsCost || isAsked,
      failed: onceEach(meter.failed),
    };
    calls.set(payload, call);
    return call;
  };
}

/**
 * From the operation's own `extensions.headers`, where GraphiQL puts the headers of a tab; or from
 * `connectionParams`, since browsers can't set headers on a socket; or from the upgrade's header.
 */
function authorizationOf({ extra, connectionParams: params }: Connection, payload?: SubscribePayload) {
  const given =
    payloadHeader(payload, 'authorization') ?? params?.['authorization'] ?? params?.['Authorization'];
  return typeof given === 'string' && given !== '' ? given : extra.req.headers.authorization;
}

function payloadHeader(payload: SubscribePayload | undefined, name: string): unknown {
  const headers = payload?.extensions?.['headers'];
  if (typeof headers !== 'object' || headers === null) return undefined;
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}
