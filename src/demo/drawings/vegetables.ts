import { banana } from './fruit.ts';
import {
  DARK_LEAF,
  DARK_WOOD,
  LEAF,
  PAINTS,
  SHADE,
  SHINE,
  WHITE,
  area,
  circle,
  drawn,
  ellipse,
  line,
  placed,
  turned,
} from './shapes.ts';
import type { Drawing } from './shapes.ts';

export const tomato: Drawing = ({ main }) =>
  drawn(
    area('M0-52C-60-68-92-30-90 10C-88 60-46 84 0 84C46 84 88 60 90 10C92-30 60-68 0-52Z', main),
    area('M90 10C92-30 66-58 30-56C66-36 76 30 24 82C60 78 88 52 90 10Z', SHADE),
    area('M0-50L-46-64L-28-42L-54-24L-18-30L0 0L18-30L54-24L28-42L46-64Z', DARK_LEAF),
    line('M0-48C0-66 4-74 12-82', DARK_LEAF, 9),
    ellipse(-54, 14, 10, 24, SHINE),
  );

export const potatoes: Drawing = () =>
  drawn(
    ellipse(34, -16, 58, 46, '#c99a5e'),
    area('M-92 26C-94-14-58-36-18-28C22-22 58 4 54 40C50 76 4 84-38 78C-70 74-90 58-92 26Z', '#dcb077'),
    area('M54 40C50 76 4 84-38 78C-52 76-66 70-76 60C-20 70 30 60 50 18C54 26 55 32 54 40Z', SHADE),
    ...[
      [-54, 18],
      [-12, 4],
      [-24, 48],
      [20, 36],
      [54, -32],
      [22, -40],
    ].map(([x = 0, y = 0]) => ellipse(x, y, 6, 3.5, '#a97b40')),
  );

export const onion: Drawing = ({ main, dark, light }) =>
  drawn(
    line('M-10-60C-12-76-20-84-26-92M0-62V-96M10-60C12-76 20-84 26-92', '#c9a56a', 7),
    area('M0-66C-14-40-82-34-82 18C-82 64-40 82 0 82C40 82 82 64 82 18C82-34 14-40 0-66Z', main),
    area('M82 18C82-34 14-40 0-66C10-30 58-20 56 22C54 60 26 76 0 82C40 82 82 64 82 18Z', SHADE),
    line('M0-60C-16-20-22 40 0 80M-8-50C-56-20-60 40-24 76M8-50C56-20 60 40 24 76', dark, 4),
    ellipse(-56, 10, 8, 22, light),
    line('M-14 86L-10 94M0 84V96M14 86L10 94', '#c9a56a', 5),
  );

export const ginger: Drawing = () =>
  drawn(
    area(
      'M-90 20C-94-8-66-22-48-12C-40-40-28-76 0-72C24-68 18-40 12-22C34-26 40-56 62-54C88-50 84-20 66-6C92-4 98 24 80 36C58 50 34 34 22 40C20 64 12 84-12 82C-36 80-34 58-36 42C-56 50-86 48-90 20Z',
      '#d9ac72',
    ),
    line(
      'M-60-6C-52 8-52 24-58 40M-20-52C-10-46 0-46 12-50M44-38C54-34 62-30 72-28M52 2C58 14 58 24 54 38M-30 58C-16 62-4 62 14 58',
      '#b3844b',
      5,
    ),
    ellipse(0, 8, 20, 12, '#e9c793'),
  );

export const bellPepper: Drawing = ({ main, dark, light }) =>
  drawn(
    line('M0-50C-2-70 6-84 22-92', DARK_LEAF, 13),
    area(
      'M-74-16C-78-54-40-62-20-48C-8-58 8-58 20-48C40-62 78-54 74-16C72 30 56 88 30 86C18 86 12 78 0 78C-12 78-18 86-30 86C-56 88-72 30-74-16Z',
      main,
    ),
    line('M-18-40C-30 0-26 50-14 74M18-40C30 0 26 50 14 74', dark, 5),
    area('M-26-48C-14-62 14-62 26-48C12-40-12-40-26-48Z', DARK_LEAF),
    ellipse(-52, -6, 8, 24, light),
  );

