import type { Colour, Drawing } from './shapes.ts';

/** The drawing of products whose name has one of the words, and the colours it comes in: any when it is null. */
export interface Choice {
  readonly words: RegExp;
  readonly draw: Drawing;
  readonly colours: readonly Colour[] | null;
}

/** By category. The first that fits a name is taken: particular words stand before general ones. */
export type Choices = Readonly<Record<string, readonly Choice[]>>;

/** `words` are the beginnings of words, as a regular expression. */
export function choice(words: string, draw: Drawing, ...colours: readonly Colour[]): Choice {
  return { words: new RegExp(`\\b(?:${words})`, 'i'), draw, colours: colours.length > 0 ? colours : null };
}

/** What is drawn when no word fits. */
export function otherwise(draw: Drawing, ...colours: readonly Colour[]): Choice {
  return { words: /(?:)/, draw, colours: colours.length > 0 ? colours : null };
}
