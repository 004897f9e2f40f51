import { GROCERY_CHOICES } from './drawings/for-groceries.ts';
import { HOME_CHOICES } from './drawings/for-home.ts';
import { LEISURE_CHOICES } from './drawings/for-leisure.ts';
import { STYLE_CHOICES } from './drawings/for-people.ts';
import { parcel } from './drawings/pantry.ts';
import { PAINTS } from './drawings/shapes.ts';
import type { Choices } from './drawings/choice.ts';
import type { Colour } from './drawings/shapes.ts';

const CHOICES: Choices = { ...GROCERY_CHOICES, ...HOME_CHOICES, ...STYLE_CHOICES, ...LEISURE_CHOICES };

/** Colours that a thing may have whose name says none. */
const ANY_COLOUR: readonly Colour[] = ['red', 'orange', 'green', 'teal', 'blue', 'purple', 'pink'];

/** Words of a name that say its colour: they go before the colour that a drawing has of its own. */
const NAMED_COLOURS: readonly (readonly [RegExp, Colour])[] = [
  [/\bred\b/i, 'red'],
  [/\bblue\b/i, 'blue'],
  [/\bgreen\b/i, 'green'],
  [/\byellow\b/i, 'yellow'],
  [/\bplum\b/i, 'purple'],
  [/\b(white|starlight)\b/i, 'white'],
  [/\b(brown|leather|cherry)\b/i, 'brown'],
  [/\b(gold|golden)\b/i, 'gold'],
  [/\b(black|carbon|noir)\b(?! skirt)/i, 'black'],
  [/\b(silver|steel)\b/i, 'silver'],
  [/\b(gray|grey)\b/i, 'grey'],
];

/** The drawing for a product, around the origin, 100 units each way. The same in, the same out. */
export function drawingOf(product: { name: string; category: string }, variant: number): string {
  const choice = CHOICES[product.category]?.find(({ words }) => words.test(product.name));
  const named = NAMED_COLOURS.find(([word]) => word.test(product.name))?.[1];
  const own = choice?.colours ?? ANY_COLOUR;
  // Other bits than those that drawings take for their shape, or colour and shape would always come together.
  const colour = named ?? own[(variant >>> 6) % own.length] ?? 'teal';
  const draw = choice?.draw ?? parcel;
  return draw(PAINTS[colour], variant);
}
