import {
  DARK_WOOD,
  LEAF,
  SHADE,
  SHINE,
  area,
  circle,
  drawn,
  ellipse,
  line,
  placed,
  turned,
} from './shapes.ts';
import type { Drawing } from './shapes.ts';

export const apple: Drawing = ({ main }) =>
  drawn(
    line('M2-46C2-64 8-78 18-88', DARK_WOOD, 9),
    area(
      'M0-48C-18-66-74-64-78-6C-80 46-42 88-17 86C-7 85-5 80 0 80C5 80 7 85 17 86C42 88 80 46 78-6C74-64 18-66 0-48Z',
      main,
    ),
    area(
      'M78-6C75-48 46-62 22-58C60-40 62 10 46 42C34 66 20 78 6 82C10 84 12 86 17 86C42 88 80 46 78-6Z',
      SHADE,
    ),
    area('M16-62C22-92 52-100 76-90C68-64 44-52 16-62Z', LEAF),
    ellipse(-46, -10, 11, 26, SHINE),
  );

export const kiwi: Drawing = () =>
  drawn(
    ellipse(24, 6, 70, 62, '#8a6038'),
    ellipse(-14, 10, 74, 72, '#9a6d41'),
    ellipse(-14, 10, 65, 63, '#8cc63f'),
    ellipse(-14, 10, 42, 40, '#a9d95c'),
    ellipse(-14, 10, 19, 17, '#f2f7d5'),
    ...[0, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 330].map((degrees) =>
      placed(-14, 10, 1, turned(degrees, ellipse(0, -31, 3, 6, '#33301f'))),
    ),
  );

export const lemon: Drawing = ({ main, dark, light }) =>
  drawn(
    turned(
      -18,
      area(
        'M-96 0C-84-14-72-60 0-60C60-60 74-22 92-8C98-2 98 4 92 10C74 22 60 62 0 62C-72 62-84 14-96 0Z',
        main,
      ),
      area('M92 10C74 22 60 62 0 62C-40 62-62 46-74 28C-30 52 50 44 84 4Z', SHADE),
      ellipse(-26, -30, 30, 9, SHINE),
    ),
    placed(40, 42, 1, circle(0, 0, 46, dark), circle(0, 0, 41, '#fff6cf'), circle(0, 0, 35, light)),
    ...[0, 60, 120].map((degrees) => placed(40, 42, 1, turned(degrees, line('M0-33V33', '#fff6cf', 5)))),
  );

export const strawberry: Drawing = ({ main }) =>
  drawn(
    area('M0 92C-34 74-76 20-74-20C-72-52-36-58 0-46C36-58 72-52 74-20C76 20 34 74 0 92Z', main),
    area('M0 92C34 74 76 20 74-20C73-40 58-50 40-52C66-10 36 50 0 92Z', SHADE),
    ...[
      [-42, -14],
      [-8, -18],
      [32, -14],
      [-28, 14],
      [10, 14],
      [44, 10],
      [-8, 42],
      [22, 42],
      [4, 68],
    ].map(([x = 0, y = 0]) => ellipse(x, y, 4, 6, '#ffe08a')),
    area('M0-38L-58-46L-30-60L-44-84L-12-68L0-94L12-68L44-84L30-60L58-46Z', LEAF),
  );

export const berries: Drawing = ({ main, dark, light }) => {
  const berry = [
    [-24, -34],
    [0, -40],
    [24, -34],
    [-34, -8],
    [-11, -12],
    [13, -12],
    [35, -8],
    [-28, 18],
    [-2, 16],
    [26, 18],
    [-16, 42],
    [12, 42],
    [-2, 62],
  ].map(
    ([x = 0, y = 0]) =>
      circle(x, y, 17, dark) + circle(x - 2, y - 2, 15, main) + circle(x - 6, y - 6, 4, light),
  );
  const leaf = area('M0-52L-34-66L-12-70L0-92L12-70L34-66Z', LEAF);
  return drawn(
    placed(36, 14, 0.92, turned(16, ...berry, leaf)),
    placed(-36, 10, 1, turned(-14, ...berry, leaf)),
  );
};

export const banana: Drawing = ({ main, dark, light }) => {
  const one = (fill: string) =>
    drawn(
      area('M-12 0C-30 70 10 150 92 158C102 158 102 148 94 144C44 124 18 70 14 0Z', fill),
      line('M0 6C-6 70 24 130 84 150', dark, 4),
      area('M84 141L100 143Q104 152 98 159L82 157Z', DARK_WOOD),
    );
  return drawn(
    placed(-26, -72, 1, turned(38, one(main)), turned(16, one(light)), turned(-8, one(main))),
    area('M-44-94L-8-94L-8-64C-20-56-34-58-44-64Z', DARK_WOOD),
  );
};
