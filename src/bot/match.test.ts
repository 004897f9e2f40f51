import { expect, it } from 'vitest';
import type { ProductId } from '../db/id.ts';
import { productMeant } from './match.ts';

const SHELF = [
  'Tomato',
  'Cherry Tomatoes',
  'Basmati Rice',
  'Brown Rice',
  'Café',
  'टमाटर',
  'Green Chili Pepper',
  'Apples',
].map((name) => ({ name, productId: name as ProductId }));

it.each([
  ['tomato', 'Tomato'],
  ['TOMATOES', 'Tomato'],
  ['cherry tomato', 'Cherry Tomatoes'],
  ['basmati', 'Basmati Rice'],
  ['rice basmati', 'Basmati Rice'],
  ['rice', null],
  ['cafe', 'Café'],
  ['टमाटर', 'टमाटर'],
  ['apple', 'Apples'],
  ['chili pepper', 'Green Chili Pepper'],
  ['tomatto', null],
  ['', null],
  ['🍅', null],
])('"%s" means %s', (words, name) => {
  expect(productMeant(words, SHELF)?.name ?? null).toBe(name);
});

it('two products of one name are a choice', () => {
  const twice = [...SHELF, { name: 'tomato', productId: 'other' as ProductId }];
  expect(productMeant('tomato', twice)).toBeNull();
});
