import { z } from 'zod';
import { isAddressRange } from './webhooks/address.ts';

/** From the rarest to the most talkative; `silent` logs nothing. */
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const count = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,12}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most);
const oneOf = <const T extends string>(...values: readonly T[]) => z.enum(values);
const url = (...protocols: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol.slice(0, -1)));
const origins = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((one) => one.trim().replace(/\/$/, ''))
      .filter((one) => one !== ''),
  )
  .refine((list) => list.every((one) => URL.canParse(one) && new URL(one).origin === one));
const addressRanges = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  )
  .refine((list) => list.every(isAddressRange));

export interface Variable<T> {
  readonly schema: z.ZodType<T>;
  /** What it is for and its unit: the text of docs/configuration.md. */
  readonly about: string;
  /** What a message says that a right value looks like. */
  readonly expected: string;
  /** As somebody would write it in the environment; absent means unset. */
  readonly fallback?: string;
}

const variable = <T>(of: Variable<T>): Variable<T> => of;

/** Every variable of the environment that is read, and nothing else is. */
export const VARIABLES = {
  /** A connection string. Unset: an embedded Postgres keeps its data in `.bottega/`. */
  DATABASE_URL: variable({
    schema: url('postgres', 'postgresql'),
    about: 'Connection string of the Postgres to use. Unset: an embedded Postgres, data in `.bottega/`.',
    expected: 'a URL such as postgres://user:password@host:5432/name',
  }),
  /** Connections; default 20. Each process opens this many at most, and a few more to listen. */
  DATABASE_POOL: variable({
    schema: count(2, 1000),
    about: 'Database connections in the pool of one process.',
    expected: 'a whole number from 2 to 1000',
    fallback: '20',
  }),
  /** An address; default 127.0.0.1, this machine only. */
  HOST: variable({
    schema: z.string().regex(/^[\w.:-]+$/),
    about: 'Address to listen on. `0.0.0.0` takes calls from other machines.',
    expected: 'an address or host name',
    fallback: '127.0.0.1',
  }),
  /** A TCP port; default 4000. 0 takes any free one. */
  PORT: variable({
    schema: count(0, 65_535),
    about: 'TCP port to listen on; 0 takes any free one.',
    expected: 'a whole number from 0 to 65535',
    fallback: '4000',
  }),
  /** A URL; default http://localhost:PORT. Goes into links to images and into webhooks. */
  PUBLIC_URL: variable({
    schema: url('http', 'https'),
    about: 'Where clients reach this server; goes into links to images. Unset: `http://localhost:PORT`.',
    expected: 'an http or https URL',
  }),
  /** Default false. True believes X-Forwarded-Host: only behind a proxy that sets it itself. */
  TRUST_PROXY: variable({
    schema: oneOf('true', 'false'),
    about: 'Whether to believe `X-Forwarded-*` headers; only behind a proxy that overwrites them.',
    expected: 'true or false',
    fallback: 'false',
  }),
  /** Origins, comma-separated; default none: pages of other origins can't call. */
  CORS_ORIGINS: variable({
    schema: origins,
    about: 'Origins whose pages may call from a browser, comma-separated. This server itself always may.',
    expected: 'origins such as https://shop.example,https://admin.example',
    fallback: '',
  }),
  /** Default info. */
  LOG_LEVEL: variable({
    schema: oneOf(...LOG_LEVELS),
    about: `What is logged: ${LOG_LEVELS.map((level) => `\`${level}\``).join(', ')}.`,
    expected: LOG_LEVELS.join(', '),
    fallback: 'info',
  }),
  /** Default auto: into an empty embedded database only. `load` allows a DATABASE_URL one, `off` never. */
  DEMO_MARKET: variable({
    schema: oneOf('auto', 'load', 'off'),
    about:
      'The demo market: `auto` loads it into an empty embedded database, `load` into an empty DATABASE_URL one too, `off` never.',
    expected: 'auto, load or off',
    fallback: 'auto',
  }),
  /** Bytes; default 1 MB. */
  BODY_LIMIT: variable({
    schema: count(1_000, 1_000_000_000),
    about: 'Bytes that the body of a request may have; a picture of a product may have 5 MB.',
    expected: 'a whole number of bytes, 1000 or more',
    fallback: '6000000',
  }),
  /** Bytes; default 53 MB: a file of 50 MB and what is said of it. */
  UPLOAD_LIMIT: variable({
    schema: count(1_000, 1_000_000_000),
    about:
      'Bytes that a request with files may have, by somebody who is signed in; a file of products may have 50 MB.',
    expected: 'a whole number of bytes, 1000 or more',
    fallback: '53000000',
  }),
  /** Nested fields; default 16. */
  MAX_DEPTH: variable({
    schema: count(1, 1000),
    about: 'How deeply an operation may nest fields.',
    expected: 'a whole number from 1 to 1000',
    fallback: '16',
  }),
  /** Default 60. */
  MAX_ALIASES: variable({
    schema: count(0, 10_000),
    about: 'Aliases that an operation may use.',
    expected: 'a whole number from 0 to 10000',
    fallback: '60',
  }),
  /** Fields of a mutation; default 10. */
  MAX_MUTATIONS: variable({
    schema: count(1, 1000),
    about: 'Fields that one mutation operation may select.',
    expected: 'a whole number from 1 to 1000',
    fallback: '10',
  }),
  /** Points, about one for each field that may be answered; default 20000. */
  MAX_COST: variable({
    schema: count(1, 1_000_000_000),
    about:
      'Cost that one operation may have: 1 a field, times the page sizes that it asks for; 10 a mutation.',
    expected: 'a whole number, 1 or more',
    fallback: '20000',
  }),
  /** Operations a minute; default 600. */
  API_KEY_RATE: variable({
    schema: count(1, 1_000_000),
    about: 'Operations a minute that one API key of a partner app may run, over all processes.',
    expected: 'a whole number, 1 or more',
    fallback: '600',
  }),
  /** Default 50. */
  SOCKETS_PER_ACTOR: variable({
    schema: count(1, 1_000_000),
    about:
      "WebSockets and SSE streams that one person, API key or guest's address may have open in one process.",
    expected: 'a whole number, 1 or more',
    fallback: '50',
  }),
  /** Default 100. */
  OPERATIONS_PER_SOCKET: variable({
    schema: count(1, 100_000),
    about: 'Operations that may be open on one WebSocket at once: live streams, and what has no answer yet.',
    expected: 'a whole number from 1 to 100000',
    fallback: '100',
  }),
  /** Secret. Unset: /metrics is for this machine only. */
  METRICS_TOKEN: variable({
    schema: z.string().regex(/^[\x21-\x7e]{16,200}$/),
    about:
      'Bearer token that `/metrics` wants. Unset: it is answered to this machine only, and to nobody through a proxy.',
    expected: '16 to 200 printable characters without a space',
  }),
  /** Default: none. */
  WEBHOOK_ALLOW_PRIVATE: variable({
    schema: addressRanges,
    about:
      'Addresses in private networks to which webhooks may be sent, also by `http`: such as `127.0.0.1,10.1.0.0/16`.',
    expected: 'IP addresses and ranges such as 10.1.0.0/16, with commas between them',
    fallback: '',
  }),
  /** Days; default 30. */
  LOG_RETENTION_DAYS: variable({
    schema: count(1, 3_650),
    about:
      'Days that events stay in the log. Live streams and webhooks can be resumed, and replayed, so far back.',
    expected: 'a whole number of days, 1 or more',
    fallback: '30',
  }),
  /** Secret. With STRIPE_WEBHOOK_SECRET; without both, payments go to the sandbox. */
  STRIPE_SECRET_KEY: variable({
    schema: z.string().regex(/^(sk|rk)_\w+$/),
    about: 'Secret key of a Stripe account; together with STRIPE_WEBHOOK_SECRET. Unset: the payment sandbox.',
    expected: 'a key that begins with sk_ or rk_',
  }),
  /** Secret. With STRIPE_SECRET_KEY. */
  STRIPE_WEBHOOK_SECRET: variable({
    schema: z.string().regex(/^whsec_\w+$/),
    about: "Signing secret of Stripe's webhook endpoint; together with STRIPE_SECRET_KEY.",
    expected: 'a secret that begins with whsec_',
  }),
  /** Seconds; default 10. */
  SHUTDOWN_SECONDS: variable({
    schema: count(0, 600),
    about: 'Seconds that requests under way get to finish when the server stops.',
    expected: 'a whole number from 0 to 600',
    fallback: '10',
  }),
};

/** Variables whose values no message may show. */
export const SECRETS = new Set<string>([
  'DATABASE_URL',
  'METRICS_TOKEN',
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRET',
]);

export type VariableName = keyof typeof VARIABLES;
export type Value<N extends VariableName> = z.output<(typeof VARIABLES)[N]['schema']>;

/** For docs/configuration.md and its test. */
export const CONFIG_VARIABLES: readonly { name: string; about: string; fallback: string | null }[] =
  Object.entries(VARIABLES).map(([name, of]) => ({ name, about: of.about, fallback: of.fallback ?? null }));
