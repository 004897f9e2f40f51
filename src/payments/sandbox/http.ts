/** The HTTP side of the sandbox: reads a request, has it answered, and sends the answer, or part of it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answer, type Answer, type Answering, type RawRequest } from './answer.ts';
import { isDelivered } from './events.ts';
import { hold } from './mishap.ts';
import { newId } from './store.ts';

const MAX_BODY_BYTES = 64 * 1024;

export interface Serving extends Answering {
  /** Called after a request that may have made events. */
  changed: () => void;
  /** Aborted when the server stops. */
  stopping: AbortSignal;
}

export interface SandboxServer {
  server: Server;
  /** Resolves when no request is being worked on. */
  idle(): Promise<void>;
}

export function createSandboxServer(serving: Serving): SandboxServer {
  const underWay = new Set<Promise<void>>();
  const server = createServer((req, res) => {
    const done = serve(serving, req, res)
      .catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        serving.log.warn({ why }, 'sandbox connection failed');
        res.destroy();
      })
      .finally(() => underWay.delete(done));
    underWay.add(done);
  });
  return {
    server,
    async idle() {
      await Promise.all(underWay);
    },
  };
}

async function serve(serving: Serving, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const started = performance.now();
  const body = await readBody(req);
  if (body === null) return refuseSize(res);
  const request = rawRequest(req, body);
  const answered = await answer(serving, request);
  if (request.method === 'POST') serving.changed();

  const ms = Math.round(performance.now() - started);
  serving.log.info(
    { requestId: request.id, method: request.method, status: answered.status, ms },
    'sandbox request',
  );
  await hold(answered.mishap, () => isDelivered(serving.sql, request.id), serving.stopping);
  send(res, request, answered);
}

function rawRequest(req: IncomingMessage, body: string): RawRequest {
  const header = (name: string): string | null => {
    const value = req.headers[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  return {
    id: newId('req'),
    method: req.method ?? '',
    url: req.url ?? '',
    authorization: header('authorization'),
    idempotencyKey: header('idempotency-key'),
    apiVersion: header('stripe-version'),
    body,
  };
}

/** null: more than any request of the adapter has. */
async function readBody(req: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // Read on, so that the caller gets to read the refusal.
    if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  if (bytes > MAX_BODY_BYTES) return null;
  return Buffer.concat(chunks).toString('utf8');
}

function refuseSize(res: ServerResponse): void {
  res.writeHead(413, { connection: 'close' }).end();
}

function send(res: ServerResponse, request: RawRequest, answered: Answer): void {
  const text = JSON.stringify(answered.body);
  res.writeHead(answered.status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    'request-id': request.id,
    ...(request.apiVersion && { 'stripe-version': request.apiVersion }),
    ...(request.idempotencyKey && { 'idempotency-key': request.idempotencyKey }),
    ...(answered.replayed && { 'idempotent-replayed': 'true' }),
  });
  if (!answered.mishap?.cut) {
    res.end(text);
    return;
  }
  // Cut after the first byte of the body: were nothing sent at all, the SDK would quietly ask again by
  // itself.
  res.write(text.slice(0, 1), () => res.destroy());
}
