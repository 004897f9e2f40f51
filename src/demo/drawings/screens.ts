import {
  DARK_STEEL,
  INK,
  PAINTS,
  SHADE,
  WHITE,
  area,
  circle,
  drawn,
  line,
  placed,
  rect,
  ring,
  turned,
} from './shapes.ts';
import type { Drawing, Paint } from './shapes.ts';

function screenOf(variant: number): Paint {
  const screens = [PAINTS.blue, PAINTS.purple, PAINTS.teal, PAINTS.orange, PAINTS.pink];
  return screens[variant % screens.length] ?? PAINTS.blue;
}

function wallpaper({ main, dark, light }: Paint, variant: number): string {
  const patterns = [
    area('M-38 30C-10-10 14 50 38 6V76Q38 86 28 86H-28Q-38 86-38 76Z', light) +
      area('M-38 56C-12 34 14 80 38 44V76Q38 86 28 86H-28Q-38 86-38 76Z', dark),
    circle(0, 6, 30, light) + circle(0, 6, 18, dark),
    area('M-38 86V20L-8-14L38 40V86Z', dark) + circle(16, -44, 12, light),
    area('M-38-6A92 92 0 0 1 38 72V76Q38 86 28 86H-28Q-38 86-38 76Z', light) +
      area('M-38 36A50 50 0 0 1 12 86H-28Q-38 86-38 76Z', dark),
  ];
  return rect(-38, -86, 76, 172, 10, main) + (patterns[variant % patterns.length] ?? '');
}

/** A phone of today: its back behind, its face before. */
export const phone: Drawing = (paint, variant) =>
  drawn(
    placed(
      36,
      -4,
      0.94,
      rect(-46, -92, 92, 184, 18, paint.dark),
      rect(4, -84, 34, 54, 12, SHADE),
      circle(21, -70, 9, INK),
      circle(21, -46, 9, INK),
      circle(21, -70, 3, '#6aa3ff'),
    ),
    placed(
      -18,
      2,
      1,
      rect(-45, -94, 90, 188, 18, INK),
      wallpaper(paint, variant),
      variant % 2 === 0 ? rect(-14, -82, 28, 8, 4, INK) : circle(0, -76, 5, INK),
      line('M-12 78H12', WHITE, 4),
      line('M-30-62H-6M-30-50H6', '#ffffffaa', 6),
    ),
  );

/** A phone with a home button, as they were. */
export const olderPhone: Drawing = (paint, variant) =>
  drawn(
    rect(-52, -96, 104, 192, 20, paint.light),
    rect(-52, -96, 104, 192, 20, SHADE),
    rect(-48, -96, 96, 192, 18, WHITE),
    placed(0, -2, 0.8, wallpaper(paint, variant)),
    rect(-14, -86, 28, 6, 3, DARK_STEEL),
    circle(0, 82, 9, '#e6e9ee'),
    ring(0, 82, 8, DARK_STEEL, 2),
    line('M-22-52H-2M-22-42H10', '#ffffffcc', 5),
  );

/** The frame has the product's colour, the screen one of its own. */
export const tablet: Drawing = ({ main, dark }, variant) => {
  const screen = screenOf(variant);
  return drawn(
    turned(
      -8,
      rect(-74, -96, 148, 192, 16, dark),
      rect(-76, -98, 148, 192, 16, main),
      rect(-63, -84, 126, 168, 6, screen.main),
      area('M-63 20C-20-30 20 50 63-4V78Q63 84 57 84H-57Q-63 84-63 78Z', screen.light),
      area('M-63 52C-20 20 20 80 63 36V78Q63 84 57 84H-57Q-63 84-63 78Z', screen.dark),
      circle(variant % 2 === 0 ? 24 : -24, -40, 18, screen.light),
    ),
    turned(24, placed(78, 0, 1, rect(-6, -84, 12, 150, 6, WHITE), area('M-6 64H6L0 84Z', DARK_STEEL))),
  );
};

export const laptop: Drawing = ({ main, dark }, variant) => {
  const screen = screenOf(variant);
  return drawn(
    rect(-82, -80, 164, 118, 12, main),
    rect(-76, -74, 152, 106, 8, INK),
    rect(-70, -68, 140, 94, 4, screen.main),
    variant % 2 === 0
      ? area('M-70 6C-30-34 20 20 70-24V26H-70Z', screen.light) +
          area('M-70 22C-20-8 30 30 70 0V26H-70Z', screen.dark)
      : area('M-70 26L-20-30L14 6L36-14L70 26Z', screen.dark) + circle(36, -42, 12, screen.light),
    area('M-102 38H102L94 58Q92 64 84 64H-84Q-92 64-94 58Z', main),
    area('M-98 50H98L94 58Q92 64 84 64H-84Q-92 64-94 58Z', dark),
    area('M-26 38H26L22 46H-22Z', dark),
    line('M-54-52H-24M-54-40H-38', '#ffffffaa', 5),
  );
};

export const smartWatch: Drawing = ({ main, dark, light }) =>
  drawn(
    rect(-30, -100, 60, 200, 16, light),
    rect(-52, -58, 104, 116, 30, dark),
    rect(-46, -52, 92, 104, 25, INK),
    rect(50, -22, 10, 26, 4, main),
    ring(0, 0, 34, '#e5484d', 7),
    ring(0, 0, 24, '#4cae5a', 7),
    ring(0, 0, 14, '#4cc3f0', 7),
  );
