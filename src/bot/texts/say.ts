import type { Language } from '../rules.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { hi } from './hi.ts';
import { id } from './id.ts';
import { it } from './it.ts';
import type { TextKey, Texts } from './texts.ts';
import { pt } from './pt.ts';

export const TEXTS: Readonly<Record<Language, Texts>> = { en, hi, es, pt, id, it };

/** The facts that a text has places for. */
export type Facts = Readonly<Record<string, string | number>>;

/** A text in a language, with its facts in place; facts are never read as places themselves. */
export function say(language: Language, key: TextKey, facts: Facts = {}): string {
  return TEXTS[language][key].replaceAll(/\{(\w+)\}/g, (place, name: string) => String(facts[name] ?? place));
}

/** "2 × Rice and 1 × Milk", as the language joins a list. */
export function listed(language: Language, items: readonly string[]): string {
  return new Intl.ListFormat(language).format(items);
}
