import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { GraphiQLOptions } from 'graphql-yoga';

/**
 * What the playground's page may do. Its script and style stand in the page, and its editor starts workers from
 * blobs; nothing comes from or goes to another host.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' blob:",
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self' ws: wss:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

interface Page {
  readonly html: string;
  readonly zipped: Buffer;
  readonly etag: string;
}

export type AnswerPage = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

/** The playground, in one page of 9 MB (2 MB on the wire) that needs no other host. Made when first asked for. */
export function createPlayground(options: GraphiQLOptions = {}): AnswerPage {
  let making: Promise<Page> | undefined;
  return async (req, res) => {
    making ??= makePage({ title: 'Bottega', ...options, subscriptionsProtocol: 'WS' });
    const { html, zipped, etag } = await making;
    res.setHeader('content-security-policy', CONTENT_SECURITY_POLICY);
    res.setHeader('x-frame-options', 'DENY');
    res.setHeader('referrer-policy', 'no-referrer');
    res.setHeader('cache-control', 'no-cache');
    res.setHeader('vary', 'accept, accept-encoding');
    res.setHeader('etag', etag);
    if (req.headers['if-none-match'] === etag) {
      res.writeHead(304).end();
      return;
    }
    const takesGzip = /\bgzip\b/.test(req.headers['accept-encoding'] ?? '');
    if (takesGzip) res.setHeader('content-encoding', 'gzip');
    res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(takesGzip ? zipped : html);
  };
}

async function makePage(options: GraphiQLOptions): Promise<Page> {
  const html = renderGraphiQL(options);
  const etag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`;
  return { html, zipped: await promisify(gzip)(html), etag };
}
