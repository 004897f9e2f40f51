import type { ProductView } from '../catalog/read.ts';
import { currentPrice, isOnSale, isSoldIn } from '../catalog/rules.ts';
import { decimalAmount, formatMoney } from '../money.ts';
import { imageAddress, productAddress } from './addresses.ts';

export interface ProductPage {
  readonly product: ProductView;
  readonly shop: { readonly name: string; readonly handle: string };
  /** Of this server, without a slash at the end. */
  readonly publicUrl: string;
}

const STYLE = `body{margin:0;font:16px/1.5 system-ui,sans-serif;color:#1c1e21;background:#f2f3f5}
main{max-width:32rem;margin:0 auto;padding:1rem;background:#fff;min-height:100vh;box-sizing:border-box}
img{width:100%;height:auto;border-radius:.5rem}h1{font-size:1.5rem;margin:.75rem 0 .25rem}
.price{font-size:1.25rem;font-weight:600}.price s{font-weight:400;color:#65676b}.description{white-space:pre-line}
.order{padding:.75rem 1rem;border-radius:.5rem;background:#e7f6ec}`;

/**
 * The page that a feed's `link` leads to: what the product is, what it costs now, and how to order it in the chat. One
 * page without scripts, so that it opens anywhere and nothing that a shop wrote can run.
 */
export function productHtml(page: ProductPage, now: Date): string {
  const { product, shop } = page;
  const name = escape(product.name);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name} · ${escape(shop.name)}</title>
${metaOf(page, now)}
<style>${STYLE}</style>
</head>
<body>
<main>
${pictureOf(page)}<h1 dir="auto">${name}</h1>
<p class="shop" dir="auto">${escape(shop.name)}</p>
<p class="price">${priceOf(product, now)}</p>
<p class="availability">${isInStock(product) ? 'In stock' : 'Out of stock'}</p>
<p class="description" dir="auto">${escape(product.description)}</p>
<p class="order">${howToOrder(page)}</p>
</main>
</body>
</html>
`;
}

function pictureOf({ product, publicUrl }: ProductPage): string {
  const [cover] = product.imageIds;
  if (!cover) return '';
  return `<img src="${escape(imageAddress(publicUrl, cover))}" alt="${escape(product.name)}">\n`;
}

function priceOf(product: ProductView, now: Date): string {
  const { currency, priceMinor } = product;
  const price = escape(formatMoney({ minor: currentPrice(product, now), currency }));
  if (!isOnSale(product, now)) return price;
  return `${price} <s>${escape(formatMoney({ minor: priceMinor, currency }))}</s>`;
}

/** In whichever channel it is sold: the page is the same for all. */
function isInStock(product: ProductView): boolean {
  return !product.tracked || product.free > 0;
}

function howToOrder({ product, shop }: ProductPage): string {
  const where = `Open your chat with <b>${escape(shop.name)}</b> (@${escape(shop.handle)})`;
  return isSoldIn(product, 'CHAT')
    ? `${where} and write <b dir="auto">1 ${escape(product.name)}</b>.`
    : `${where} and ask for it.`;
}

/** What a crawler reads: https://ogp.me and the product fields of Meta. */
function metaOf({ product, publicUrl }: ProductPage, now: Date): string {
  const { currency, imageIds } = product;
  const [cover] = imageIds;
  const facts: readonly (readonly [string, string])[] = [
    ['og:type', 'product'],
    ['og:title', product.name],
    ['og:description', product.description],
    ['og:url', productAddress(publicUrl, product.id)],
    ...(cover ? [['og:image', imageAddress(publicUrl, cover)] as const] : []),
    ['product:price:amount', decimalAmount({ minor: currentPrice(product, now), currency })],
    ['product:price:currency', currency],
    ['product:availability', isInStock(product) ? 'in stock' : 'out of stock'],
  ];
  return facts
    .map(([property, content]) => `<meta property="${property}" content="${escape(content)}">`)
    .join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
