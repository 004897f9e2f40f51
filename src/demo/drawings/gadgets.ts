import {
  DARK_STEEL,
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
  ring,
} from './shapes.ts';
import type { Drawing } from './shapes.ts';

export const earbuds: Drawing = () =>
  drawn(
    area('M-72-8C-72-50-60-62-40-62H40C60-62 72-50 72-8Z', '#d9dfe8'),
    area('M-60-8C-60-40-52-50-38-50H38C52-50 60-40 60-8Z', DARK_STEEL),
    ...[-1, 1].map((side) =>
      placed(
        side * 30,
        -28,
        1,
        rect(-9, 0, 18, 50, 9, WHITE),
        ellipse(side * 3, -10, 23, 21, WHITE),
        ellipse(side * 16, -10, 9, 13, '#c6cdd8'),
        ellipse(side * -6, -12, 4, 8, INK),
      ),
    ),
    area('M-72 2H72V44Q72 88 30 88H-30Q-72 88-72 44Z', WHITE),
    area('M72 2V44Q72 88 30 88H-6C40 80 50 40 48 2Z', SHADE),
    circle(0, 34, 5, '#4cae5a'),
  );

export const neckband: Drawing = ({ main, dark }) =>
  drawn(
    line('M-52 40C-96-40-60-92 0-92C60-92 96-40 52 40', main, 12),
    rect(-64, 10, 26, 62, 12, dark),
    rect(38, 10, 26, 62, 12, dark),
    line('M-51 70C-46 96-20 96-18 66M51 70C46 96 20 96 18 66', main, 6),
    ellipse(-18, 54, 14, 18, dark),
    ellipse(18, 54, 14, 18, dark),
    circle(-51, 30, 4, WHITE),
  );

export const headphones: Drawing = ({ main, dark, light }) =>
  drawn(
    line('M-70 20C-80-112 80-112 70 20', dark, 13),
    line('M-46-56C-24-82 24-82 46-56', light, 10),
    rect(-92, 4, 52, 84, 24, main),
    rect(40, 4, 52, 84, 24, main),
    rect(-50, 12, 20, 68, 10, INK),
    rect(30, 12, 20, 68, 10, INK),
    line('M-78 26V62', SHINE, 7),
  );

export const speaker: Drawing = ({ main, dark, light }, variant) =>
  drawn(
    variant % 2 === 0
      ? area('M-52-80H52V80Q52 94 38 94H-38Q-52 94-52 80Z', main)
      : area('M0-74C64-74 86-26 80 20C74 66 44 88 0 88C-44 88-74 66-80 20C-86-26-64-74 0-74Z', main),
    ...[-20, 0, 20, 40, 60].flatMap((y) => [-36, -18, 0, 18, 36].map((x) => circle(x, y, 4, dark))),
    ellipse(0, variant % 2 === 0 ? -80 : -66, 52, 14, dark),
    ellipse(0, variant % 2 === 0 ? -81 : -67, 34, 7, '#4cc3f0'),
    line('M-42-50V40', light, 5),
  );

export const charger: Drawing = () =>
  drawn(
    line('M0 20C0 70 70 40 70 78C70 98 30 98-70 88', '#e6e9ee', 10),
    rect(-46, -64, 92, 88, 18, WHITE),
    rect(-46, -6, 92, 30, 14, SHADE),
    rect(-24, -94, 11, 32, 4, STEEL),
    rect(13, -94, 11, 32, 4, STEEL),
    rect(-12, 12, 24, 16, 4, DARK_STEEL),
    area('M6-48L-18-16H-2L-8 8L18-26H2Z', '#4cae5a'),
    rect(-96, 78, 30, 18, 5, DARK_STEEL),
  );

export const chargingPad: Drawing = ({ light }) =>
  drawn(
    ellipse(0, 40, 98, 42, '#c6cdd8'),
    ellipse(0, 30, 98, 42, WHITE),
    ellipse(0, 28, 74, 29, '#eef1f5'),
    placed(0, -6, 1, rect(-70, -22, 140, 30, 14, INK), rect(-62, -18, 124, 16, 8, light)),
    area('M8-92L-22-50H-4L-12-22L24-66H6Z', '#f9cb3c'),
  );

export const powerBank: Drawing = ({ main, light }) =>
  drawn(
    rect(-56, -84, 112, 172, 24, '#e6e9ee'),
    rect(-56, -90, 112, 172, 24, WHITE),
    ring(0, -26, 34, '#d3d8e1', 9),
    line('M0 12V34', '#d3d8e1', 9),
    area('M5-48L-15-22H-3L-8-4L15-30H3Z', main),
    ...[-24, -8, 8, 24].map((x, index) => circle(x, 62, 4, index === 3 ? light : '#4cae5a')),
  );

export const phoneCase: Drawing = ({ main, dark, light }) =>
  drawn(
    rect(-54, -96, 108, 192, 26, dark),
    rect(-49, -92, 98, 184, 22, main),
    rect(-42, -84, 46, 48, 15, dark),
    circle(-28, -70, 8, INK),
    circle(-10, -50, 8, INK),
    ring(0, 8, 30, light, 7),
    line('M0 46V64', light, 7),
    line('M38-70V50', SHINE, 6),
  );

/** A phone on a stick, on legs or in a ring of light. */
export const phoneStand: Drawing = ({ main, dark }, variant) => {
  const legs = line('M0 20L-50 94M0 20L50 94M0 20V94', INK, 9);
  const stick =
    line('M0 0L0 94', DARK_STEEL, 10) + rect(-11, 46, 22, 48, 10, INK) + circle(0, 58, 4, '#e5484d');
  return drawn(
    variant % 2 === 0 ? legs : stick,
    rect(-6, -10, 12, 40, 4, DARK_STEEL),
    placed(0, -44, 0.62, rect(-45, -84, 90, 168, 18, INK), rect(-37, -74, 74, 148, 10, main)),
    placed(0, -44, 0.62, circle(0, -12, 20, '#f3d0b0'), area('M-32 54C-30 8 30 8 32 54Z', dark)),
  );
};

export const ringLight: Drawing = ({ main }) =>
  drawn(
    line('M0 50V92M-36 96L0 76L36 96', INK, 8),
    ring(0, -22, 60, '#fff6d6', 26),
    ring(0, -22, 74, '#dfe4ec', 4),
    ring(0, -22, 46, '#dfe4ec', 4),
    placed(0, -22, 0.36, rect(-50, -90, 100, 180, 18, INK), rect(-40, -78, 80, 156, 8, main)),
    circle(-8, -34, 5, WHITE),
  );

export const studioCamera: Drawing = ({ main }) =>
  drawn(
    line('M0 8L-50 94M0 8L50 94M0 8V94', INK, 10),
    rect(-12, -6, 24, 30, 4, DARK_STEEL),
    rect(-58, -66, 96, 64, 10, '#4a505e'),
    area('M38-48L78-66V-2L38-20Z', INK),
    circle(-20, -84, 20, INK),
    circle(22, -80, 16, INK),
    circle(-20, -84, 8, DARK_STEEL),
    circle(22, -80, 6, DARK_STEEL),
    rect(-46, -52, 42, 26, 4, main),
    circle(20, -50, 5, '#e5484d'),
  );
