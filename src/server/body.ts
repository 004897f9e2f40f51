import type { IncomingMessage } from 'node:http';

/** A body with more bytes than are allowed. */
export class BodyTooLargeError extends Error {
  readonly limit: number;

  constructor(limit: number) {
    super(`The request body is larger than ${limit} bytes.`);
    this.limit = limit;
  }
}

/** Reads a request's body, of `limit` bytes at most. What comes after the limit is not kept. */
export function readBody(req: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (Number(req.headers['content-length'] ?? 0) > limit) {
      reject(new BodyTooLargeError(limit));
      return;
    }
    const chunks: Buffer[] = [];
    let size = 0;
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) {
        req.removeAllListeners('data');
        reject(new BodyTooLargeError(limit));
        return;
      }
      chunks.push(chunk);
    });
    req.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    req.on('error', reject);
    req.on('close', () => reject(new Error('The client left before its request was complete.')));
  });
}

/** A body that is read by whoever takes it in, piece by piece: files are not gathered here first. */
export interface StreamedBody {
  readonly pieces: AsyncIterable<Buffer>;
  /** What ended it before its end; null when nothing did. */
  readonly failure: () => BodyTooLargeError | null;
}

/** Streams a request's body, of `limit` bytes at most. */
export function streamBody(req: IncomingMessage, limit: number): StreamedBody {
  const tooLarge = new BodyTooLargeError(limit);
  if (Number(req.headers['content-length'] ?? 0) > limit) throw tooLarge;
  let failed = false;
  async function* pieces(): AsyncGenerator<Buffer, void> {
    let size = 0;
    // The connection stays when the rest is not wanted: it carries the answer that says so.
    for await (const piece of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += piece.length;
      failed = size > limit;
      if (failed) throw tooLarge;
      yield piece;
    }
  }
  return { pieces: pieces(), failure: () => (failed ? tooLarge : null) };
}
