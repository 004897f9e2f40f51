import { drawingOf } from './drawings.ts';
import { area, circle, drawn, ellipse, placed, rect, ring } from './drawings/shapes.ts';
import { typeset } from './typeset.ts';

export interface PictureOf {
  readonly name: string;
  readonly category: string;
  /** Anything that tells this one from others of the same name: the SKU, the handle. */
  readonly seed: string;
}

/** A square picture of a product, as one SVG that needs nothing else. The same in, the same out. */
export function productPicture({ name, category, seed }: PictureOf): string {
  const hash = hashOf(`${category} ${name} ${seed}`);
  return framed(
    name,
    background(category, hash),
    ellipse(256, 336, 112, 13, '#00000022'),
    placed(256, 204, 1.36, drawingOf({ name, category }, hash >>> 8)),
  );
}

/** A shop front with what the shop sells in its window. `category` is one of those it sells. */
export function shopPicture({ name, category, seed }: PictureOf): string {
  const hash = hashOf(`${category} ${name} ${seed}`);
  const [hue] = toneOf(category);
  const stripe = `hsl(${hue},62%,52%)`;
  const stripes = [0, 1, 2, 3, 4, 5, 6, 7].map((index) =>
    area(
      `M${96 + index * 40} 96H${136 + index * 40}V150A20 20 0 0 1 ${96 + index * 40} 150Z`,
      index % 2 === 0 ? stripe : '#ffffff',
    ),
  );
  return framed(
    name,
    background(category, hash),
    rect(80, 366, 352, 16, 8, '#0000001c'),
    rect(112, 110, 288, 262, 6, '#fffaf2'),
    rect(132, 190, 156, 140, 8, '#dceef8'),
    area('M132 290L252 190H288V208L160 330H140Q132 330 132 322Z', '#ffffff66'),
    placed(210, 262, 0.64, drawingOf({ name, category }, hash >>> 8)),
    rect(124, 328, 172, 14, 4, `hsl(${hue},35%,38%)`),
    rect(308, 190, 74, 182, 8, `hsl(${hue},35%,38%)`),
    rect(320, 204, 50, 92, 5, '#dceef8'),
    circle(324, 318, 6, '#e0b345'),
    rect(92, 78, 328, 26, 8, `hsl(${hue},40%,32%)`),
    ...stripes,
  );
}

/** Hue, how saturated, of the two tones behind a category. */
function toneOf(category: string): readonly [hue: number, saturation: number] {
  return TONES[category] ?? [hashOf(category) % 360, 50];
}

const TONES: Readonly<Record<string, readonly [number, number]>> = {
  groceries: [84, 52],
  beauty: [342, 72],
  fragrances: [276, 54],
  'skin-care': [164, 46],
  furniture: [28, 56],
  'home-decoration': [44, 66],
  'kitchen-accessories': [198, 54],
  smartphones: [226, 64],
  tablets: [206, 62],
  laptops: [246, 52],
  'mobile-accessories': [188, 50],
  'mens-shirts': [36, 70],
  'mens-shoes': [14, 68],
  'mens-watches': [214, 36],
  'womens-watches': [318, 44],
  'womens-dresses': [332, 60],
  'womens-bags': [22, 62],
  'womens-shoes': [352, 58],
  'womens-jewellery': [48, 62],
  tops: [302, 48],
  sunglasses: [54, 78],
  'sports-accessories': [136, 42],
  motorcycle: [8, 52],
  vehicle: [210, 46],
};

function background(category: string, hash: number): string {
  const [baseHue, saturation] = toneOf(category);
  const hue = (baseHue + ((hash >>> 4) % 25) - 12 + 360) % 360;
  const base = `hsl(${hue},${saturation}%,92%)`;
  const second = `hsl(${hue},${saturation}%,87%)`;
  const bright = `hsl(${hue},${saturation}%,97%)`;
  const disc = `hsl(${hue},${saturation}%,80%)`;
  const grounds = [
    area('M0 250C120 170 220 330 340 250C420 196 470 220 512 190V512H0Z', second),
    area('M512 0V512H0V440C180 430 120 120 330 0Z', second),
    circle(90, 90, 190, second) + circle(452, 330, 150, second),
    area('M0 300L512 130V512H0Z', second),
    area('M0 0H512V120C380 250 160 60 0 210Z', second),
  ];
  const ornaments = [
    ring(430, 82, 30, bright, 12) + circle(66, 316, 14, bright) + circle(84, 70, 9, bright),
    [0, 1, 2, 3]
      .flatMap((row) => [0, 1, 2].map((column) => circle(396 + column * 28, 40 + row * 28, 5, bright)))
      .join(''),
    circle(70, 84, 26, bright) + ring(446, 300, 22, bright, 9) + circle(440, 60, 10, bright),
    `<path d="M36 60L60 36M36 100L100 36M36 140L140 36" stroke="${bright}" stroke-width="9" stroke-linecap="round"/>`,
  ];
  return drawn(
    rect(0, 0, 512, 512, 0, base),
    grounds[hash % grounds.length] ?? '',
    ornaments[(hash >>> 12) % ornaments.length] ?? '',
    circle(256, 204, 168, disc),
  );
}

/** The frame of every picture: its size, its name for those who don't see it, and its name in print. */
function framed(name: string, ...parts: readonly string[]): string {
  const { label, lines } = typeset(name);
  return drawn(
    `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="0 0 512 512" role="img" aria-label="${label}">`,
    ...parts,
    area('M0 404Q256 372 512 404V512H0Z', '#ffffffee'),
    '<g font-family="system-ui,sans-serif" font-size="30" font-weight="600" fill="#2b303b" text-anchor="middle">',
    ...lines.map(
      (text, index) => `<text x="256" y="${lines.length === 1 ? 464 : 446 + index * 38}">${text}</text>`,
    ),
    '</g></svg>',
  );
}

/** FNV-1a, its bits mixed once more: similar names must not come to similar pictures. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
