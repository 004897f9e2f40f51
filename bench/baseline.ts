/**
 * What the server is compared with: the same answers from the same statements on a pool of the same size, by hand,
 * with nothing but node:http and postgres.js between them.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readConfig } from '../src/config.ts';
import { connect, type Sql } from '../src/db/client.ts';
import type { Handler } from './baseline-call.ts';
import { messagesPage, productsPage } from './baseline-reads.ts';
import { sendMessage } from './baseline-send.ts';
import { transferMoney } from './baseline-transfer.ts';
import { serveParent } from './child.ts';

const HANDLERS: Readonly<Record<string, Handler>> = {
  '/products': productsPage,
  '/send': sendMessage,
  '/messages': messagesPage,
  '/transfer': transferMoney,
};

/** Who calls, looked up once and kept, as the server does it. */
function authenticator(sql: Sql): (authorization: string | undefined) => Promise<string | null> {
  const known = new Map<string, string>();
  return async (authorization = '') => {
    const hash = createHash('sha256').update(authorization.replace('Bearer ', '')).digest();
    const key = hash.toString('base64');
    const hit = known.get(key);
    if (hit) return hit;
    const [session] = await sql<{ person_id: string }[]>`
      select person_id from sessions where token_hash = ${hash} and revoked_at is null and expires_at > now()`;
    if (session) known.set(key, session.person_id);
    return session?.person_id ?? null;
  };
}

async function readJson(req: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
}

await serveParent(async (databaseUrl) => {
  const { databasePool, publicUrl } = readConfig({});
  const { sql, close } = connect(databaseUrl, { max: databasePool, name: 'bottega baseline' });
  const authenticate = authenticator(sql);

  async function answer(req: IncomingMessage): Promise<{ status: number; body: unknown }> {
    const [me, input] = await Promise.all([authenticate(req.headers.authorization), readJson(req)]);
    const handler = HANDLERS[req.url ?? ''];
    if (me === null || handler === undefined) return { status: me === null ? 401 : 404, body: {} };
    return { status: 200, body: await handler({ sql, me, publicUrl }, input) };
  }

  const server = createServer((req, res) => {
    answer(req)
      .catch((error: unknown) => ({ status: 500, body: { error: String(error) } }))
      .then(({ status, body }) => {
        const text = JSON.stringify(body);
        const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
        res.writeHead(status, headers).end(text);
      })
      .catch(() => res.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await close();
    },
  };
});
