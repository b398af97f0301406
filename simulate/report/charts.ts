/** Charts as SVG text: no program runs in the report, so it can be mailed and printed. */

const WIDTH = 720;
const HEIGHT = 240;
const LEFT = 44;
const RIGHT = 26;
const TOP = 14;
const BOTTOM = 26;

export interface Scale {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly most: number;
}

const QUARTERS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** Rounds up to a number whose quarters read well on an axis; 4 is the least. */
export function roundUp(value: number): number {
  const quarter = Math.max(1, value / 4);
  const power = 10 ** Math.floor(Math.log10(quarter));
  return 4 * power * (QUARTERS.find((one) => one * power >= quarter) ?? 10);
}

export function createScale(from: number, to: number, highest: number): Scale {
  const most = roundUp(highest);
  return {
    most,
    x: (value) => LEFT + ((value - from) / Math.max(1e-9, to - from)) * (WIDTH - LEFT - RIGHT),
    y: (value) => HEIGHT - BOTTOM - (value / most) * (HEIGHT - TOP - BOTTOM),
  };
}

const fixed = (value: number) => value.toFixed(1);

/** The frame: lines at quarters of the height, words below. */
export function frame(
  scale: Scale,
  labels: ReadonlyArray<readonly [at: number, text: string]>,
): string {
  const lines = [0, 0.25, 0.5, 0.75, 1].map((part) => {
    const value = scale.most * part;
    const y = fixed(scale.y(value));
    const text = Number.isInteger(value) ? String(value) : value.toFixed(1);
    return `<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y}" y2="${y}"/><text class="tick" x="${LEFT - 6}" y="${y}" dy="4" text-anchor="end">${text}</text>`;
  });
  const below = labels.map(
    ([at, text]) =>
      `<text class="tick" x="${fixed(scale.x(at))}" y="${HEIGHT - 8}" text-anchor="middle">${text}</text>`,
  );
  return `${lines.join('')}${below.join('')}`;
}

export function bars(
  scale: Scale,
  values: ReadonlyArray<readonly [at: number, value: number]>,
  { width, name }: { readonly width: number; readonly name: string },
): string {
  const wide = Math.max(1, scale.x(width) - scale.x(0) - 1.5);
  return values
    .map(([at, value]) => {
      const y = scale.y(value);
      return `<rect class="${name}" x="${fixed(scale.x(at))}" y="${fixed(y)}" width="${fixed(wide)}" height="${fixed(HEIGHT - BOTTOM - y)}"/>`;
    })
    .join('');
}

/** A line through what is known; where nothing is, it breaks. */
export function line(
  scale: Scale,
  values: ReadonlyArray<readonly [at: number, value: number | null]>,
  name: string,
): string {
  let isDrawing = false;
  const path = values
    .map(([at, value]) => {
      if (value === null) {
        isDrawing = false;
        return '';
      }
      const point = `${isDrawing ? 'L' : 'M'}${fixed(scale.x(at))} ${fixed(scale.y(value))}`;
      isDrawing = true;
      return point;
    })
    .join('');
  return `<path class="${name}" d="${path}"/>`;
}

/** A line at one height across the whole frame. */
export const level = (scale: Scale, value: number, name: string): string =>
  `<line class="${name}" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${fixed(scale.y(value))}" y2="${fixed(scale.y(value))}"/>`;

export const svg = (content: string, title: string): string =>
  `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">${content}</svg>`;
