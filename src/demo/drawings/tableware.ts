import {
  DARK_STEEL,
  DARK_WOOD,
  GOLD,
  SHINE,
  STEEL,
  WHITE,
  WOOD,
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
import type { Drawing } from './shapes.ts';

export const cup: Drawing = ({ main, dark, light }) =>
  drawn(
    line('M52-24C92-30 92 38 46 32', dark, 13),
    area('M-58-62H58L46 78Q44 90 32 90H-32Q-44 90-46 78Z', main),
    ellipse(0, -62, 58, 14, dark),
    ellipse(0, -60, 48, 9, light),
    line('M-40-34L-32 64', SHINE, 10),
  );

export const glass: Drawing = () =>
  drawn(
    area('M-52-88H52L40 80Q38 94 26 94H-26Q-38 94-40 80Z', '#ffffffb0'),
    area('M-46-22C-20-32 20-12 46-22L39 78Q37 88 26 88H-26Q-37 88-39 78Z', '#7cc4ee'),
    turned(14, rect(-18, 4, 34, 34, 7, '#ffffff88')),
    turned(-20, rect(-18, 22, 32, 32, 7, '#ffffff77')),
    line('M-38-70L-30 50', WHITE, 7),
    line('M26-30L58-98', '#e5484d', 8),
  );

export const plate: Drawing = ({ main, dark, light }) =>
  drawn(
    circle(0, 0, 74, dark),
    circle(0, -3, 74, WHITE),
    circle(0, -3, 62, light),
    circle(0, -3, 48, WHITE),
    ...[0, 60, 120, 180, 240, 300].map((degrees) => turned(degrees, ellipse(0, -58, 5, 9, main))),
    line('M-92-60V60M-98-60V-36Q-98-26-92-26Q-86-26-86-36V-60', DARK_STEEL, 5),
    line('M92 60V-60C104-44 102-14 92-8', DARK_STEEL, 6),
  );

export const iceTray: Drawing = ({ main, dark, light }) =>
  drawn(
    rect(-94, -50, 188, 108, 16, dark),
    rect(-94, -58, 188, 108, 16, main),
    ...[0, 1, 2, 3].flatMap((column) =>
      [0, 1].map((row) =>
        placed(
          -64 + column * 43,
          -30 + row * 48,
          1,
          rect(-17, -18, 36, 38, 8, dark),
          rect(-14, -15, 30, 31, 7, light),
          line('M-6-8V6', WHITE, 5),
        ),
      ),
    ),
  );

export const lunchBox: Drawing = ({ main, dark, light }) =>
  drawn(
    line('M-30-58V-74Q-30-86-18-86H18Q30-86 30-74V-58', dark, 12),
    rect(-86, -58, 172, 50, 18, light),
    rect(-86, -16, 172, 98, 18, main),
    rect(-90, -24, 180, 20, 8, dark),
    rect(-16, -32, 32, 36, 8, GOLD),
    rect(-66, 14, 132, 46, 12, light),
    circle(-36, 37, 14, '#e5484d'),
    circle(0, 37, 14, '#f9cb3c'),
    circle(36, 37, 14, '#4cae5a'),
  );

export const mugTree: Drawing = ({ main, dark }) =>
  drawn(
    rect(-6, -96, 12, 180, 6, DARK_WOOD),
    line('M0-60L-40-76M0-60L40-76M0 0L-46-18M0 0L46-18', DARK_WOOD, 8),
    ...[
      [-56, -46, main],
      [56, -46, '#f9cb3c'],
      [-62, 20, '#24a89c'],
      [62, 20, dark],
    ].map(([x, y, colour]) =>
      placed(
        Number(x),
        Number(y),
        0.42,
        cup({ main: String(colour), dark: String(colour), light: '#00000033' }, 0),
      ),
    ),
    ellipse(0, 86, 60, 12, DARK_WOOD),
  );

export const spiceRack: Drawing = () =>
  drawn(
    rect(-92, -92, 184, 184, 12, DARK_WOOD),
    rect(-82, -82, 164, 80, 6, '#6b4523'),
    rect(-82, 6, 164, 76, 6, '#6b4523'),
    ...[-2, 82].flatMap((y, row) =>
      [-56, -19, 18, 55].map((x, column) =>
        placed(
          x,
          y,
          1,
          rect(-14, -46, 30, 44, 6, SPICES[row * 4 + column] ?? STEEL),
          rect(-12, -58, 26, 14, 4, STEEL),
          rect(-10, -32, 22, 14, 2, WHITE),
        ),
      ),
    ),
    rect(-92, -4, 184, 12, 4, WOOD),
  );

export const tray: Drawing = ({ main, dark, light }) =>
  drawn(
    ring(-82, 22, 18, dark, 9),
    ring(82, 22, 18, dark, 9),
    ellipse(0, 30, 92, 46, dark),
    ellipse(0, 22, 92, 46, main),
    ellipse(0, 22, 76, 35, light),
    placed(-26, -4, 0.5, cup({ main: WHITE, dark: '#c6cdd8', light: '#5a3722' }, 0)),
    placed(40, 14, 0.36, cup({ main: '#e5484d', dark: '#b42a35', light: '#5a3722' }, 0)),
  );

const SPICES = ['#e5484d', '#f9cb3c', '#8f6236', '#4cae5a', '#f5862b', '#6d4528', '#d9ac72', '#b42a35'];
