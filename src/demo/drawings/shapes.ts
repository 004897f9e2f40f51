/** Shades of one colour, from which a drawing is painted. */
export interface Paint {
  readonly main: string;
  readonly dark: string;
  readonly light: string;
}

/**
 * Draws around the origin within 100 units each way. `variant` is any whole number from 0: a drawing may take it to
 * look a little different from product to product.
 */
export type Drawing = (paint: Paint, variant: number) => string;

export const WHITE = '#ffffff';
export const INK = '#2b303b';
export const STEEL = '#c3cad6';
export const DARK_STEEL = '#8d97a8';
export const WOOD = '#c4925c';
export const DARK_WOOD = '#8f6236';
export const LEAF = '#5bb05f';
export const DARK_LEAF = '#3a8047';
export const GOLD = '#e0b345';
/** Lay these over anything: a glint, and a side turned from the light. */
export const SHINE = '#ffffff66';
export const SHADE = '#00000022';

export const PAINTS = {
  red: { main: '#e5484d', dark: '#b42a35', light: '#ff9d98' },
  orange: { main: '#f5862b', dark: '#c65f10', light: '#ffbd80' },
  yellow: { main: '#f9cb3c', dark: '#d69d12', light: '#ffe694' },
  green: { main: '#4cae5a', dark: '#2f7d40', light: '#9ddba1' },
  teal: { main: '#24a89c', dark: '#12756e', light: '#85dbd3' },
  blue: { main: '#4384e4', dark: '#2655a8', light: '#9cc1fa' },
  purple: { main: '#8a5bd6', dark: '#5f3aa3', light: '#c4a8f2' },
  pink: { main: '#ec6fa8', dark: '#b93f79', light: '#fab5d2' },
  brown: { main: '#9b6a43', dark: '#6d4528', light: '#cfa680' },
  black: { main: '#3a3f4b', dark: '#23262e', light: '#7b8391' },
  grey: { main: '#9aa3b2', dark: '#6b7484', light: '#d3d8e1' },
  white: { main: '#f4f5f7', dark: '#c6cdd8', light: '#ffffff' },
  gold: { main: '#e0b345', dark: '#a97f1a', light: '#f6dc95' },
  silver: { main: '#c3cad6', dark: '#8d97a8', light: '#e8ecf2' },
  cream: { main: '#f4e6c7', dark: '#cfb783', light: '#fff8e6' },
} as const satisfies Record<string, Paint>;

export type Colour = keyof typeof PAINTS;

export function circle(x: number, y: number, r: number, fill: string): string {
  return `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;
}

export function ring(x: number, y: number, r: number, colour: string, width: number): string {
  return `<circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="${colour}" stroke-width="${width}"/>`;
}

export function ellipse(x: number, y: number, rx: number, ry: number, fill: string): string {
  return `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"/>`;
}

/** A rectangle by its left top corner, with round corners. */
export function rect(x: number, y: number, width: number, height: number, r: number, fill: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${r}" fill="${fill}"/>`;
}

export function area(d: string, fill: string): string {
  return `<path d="${d}" fill="${fill}"/>`;
}

export function line(d: string, colour: string, width: number): string {
  return (
    `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" ` +
    'stroke-linecap="round" stroke-linejoin="round"/>'
  );
}

export function turned(degrees: number, ...parts: readonly string[]): string {
  return `<g transform="rotate(${degrees})">${parts.join('')}</g>`;
}

export function placed(x: number, y: number, scale: number, ...parts: readonly string[]): string {
  return `<g transform="translate(${x} ${y}) scale(${scale})">${parts.join('')}</g>`;
}

export function drawn(...parts: readonly string[]): string {
  return parts.join('');
}
