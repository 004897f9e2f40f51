import { GOLD, INK, SHADE, WHITE, area, circle, drawn, line, rect } from './shapes.ts';
import type { Drawing } from './shapes.ts';

const SHIRT = 'M-34-86L-64-76L-98-18L-70 2L-54-24V92H54V-24L70 2L98-18L64-76L34-86C20-70-20-70-34-86Z';

/** A shirt with collar and buttons. */
export const shirt: Drawing = ({ main, dark, light }) =>
  drawn(
    area(SHIRT, main),
    area('M-34-86L0-58L-28-38L-46-80Z', light),
    area('M34-86L0-58L28-38L46-80Z', light),
    line('M0-56V88', dark, 3),
    ...[-36, -8, 20, 48, 76].map((y) => circle(0, y, 4, WHITE)),
    rect(16, -16, 28, 32, 4, dark),
  );

export const checkShirt: Drawing = (paint, variant) =>
  drawn(
    area(SHIRT, paint.main),
    line('M-36-70V90M-14-60V90M12-60V90M36-70V90', paint.dark, variant % 2 === 0 ? 9 : 5),
    line('M-52-10H52M-52 22H52M-52 54H52M-60-42H60', paint.dark, variant % 2 === 0 ? 9 : 5),
    line('M-25-66V90M24-66V90M-52 6H52M-52 38H52M-52 70H52M-56-26H56', '#ffffff77', 3),
    area('M-34-86L0-58L-28-38L-46-80Z', paint.light),
    area('M34-86L0-58L28-38L46-80Z', paint.light),
    ...[-36, -8, 20, 48, 76].map((y) => circle(0, y, 4, WHITE)),
  );

export const teeShirt: Drawing = ({ main, dark, light }) =>
  drawn(
    area(SHIRT, main),
    line('M-32-84C-18-68 18-68 32-84', dark, 8),
    area('M0-26L36 2L22 44H-22L-36 2Z', light),
    area('M0-8L20 8L12 32H-12L-20 8Z', dark),
    area('M54-24V92H30C40 60 36 10 34-40Z', SHADE),
  );

export const frock: Drawing = ({ main, dark, light }, variant) =>
  drawn(
    line('M-26-60V-94M26-60V-94', dark, 9),
    area('M-40-66C-20-54 20-54 40-66L34-8L86 80C50 96-50 96-86 80L-34-8Z', main),
    area('M34-8L86 80C70 88 50 91 30 92C30 50 20 20 14-8Z', SHADE),
    rect(-37, -14, 74, 14, 6, dark),
    ...(variant % 2 === 0
      ? [
          [-40, 56],
          [-12, 30],
          [16, 62],
          [-16, 74],
          [44, 66],
          [10, 22],
          [-8, -36],
          [16, -40],
        ].map(([x = 0, y = 0]) => circle(x, y, 6, light))
      : [line('M-70 66C-40 80 40 80 70 66M-60 48C-36 60 36 60 60 48', light, 6)]),
  );

export const tartanDress: Drawing = ({ main, dark, light }) =>
  drawn(
    area('M-42-90L-18-94C-10-80 10-80 18-94L42-90L34-14L82 84C50 94-50 94-82 84L-34-14Z', main),
    line('M-14-76V-16M14-76V-16M-36-54H36M-34-34H34', dark, 6),
    line('M-12 2L-26 88M12 2L26 88M-40 26C-20 32 20 32 40 26M-58 56C-30 64 30 64 58 56', dark, 7),
    line('M0-78V-16M0 4V88M-48 42C-24 48 24 48 48 42', light, 3),
    rect(-37, -16, 74, 16, 4, INK),
    rect(-10, -18, 20, 20, 4, GOLD),
  );

export const gown: Drawing = ({ main, dark, light }) =>
  drawn(
    area(
      'M-34-92C-22-76-10-78 0-86C10-78 22-76 34-92L24-26C34 20 60 70 92 94C40 102-40 102-92 94C-60 70-34 20-24-26Z',
      main,
    ),
    area('M24-26C34 20 60 70 92 94C70 98 50 100 24 100C20 50 8 10 2-26Z', dark),
    line('M-10-14C-20 30-34 64-54 90M0-14C-2 30-8 64-14 94', light, 4),
    rect(-27, -32, 54, 11, 5, GOLD),
  );

/** A laced corset over a skirt. */
export const corset: Drawing = ({ main, dark, light }, variant) =>
  drawn(
    area(
      variant % 2 === 0 ? 'M-34 2H34L60 92C30 98-30 98-60 92Z' : 'M-34 2H34L84 80C40 96-40 96-84 80Z',
      INK,
    ),
    area('M-44-86C-28-68-12-72 0-80C12-72 28-68 44-86L34-20L38 14C20 22-20 22-38 14L-34-20Z', main),
    line('M-26-60L-20 12M26-60L20 12', dark, 5),
    line('M-8-60L8-48M8-60L-8-48M-8-40L8-28M8-40L-8-28M-8-20L8-8M8-20L-8-8', light, 4),
    line('M-24 30L-34 84M0 30V90M24 30L34 84', '#ffffff22', 4),
  );

export const pantsuit: Drawing = ({ main, dark }) =>
  drawn(
    area('M-42-4H42L46 96H10L0 30L-10 96H-46Z', INK),
    area('M-30-94L-58-82L-84 10L-62 16L-48-30V18H48V-30L62 16L84 10L58-82L30-94L0-50Z', main),
    area('M-30-94L0-22L-14-6L-40-66L-28-70L-42-82Z', dark),
    area('M30-94L0-22L14-6L40-66L28-70L42-82Z', dark),
    area('M-26-92L0-30L26-92C14-84-14-84-26-92Z', WHITE),
    circle(0, 4, 4, GOLD),
  );
