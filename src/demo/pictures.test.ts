import { expect, test } from 'vitest';
import { SOURCE_PRODUCTS, catalogueOf } from './catalogue.ts';
import { productPicture, shopPicture } from './pictures.ts';
import { DEMO_SHOPS, demoShop } from './shops.ts';

const TAG = /<(\/?)([a-z]+)((?: [a-zA-Z-]+="[^"<>]*")*)(\/?)>|[^<]+/gy;

/** Enough of XML for what the drawings use: elements that nest and close, attributes in quotes, known entities. */
function isWellFormed(svg: string): boolean {
  const open: string[] = [];
  let end = 0;
  for (const match of svg.matchAll(TAG)) {
    const [whole, closing, name, attributes = '', empty] = match;
    end = match.index + whole.length;
    if (/&(?!amp;|lt;|gt;|quot;)/.test(whole) || hasTwice(attributes)) return false;
    if (name !== undefined && closing && open.pop() !== name) return false;
    if (name !== undefined && !closing && !empty) open.push(name);
    // One root: once it is closed, nothing follows.
    if (open.length === 0) return end === svg.length && name !== undefined;
  }
  return false;
}

function hasTwice(attributes: string): boolean {
  const names = [...attributes.matchAll(/ ([a-zA-Z-]+)=/g)].map(([, name]) => name);
  return new Set(names).size !== names.length;
}

const products = [
  ...SOURCE_PRODUCTS.map(({ title, category, sku }) => ({ name: title, category, seed: sku })),
  ...catalogueOf(demoShop('sabzi-mandi')).map(({ name, category, sku }) => ({
    name,
    category,
    seed: sku,
  })),
];
const shops = DEMO_SHOPS.map(({ name, handle, categories }) => ({
  name,
  category: categories[0] ?? '',
  seed: handle,
}));
const pictures = [...products.map(productPicture), ...shops.map(shopPicture)];

test.each([
  ['<svg><g></g></svg>', true],
  ['<svg><g/>a &amp; b</svg>', true],
  ['<svg><g></svg>', false],
  ['<svg></svg><svg></svg>', false],
  ['<svg a="1" a="2"/>', false],
  ['<svg>a & b</svg>', false],
  ['<svg a="<"/>', false],
])('the check itself: %s', (svg, expected) => {
  expect(isWellFormed(svg)).toBe(expected);
});

test('every picture is well-formed, small and needs nothing from outside', () => {
  for (const svg of pictures) {
    expect(isWellFormed(svg)).toBe(true);
    expect(Buffer.byteLength(svg)).toBeLessThan(8192);
    expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg" ')).toBe(true);
    expect(svg.match(/http/g)).toHaveLength(1);
    expect(svg).not.toMatch(/<script|href|url\(|<style|<image|\bon[a-z]+=/i);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  }
});

test('no two products look the same, not even of one name', () => {
  const different = new Set(
    SOURCE_PRODUCTS.map(({ title, category, sku }) => productPicture({ name: title, category, seed: sku })),
  );
  expect(different.size).toBe(194);
  const plain = { name: 'Cup', category: 'kitchen-accessories' };
  expect(productPicture({ ...plain, seed: 'a' })).not.toBe(productPicture({ ...plain, seed: 'b' }));
});

test('the same in gives the same out', () => {
  expect(products.map(productPicture)).toEqual(products.map(productPicture));
});

test.each([
  ['a name that would be markup', '</text><script>alert("1")</script> & co'],
  ['a very long word', 'x'.repeat(500)],
  ['many words', 'one two three '.repeat(40)],
  ['letters of several characters', 'ताज़ा पनीर और धनिया, दो सौ ग्राम का पैकेट'],
  ['nothing', ''],
  ['what XML cannot hold', 'a\u0000b\u001b\ud800c'],
])('names are set safely: %s', (_, name) => {
  const svg = productPicture({ name, category: 'unheard-of', seed: '1' });
  expect(isWellFormed(svg)).toBe(true);
  expect(svg).not.toContain('<script');
  expect(svg.isWellFormed()).toBe(true);
  expect([...svg.matchAll(/<text /g)].length).toBeLessThanOrEqual(2);
});
