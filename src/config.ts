import {
  SECRETS,
  VARIABLES,
  type LogLevel,
  type Value,
  type Variable,
  type VariableName,
} from './config-variables.ts';

export type { LogLevel } from './config-variables.ts';

/** Whether the demo market is loaded at start. */
export type DemoMarket = 'auto' | 'load' | 'off';

export interface Config {
  /** Null means the embedded Postgres. */
  readonly databaseUrl: string | null;
  readonly databasePool: number;
  readonly host: string;
  readonly port: number;
  /** Without a trailing slash. */
  readonly publicUrl: string;
  readonly trustProxy: boolean;
  readonly corsOrigins: readonly string[];
  readonly logLevel: LogLevel;
  readonly demoMarket: DemoMarket;
  readonly limits: Limits;
  readonly sockets: SocketLimits;
  /** Null: /metrics is for this machine only. */
  readonly metricsToken: string | null;
  /** Addresses and ranges in private networks to which webhooks may be sent. */
  readonly allowPrivate: readonly string[];
  /** How long events stay in the log. */
  readonly logRetentionDays: number;
  /** Null means the sandbox provider. */
  readonly stripe: { readonly secretKey: string; readonly webhookSecret: string } | null;
  readonly shutdownSeconds: number;
}

/** What one request may ask for, and how often an app may; see src/server/limits.ts. */
export interface Limits {
  /** Bytes of a request's body. */
  readonly body: number;
  /** Bytes of a request with files, by somebody who is signed in. */
  readonly upload: number;
  readonly depth: number;
  readonly aliases: number;
  readonly mutations: number;
  readonly cost: number;
  /** Operations a minute of one API key. */
  readonly keyRate: number;
}

/** What one client may hold open; see src/server/connections.ts and src/server/socket-operations.ts. */
export interface SocketLimits {
  /** Sockets and SSE streams of one caller in one process. */
  readonly perActor: number;
  /** Operations under way on one socket. */
  readonly operations: number;
}

/** A variable that can't be used. The message is one line, and never holds a secret. */
export class ConfigError extends Error {}

/** Reads the environment once. An empty variable counts as unset. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const port = required(env, 'PORT');
  const publicUrl = optional(env, 'PUBLIC_URL') ?? `http://localhost:${port}`;
  return {
    databaseUrl: optional(env, 'DATABASE_URL') ?? null,
    databasePool: required(env, 'DATABASE_POOL'),
    host: required(env, 'HOST'),
    port,
    publicUrl: publicUrl.replace(/\/+$/, ''),
    trustProxy: required(env, 'TRUST_PROXY') === 'true',
    corsOrigins: required(env, 'CORS_ORIGINS'),
    logLevel: required(env, 'LOG_LEVEL'),
    demoMarket: required(env, 'DEMO_MARKET'),
    limits: {
      body: required(env, 'BODY_LIMIT'),
      upload: required(env, 'UPLOAD_LIMIT'),
      depth: required(env, 'MAX_DEPTH'),
      aliases: required(env, 'MAX_ALIASES'),
      mutations: required(env, 'MAX_MUTATIONS'),
      cost: required(env, 'MAX_COST'),
      keyRate: required(env, 'API_KEY_RATE'),
    },
    sockets: {
      perActor: required(env, 'SOCKETS_PER_ACTOR'),
      operations: required(env, 'OPERATIONS_PER_SOCKET'),
    },
    metricsToken: optional(env, 'METRICS_TOKEN') ?? null,
    allowPrivate: required(env, 'WEBHOOK_ALLOW_PRIVATE'),
    logRetentionDays: required(env, 'LOG_RETENTION_DAYS'),
    stripe: readStripe(env),
    shutdownSeconds: required(env, 'SHUTDOWN_SECONDS'),
  };
}

function readStripe(env: Readonly<Record<string, string | undefined>>): Config['stripe'] {
  const secretKey = optional(env, 'STRIPE_SECRET_KEY');
  const webhookSecret = optional(env, 'STRIPE_WEBHOOK_SECRET');
  if (secretKey !== undefined && webhookSecret !== undefined) return { secretKey, webhookSecret };
  if (secretKey === undefined && webhookSecret === undefined) return null;
  const missing = secretKey === undefined ? 'STRIPE_SECRET_KEY' : 'STRIPE_WEBHOOK_SECRET';
  throw new ConfigError(`${missing} is not set: set both Stripe variables, or none for the sandbox.`);
}

function optional<N extends VariableName>(
  env: Readonly<Record<string, string | undefined>>,
  name: N,
): Value<N> | undefined {
  const { schema, expected } = VARIABLES[name] as Variable<Value<N>>;
  const text = env[name]?.trim();
  if (text === undefined || text === '') return undefined;
  const parsed = schema.safeParse(text);
  if (!parsed.success) {
    const wrong = SECRETS.has(name) ? 'has a wrong value (not shown)' : `is ${JSON.stringify(text)}`;
    throw new ConfigError(`${name} ${wrong}; expected ${expected}.`);
  }
  return parsed.data;
}

/** For the variables that have a fallback, which is read by the same rule as what people write. */
function required<N extends VariableName>(
  env: Readonly<Record<string, string | undefined>>,
  name: N,
): Value<N> {
  const of = VARIABLES[name] as Variable<Value<N>>;
  return optional(env, name) ?? of.schema.parse(of.fallback);
}
