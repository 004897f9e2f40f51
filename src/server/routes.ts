import type { IncomingMessage, ServerResponse } from 'node:http';
import { imageById } from '../businesses/read.ts';
import { contextOf, type App } from '../context.ts';
import { decodeId, type ImageId, type InvoiceId } from '../db/id.ts';
import { Fault } from '../errors.ts';
import { invoicePages } from '../fees/invoice-documents.ts';
import { WebhookSignatureError } from '../payments/failures.ts';
import { receiveWebhook } from '../payments/webhook.ts';
import { answerError, answerJson } from './answers.ts';
import { BodyTooLargeError, readBody } from './body.ts';
import { answerFeed, FEEDS_PATH } from './feed.ts';
import type { Route } from './http.ts';
import { answerProductPage, PRODUCTS_PATH } from './product-page.ts';

const WEBHOOK_LIMIT = 256 * 1024;
export const WEBHOOK_PATH = '/webhooks/stripe';

/** The addresses of this server that are not GraphQL. */
export function routesOf(app: () => App): Route[] {
  return [
    { method: 'GET', path: '/images/', handle: (req, res) => answerImage(app(), req, res) },
    { method: 'GET', path: FEEDS_PATH, handle: (req, res, call) => answerFeed(app(), req, res, call) },
    { method: 'GET', path: PRODUCTS_PATH, handle: (req, res) => answerProductPage(app(), req, res) },
    { method: 'GET', path: '/invoices/', handle: (req, res) => answerInvoice(app(), req, res) },
    { method: 'POST', path: WEBHOOK_PATH, handle: (req, res) => answerWebhook(app(), req, res) },
  ];
}

async function answerImage(app: App, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const id = decodeId(req.url?.split('?', 1)[0]?.slice('/images/'.length) ?? '');
  const image =
    id?.prefix === 'img' ? await imageById(contextOf(app, { kind: 'guest' }), id.uuid as ImageId) : null;
  if (!image) {
    answerError(res, 404, 'NOT_FOUND', 'There is no such picture.');
    return;
  }
  res.writeHead(200, {
    'content-type': image.contentType,
    'content-length': image.bytes.length,
    'cache-control': 'public, max-age=31536000, immutable',
    // A picture is never a page: whatever is inside of it can't run here.
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
  });
  res.end(req.method === 'HEAD' ? undefined : image.bytes);
}

/** To whom it is not for, an invoice is not there; a token that is no good is nobody's. */
async function answerInvoice(app: App, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const id = decodeId(req.url?.split('?', 1)[0]?.slice('/invoices/'.length) ?? '');
  const actor = await app.sessions.authenticate(req.headers.authorization).catch((error: unknown) => {
    if (error instanceof Fault) return { kind: 'guest' } as const;
    throw error;
  });
  const [page] =
    id?.prefix === 'inv' ? await invoicePages(contextOf(app, actor), [id.uuid as InvoiceId]) : [];
  if (!page) {
    answerError(res, 404, 'NOT_FOUND', 'There is no such invoice.');
    return;
  }
  res.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(page),
    'cache-control': 'private, no-store',
    // Nothing in it runs, and nothing is loaded.
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'referrer-policy': 'no-referrer',
  });
  res.end(req.method === 'HEAD' ? undefined : page);
}

/** 200 only when the news is committed: anything else makes the provider send it again. */
async function answerWebhook(app: App, req: IncomingMessage, res: ServerResponse): Promise<void> {
  try {
    const signature = req.headers['stripe-signature'];
    const body = await readBody(req, WEBHOOK_LIMIT);
    await receiveWebhook(app, body, typeof signature === 'string' ? signature : '');
    answerJson(res, 200, { received: true });
  } catch (error) {
    if (error instanceof BodyTooLargeError) answerError(res, 413, 'TOO_LARGE', 'This webhook is too large.');
    else if (error instanceof WebhookSignatureError)
      answerError(res, 400, 'INVALID_SIGNATURE', error.message);
    else throw error;
  }
}
