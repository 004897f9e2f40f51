import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CONFIG_VARIABLES } from './config-variables.ts';
import { ConfigError, readConfig } from './config.ts';

test('an empty environment is enough', () => {
  expect(readConfig({})).toEqual({
    databaseUrl: null,
    databasePool: 20,
    host: '127.0.0.1',
    port: 4000,
    publicUrl: 'http://localhost:4000',
    trustProxy: false,
    corsOrigins: [],
    logLevel: 'info',
    demoMarket: 'auto',
    limits: {
      body: 6_000_000,
      upload: 53_000_000,
      depth: 16,
      aliases: 60,
      mutations: 10,
      cost: 20_000,
      keyRate: 600,
    },
    sockets: { perActor: 50, operations: 100 },
    metricsToken: null,
    allowPrivate: [],
    logRetentionDays: 30,
    stripe: null,
    shutdownSeconds: 10,
  });
});

test('every variable is read', () => {
  const config = readConfig({
    DATABASE_URL: 'postgres://u:p@db:5432/shop',
    DATABASE_POOL: '5',
    HOST: '0.0.0.0',
    PORT: '80',
    PUBLIC_URL: 'https://api.example/',
    TRUST_PROXY: 'true',
    CORS_ORIGINS: 'https://a.example, https://b.example:8443/',
    LOG_LEVEL: 'warn',
    DEMO_MARKET: 'off',
    BODY_LIMIT: '5000',
    UPLOAD_LIMIT: '7000',
    MAX_DEPTH: '3',
    MAX_ALIASES: '4',
    MAX_MUTATIONS: '5',
    MAX_COST: '6',
    API_KEY_RATE: '9',
    SOCKETS_PER_ACTOR: '7',
    OPERATIONS_PER_SOCKET: '8',
    METRICS_TOKEN: 'a-long-enough-token',
    WEBHOOK_ALLOW_PRIVATE: '10.1.2.0/24',
    LOG_RETENTION_DAYS: '3',
    STRIPE_SECRET_KEY: 'sk_test_x',
    STRIPE_WEBHOOK_SECRET: 'whsec_x',
    SHUTDOWN_SECONDS: '0',
  });
  expect(config).toEqual({
    databaseUrl: 'postgres://u:p@db:5432/shop',
    databasePool: 5,
    host: '0.0.0.0',
    port: 80,
    publicUrl: 'https://api.example',
    trustProxy: true,
    corsOrigins: ['https://a.example', 'https://b.example:8443'],
    logLevel: 'warn',
    demoMarket: 'off',
    limits: { body: 5000, upload: 7000, depth: 3, aliases: 4, mutations: 5, cost: 6, keyRate: 9 },
    sockets: { perActor: 7, operations: 8 },
    metricsToken: 'a-long-enough-token',
    allowPrivate: ['10.1.2.0/24'],
    logRetentionDays: 3,
    stripe: { secretKey: 'sk_test_x', webhookSecret: 'whsec_x' },
    shutdownSeconds: 0,
  });
});

test('an empty variable is unset', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toEqual(readConfig({}));
});

describe('a wrong value is refused in one line', () => {
  test.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '4000.5'],
    ['HOST', 'a b'],
    ['PUBLIC_URL', 'shop.example'],
    ['PUBLIC_URL', 'ftp://shop.example'],
    ['TRUST_PROXY', 'yes'],
    ['CORS_ORIGINS', '*'],
    ['CORS_ORIGINS', 'https://a.example/path'],
    ['LOG_LEVEL', 'loud'],
    ['DEMO_MARKET', 'on'],
    ['DATABASE_POOL', '0'],
    ['WEBHOOK_ALLOW_PRIVATE', 'localhost'],
    ['WEBHOOK_ALLOW_PRIVATE', '10.0.0.0/33'],
    ['BODY_LIMIT', '1mb'],
    ['MAX_DEPTH', '0'],
    ['SHUTDOWN_SECONDS', '1000'],
  ])('%s=%s', (name, value) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(new RegExp(`^${name} is ".*"; expected [^\n]+\\.$`));
  });

  test.each([
    ['DATABASE_URL', 'mysql://root:hunter2@db/shop'],
    ['DATABASE_URL', 'hunter2'],
    ['METRICS_TOKEN', 'hunter2'],
    ['STRIPE_SECRET_KEY', 'pk_hunter2'],
    ['STRIPE_WEBHOOK_SECRET', 'hunter2'],
  ])('%s is not shown', (name, value) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(new RegExp(`^${name} has a wrong value \\(not shown\\); expected [^\n]+\\.$`));
    expect(read).not.toThrow(/hunter2/);
  });

  test.each([
    [{ STRIPE_SECRET_KEY: 'sk_test_x' }, 'STRIPE_WEBHOOK_SECRET is not set'],
    [{ STRIPE_WEBHOOK_SECRET: 'whsec_x' }, 'STRIPE_SECRET_KEY is not set'],
  ])('Stripe needs both of its variables', (env, message) => {
    expect(() => readConfig(env)).toThrow(message);
  });
});

test('docs/configuration.md has every variable as it is', () => {
  const text = readFileSync(new URL('../docs/configuration.md', import.meta.url), 'utf8');
  // The formatter pads the columns.
  const rows = [...text.matchAll(/^\| `[A-Z_]+` .*$/gm)].map(([row]) => row.replaceAll(/ +\|/g, ' |'));
  expect(rows).toEqual(
    CONFIG_VARIABLES.map(({ name, about, fallback }) => {
      const byDefault = fallback === null ? 'unset' : fallback === '' ? 'none' : `\`${fallback}\``;
      return `| \`${name}\` | ${about} | ${byDefault} |`;
    }),
  );
});
