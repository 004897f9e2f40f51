import { describe, expect, it } from 'vitest';
import { readMessage } from '../read-message.ts';
import { LANGUAGES } from '../rules.ts';
import { listed, say, TEXTS } from './say.ts';
import { TEXT_KEYS } from './texts.ts';

const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

describe.each(LANGUAGES)('the texts in %s', (language) => {
  const texts = TEXTS[language];

  it('has something to say for everything, with the places of the English text', () => {
    for (const key of TEXT_KEYS) {
      expect(texts[key].trim(), key).toBe(texts[key]);
      expect(texts[key], key).not.toBe('');
      expect(places(texts[key]), key).toEqual(places(TEXTS.en[key]));
    }
  });

  it('tells people to write only what it understands', () => {
    const told = Object.values(texts).flatMap((text) =>
      [...text.matchAll(/“([^”{}]+)”/g)].flatMap(([, one]) => one ?? []),
    );
    expect(told.length).toBeGreaterThan(30);
    for (const text of new Set(told)) {
      const { intent } = readMessage(text, { language, customKeywords: [], expects: 'CHOICE' });
      expect(intent, text).not.toMatchObject({ kind: 'unknown' });
      expect(intent, text).not.toMatchObject({ isBare: true });
    }
  });
});

it('is a translation and no copy', () => {
  for (const key of TEXT_KEYS) {
    expect(new Set(LANGUAGES.map((language) => TEXTS[language][key])).size, key).toBe(LANGUAGES.length);
  }
});

it('puts facts in their places and never reads a fact as a place', () => {
  expect(say('en', 'foundOne', { name: '{name}' })).toMatch(/we have \{name\}\./);
  expect(say('en', 'foundOne', { name: '$& $1' })).toContain('$& $1');
  expect(listed('es', ['1 × Arroz', '2 × Leche'])).toBe('1 × Arroz y 2 × Leche');
});
