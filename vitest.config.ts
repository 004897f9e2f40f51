import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'schema/**/*.test.ts'],
    pool: 'forks',
    // graphql 17 has a `development` condition that Vite takes and Node does not. Inlined, every user of it
    // gets the same copy; else a schema is "from another module or realm".
    server: { deps: { inline: [/graphql/, /pothos/, /envelop/] } },
  },
});
