import { INK, SHADE, SHINE, WHITE, area, circle, drawn, ellipse, line, placed, turned } from './shapes.ts';
import type { Drawing } from './shapes.ts';

function ball(colour: string, ...marks: readonly string[]): string {
  return drawn(
    circle(0, 0, 84, colour),
    ...marks,
    area('M84 0A84 84 0 0 1-40 74C30 70 70 20 54-64A84 84 0 0 1 84 0Z', SHADE),
    ellipse(-36, -44, 16, 11, SHINE),
  );
}

export const football: Drawing = () =>
  ball(
    WHITE,
    area('M0-28L27-8L17 24H-17L-27-8Z', INK),
    line('M0-28V-60M27-8L58-20M17 24L38 52M-17 24L-38 52M-27-8L-58-20', INK, 4),
    area('M0-60L-24-74A84 84 0 0 1 24-74Z', INK),
    area('M58-20L62-52A84 84 0 0 1 84 4Z', INK),
    area('M-58-20L-62-52A84 84 0 0 0-84 4Z', INK),
    area('M38 52L64 50A84 84 0 0 1 20 82Z', INK),
    area('M-38 52L-64 50A84 84 0 0 0-20 82Z', INK),
  );

export const basketball: Drawing = () =>
  ball('#ee8336', line('M-84 0H84M0-84V84M-60-58C-20-30-20 30-60 58M60-58C20-30 20 30 60 58', '#5a2f12', 5));

export const volleyball: Drawing = () =>
  ball(
    '#fdf3d8',
    area('M0-84A84 84 0 0 1 84 0C50-30 10-20 0 0C-16-26-14-60 0-84Z', '#4384e4'),
    area('M73 42A84 84 0 0 1-42 73C0 60 16 26 0 0C30 0 60 14 73 42Z', '#f9cb3c'),
    area('M-73 42A84 84 0 0 1-60-58C-60-20-30 8 0 0C-14 28-44 44-73 42Z', '#4384e4'),
    line('M0 0C-10-26-8-60 4-82M0 0C30-8 62 10 74 38M0 0C-18 24-44 40-72 42', WHITE, 5),
  );

export function tennisBall(): string {
  return ball('#cfe04a', line('M-66-50C-20-30-20 30-66 50M66-50C20-30 20 30 66 50', WHITE, 8));
}

export function baseball(): string {
  return ball(
    '#fdfbf6',
    line('M-58-60C-20-30-20 30-58 60M58-60C20-30 20 30 58 60', '#d9544d', 4),
    line(
      'M-48-36L-34-44M-38-14L-22-18M-38 14L-22 18M-48 36L-34 44M48-36L34-44M38-14L22-18M38 14L22 18M48 36L34 44',
      '#d9544d',
      4,
    ),
  );
}

export function cricketBall(): string {
  return ball(
    '#b5262f',
    line('M-12-82C10-30 10 30-12 82M12-82C34-30 34 30 12 82', '#f6dcd2', 3),
    line('M0-70L16-74M6-50L24-54M10-28L28-30M12-6H30M12 16L30 18M10 38L28 42M4 60L22 64', '#f6dcd2', 3),
  );
}

export const golfBall: Drawing = () =>
  drawn(
    placed(
      0,
      -14,
      0.8,
      ball(
        WHITE,
        ...[-56, -28, 0, 28, 56].flatMap((y, row) =>
          [-48, -16, 16, 48].map((x) => circle(x + (row % 2 === 0 ? 6 : -8), y, 5, '#d9dfe8')),
        ),
      ),
    ),
    area('M-26 54H26L8 72V96H-8V72Z', '#e5484d'),
  );

export const americanFootball: Drawing = () =>
  turned(
    -30,
    area('M-98 0C-70-62 70-62 98 0C70 62-70 62-98 0Z', '#8f4f2b'),
    area('M98 0C70 62-70 62-98 0C-40 36 50 34 98 0Z', SHADE),
    line('M-66-34C-56-12-56 12-66 34M66-34C56-12 56 12 66 34', WHITE, 8),
    line('M-32-8H32M-24-18V2M-8-18V2M8-18V2M24-18V2', WHITE, 6),
  );
