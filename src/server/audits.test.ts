import { serverAudits } from 'graphql-http';
import { afterAll, expect, test } from 'vitest';
import { startToy } from '../testing/toy-server.ts';

// The audits ask for `__typename` only, so that any schema does.
const toy = await startToy();
afterAll(() => toy.stop());

test.each(serverAudits({ url: toy.url, fetchFn: fetch }).map((audit) => [audit.name, audit] as const))(
  '%s',
  async (_name, audit) => {
    const result = await audit.fn();
    expect(result).toMatchObject({ status: 'ok' });
  },
);
