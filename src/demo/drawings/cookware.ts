import { cup } from './tableware.ts';
import {
  DARK_STEEL,
  DARK_WOOD,
  INK,
  SHADE,
  SHINE,
  STEEL,
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

export const pan: Drawing = ({ main, dark }, variant) =>
  drawn(
    turned(-30, rect(44, -11, 70, 22, 11, variant % 2 === 0 ? DARK_WOOD : INK)),
    circle(-20, 10, 74, dark),
    circle(-20, 10, 64, main),
    ...(variant % 2 === 0
      ? [
          area('M-62 10C-66-22-30-36-8-28C22-30 34 8 18 30C0 52-58 46-62 10Z', WHITE),
          circle(-18, 6, 19, '#f9cb3c'),
          circle(-24, 0, 5, SHINE),
        ]
      : [ellipse(-40, -10, 12, 26, SHINE)]),
  );

export const wok: Drawing = ({ main, dark }) =>
  drawn(
    rect(66, -22, 38, 16, 8, DARK_WOOD),
    rect(-104, -22, 38, 16, 8, DARK_WOOD),
    area('M-40-16C-44-44-20-52-10-34C0-58 24-54 22-32C44-46 56-26 44-12Z', LEAFY),
    circle(0, -22, 13, '#f5862b'),
    circle(26, -18, 10, '#e5484d'),
    circle(-26, -20, 10, '#f9cb3c'),
    area('M-84-14H84C80 44 44 70 0 70C-44 70-80 44-84-14Z', main),
    rect(-88, -20, 176, 14, 7, dark),
    line('M-56 14C-46 36-30 46-14 50', SHINE, 8),
  );

export const pot: Drawing = ({ main, dark, light }) =>
  drawn(
    rect(-102, -6, 204, 20, 10, INK),
    rect(-76, -26, 152, 108, 18, main),
    rect(30, -26, 46, 108, 18, SHADE),
    rect(-62, -12, 12, 76, 6, SHINE),
    area('M-78-30C-70-66 70-66 78-30Z', '#d9edf8'),
    rect(-82, -36, 164, 14, 7, dark),
    rect(-12, -80, 24, 18, 8, INK),
    line('M-40-44C-30-52-16-54-6-55', light, 5),
  );

export const blender: Drawing = ({ main, dark }) =>
  drawn(
    rect(-32, -98, 64, 18, 6, INK),
    area('M-46-80H46L34 24H-34Z', '#ffffffb8'),
    area('M-41-36C-16-48 16-24 41-36L34 24H-34Z', '#ec6fa8'),
    line('M44-64Q72-66 66-36Q62-14 40-10', INK, 9),
    area('M-40 24H40L54 86Q54 94 46 94H-46Q-54 94-54 86Z', main),
    circle(0, 60, 16, dark),
    line('M0 60V50', WHITE, 5),
    line('M-30-66L-24 10', WHITE, 6),
  );

export const handBlender: Drawing = ({ main, dark }) =>
  turned(
    24,
    rect(-20, -98, 40, 98, 18, main),
    rect(-8, -80, 16, 26, 8, dark),
    rect(-14, -4, 28, 14, 4, INK),
    rect(-7, 10, 14, 54, 0, STEEL),
    area('M-12 58H12L26 84Q28 94 18 94H-18Q-28 94-26 84Z', STEEL),
    line('M-12 88H12', INK, 5),
    rect(-14, -86, 5, 70, 2, SHINE),
  );

export const stove: Drawing = ({ main }) =>
  drawn(
    rect(-94, -10, 188, 84, 14, main),
    rect(-94, -18, 188, 26, 10, INK),
    ellipse(-46, -18, 38, 9, DARK_STEEL),
    ellipse(46, -18, 38, 9, DARK_STEEL),
    ...[-58, -46, -34].map((x) =>
      area(`M${x} -22C${x - 8} -34 ${x} -44 ${x} -50C${x + 8} -40 ${x + 8} -30 ${x} -22Z`, '#f5862b'),
    ),
    ...[34, 46, 58].map((x) =>
      area(`M${x} -22C${x - 8} -34 ${x} -44 ${x} -50C${x + 8} -40 ${x + 8} -30 ${x} -22Z`, '#4384e4'),
    ),
    ...[-50, 50].map((x) => placed(x, 40, 1, circle(0, 0, 17, INK), line('M0 0V-11', WHITE, 5))),
    rect(-14, 28, 28, 22, 6, '#24a89c'),
    rect(-80, 74, 22, 12, 4, INK),
    rect(58, 74, 22, 12, 4, INK),
  );

export const microwave: Drawing = ({ main, dark }) =>
  drawn(
    rect(-98, -60, 196, 126, 14, main),
    rect(-84, -46, 126, 96, 10, INK),
    ellipse(-21, 30, 44, 9, '#6b7484'),
    placed(-21, 8, 0.34, cup({ main: '#ec6fa8', dark: '#b93f79', light: '#5a3722' }, 0)),
    rect(54, -44, 32, 20, 4, '#24a89c'),
    ...[-10, 8, 26].flatMap((y) => [60, 78].map((x) => circle(x, y, 6, dark))),
    rect(54, 40, 32, 12, 5, dark),
    rect(-82, 66, 24, 12, 4, INK),
    rect(58, 66, 24, 12, 4, INK),
    line('M-70-30L-40-30', SHINE, 6),
  );

const LEAFY = '#4cae5a';
