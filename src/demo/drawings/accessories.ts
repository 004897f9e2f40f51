import {
  DARK_STEEL,
  GOLD,
  INK,
  SHADE,
  SHINE,
  WHITE,
  area,
  circle,
  drawn,
  ellipse,
  line,
  placed,
  rect,
  ring,
  turned,
} from './shapes.ts';
import type { Drawing, Paint } from './shapes.ts';

export const handbag: Drawing = ({ main, dark, light }, variant) =>
  drawn(
    line('M-46-14V-40C-46-98 46-98 46-40V-14', dark, 11),
    area('M-70-22H70L90 70Q92 86 76 86H-76Q-92 86-90 70Z', main),
    ...(variant % 2 === 0
      ? [area('M-70-22H70L76 8C40 40-40 40-76 8Z', dark), rect(-14, 14, 28, 24, 6, GOLD)]
      : [line('M-78 14H78', dark, 4), rect(-12, -6, 24, 36, 6, GOLD), line('M-58 70H58', light, 4)]),
    area('M70-22L90 70Q92 86 76 86H46C60 50 58 10 46-22Z', SHADE),
    line('M-68 40L-72 68', SHINE, 7),
  );

export const backpack: Drawing = ({ main, dark, light }) =>
  drawn(
    line('M-18-78Q-18-98 0-98Q18-98 18-78', dark, 9),
    rect(-86, -10, 30, 80, 14, dark),
    rect(56, -10, 30, 80, 14, dark),
    area('M-64-30C-64-68-40-84 0-84C40-84 64-68 64-30V72Q64 92 44 92H-44Q-64 92-64 72Z', main),
    rect(-46, 16, 92, 60, 14, dark),
    line('M-34 34H34', light, 5),
    line('M-50-24C-20-12 20-12 50-24', dark, 5),
    rect(-9, -24, 18, 26, 5, GOLD),
  );

function pair(drop: string): string {
  const hook = line('M0-54C-26-62-22-94 2-92C18-90 20-76 14-66', GOLD, 6) + circle(0, -38, 14, GOLD);
  return drawn(placed(-46, -6, 1, turned(6, hook, drop)), placed(46, 10, 1, turned(-6, hook, drop)));
}

export const crystalEarrings: Drawing = ({ main, dark, light }) =>
  pair(
    area('M0-20L30 16L0 84L-30 16Z', main) + area('M0-20L30 16H-30Z', light) + area('M0 84L30 16H8Z', dark),
  );

export const ovalEarrings: Drawing = ({ main }) =>
  pair(ellipse(0, 34, 32, 46, GOLD) + ellipse(0, 34, 24, 38, main) + ellipse(-8, 20, 6, 14, SHINE));

export const leafEarrings: Drawing = ({ main, light }) =>
  pair(
    area('M0-16C34 14 34 70 0 84C-34 70-34 14 0-16Z', main) +
      line('M0 0V76M0 30L-16 16M0 30L16 16M0 54L-18 40M0 54L18 40', light, 5),
  );

const TICKS = [0, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 330];

/** A wrist watch: the strap in the product's colour, the face light or dark. */
function wristWatch(
  { main, dark, light }: Paint,
  face: 'light' | 'dark',
  rim: string,
  extra: string,
): string {
  const ink = face === 'dark';
  return drawn(
    area('M-28-98Q-28-104-22-104H22Q28-104 28-98L34-40H-34Z', main),
    area('M-28 98Q-28 104-22 104H22Q28 104 28 98L34 40H-34Z', main),
    line('M-18-80H18M-20-66H20M-20 66H20M-18 80H18', dark, 4),
    rect(58, -9, 14, 18, 5, DARK_STEEL),
    circle(0, 0, 63, rim),
    circle(0, 0, 55, dark),
    circle(0, 0, 51, ink ? INK : '#fbfaf5'),
    ...TICKS.map((degrees) =>
      turned(degrees, line('M0-45V-39', ink ? light : INK, degrees % 90 === 0 ? 5 : 2.5)),
    ),
    extra,
    turned(-58, line('M0 4V-26', ink ? WHITE : INK, 5)),
    turned(52, line('M0 6V-38', ink ? WHITE : INK, 4)),
    turned(170, line('M0 10V-40', '#e5484d', 2)),
    circle(0, 0, 5, GOLD),
  );
}

function dateWindow(): string {
  return rect(18, -7, 22, 14, 3, WHITE) + line('M24 0H34', '#e5484d', 3);
}

export const watch: Drawing = (paint, variant) =>
  wristWatch(
    paint,
    variant % 2 === 0 ? 'dark' : 'light',
    variant % 3 === 0 ? GOLD : DARK_STEEL,
    dateWindow(),
  );

export const darkWatch: Drawing = (paint) => wristWatch(paint, 'dark', DARK_STEEL, dateWindow());

export const moonWatch: Drawing = (paint, variant) => {
  const moon = drawn(circle(0, 24, 15, '#26406f'), circle(-4, 22, 9, '#f6dc95'), circle(2, 19, 8, '#26406f'));
  return wristWatch(paint, 'light', variant % 2 === 0 ? GOLD : DARK_STEEL, moon);
};

export const sunglasses: Drawing = ({ main, dark, light }, variant) => {
  const lenses = [
    [
      'M-92-18C-92-40-12-40-12-16C-12 26-26 44-52 44C-80 44-92 22-92-18Z',
      'M92-18C92-40 12-40 12-16C12 26 26 44 52 44C80 44 92 22 92-18Z',
    ],
    [
      'M-96-30L-10-24C-8 10-22 36-48 36C-78 36-92 8-96-30Z',
      'M96-30L10-24C8 10 22 36 48 36C78 36 92 8 96-30Z',
    ],
  ];
  const [left = '', right = ''] = lenses[variant % 2] ?? [];
  const round = variant % 3 === 2;
  return drawn(
    rect(-100, -26, 14, 16, 4, dark),
    rect(86, -26, 14, 16, 4, dark),
    line('M-14-10Q0-24 14-10', dark, 9),
    ...(round
      ? [circle(-52, 4, 42, dark), circle(52, 4, 42, dark), circle(-52, 4, 34, main), circle(52, 4, 34, main)]
      : [area(left, main), area(right, main), line(left, dark, 8), line(right, dark, 8)]),
    line('M-72 8L-52-16M-58 16L-40-6M32 8L52-16M46 16L64-6', light, 6),
  );
};

export const partyGlasses: Drawing = ({ light }) =>
  drawn(
    line('M-14 0Q0-14 14 0', '#8a5bd6', 10),
    ...[-50, 50].map((x) =>
      placed(
        x,
        4,
        1,
        area('M0-52L13-18L50-16L21 6L31 42L0 21L-31 42L-21 6L-50-16L-13-18Z', '#ec6fa8'),
        circle(0, 0, 22, '#3a3f4b'),
        line('M-8 4L4-10', light, 6),
      ),
    ),
    ring(-86, -66, 7, '#f9cb3c', 5),
    ring(84, -72, 7, '#24a89c', 5),
    circle(0, -62, 6, '#f5862b'),
    circle(-34, -84, 5, '#4384e4'),
    circle(36, 76, 6, '#4cae5a'),
  );
