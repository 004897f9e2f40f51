import { expect, test } from 'vitest';
import { catalogueOf } from './catalogue.ts';
import type { HistoryStep, OrderedLine } from './history-step.ts';
import { FRIENDS_IN_INDIA } from './history-friends.ts';
import { DEMO_HISTORY, DEMO_PAST } from './history.ts';
import { DEMO_CUSTOMERS } from './people.ts';
import { DEMO_SHOPS, demoShop } from './shops.ts';

function skusOf(step: HistoryStep): readonly string[] {
  if ('order' in step) return step.order.map(({ sku }) => sku);
  return 'product' in step ? [step.product] : [];
}

function linesOf(step: HistoryStep): readonly OrderedLine[] {
  return 'order' in step ? step.order : [];
}

test('everyone in it is a customer, and every product is of the shop they talk to', () => {
  const customers = DEMO_CUSTOMERS.map(({ key }) => key);
  for (const { customer, shop, steps } of DEMO_HISTORY) {
    const sold = catalogueOf(demoShop(shop)).map(({ sku }) => sku);
    expect(customers).toContain(customer);
    expect(steps.flatMap(skusOf).filter((sku) => !sold.includes(sku))).toEqual([]);
  }
});

test('it sells no more than there is', () => {
  const ordered = DEMO_HISTORY.flatMap(({ steps }) => steps).flatMap(linesOf);
  const stock = DEMO_SHOPS.flatMap(catalogueOf);
  const oversold = stock.filter((product) => {
    const lines = ordered.filter(({ sku }) => sku === product.sku);
    return lines.reduce((sum, { quantity }) => sum + quantity, 0) > product.stock;
  });
  expect(ordered.length).toBeGreaterThan(0);
  expect(oversold).toEqual([]);
});

test('people order only where they live, and a customer speaks first', () => {
  const ordering = DEMO_HISTORY.filter(({ steps }) => steps.flatMap(linesOf).length > 0);
  const abroad = ordering.filter(({ customer, shop }) => {
    return DEMO_CUSTOMERS.find(({ key }) => key === customer)?.country !== demoShop(shop).country;
  });
  expect(abroad).toEqual([]);
  const first = new Map(
    DEMO_HISTORY.toReversed().map((chat) => [`${chat.customer} ${chat.shop}`, chat.steps[0]]),
  );
  for (const step of first.values()) expect(step).toMatchObject({ by: 'customer' });
});

test('the oldest comes first, and all of it lies in the past', () => {
  const days = DEMO_PAST.map(({ daysAgo }) => daysAgo);
  expect(days).toEqual(days.toSorted((a, b) => b - a));
  expect(Math.min(...days)).toBeGreaterThan(0);
});

test('friends are two customers of one country, and the reader finds a request that is open', () => {
  for (const { one, other } of FRIENDS_IN_INDIA) {
    const pair = DEMO_CUSTOMERS.filter(({ key }) => key === one || key === other);
    expect(pair.map(({ country }) => country)).toEqual(['IN', 'IN']);
  }
  const steps = FRIENDS_IN_INDIA.flatMap((friendship) => friendship.steps);
  const open = steps.filter((step) => 'asksFor' in step && step.answer === null);
  expect(open).toEqual([expect.objectContaining({ by: 'other' })]);
});
