import {
  DARK_STEEL,
  DARK_WOOD,
  GOLD,
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
} from './shapes.ts';
import type { Drawing } from './shapes.ts';

/** A bottle with a label: oil, juice or water by its colour. */
export const bottle: Drawing = ({ main, dark, light }) =>
  drawn(
    rect(-17, -100, 34, 20, 5, dark),
    area('M-14-82H14V-60C14-44 44-38 44-8V80Q44 94 30 94H-30Q-44 94-44 80V-8C-44-38-14-44-14-60Z', main),
    rect(-44, 6, 88, 50, 0, WHITE),
    circle(0, 31, 16, light),
    area('M0 18C10 32 10 44 0 44C-10 44-10 32 0 18Z', dark),
    line('M-30-4V-10C-30-20-22-26-16-32M-30 66V76', SHINE, 8),
  );

export const can: Drawing = ({ main, dark, light }) =>
  drawn(
    placed(30, -6, 0.94, rect(-42, -70, 84, 150, 14, dark), rect(-34, -84, 68, 18, 6, STEEL)),
    placed(
      -22,
      6,
      1,
      rect(-42, -70, 84, 150, 14, main),
      rect(-34, -86, 68, 18, 6, STEEL),
      rect(-34, 76, 68, 10, 5, DARK_STEEL),
      area('M-42 20C-14-14 14 34 42-4V44C14 78-14 30-42 62Z', light),
      rect(-32, -58, 10, 124, 5, SHINE),
    ),
  );

export const jar: Drawing = ({ main, dark, light }) =>
  drawn(
    rect(-50, -90, 100, 30, 8, dark),
    area('M-46-62H46C64-50 70-36 70-18V68Q70 92 46 92H-46Q-70 92-70 68V-18C-70-36-64-50-46-62Z', main),
    rect(-54, -26, 14, 96, 7, SHINE),
    rect(-44, -8, 96, 62, 8, '#fff8e6'),
    area('M4 4L24 15V37L4 48L-16 37V15Z', light),
    area('M4 14L15 20V32L4 38L-7 32V20Z', dark),
  );

/** A cloth sack with a heap of grain before it. */
export const sack: Drawing = ({ main, dark, light }) =>
  drawn(
    area('M-58-64C-72-20-84 60-66 84Q-60 92-48 92H48Q60 92 66 84C84 60 72-20 58-64Z', '#dcb98a'),
    area('M58-64C72-20 84 60 66 84Q60 92 48 92H14C50 60 50-20 30-64Z', SHADE),
    area('M-64-66C-40-92 40-92 64-66C40-48-40-48-64-66Z', '#b98f5c'),
    ellipse(0, -68, 46, 15, main),
    ellipse(-8, -72, 28, 7, light),
    rect(-38, -22, 76, 58, 8, '#fff6e3'),
    line('M0 26V-10', dark, 5),
    area('M0-14C10-6 10 2 0 8C-10 2-10-6 0-14Z', dark),
    line(
      'M0 12C-10 10-14 4-16-2M0 12C10 10 14 4 16-2M0 24C-10 22-14 16-16 10M0 24C10 22 14 16 16 10',
      dark,
      5,
    ),
  );

/** A bowl of something: pulses, spice, curd. */
export const bowl: Drawing = ({ main, dark, light }, variant) =>
  drawn(
    area('M-74 4C-50-52-16-70 4-66C36-62 58-36 74 4Z', main),
    area('M74 4C58-36 36-62 4-66C30-44 40-20 44 4Z', SHADE),
    ...[
      [-34, -18],
      [-8, -40],
      [10, -16],
      [-16, -12],
      [34, -24],
      [18, -48],
    ].map(([x = 0, y = 0]) => ellipse(x, y, 6, 5, light)),
    area('M-94 0H94C92 46 60 82 34 84H-34C-60 82-92 46-94 0Z', variant % 2 === 0 ? '#b5713f' : '#d98b52'),
    rect(-98, -6, 196, 16, 8, '#e2a066'),
    line('M-70 34C-30 52 30 52 70 34', dark, 5),
    rect(-36, 82, 72, 10, 5, DARK_WOOD),
  );

export const coffee: Drawing = ({ main, dark }) =>
  drawn(
    line('M-30-58C-40-72-20-78-30-94M0-58C-10-72 10-78 0-94M30-58C20-72 40-78 30-94', '#ffffffcc', 8),
    line('M56-10C96-18 96 46 50 40', main, 15),
    area('M-66-36H66V26C66 62 44 78 20 78H-20C-44 78-66 62-66 26Z', main),
    ellipse(0, -36, 66, 16, dark),
    ellipse(0, -34, 56, 11, '#5a3722'),
    rect(-52, -10, 12, 52, 6, SHINE),
    ellipse(0, 86, 92, 9, '#f4f5f7'),
  );

export const tub: Drawing = ({ main, dark, light }) =>
  drawn(
    rect(-68, -92, 136, 38, 10, dark),
    line('M-48-84V-62M-28-84V-62M-8-84V-62M12-84V-62M32-84V-62M50-84V-62', SHADE, 5),
    rect(-62, -54, 124, 148, 14, main),
    rect(-62, -22, 124, 82, 0, light),
    line('M-38 18H38', dark, 12),
    rect(-48, -4, 16, 44, 6, dark),
    rect(32, -4, 16, 44, 6, dark),
    rect(-52, -46, 10, 130, 5, SHINE),
  );

export const tissueBox: Drawing = ({ main, dark, light }) =>
  drawn(
    area('M-36-8C-46-50-14-56-22-92C10-86 12-60 30-78C46-50 30-40 38-8Z', WHITE),
    line('M-8-20C-14-44 8-50 2-72', '#dfe6ef', 4),
    rect(-92, -12, 184, 92, 10, main),
    rect(-92, 44, 184, 36, 10, dark),
    ellipse(0, -8, 50, 9, dark),
    circle(-56, 22, 12, light),
    circle(0, 30, 12, light),
    circle(56, 22, 12, light),
  );

/** A tin and a bowl for the one who can't order by itself. */
export const petFood: Drawing = ({ main, dark, light }) =>
  drawn(
    rect(-70, -86, 108, 132, 12, main),
    rect(-74, -92, 116, 16, 8, STEEL),
    rect(-74, 38, 116, 14, 7, DARK_STEEL),
    circle(-16, -20, 38, WHITE),
    ellipse(-16, -10, 16, 13, dark),
    circle(-36, -26, 7, dark),
    circle(-23, -38, 7, dark),
    circle(-8, -38, 7, dark),
    circle(5, -26, 7, dark),
    area('M-2 42H94L84 88Q82 94 76 94H16Q10 94 8 88Z', light),
    ellipse(46, 42, 48, 13, dark),
    circle(24, 36, 11, WOOD),
    circle(46, 31, 12, '#a9743f'),
    circle(68, 36, 11, WOOD),
  );

/** What stands for a thing that nobody has drawn yet. */
export const parcel: Drawing = ({ main, dark, light }) =>
  drawn(
    area('M-80-30L0-66L80-30L0 6Z', light),
    area('M-80-30L0 6V88L-80 50Z', main),
    area('M80-30L0 6V88L80 50Z', dark),
    area('M-50-44L30-8V22L14 14V0L-64-36Z', GOLD),
  );
