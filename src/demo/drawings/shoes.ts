import {
  DARK_STEEL,
  GOLD,
  INK,
  WHITE,
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

export const sneaker: Drawing = ({ main, dark, light }) =>
  drawn(
    area('M-92 34C-90 0-88-34-80-48C-62-34-40-40-30-62C-6-26 30-4 70 6C90 12 98 22 96 38Z', main),
    area('M-92 34C-90 0-88-34-80-48C-70-40-60-38-50-42C-46-12-48 14-52 36Z', dark),
    area('M96 38C98 22 90 12 70 6C54 10 46 22 46 37Z', light),
    line('M-30 22C0 26 30 6 38-6', WHITE, 9),
    line('M-20-40L-4-52M-6-26L10-38M10-14L26-26', WHITE, 6),
    area('M-96 32H98C102 50 98 60 84 60H-82C-96 60-98 48-96 32Z', WHITE),
    line('M-94 60H90', DARK_STEEL, 6),
  );

export const cleats: Drawing = (paint, variant) =>
  drawn(sneaker(paint, variant), ...[-78, -50, 20, 48, 76].map((x) => rect(x - 6, 58, 13, 18, 4, INK)));

export const highTop: Drawing = ({ main, dark, light }) =>
  drawn(
    area('M-84 44C-88 0-84-60-76-88C-58-80-36-80-22-86C-18-54-2-30 26-14C50 0 88 0 94 44Z', main),
    area('M-84 44C-88 0-84-60-76-88L-60-84C-52-40-52 10-46 44Z', dark),
    area('M94 44C90 12 70 2 46-4C38 14 40 30 44 44Z', dark),
    area('M-40 20C-10 26 14 14 26-2C14-8 4-16-4-26C-14-8-26 6-40 20Z', WHITE),
    line('M-28-70L-50-62M-22-52L-46-42M-12-34L-36-20', light, 6),
    area('M-90 42H98C102 60 98 70 84 70H-78C-92 70-94 58-90 42Z', WHITE),
    line('M-88 70H90', dark, 6),
  );

export const heels: Drawing = ({ main, dark, light }) =>
  drawn(
    area('M-70-44C-60-60-40-60-28-40C-10-8 10 8 42 14C36 28 16 30 0 22C-30 6-52-18-70-44Z', dark),
    area(
      'M-88-46C-88-62-74-66-66-52C-48-20-18 8 8 16C22 20 34 18 44 14C70 22 96 36 98 54C98 60 94 62 88 62H42C14 62-8 44-30 22C-40 12-50 8-58 12C-62 32-64 50-64 68H-77C-80 30-88-10-88-46Z',
      main,
    ),
    line('M40 64H90', dark, 7),
    line('M-76-36C-66-8-60 2-48 4', light, 6),
    area('M44 14L24 2V28Z', light),
    area('M44 14L64 6V32Z', light),
    circle(44, 16, 6, GOLD),
  );

export const flats: Drawing = ({ main, dark, light }) => {
  const shoe = drawn(
    area('M0-84C34-84 38-40 36 0C34 44 30 84 0 84C-30 84-34 44-36 0C-38-40-34-84 0-84Z', main),
    area('M0-36C22-36 26-8 24 16C22 52 18 72 0 72C-18 72-22 52-24 16C-26-8-22-36 0-36Z', dark),
    ellipse(0, 54, 12, 13, light),
    area('M0-44L-16-54V-34Z', light),
    area('M0-44L16-54V-34Z', light),
    circle(0, -44, 5, GOLD),
  );
  return drawn(placed(-44, 4, 1, turned(-7, shoe)), placed(44, 4, 1, turned(7, shoe)));
};

export const slippers: Drawing = ({ main, dark, light }) => {
  const shoe = drawn(
    area(
      'M0-86C34-86 40-46 32-4C28 22 36 40 30 66C24 90-24 90-30 66C-36 40-28 22-32-4C-40-46-34-86 0-86Z',
      dark,
    ),
    area(
      'M0-78C26-78 32-44 25-4C22 20 28 40 23 62C18 80-18 80-23 62C-28 40-22 20-25-4C-32-44-26-78 0-78Z',
      light,
    ),
    area('M-36-44C-20-64 20-64 36-44L34 2C18-14-18-14-34 2Z', main),
  );
  return drawn(placed(-44, 2, 1, turned(-6, shoe)), placed(44, 2, 1, turned(6, shoe)));
};
