import {
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
  turned,
} from './shapes.ts';
import type { Drawing } from './shapes.ts';

export const steak: Drawing = () =>
  drawn(
    area('M-88-22C-80-66-20-80 30-66C78-54 102-10 84 34C68 72 24 84-12 62C-40 46-96 30-88-22Z', '#f6dcd2'),
    area('M-74-22C-66-54-18-66 26-54C66-44 86-8 70 28C58 58 24 68-6 48C-36 30-82 18-74-22Z', '#c8434a'),
    line('M-40-20C-16-30 4-18 20-28M-6 14C12 4 28 12 46 2M4 38C16 32 28 36 40 28', '#f0b9b2', 6),
    circle(-42, -8, 13, '#f6dcd2'),
    circle(-42, -8, 6, '#d98c86'),
  );

export const drumstick: Drawing = () =>
  drawn(
    turned(
      40,
      rect(-9, 20, 18, 62, 9, '#fbf1e2'),
      circle(-9, 84, 13, '#fbf1e2'),
      circle(9, 84, 13, '#fbf1e2'),
      area('M-56-34C-58-78-26-96 2-96C34-96 60-74 56-30C52 6 22 18 14 42H-14C-22 18-54 6-56-34Z', '#d98a45'),
      area('M56-30C52 6 22 18 14 42H-2C4 10 36-8 34-44C32-70 20-86 6-96C36-96 60-74 56-30Z', SHADE),
      ellipse(-30, -48, 9, 22, SHINE),
    ),
  );

export const fish: Drawing = () =>
  drawn(
    area('M52 0L96-46C100-14 100 14 96 46Z', '#e87a52'),
    area('M-96 4C-70-56 20-62 66 0C20 62-70 58-96 4Z', '#f59673'),
    area('M-96 4C-70 58 20 62 66 0C30 30-50 40-96 4Z', SHADE),
    area('M-20-46C-6-74 26-70 32-40Z', '#e87a52'),
    line('M-44-34C-26-14-26 22-44 38', '#e87a52', 5),
    line('M-10-20C-2-6-2 10-10 24M14-18C22-6 22 10 14 22M36-10C40-4 40 6 36 12', '#fbc3ab', 5),
    circle(-66, -8, 9, WHITE),
    circle(-67, -8, 5, INK),
  );

export const eggs: Drawing = () =>
  drawn(
    ...[-54, 0, 54].map((x, index) =>
      placed(
        x,
        4,
        1,
        area(
          'M0-66C24-66 36-20 36 6C36 30 20 44 0 44C-20 44-36 30-36 6C-36-20-24-66 0-66Z',
          index === 1 ? '#fbeede' : '#eecfae',
        ),
        ellipse(-12, -18, 7, 16, SHINE),
      ),
    ),
    area(
      'M-98 18C-82 30-70 30-54 22C-38 32-16 32 0 22C16 32 38 32 54 22C70 30 82 30 98 18L88 66Q86 76 76 76H-76Q-86 76-88 66Z',
      '#a9b4c4',
    ),
    area('M-92 48H92L88 66Q86 76 76 76H-76Q-86 76-88 66Z', SHADE),
  );

export const milkCarton: Drawing = ({ main, dark }) =>
  drawn(
    area('M-50-36L-30-80H30L50-36Z', '#e6edf6'),
    rect(-32, -98, 64, 22, 4, main),
    rect(-50, -36, 100, 130, 6, WHITE),
    area('M-50 20C-26 2-4 38 18 22C32 12 42 14 50 18V88Q50 94 44 94H-44Q-50 94-50 88Z', main),
    rect(20, -36, 30, 130, 6, SHADE),
    area('M-12-20C2-2 2 14-12 14C-26 14-26-2-12-20Z', main),
    line('M-34 50H-6M-34 66H6', dark, 6),
  );

export const cheese: Drawing = ({ main, dark, light }) =>
  drawn(
    area('M-80-24L10-62L88-34L-4 8Z', light),
    area('M-80-24L-4 8V78L-80 42Z', main),
    area('M88-34L-4 8V78L88 34Z', dark),
    placed(
      38,
      56,
      1,
      area('M-34-14L4-30L40-16L0 2Z', light),
      area('M-34-14L0 2V36L-34 18Z', main),
      area('M40-16L0 2V36L40 18Z', dark),
    ),
  );

export const iceCream: Drawing = ({ main, light }) =>
  drawn(
    area('M-44 6H44L0 100Z', '#e0a45c'),
    line('M-30 14L16 66M-4 10L26 44M30 14L-16 66M4 10L-26 44', '#b97c38', 4),
    circle(-28, -20, 32, '#fbe3c3'),
    circle(28, -20, 32, main),
    circle(0, -54, 34, '#8a5a3b'),
    rect(-54, -6, 108, 20, 10, '#f2bd7a'),
    ellipse(-12, -68, 10, 6, SHINE),
    ellipse(34, -34, 9, 6, light),
    circle(4, -88, 11, '#e5484d'),
  );
