import { expect, test } from 'vitest';
import { SOURCE_PRODUCTS, catalogueOf } from './catalogue.ts';
import { DEMO_SHOPS, demoShop } from './shops.ts';
import { GROCERY_UNITS } from './units.ts';

test('the source has its 194 products in 24 categories, with prices as decimals', () => {
  expect(SOURCE_PRODUCTS).toHaveLength(194);
  expect(new Set(SOURCE_PRODUCTS.map(({ category }) => category)).size).toBe(24);
  expect(SOURCE_PRODUCTS.filter(({ price }) => !/^\d+\.\d\d$/.test(price))).toEqual([]);
  expect(SOURCE_PRODUCTS.filter(({ stock }) => !Number.isSafeInteger(stock) || stock < 0)).toEqual([]);
});

test('every category is sold by exactly one shop', () => {
  const sold = DEMO_SHOPS.flatMap(({ categories }) => categories).sort();
  expect(sold).toEqual([...new Set(SOURCE_PRODUCTS.map(({ category }) => category))].sort());
});

test('handles are unique, lowercase and hyphened, and the grocer comes first', () => {
  const handles = DEMO_SHOPS.map(({ handle }) => handle);
  expect(handles[0]).toBe('sabzi-mandi');
  expect(new Set(handles).size).toBe(handles.length);
  expect(handles.filter((handle) => !/^[a-z]+(?:-[a-z]+)*$/.test(handle))).toEqual([]);
  expect(() => demoShop('nobody')).toThrow(RangeError);
});

test('the grocer sells the 27 groceries by their units, and 14 of ours before them', () => {
  const catalogue = catalogueOf(demoShop('sabzi-mandi'));
  const ours = catalogue.filter(({ sku }) => sku.startsWith('SBZ-'));
  expect(catalogue).toHaveLength(27 + 14);
  expect(catalogue.slice(0, 14)).toEqual(ours);
  expect(ours.filter(({ price, salePrice }) => salePrice !== null && salePrice >= price)).toEqual([]);
  const taken = catalogue.slice(14).map(({ sku }) => sku);
  expect(taken.sort()).toEqual(Object.keys(GROCERY_UNITS).sort());
});

test('SKUs are unique over all shops, and nothing is lost', () => {
  const skus = DEMO_SHOPS.flatMap((shop) => catalogueOf(shop).map(({ sku }) => sku));
  expect(skus).toHaveLength(194 + 14);
  expect(new Set(skus).size).toBe(skus.length);
});
