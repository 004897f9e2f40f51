import { expect, test } from 'vitest';
import type { NoticeCode } from './content.ts';
import { noticeText } from './notices.ts';

const CODES: readonly NoticeCode[] = [
  'ORDER_PLACED',
  'ORDER_CONFIRMED',
  'ORDER_SHIPPED',
  'ORDER_DELIVERED',
  'ORDER_CANCELLED',
  'ORDER_EXPIRED',
  'CASH_ON_DELIVERY',
];

test.each(CODES)('%s has its own text in each of the six languages, with the number of the order', (code) => {
  const texts = ['en', 'hi-IN', 'es-MX', 'pt-BR', 'id', 'it'].map((tag) => noticeText(code, tag, 1042));
  expect(new Set(texts).size).toBe(6);
  for (const text of texts) expect(text).toMatch(/#1042/);
  expect(noticeText(code, 'fr', 1042)).toBe(texts[0]);
});
