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
  line,
  rect,
  ring,
} from './shapes.ts';
import type { Drawing } from './shapes.ts';

function wheel(x: number, y: number, r: number): string {
  const spokes = line(
    `M${x - r * 0.5} ${y}H${x + r * 0.5}M${x} ${y - r * 0.5}V${y + r * 0.5}`,
    DARK_STEEL,
    4,
  );
  return drawn(circle(x, y, r, INK), circle(x, y, r * 0.62, STEEL), spokes, circle(x, y, r * 0.2, INK));
}

function spokedWheel(x: number, y: number): string {
  return drawn(ring(x, y, 31, INK, 11), ring(x, y, 22, DARK_STEEL, 3), circle(x, y, 8, DARK_STEEL));
}

/** Upright, with the engine to be seen. */
export const motorcycle: Drawing = ({ main, dark, light }) =>
  drawn(
    spokedWheel(-60, 46),
    spokedWheel(62, 46),
    line('M-60 46L-14 30L20 44', INK, 10),
    line('M62 46L36-30L28-52', DARK_STEEL, 9),
    rect(-20, 12, 44, 38, 8, DARK_STEEL),
    line('M-16 22H20M-16 31H20M-16 40H20', INK, 3),
    line('M20 46C0 62-40 58-84 60', STEEL, 9),
    area('M-92-14C-70-24-44-22-22-8L-26 8H-66C-78 6-88-2-92-14Z', INK),
    area('M-30-4C-20-34 16-42 36-28L34 6C14 16-14 14-30-4Z', main),
    area('M36-28L34 6C24 11 14 13 2 12C18 0 26-16 24-34Z', SHADE),
    line('M-14-10C-6-20 6-26 18-26', light, 5),
    line('M28-52L4-62M28-52L42-46', INK, 8),
    circle(46, -30, 15, dark),
    circle(50, -30, 10, '#fff1b8'),
  );

/** With a fairing, leaning forward. */
export const sportbike: Drawing = ({ main, dark, light }) =>
  drawn(
    spokedWheel(-60, 46),
    spokedWheel(64, 46),
    line('M-60 46L-10 34', INK, 12),
    line('M64 46L44-10', DARK_STEEL, 10),
    area('M-98-44C-70-36-50-30-34-16L-40 0C-62-4-84-20-98-44Z', main),
    area('M-46-14C-36-22-26-22-16-18L-30 2H-50Z', INK),
    area('M-38 6C-30-28 4-44 26-38L62-30C80-24 88-8 84 4L52 10C46 36 20 52-14 50C-30 40-40 24-38 6Z', main),
    area('M84 4L52 10C46 36 20 52-14 50C10 34 30 6 84 4Z', dark),
    area('M22-36L48-64C56-58 60-44 62-30Z', '#bfe0f4'),
    area('M60-22C72-20 78-12 80-4L62-6Z', '#fff1b8'),
    line('M-26-2C-12-22 4-26 18-26', light, 5),
    line('M-4 18L36 8M-6 32L28 24', WHITE, 5),
    line('M-20 52L-84 40', STEEL, 10),
  );

export const scooter: Drawing = ({ main, dark, light }) =>
  drawn(
    spokedWheel(-56, 52),
    spokedWheel(66, 52),
    area(
      'M-94 22C-92-20-60-30-16-22L-6 22C4 44 30 40 40 20L46-40L58-42L70 18C72 32 60 44 44 52C16 60-10 60-26 52C-30 30-54 22-74 32C-86 36-94 32-94 22Z',
      main,
    ),
    area('M-26 52C-30 30-54 22-74 32C-60 16-20 16-10 40Z', dark),
    area('M34 36C44 16 86 14 92 38C80 28 50 28 34 36Z', main),
    area('M-86-26C-70-40-30-38-8-30L-10-18H-84Z', INK),
    line('M50-40L46-64L22-72M46-64L64-66', INK, 8),
    circle(60, -48, 13, light),
    circle(62, -48, 9, '#fff1b8'),
    line('M-76-4C-64-12-48-14-36-12', SHINE, 6),
  );

/** A saloon. */
export const saloon: Drawing = ({ main, dark, light }) =>
  drawn(
    area(
      'M-98 34C-100 8-92-6-68-10L-40-42C-34-48-28-50-18-50H18C32-50 40-46 50-36L70-12C90-8 100 4 98 34Q98 42 90 42H-90Q-98 42-98 34Z',
      main,
    ),
    area('M-52-12L-34-36C-30-40-26-41-20-41H-4V-12Z', '#bfe0f4'),
    area('M4-12V-41H16C28-41 34-38 42-30L56-12Z', '#bfe0f4'),
    area('M-98 20H98V34Q98 42 90 42H-90Q-98 42-98 34Z', dark),
    line('M-84 2C-40-4 40-4 84 0', light, 4),
    rect(-98, 6, 14, 12, 5, '#fff1b8'),
    rect(86, 6, 12, 12, 5, '#e5484d'),
    line('M-22 2H-10M22 2H34', dark, 5),
    wheel(-56, 40, 25),
    wheel(56, 40, 25),
  );

/** Higher and longer: an SUV or a van. */
export const suv: Drawing = ({ main, dark, light }) =>
  drawn(
    line('M-40-66H52', INK, 6),
    area(
      'M-98 36C-100 6-96-12-78-16L-58-20L-38-54C-34-60-28-62-20-62H70C80-62 84-58 86-50L96 0V36Q96 44 88 44H-90Q-98 44-98 36Z',
      main,
    ),
    area('M-42-20L-28-48C-26-51-22-52-18-52H-4V-20Z', '#bfe0f4'),
    rect(4, -52, 36, 32, 3, '#bfe0f4'),
    area('M48-52H68C74-52 76-50 78-44L82-20H48Z', '#bfe0f4'),
    area('M-98 20H96V36Q96 44 88 44H-90Q-98 44-98 36Z', dark),
    line('M-88-4H88', light, 4),
    rect(-98, 0, 14, 14, 5, '#fff1b8'),
    rect(86, -2, 10, 18, 4, '#e5484d'),
    line('M-20-8H-8M24-8H36', dark, 5),
    wheel(-56, 44, 27),
    wheel(56, 44, 27),
  );
