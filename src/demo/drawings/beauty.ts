import {
  DARK_STEEL,
  GOLD,
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

export const mascara: Drawing = ({ main, dark, light }) =>
  drawn(
    turned(
      24,
      placed(
        -30,
        0,
        1,
        rect(-19, -40, 38, 132, 12, main),
        rect(-19, -40, 38, 14, 0, GOLD),
        rect(-11, -18, 8, 96, 4, light),
      ),
      placed(
        34,
        0,
        1,
        rect(-19, -96, 38, 88, 12, dark),
        rect(-15, -8, 30, 10, 0, GOLD),
        rect(-4, 2, 8, 28, 0, INK),
        area('M-14 30H14L9 92Q0 100-9 92Z', INK),
        line('M-16 40H16M-15 52H15M-14 64H14M-12 76H12', INK, 5),
      ),
    ),
  );

export const palette: Drawing = ({ main, dark }) =>
  drawn(
    area('M-92 8L-78-84Q-76-92-66-92H66Q76-92 78-84L92 8Z', dark),
    area('M-76-2L-64-78H64L76-2Z', '#dcecf8'),
    line('M-40-16L-10-66M-14-14L8-50', WHITE, 7),
    rect(-96, 4, 192, 84, 14, main),
    ...['#f3c6a5', '#d98b73', '#a45a52', '#c98fb5', '#7a5c99', '#5b7fa8', '#e6b34f', '#6b4a3a'].map(
      (colour, index) => circle(-66 + (index % 4) * 44, 28 + Math.floor(index / 4) * 36, 15, colour),
    ),
  );

export const compact: Drawing = ({ main, dark }) =>
  drawn(
    circle(0, -36, 58, dark),
    circle(0, -36, 48, '#dcecf8'),
    line('M-20-20L10-62M2-18L22-44', WHITE, 7),
    ellipse(0, 46, 84, 40, main),
    ellipse(0, 40, 70, 29, '#efc7a8'),
    ellipse(14, 34, 38, 16, '#f8e6d6'),
    rect(-14, 12, 28, 8, 4, GOLD),
  );

export const lipstick: Drawing = ({ main, dark }) =>
  drawn(
    area('M-26-2V-54C-26-70 6-96 26-92V-2Z', main),
    area('M-26-54C-20-66 8-92 26-92C26-72-10-50-26-54Z', dark),
    rect(-32, -6, 64, 34, 4, GOLD),
    rect(-22, -6, 10, 34, 0, SHINE),
    rect(-40, 26, 80, 68, 8, INK),
    rect(-28, 32, 10, 56, 5, SHINE),
  );

export const nailPolish: Drawing = ({ main }) =>
  drawn(
    area('M-20-96H20L26-6H-26Z', INK),
    rect(-10, -88, 8, 74, 4, SHINE),
    rect(-24, -8, 48, 14, 3, STEEL),
    area('M-30 4H30C62 10 70 34 70 54C70 82 50 94 0 94C-50 94-70 82-70 54C-70 34-62 10-30 4Z', main),
    area('M70 54C70 82 50 94 0 94C40 82 50 40 30 4C62 10 70 34 70 54Z', SHADE),
    ellipse(-44, 48, 9, 22, SHINE),
  );

/** Three bottles: square, round, tall. */
export const perfume: Drawing = ({ main, dark, light }, variant) => {
  const bodies = [
    rect(-62, -26, 124, 116, 14, light) + rect(-50, 4, 100, 76, 8, main),
    circle(0, 32, 64, light) + circle(0, 36, 51, main),
    area('M-34-26H34L60 78Q62 92 48 92H-48Q-62 92-60 78Z', light) +
      area('M-34 8H34L48 74Q50 82 40 82H-40Q-50 82-48 74Z', main),
  ];
  return drawn(
    rect(-22, -98, 44, 46, 7, dark),
    rect(-14, -92, 8, 34, 4, SHINE),
    rect(-16, -54, 32, 30, 2, GOLD),
    bodies[variant % bodies.length] ?? '',
    rect(-30, 30, 60, 30, 4, WHITE),
    line('M-16 45H16', dark, 4),
    line('M-44 16V66', SHINE, 8),
  );
};

export const pumpBottle: Drawing = ({ main, dark, light }) =>
  drawn(
    line('M-46-76H-6V-50', dark, 14),
    area('M-56-84H20Q28-84 28-74V-68H-56Z', dark),
    rect(-24, -56, 48, 22, 5, dark),
    rect(-54, -36, 108, 130, 22, main),
    rect(-38, -2, 76, 66, 8, WHITE),
    area('M0 8C18 24 18 50 0 54C-18 50-18 24 0 8Z', light),
    line('M0 24V54', dark, 4),
    rect(-46, -20, 8, 96, 4, SHINE),
  );

export const tube: Drawing = ({ main, dark, light }) =>
  drawn(
    rect(-30, 58, 60, 36, 8, dark),
    area('M-60-94H60L40 58H-40Z', main),
    rect(-62, -98, 124, 16, 4, light),
    line('M-50-90H50', DARK_STEEL, 2),
    rect(-30, -58, 60, 76, 8, WHITE),
    circle(0, -30, 16, light),
    line('M-14 2H14', dark, 5),
    line('M-44-70L-34 46', SHINE, 8),
  );
