import type { TestServer } from './server.ts';

/**
 * Everything that people own, as a checksum of each table; the log's own tables are in event_subjects. That a key was
 * refused may be kept, and nothing else.
 */
export async function contentsOf({ app: { sql } }: TestServer): Promise<unknown> {
  const tables = await sql<{ name: string }[]>`
    select format('%I', tablename) as name from pg_tables where schemaname = 'public'
    and tablename not like 'event_log%' and tablename not in ('sign_in_codes', 'outbox', 'api_key_rates') order by 1`;
  return Promise.all(
    tables.map(async ({ name }) => {
      const rows = name === 'idempotency_keys' ? `${name} t where refusal is null` : `${name} t`;
      // Calling with a key is noted in it, whatever comes of the call.
      const text = name === 'api_keys' ? `(to_jsonb(t) - 'last_used_at')::text` : 't::text';
      const [row] = await sql.unsafe<{ sum: string | null }[]>(
        `select md5(string_agg(${text}, ',' order by ${text})) as sum from ${rows}`,
      );
      return [name, row?.sum];
    }),
  );
}
