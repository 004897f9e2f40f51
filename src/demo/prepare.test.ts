import { afterAll, beforeAll, expect, it } from 'vitest';
import { makePerson } from '../testing/factories.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { prepareDemo, TURN_LOCK } from './prepare.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

it('waits for another process that loads, and then looks again at what there is', async () => {
  const printed: string[] = [];
  const options = {
    mode: 'load',
    isEmbedded: false,
    print: (line: string) => void printed.push(line),
  } as const;
  let preparing: Promise<string | null> = Promise.resolve('not begun');
  await server.app.sql.begin(async (other) => {
    await other`select pg_advisory_xact_lock(${TURN_LOCK})`;
    preparing = prepareDemo(server.app, options);
    await expect
      .poll(() => printed)
      .toEqual(['Another process loads the demo market; this one waits for it.']);
    await makePerson(server);
  });
  // What the other has left is no empty database: nothing is loaded into it.
  expect(await preparing).toBe(null);
  expect(printed).toHaveLength(1);
  const [{ shops } = { shops: -1 }] = await server.app.sql<{ shops: number }[]>`
    select count(*)::int as shops from businesses`;
  expect(shops).toBe(0);
});
