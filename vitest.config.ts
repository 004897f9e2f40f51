import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Vite's default has `development`, for which graphql 17 keeps a second copy of itself: a schema would then be
  // "from another module or realm" for whatever Node loads, such as graphql-jit. These are Node's own conditions.
  ssr: { resolve: { conditions: ['node', 'module-sync'], externalConditions: ['node', 'module-sync'] } },
  test: {
    include: ['src/**/*.test.ts', 'schema/**/*.test.ts'],
    pool: 'forks',
    // The files of a worker share what they import: loading the schema anew for each took a third of the time. A
    // test leaves nothing behind in a module, the clock of ids included, which never goes back: no test sets it ahead.
    isolate: false,
    // Tests wait for Postgres, for timers and for each other's turns more than they compute: one more than there are
    // cores keeps these busy.
    maxWorkers: availableParallelism() + 1,
    globalSetup: 'src/testing/global-setup.ts',
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
