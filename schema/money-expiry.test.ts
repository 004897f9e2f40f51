import { afterAll, beforeAll, expect, it } from 'vitest';
import { decodeId } from '../src/db/id.ts';
import { makeFriends, readRequest } from '../src/testing/money-chat.ts';
import { accept, ask, inr, WalletEvents } from '../src/testing/money-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';
import { watch } from '../src/testing/watch.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ worksJobs: true });
});
afterAll(() => server.stop());

it('comes through the queue: both see the request expire, and it can not be paid', async () => {
  const { asha, ravi, chat } = await makeFriends(server, { paise: 1_000n });
  const { request } = await ask(ravi.client, { conversationId: chat, amount: inr('5') });
  const id = decodeId(request?.id ?? '')?.uuid ?? '';
  const streams = [
    await watch(server, asha.client, WalletEvents, {}),
    await watch(server, ravi.client, WalletEvents, {}),
  ];

  // Seven days in two statements.
  await server.app.sql`update money_requests set expires_at = now() - interval '1 second' where id = ${id}`;
  const { count } = await server.app.sql`
    update pgboss.job set start_after = now() where name = 'request.expire' and data ->> 'requestId' = ${id}`;
  expect(count).toBe(1);

  for (const stream of streams) {
    expect(await stream.next()).toMatchObject({
      type: 'MONEY_REQUEST_EXPIRED',
      sequence: 2,
      request: { id: request?.id, state: 'EXPIRED' },
    });
    await stream.stop();
  }
  expect(await accept(asha.client, { requestId: request?.id ?? '' })).toMatchObject({
    transfer: null,
    userErrors: [{ code: 'INVALID_TRANSITION' }],
  });
  expect(await readRequest(ravi.client, request?.id ?? '')).toMatchObject({ transfers: [] });
});
