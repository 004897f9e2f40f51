import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Sql } from '../db/client.ts';
import type { ApiKeyId } from '../db/id.ts';
import { Fault } from '../errors.ts';

/** What is left of a key's rate. */
export interface Allowance {
  /** Operations a minute. */
  readonly limit: number;
  readonly remaining: number;
  /** Until there are as many again. */
  readonly resetSeconds: number;
}

export interface KeyRates {
  /** Takes one operation of a key's minute; a Fault when it has none left. */
  take(keyId: ApiKeyId): Promise<Allowance>;
}

const MINUTE_SECONDS = 60;

/**
 * How often keys may call, counted in the database for all processes. While that is away each process counts for itself.
 * A key with nothing left is refused from memory until its minute is over. A row a key is kept, and never removed.
 */
export function openKeyRates(sql: Sql, perMinute: number): KeyRates {
  const rate = { points: perMinute, duration: MINUTE_SECONDS, keyPrefix: '' };
  const limiter = new RateLimiterPostgres({
    ...rate,
    storeClient: poolOf(sql),
    storeType: 'pool',
    tableName: 'api_key_rates',
    tableCreated: true,
    clearExpiredByTimeout: false,
    inMemoryBlockOnConsumed: perMinute + 1,
    insuranceLimiter: new RateLimiterMemory(rate),
  });
  return {
    take: async (keyId) => {
      try {
        const { remainingPoints, msBeforeNext } = await limiter.consume(keyId);
        return { limit: perMinute, remaining: remainingPoints, resetSeconds: secondsOf(msBeforeNext) };
      } catch (error) {
        if (error instanceof RateLimiterRes) throw tooOften(perMinute, secondsOf(error.msBeforeNext));
        throw error;
      }
    },
  };
}

interface Query {
  readonly text: string;
  readonly values: (string | number | null)[];
}

/** Our pool as the limiter wants one: as that of `pg`. */
function poolOf(sql: Sql) {
  return {
    query: async ({ text, values }: Query) => {
      const rows = await sql.unsafe<{ points: number; expire: bigint }[]>(text, values, { prepare: true });
      return { rows: rows.map(({ points, expire }) => ({ points, expire: Number(expire) })) };
    },
  };
}

const secondsOf = (milliseconds: number) => Math.max(1, Math.ceil(milliseconds / 1000));

function tooOften(limit: number, retryAfterSeconds: number): Fault {
  const message = `This API key may call ${limit} times a minute: try again in ${retryAfterSeconds} seconds.`;
  return new Fault('RATE_LIMITED', message, { limit, retryAfterSeconds });
}
