import type { Point, Quad } from './image.ts';

/** A straight line: `nx·x + ny·y = rho`, the normal of length one. */
export interface Line {
  readonly nx: number;
  readonly ny: number;
  readonly rho: number;
}

/** Nine numbers, row by row, that take a point of one plane to another. */
export type Homography = readonly number[];

export function intersect(one: Line, other: Line): Point | undefined {
  const det = one.nx * other.ny - one.ny * other.nx;
  if (Math.abs(det) < 1e-6) return undefined;
  return {
    x: (one.rho * other.ny - one.ny * other.rho) / det,
    y: (one.nx * other.rho - one.rho * other.nx) / det,
  };
}

export const distance = (one: Point, other: Point): number =>
  Math.hypot(one.x - other.x, one.y - other.y);

/** Signed area by the shoelace formula; above 0 when the corners go clockwise on a screen. */
export function areaOf(quad: Quad): number {
  let sum = 0;
  for (const [at, corner] of quad.entries()) {
    const next = quad[(at + 1) % 4] ?? corner;
    sum += corner.x * next.y - next.x * corner.y;
  }
  return sum / 2;
}

export function isConvex(quad: Quad): boolean {
  let sign = 0;
  for (let at = 0; at < 4; at += 1) {
    const [a, b, c] = [quad[at], quad[(at + 1) % 4], quad[(at + 2) % 4]];
    if (a === undefined || b === undefined || c === undefined) return false;
    const cross = (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);
    if (Math.abs(cross) < 1e-9 || (sign !== 0 && Math.sign(cross) !== sign)) return false;
    sign = Math.sign(cross);
  }
  return true;
}

/** The four corners clockwise, the one nearest to the left upper corner of the picture first. */
export function orderCorners(corners: Quad): Quad {
  const centre = {
    x: corners.reduce((sum, { x }) => sum + x, 0) / 4,
    y: corners.reduce((sum, { y }) => sum + y, 0) / 4,
  };
  const around = corners.toSorted(
    (a, b) =>
      Math.atan2(a.y - centre.y, a.x - centre.x) - Math.atan2(b.y - centre.y, b.x - centre.x),
  );
  let first = 0;
  for (let at = 1; at < 4; at += 1) {
    const [here, best] = [around[at], around[first]];
    if (here !== undefined && best !== undefined && here.x + here.y < best.x + best.y) first = at;
  }
  const [a, b, c, d] = [...around.slice(first), ...around.slice(0, first)];
  return a && b && c && d ? [a, b, c, d] : corners;
}

/** The least-squares line through points (orthogonal distances), or undefined when they are one spot. */
export function fitLine(points: readonly Point[]): Line | undefined {
  if (points.length < 2) return undefined;
  const mx = points.reduce((sum, { x }) => sum + x, 0) / points.length;
  const my = points.reduce((sum, { y }) => sum + y, 0) / points.length;
  let [xx, xy, yy] = [0, 0, 0];
  for (const { x, y } of points) {
    xx += (x - mx) ** 2;
    xy += (x - mx) * (y - my);
    yy += (y - my) ** 2;
  }
  if (xx + yy < 1e-9) return undefined;
  const along = 0.5 * Math.atan2(2 * xy, xx - yy);
  const [nx, ny] = [-Math.sin(along), Math.cos(along)];
  return { nx, ny, rho: nx * mx + ny * my };
}

/** The homography that takes four points to four others. Throws RangeError when three of them are in line. */
export function toHomography(from: Quad, to: Quad): Homography {
  const rows: number[][] = [];
  for (const [at, { x, y }] of from.entries()) {
    const { x: u, y: v } = to[at] ?? { x: 0, y: 0 };
    rows.push([x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]);
  }
  return [...solve(rows), 1];
}

export function project(h: Homography, { x, y }: Point): Point {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, i = 0, j = 1] = h;
  const w = g * x + i * y + j;
  return { x: (a * x + b * y + c) / w, y: (d * x + e * y + f) / w };
}

/** Gauss with pivoting on eight equations with their right sides. */
function solve(rows: number[][]): number[] {
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    const own = takePivot(rows, column);
    for (const [at, row] of rows.entries()) {
      const factor = (row[column] ?? 0) / (own[column] ?? 1);
      if (at === column || factor === 0) continue;
      for (let k = column; k <= size; k += 1) row[k] = (row[k] ?? 0) - factor * (own[k] ?? 0);
    }
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}

/** Puts the row with the largest head into its place. */
function takePivot(rows: number[][], column: number): number[] {
  const head = (row: number): number => Math.abs(rows[row]?.[column] ?? 0);
  let pivot = column;
  for (let row = column + 1; row < rows.length; row += 1) if (head(row) > head(pivot)) pivot = row;
  const [own, best] = [rows[column], rows[pivot]];
  if (own === undefined || best === undefined || head(pivot) < 1e-10)
    throw new RangeError('Three of the corners are in line.');
  rows[pivot] = own;
  rows[column] = best;
  return best;
}
