import type { IncomingMessage, ServerResponse } from 'node:http';
import { productHtml } from '../channels/product-html.ts';
import { productPage } from '../channels/product-page.ts';
import { contextOf, type App } from '../context.ts';
import { decodeId, type ProductId } from '../db/id.ts';
import { answerError } from './answers.ts';

export const PRODUCTS_PATH = '/products/';

/** The public page of a product: where the links of feeds lead. */
export async function answerProductPage(app: App, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const ctx = contextOf(app, { kind: 'guest' });
  const id = decodeId(req.url?.split('?', 1)[0]?.slice(PRODUCTS_PATH.length) ?? '');
  const page = id?.prefix === 'prd' ? await productPage(ctx, id.uuid as ProductId) : null;
  if (!page) return answerError(res, 404, 'NOT_FOUND', 'There is no such product.');
  const html = Buffer.from(productHtml(page, ctx.now()));
  res.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': html.length,
    // Prices and stock are those of now.
    'cache-control': 'no-cache',
    // Pictures of this server and the style of the page itself, nothing else: what a shop wrote can't run or call.
    'content-security-policy': `default-src 'none'; img-src ${new URL(app.publicUrl).origin}; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox`,
    'referrer-policy': 'no-referrer',
  });
  res.end(req.method === 'HEAD' ? undefined : html);
}