export const chilies: Drawing = ({ main, dark, light }) =>
  drawn(
    ...[20, -22].map((degrees, index) =>
      turned(
        degrees,
        area('M-16-50C-24 10-8 60 50 92C62 92 58 84 50 78C24 54 20 10 18-50Z', index === 0 ? dark : main),
        line('M-6-40C-8 0 2 40 26 66', light, 5),
        area('M-20-46C-16-64 18-64 22-46C10-38-10-38-20-46Z', DARK_LEAF),
        line('M0-60C0-74-6-84-14-90', DARK_LEAF, 8),
      ),
    ),
  );

export const cucumber: Drawing = ({ main, dark, light }) =>
  drawn(
    turned(
      -32,
      area(
        'M-100 0C-102-26-86-38-66-36C-20-30 30-30 66-36C90-38 100-22 100 0C100 22 90 36 66 34C30 30-20 30-66 34C-88 36-100 22-100 0Z',
        dark,
      ),
      line('M-80-14C-30-8 30-8 82-14M-80 12C-30 8 30 8 82 12', main, 5),
    ),
    ...[
      [-2, 54],
      [50, 42],
    ].map(([x = 0, y = 0]) =>
      placed(x, y, 1, circle(0, 0, 37, dark), circle(0, 0, 32, '#dff0c4'), circle(0, 0, 22, light)),
    ),
    ...[-2, 50].flatMap((x, at) =>
      [0, 72, 144, 216, 288].map((degrees) =>
        placed(x, at === 0 ? 54 : 42, 1, turned(degrees, ellipse(0, -13, 3, 6, WHITE))),
      ),
    ),
  );

export const okra: Drawing = ({ main, dark, light }) => {
  const pod = (fill: string) =>
    drawn(
      area('M-22-54C-26 10-14 60 0 98C14 60 26 10 22-54Z', fill),
      line('M-9-46C-10 10-5 50 0 80M9-46C10 10 5 50 0 80', light, 3),
      area('M-27-50C-22-70 22-70 27-50C10-42-10-42-27-50Z', DARK_LEAF),
      line('M0-64V-90', DARK_LEAF, 11),
    );
  return drawn(
    placed(-48, 2, 0.9, turned(10, pod(dark))),
    placed(50, 2, 0.9, turned(-10, pod(dark))),
    placed(0, 2, 1, pod(main)),
  );
};

export const herbs: Drawing = ({ main, dark }) => {
  const frond = drawn(
    line('M0 88C2 40 0 0 0-40', dark, 6),
    line('M0 10C-14-4-22-14-28-24M0 0C14-12 22-22 28-32', dark, 4),
    area('M0-34C-26-40-30-62-18-70C-20-88 0-96 0-96C0-96 20-88 18-70C30-62 26-40 0-34Z', main),
    area('M-26-18C-46-16-54-32-46-42C-40-56-24-52-20-44C-10-38-14-22-26-18Z', LEAF),
    area('M28-26C48-24 56-40 48-50C42-64 26-60 22-52C12-46 16-30 28-26Z', LEAF),
  );
  return drawn(
    ...[-30, 30, -14, 14, 0].map((degrees) => placed(0, 50, 0.98, turned(degrees, placed(0, -50, 1, frond)))),
    line('M-16 58C-6 62 6 62 16 58', '#d9544d', 11),
  );
};

/** What a greengrocer carries to the door. */
export const basket: Drawing = (paint) =>
  drawn(
    placed(34, -54, 0.62, herbs(GREENS, 0)),
    placed(-48, -40, 0.5, banana(YELLOWS, 0)),
    placed(-8, -22, 0.46, tomato(REDS, 0)),
    placed(46, -14, 0.44, bellPepper(paint, 0)),
    area('M-94 0H94L74 82Q72 92 62 92H-62Q-72 92-74 82Z', '#c4925c'),
    line('M-82 30H82M-78 58H78M-44 4L-36 88M0 4V88M44 4L36 88', DARK_WOOD, 5),
    area('M-100-8H100V10H-100Z', '#a9773f'),
  );

const { green: GREENS, yellow: YELLOWS, red: REDS } = PAINTS;
