import {
  DARK_LEAF,
  DARK_WOOD,
  GOLD,
  INK,
  LEAF,
  SHADE,
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

export const bed: Drawing = ({ main, dark, light }) =>
  drawn(
    rect(-92, -58, 184, 100, 16, dark),
    rect(-80, -46, 160, 60, 10, main),
    rect(-72, -22, 62, 40, 14, WHITE),
    rect(10, -22, 62, 40, 14, WHITE),
    area('M-94 16Q-94 6-84 6H84Q94 6 94 16V62H-94Z', light),
    area('M-94 28H94V62H-94Z', main),
    rect(-98, 54, 196, 18, 6, DARK_WOOD),
    rect(-90, 70, 14, 20, 4, DARK_WOOD),
    rect(76, 70, 14, 20, 4, DARK_WOOD),
  );

export const sofa: Drawing = ({ main, dark, light }) =>
  drawn(
    rect(-76, -56, 152, 90, 22, dark),
    rect(-72, -46, 70, 70, 14, main),
    rect(2, -46, 70, 70, 14, main),
    rect(-100, -14, 38, 74, 18, main),
    rect(62, -14, 38, 74, 18, main),
    rect(-66, 14, 132, 34, 12, light),
    line('M0 18V44', dark, 3),
    rect(-92, 44, 184, 18, 8, dark),
    line('M-76 64L-82 86M76 64L82 86', DARK_WOOD, 10),
    turned(-10, rect(-62, -20, 36, 36, 8, GOLD)),
  );

export const bedsideTable: Drawing = ({ main, dark, light }) =>
  drawn(
    line('M-56 60L-62 96M56 60L62 96', dark, 12),
    rect(-70, -22, 140, 90, 8, main),
    rect(-80, -34, 160, 16, 6, dark),
    rect(-58, -8, 116, 30, 6, light),
    rect(-58, 28, 116, 30, 6, light),
    circle(0, 7, 6, GOLD),
    circle(0, 43, 6, GOLD),
    rect(-8, -56, 12, 22, 0, GOLD),
    area('M-34-56L-20-98H16L30-56Z', '#fff1cf'),
    rect(40, -42, 34, 8, 2, '#4384e4'),
    rect(44, -49, 26, 8, 2, '#e5484d'),
  );

export const chair: Drawing = ({ main, dark, light }) =>
  drawn(
    area('M-46-88Q0-104 46-88Q60-40 46 4H-46Q-60-40-46-88Z', main),
    area('M-34-78Q0-90 34-78Q44-40 34-6H-34Q-44-40-34-78Z', light),
    rect(-60, 0, 120, 26, 13, dark),
    line('M-58-20H-74V14M58-20H74V14', INK, 9),
    rect(-7, 26, 14, 36, 0, STEEL),
    line('M0 60L-56 82M0 60L56 82M0 60V86', INK, 9),
    circle(-56, 88, 8, INK),
    circle(56, 88, 8, INK),
    circle(0, 92, 8, INK),
  );

export const washstand: Drawing = ({ light }) =>
  drawn(
    rect(-50, -98, 100, 98, 14, WOOD),
    rect(-40, -88, 80, 78, 8, '#d7ebf6'),
    line('M-22-30L12-76M0-24L24-54', WHITE, 7),
    line('M0 24V6Q0-4 14-4H22', STEEL, 9),
    rect(-88, 32, 176, 12, 4, DARK_WOOD),
    area('M-56 18H56Q54 40 34 40H-34Q-54 40-56 18Z', WHITE),
    rect(-80, 44, 160, 50, 6, WOOD),
    line('M0 48V90', DARK_WOOD, 4),
    circle(-12, 66, 5, light),
    circle(12, 66, 5, light),
  );

export const hangingChair: Drawing = ({ main, dark }) =>
  drawn(
    line('M-60 94C-100 60-100-96 10-94Q24-94 24-80V-68', INK, 9),
    line('M-88 94H40', INK, 10),
    area('M24-72C74-60 84 0 74 36C68 62 46 72 24 72C2 72-20 62-26 36C-36 0-26-60 24-72Z', dark),
    area('M24-44C54-40 62-4 58 30H-10C-14-4-6-40 24-44Z', '#00000033'),
    ellipse(24, 34, 44, 20, main),
    rect(-4, -6, 56, 34, 14, '#fff1cf'),
    line('M24-72C10-60-16-30-20 30M24-72C38-60 64-30 68 30', '#ffffff55', 4),
  );

export const pictureFrame: Drawing = ({ main, dark }) =>
  drawn(
    line('M0 70V30M0 44L-44 14M0 36L44 8M-24 28L-34-14M22 22L36-30', DARK_WOOD, 8),
    ...[
      [-48, 6],
      [-36, -40],
      [0, -70],
      [40, -44],
      [52, 2],
      [0, -16],
    ].map(([x = 0, y = 0], index) =>
      placed(
        x,
        y,
        1,
        circle(0, 0, 26, index % 2 === 0 ? main : dark),
        circle(0, 0, 20, '#fdf6ea'),
        circle(0, -5, 7, '#d9a983'),
        area('M-13 15C-12 2 12 2 13 15Z', index % 2 === 0 ? '#4384e4' : '#ec6fa8'),
      ),
    ),
    rect(-40, 68, 80, 16, 8, DARK_WOOD),
  );

/** A plant in its pot; every second one has round leaves. */
export const plant: Drawing = ({ main, dark }, variant) => {
  const pointed = area('M0 10C-26-16-24-60 0-86C24-60 26-16 0 10Z', LEAF) + line('M0 6V-60', DARK_LEAF, 4);
  const round =
    line('M0 10V-40', DARK_LEAF, 5) + ellipse(0, -58, 24, 28, LEAF) + line('M0-40V-70', DARK_LEAF, 3);
  return drawn(
    ...[-52, 52, -26, 26, 0].map((degrees) =>
      placed(0, 12, 1, turned(degrees, variant % 2 === 0 ? pointed : round)),
    ),
    area('M-52 22H52L40 88Q38 96 30 96H-30Q-38 96-40 88Z', main),
    rect(-60, 8, 120, 24, 8, dark),
    area('M52 32L40 88Q38 96 30 96H10L20 32Z', SHADE),
  );
};

export const flowerPot: Drawing = ({ main, dark, light }) =>
  drawn(
    line('M0 10C0-20-6-40-4-50M0 10C-10-10-30-20-44-26M0 10C10-10 30-16 46-30', DARK_LEAF, 6),
    ...[
      [-4, -58],
      [-50, -34],
      [52, -38],
    ].map(([x = 0, y = 0]) =>
      placed(
        x,
        y,
        1,
        ...[0, 72, 144, 216, 288].map((degrees) => turned(degrees, ellipse(0, -18, 12, 17, '#ec6fa8'))),
        circle(0, 0, 11, '#f9cb3c'),
      ),
    ),
    area('M-58 16H58L44 86Q42 96 32 96H-32Q-42 96-44 86Z', main),
    rect(-66, 2, 132, 26, 8, dark),
    line('M-46 52L-30 66L-14 52L2 66L18 52L34 66L46 56', light, 6),
  );

export const tableLamp: Drawing = ({ main, dark }) =>
  drawn(
    area('M-96 60L-54-6H54L96 60Z', '#fff3c455'),
    area('M-34-92H34L66-4H-66Z', main),
    area('M34-92L66-4H30L12-92Z', SHADE),
    rect(-6, -4, 12, 30, 0, GOLD),
    area('M0 22C34 28 34 70 14 82H-14C-34 70-34 28 0 22Z', dark),
    rect(-40, 80, 80, 14, 7, GOLD),
    line('M-40 4V30', GOLD, 3),
    circle(-40, 34, 5, GOLD),
  );
