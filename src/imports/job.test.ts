import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeShop } from '../testing/factories.ts';
import { keepFile, outcomeOf } from '../testing/import-commands.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ worksJobs: true });
});
afterAll(() => server.stop());

it('a file that was kept is taken by the queue', async () => {
  const shop = await makeShop(server);
  const importId = await keepFile(shop, 'id,title,price\na,A,10\n');
  const state = async () => (await outcomeOf(shop, importId)).state;
  await expect.poll(state, { timeout: 10_000, interval: 100 }).toBe('FINISHED');
  expect((await outcomeOf(shop, importId)).counts).toMatchObject({ created: 1 });
});
