import {
  DARK_STEEL,
  DARK_WOOD,
  INK,
  SHADE,
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
  turned,
} from './shapes.ts';
import type { Drawing } from './shapes.ts';

/** A handle and a head, leaning: what most of a drawer looks like. */
function utensil(head: string, handle: string, end: string): string {
  return turned(
    38,
    head,
    rect(-8, -12, 16, 104, 8, handle),
    rect(-8, 66, 16, 26, 8, end),
    circle(0, 82, 3.5, WHITE),
  );
}

export const spatula: Drawing = ({ main, dark }) =>
  utensil(area('M-30-92Q0-104 30-92V-34Q26-10 8-8H-8Q-26-10-30-34Z', main), main, dark);

export const turner: Drawing = ({ main, dark }) =>
  utensil(
    area('M-36-90Q0-100 36-90L30-30Q26-14 8-10H-8Q-26-14-30-30Z', main) +
      line('M-16-78V-36M0-80V-36M16-78V-36', '#ffffffb0', 8),
    dark,
    INK,
  );

export const fork: Drawing = () =>
  utensil(
    area(
      'M-28-96H-20V-58H-12V-96H-4V-58H4V-96H12V-58H20V-96H28V-48C28-26 14-16 8-8H-8C-14-16-28-26-28-48Z',
      DARK_STEEL,
    ),
    DARK_STEEL,
    INK,
  );

export const spoon: Drawing = () =>
  utensil(
    ellipse(0, -54, 29, 44, DARK_STEEL) + ellipse(-3, -57, 20, 34, STEEL) + ellipse(-9, -68, 6, 13, WHITE),
    DARK_STEEL,
    INK,
  );

export const knife: Drawing = ({ dark }) =>
  utensil(
    area('M-12-98C24-80 32-30 26-2H-12Z', STEEL) +
      area('M-12-98C-4-80-2-30-2-2H-12Z', SHINE) +
      rect(-16, -6, 46, 12, 4, DARK_STEEL),
    dark,
    INK,
  );

export const whisk: Drawing = ({ main, dark }) =>
  utensil(
    line('M0-10C-50-40-40-98 0-98C40-98 50-40 0-10C-24-40-20-98 0-98C20-98 24-40 0-10V-98', DARK_STEEL, 5),
    main,
    dark,
  );

export const peeler: Drawing = ({ main, dark }) =>
  utensil(
    line('M-30-40V-70Q-30-92 0-92Q30-92 30-70V-40', main, 12) +
      rect(-32, -54, 64, 20, 5, STEEL) +
      line('M-22-44H22', INK, 4) +
      line('M-30-40L0-10L30-40', main, 12),
    main,
    dark,
  );

export const tongs: Drawing = ({ main, dark }) =>
  turned(
    30,
    line('M0 90C-40 40-44-20-30-60', STEEL, 13),
    line('M0 90C40 40 44-20 30-60', DARK_STEEL, 13),
    area('M-40-56C-46-84-22-98-8-88C-8-72-14-60-22-50Z', main),
    area('M40-56C46-84 22-98 8-88C8-72 14-60 22-50Z', dark),
    circle(0, 88, 12, dark),
  );

export const rollingPin: Drawing = () =>
  turned(
    -34,
    rect(-100, -10, 200, 20, 10, DARK_WOOD),
    rect(-66, -27, 132, 54, 14, WOOD),
    rect(-66, 4, 132, 23, 12, SHADE),
    line('M-48-12H20M34-12H44', SHINE, 6),
  );

export const grater: Drawing = ({ main, dark }) =>
  drawn(
    line('M-26-62V-76Q-26-94 0-94Q26-94 26-76V-62', main, 12),
    area('M-40-62H40L62 86H-62Z', STEEL),
    area('M40-62L62 86H26L18-62Z', SHADE),
    rect(-66, 80, 132, 14, 7, dark),
    ...[-40, -18, 4, 26, 48].flatMap((y, row) =>
      [-24, 0, 24].map((x) => ellipse(x + (row % 2 === 0 ? 0 : 4), y + 6, 7, 5, INK)),
    ),
  );

export const sieve: Drawing = ({ main, dark }) =>
  drawn(
    line('M46 30L92 84', dark, 16),
    circle(-10, -14, 76, dark),
    circle(-10, -14, 64, '#eef2f7'),
    line('M-72-14H52M-64-44H44M-64 16H44M-40-70V42M-10-76V48M20-70V42M-46 42H26M-46-66H26', DARK_STEEL, 3),
    line('M-84-30L-98-38', main, 12),
    ellipse(-36, -40, 16, 10, SHINE),
  );

export const squeezer: Drawing = ({ main, dark, light }) =>
  drawn(
    rect(58, 14, 40, 18, 9, main),
    area('M-74 12H74C72 56 46 78 0 78C-46 78-72 56-74 12Z', main),
    ellipse(0, 12, 76, 20, dark),
    area('M-40 10C-34-30-10-66 0-66C10-66 34-30 40 10Z', light),
    line('M0-60V6M-8-50C-20-30-24-10-24 6M8-50C20-30 24-10 24 6', dark, 4),
    placed(
      -58,
      -52,
      1,
      circle(0, 0, 36, '#f5862b'),
      circle(0, 0, 30, '#fff1d6'),
      circle(0, 0, 26, '#ffb14d'),
    ),
    placed(-58, -52, 1, line('M-24 0H24M-12-21L12 21M12-21L-12 21', '#fff1d6', 4)),
  );

export const eggSlicer: Drawing = ({ main, dark }) =>
  drawn(
    rect(-84, 30, 168, 44, 14, main),
    ellipse(0, 32, 58, 16, dark),
    area('M0-34C40-34 64 0 52 22C40 40-40 40-52 22C-64 0-40-34 0-34Z', WHITE),
    ellipse(6, 6, 22, 17, '#f9cb3c'),
    line('M-36-22V30M-18-30V34M0-32V36M18-30V34M36-22V30', DARK_STEEL, 3),
    line('M-76 34V-44Q-76-60-60-60H60Q76-60 76-44V34', main, 13),
  );

export const board: Drawing = () =>
  turned(
    -14,
    rect(-88, -52, 150, 112, 18, WOOD),
    rect(54, -16, 50, 38, 16, WOOD),
    circle(84, 3, 9, '#fff6e8'),
    line('M-70-30H30M-60-8H44M-70 14H20M-50 36H40', DARK_WOOD, 3),
    circle(-34, 6, 27, '#e5484d'),
    circle(-34, 6, 20, '#ff9d98'),
    line('M-34-10V22M-50 6H-18', '#e5484d', 4),
    circle(12, 20, 20, '#4cae5a'),
    circle(12, 20, 14, '#dff0c4'),
  );
