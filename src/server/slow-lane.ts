import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Lane } from '../metrics/meter.ts';
import type { StreamedBody } from './body.ts';
import type { Yoga } from './graphql.ts';
import type { OperationContext } from './operation.ts';

/** The answers that never end by themselves, for a server that stops. */
export type OpenStreams = Set<AbortController>;

/** `operations`, `map` and some files: a form of a million small parts would keep the process busy for long. */
const FORM_LIMITS = { parts: 20 };

/**
 * Hands a request to Yoga, and sends what Yoga answers. A body that turns out to be too large is thrown, and so is what
 * `enterStream` throws before a stream begins; it returns what is called when the stream has ended.
 */
export async function throughYoga(
  { yoga, streams }: { readonly yoga: Yoga; readonly streams: OpenStreams },
  req: IncomingMessage,
  res: ServerResponse,
  body: Buffer | StreamedBody,
  operation: OperationContext,
  enterStream: () => () => void,
): Promise<Extract<Lane, 'slow' | 'stream'>> {
  const closing = new AbortController();
  res.on('close', () => closing.abort());
  const request = {
    method: req.method ?? 'GET',
    headers: headersOf(req),
    signal: closing.signal,
    body: bodyFor(body),
    formDataLimits: FORM_LIMITS,
  };
  const response = await yoga.fetch(`http://localhost${req.url ?? '/'}`, request, { operation });
  if (res.destroyed) return 'slow';
  const failure = Buffer.isBuffer(body) ? null : body.failure();
  if (failure) throw failure;
  const headers = Object.fromEntries(response.headers);
  if (isStream(response)) {
    const leave = await enter(enterStream, response);
    streams.add(closing);
    res.on('close', () => {
      leave();
      streams.delete(closing);
    });
    res.writeHead(response.status, headers);
    await pump(response, res, closing.signal);
    return 'stream';
  }
  const text = Buffer.from(await response.arrayBuffer());
  res.writeHead(response.status, { ...headers, 'content-length': text.length });
  res.end(text);
  return 'slow';
}

/** Counts a stream that is about to begin, and ends it where it may not. */
async function enter(enterStream: () => () => void, { body }: Response): Promise<() => void> {
  try {
    return enterStream();
  } catch (error) {
    // Yoga can only end what has been begun to be read.
    const reader = body?.getReader();
    void reader?.read().catch(() => undefined);
    await reader?.cancel();
    throw error;
  }
}

function bodyFor(body: Buffer | StreamedBody): Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null {
  if (Buffer.isBuffer(body)) return body.length > 0 ? new Uint8Array(body) : null;
  const pieces = body.pieces[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const next = await pieces.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
  });
}

function headersOf(req: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(req.headers)) {
    if (typeof value === 'string' && name !== 'content-length') headers[name] = value;
  }
  return headers;
}

function isStream(response: Response): boolean {
  return /^(text\/event-stream|multipart\/mixed)/.test(response.headers.get('content-type') ?? '');
}

/** Sends a stream as fast as the client reads it, and ends it when either side leaves. */
async function pump(response: Response, res: ServerResponse, closing: AbortSignal): Promise<void> {
  const reader = response.body?.getReader();
  if (reader === undefined) {
    res.end();
    return;
  }
  // A read that is under way does not always wake up when it is cancelled: whoever waits for the end must not wait for it.
  const left = new Promise<void>((resolve) => {
    closing.addEventListener('abort', () => void reader.cancel().then(resolve, () => resolve()));
  });
  await Promise.race([pass(reader, res, closing), left]).finally(() => res.end());
}

async function pass(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  res: ServerResponse,
  closing: AbortSignal,
): Promise<void> {
  while (!closing.aborted) {
    const { done, value } = await reader.read();
    if (done || closing.aborted) break;
    if (!res.write(value)) await drained(res);
  }
}

function drained(res: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      res.off('drain', done).off('close', done);
      resolve();
    };
    res.on('drain', done).on('close', done);
  });
}
