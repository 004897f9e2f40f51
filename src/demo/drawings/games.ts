import { baseball, cricketBall, tennisBall } from './balls.ts';
import {
  DARK_STEEL,
  DARK_WOOD,
  INK,
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

export const glove: Drawing = ({ main, dark, light }) =>
  drawn(
    area(
      'M-60 92C-84 60-84 10-70-30C-66-46-50-44-48-30C-48-66-40-92-24-90C-12-90-10-60-8-44C-6-74 4-96 18-92C32-88 28-60 26-42C36-66 52-78 62-68C74-54 52-10 44 10C60-6 84-12 90 4C96 22 62 40 50 62C44 76 40 88 34 92Z',
      main,
    ),
    area('M-8-6C-30-10-44 16-40 44C-36 66-4 68 12 54C28 40 16-2-8-6Z', dark),
    line('M-48-28L-46 6M-8-42V-8M26-40L16 0', dark, 5),
    line('M-60 78H36', light, 7),
    circle(62, 66, 25, '#fdfbf6'),
    line('M50 48C62 56 62 76 50 84M76 48C64 56 64 76 76 84', '#d9544d', 3),
  );

export const hoop: Drawing = () =>
  drawn(
    rect(-84, -94, 168, 108, 10, WHITE),
    rect(-76, -86, 152, 92, 6, '#dfe6ef'),
    rect(-70, -80, 140, 80, 4, WHITE),
    line('M-32-10V-54H32V-10', '#e5484d', 7),
    line(
      'M-44 22L-26 86M44 22L26 86M-20 26L-6 86M20 26L6 86M-36 44C-12 54 12 54 36 44M-30 66C-12 74 12 74 30 66',
      '#d3d8e1',
      5,
    ),
    ellipse(0, 20, 52, 12, '#c65f10'),
    ellipse(0, 18, 42, 7, '#f7e3d4'),
    rect(-12, 4, 24, 14, 3, '#c65f10'),
  );

export const cricketBat: Drawing = () =>
  drawn(
    turned(
      34,
      rect(-8, -100, 16, 64, 8, INK),
      line('M-7-86H7M-7-72H7M-7-58H7', '#e5484d', 5),
      area('M-10-40H10L26-22V80Q26 98 0 98Q-26 98-26 80V-22Z', '#e4c08a'),
      area('M0-34H10L26-22V80Q26 98 0 98Z', SHADE),
      area('M-26 10L26-6V16L-26 32Z', '#4384e4'),
    ),
    placed(54, 62, 0.3, cricketBall()),
  );

export const baseballBat: Drawing = ({ main, dark, light }) =>
  drawn(
    turned(
      40,
      area('M-8 74L-20-60C-20-104 20-104 20-60L8 74Z', main),
      area('M4-92C16-88 20-76 20-60L8 74H4Z', dark),
      rect(-10, 38, 20, 44, 5, INK),
      rect(-14, 80, 28, 14, 7, dark),
      line('M-10-64L-5 20', light, 6),
    ),
    placed(-52, 54, 0.34, baseball()),
  );

export const helmet: Drawing = ({ main, dark, light }) =>
  drawn(
    area('M-76 26C-84-50-40-90 6-90C56-90 82-50 80 10L-10 20C-12 40-18 60-30 70C-56 68-74 56-76 26Z', main),
    area('M6-90C56-90 82-50 80 10L50 13C54-40 34-76 6-90Z', SHADE),
    area('M-6 8L92-2C100 6 98 16 90 18L-8 30Z', dark),
    line('M20 24L84 40M14 44L80 60M4 64L64 80M84 26L64 82M50 24L34 74', DARK_STEEL, 7),
    circle(-40, 16, 15, dark),
    line('M-50-34C-40-58-20-68 0-70', light, 8),
  );

export const wicket: Drawing = () =>
  drawn(
    ellipse(0, 88, 90, 10, '#7cbf6b'),
    ...[-44, 0, 44].map((x) => rect(x - 10, -66, 20, 154, 8, '#e4c08a') + rect(x + 2, -66, 8, 154, 4, SHADE)),
    rect(-56, -82, 56, 15, 7, DARK_WOOD),
    rect(2, -82, 56, 15, 7, DARK_WOOD),
    placed(66, 64, 0.3, cricketBall()),
    line('M-50-40H-38M-6-40H6M38-40H50', '#4384e4', 8),
  );

export const shuttlecock: Drawing = () =>
  turned(
    28,
    area('M-70-88L70-88L26 44H-26Z', WHITE),
    line('M-62-86L-20 40M-36-88L-12 40M-12-88L-4 40M12-88L4 40M36-88L12 40M62-86L20 40', '#cfd6e0', 4),
    line('M-54-34C-20-24 20-24 54-34M-42 4C-16 12 16 12 42 4', '#8aa4c8', 5),
    area('M-70-88Q-58-104-46-88Q-35-104-24-88Q-12-104 0-88Q12-104 24-88Q35-104 46-88Q58-104 70-88Z', WHITE),
    rect(-28, 38, 56, 16, 4, '#4384e4'),
    area('M-26 54H26C26 88 12 98 0 98C-12 98-26 88-26 54Z', '#f4e6c7'),
  );

export const golfIron: Drawing = () =>
  drawn(
    turned(
      -26,
      rect(-5, -100, 10, 150, 5, DARK_STEEL),
      rect(-8, -100, 16, 56, 8, INK),
      area('M-8 44H8C12 58 44 56 70 46C80 60 76 84 60 88C34 94 4 92-8 78Z', STEEL),
      line('M12 66L64 56M12 74L66 66M16 82L64 76', DARK_STEEL, 3),
    ),
    placed(
      -50,
      64,
      0.34,
      circle(0, 0, 84, WHITE),
      circle(-20, -10, 10, '#d9dfe8'),
      circle(16, 12, 10, '#d9dfe8'),
      circle(10, -30, 10, '#d9dfe8'),
    ),
  );

export const racket: Drawing = ({ main, dark }) =>
  drawn(
    turned(
      34,
      line('M-24 14L0 40L24 14', main, 9),
      ellipse(0, -38, 56, 62, '#ffffff66'),
      line(
        'M-52-56H52M-56-38H56M-52-20H52M-40-2H40M-40-76H40M-36-84V8M-18-94V18M0-98V20M18-94V18M36-84V8',
        '#e9edf3',
        3,
      ),
      `<ellipse cx="0" cy="-38" rx="54" ry="60" fill="none" stroke="${main}" stroke-width="11"/>`,
      rect(-7, 32, 14, 28, 0, dark),
      rect(-10, 52, 20, 48, 8, INK),
      line('M-9 64L9 70M-9 78L9 84', WOOD, 3),
    ),
    placed(48, 58, 0.28, tennisBall()),
  );
