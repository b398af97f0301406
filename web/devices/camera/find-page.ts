import { type EdgeLine, findLines } from './find-lines.ts';
import {
  areaOf,
  distance,
  fitLine,
  intersect,
  isConvex,
  type Line,
  orderCorners,
} from './geometry.ts';
import { type GrayImage, type Point, type Quad, sampleGray, shrink } from './image.ts';

/** A page in a picture, and how sure it is: 0 to 1. */
export interface FoundPage {
  readonly quad: Quad;
  readonly confidence: number;
}

const WORK_SIDE = 440;
const LEAST_AREA = 0.1;
const LEAST_CONFIDENCE = 0.3;

/**
 * Finds the one sheet of paper in a photograph: four straight edges with one brightness inside and another outside, sharpened to
 * parts of a pixel in the full picture. Undefined when there is none to be sure of; then the operator sets the corners.
 */
export function findPage(image: GrayImage): FoundPage | undefined {
  const factor = Math.max(1, Math.ceil(Math.max(image.width, image.height) / WORK_SIDE));
  const small = shrink(image, factor);
  const best = findBestQuad(small, findLines(small));
  if (best === undefined || best.score < LEAST_CONFIDENCE) return undefined;
  const rough = best.quad.map(({ x, y }) => ({
    x: (x + 0.5) * factor - 0.5,
    y: (y + 0.5) * factor - 0.5,
  })) as unknown as Quad;
  // First within the reach of the small picture's pixels, then close by.
  const near = refineQuad(image, rough, factor * 2.5);
  const quad = refineQuad(image, near, Math.max(3, factor));
  return { quad: orderCorners(quad), confidence: Math.min(1, best.score) };
}

interface Pair {
  readonly one: EdgeLine;
  readonly other: EdgeLine;
}

/** Pairs of lines that may be opposite sides: their normals point against each other. */
function findPairs(lines: readonly EdgeLine[]): Pair[] {
  const pairs: Pair[] = [];
  for (const [at, one] of lines.entries())
    for (const other of lines.slice(at + 1))
      if (one.nx * other.nx + one.ny * other.ny < -0.88) pairs.push({ one, other });
  return pairs;
}

interface Scored {
  readonly quad: Quad;
  readonly score: number;
}

function findBestQuad(image: GrayImage, lines: readonly EdgeLine[]): Scored | undefined {
  const pairs = findPairs(lines);
  let best: Scored | undefined;
  for (const [at, across] of pairs.entries())
    for (const along of pairs.slice(at + 1)) {
      const turn = Math.abs(across.one.nx * along.one.nx + across.one.ny * along.one.ny);
      if (turn > 0.6) continue;
      const quad = toQuad(across, along);
      if (quad === undefined || !isPlausible(image, quad)) continue;
      const score = scoreQuad(image, quad);
      if (best === undefined || score > best.score) best = { quad, score };
    }
  return best;
}

function toQuad(across: Pair, along: Pair): Quad | undefined {
  const a = intersect(across.one, along.one);
  const b = intersect(along.one, across.other);
  const c = intersect(across.other, along.other);
  const d = intersect(along.other, across.one);
  return a && b && c && d ? orderCorners([a, b, c, d]) : undefined;
}

const MARGIN = 0.03;

function isPlausible({ width, height }: GrayImage, quad: Quad): boolean {
  const isInside = quad.every(
    ({ x, y }) =>
      x > -MARGIN * width &&
      x < (1 + MARGIN) * width &&
      y > -MARGIN * height &&
      y < (1 + MARGIN) * height,
  );
  if (!isInside || !isConvex(quad)) return false;
  if (Math.abs(areaOf(quad)) < LEAST_AREA * width * height) return false;
  const [top, right, low, left] = sidesOf(quad).map(([from, to]) => distance(from, to));
  const ratio = ((top ?? 0) + (low ?? 0)) / ((right ?? 0) + (left ?? 1));
  return ratio > 0.4 && ratio < 2.5 && isAlike(top, low) && isAlike(left, right);
}

const isAlike = (one = 0, other = 0): boolean => Math.min(one, other) > 0.45 * Math.max(one, other);

function sidesOf(quad: Quad): Array<readonly [Point, Point]> {
  const [a, b, c, d] = quad;
  return [
    [a, b],
    [b, c],
    [c, d],
    [d, a],
  ];
}

const SAMPLES = 40;
const LEAST_STEP = 6;

interface Side {
  /** Part of the samples with a step of the side's own sign. */
  readonly support: number;
  readonly step: number;
  readonly inside: number;
}

/** How the brightness changes across one side, looked at a few pixels away, so that a thin rule is no edge. */
function lookAtSide(image: GrayImage, from: Point, to: Point): Side {
  const length = distance(from, to) || 1;
  // Corners go clockwise, so this normal points into the page.
  const [nx, ny] = [-(to.y - from.y) / length, (to.x - from.x) / length];
  const steps: number[] = [];
  let inside = 0;
  for (let at = 0; at < SAMPLES; at += 1) {
    const part = 0.03 + (0.94 * at) / (SAMPLES - 1);
    const x = from.x + (to.x - from.x) * part;
    const y = from.y + (to.y - from.y) * part;
    const within =
      (sampleGray(image, x + nx * 2.5, y + ny * 2.5) + sampleGray(image, x + nx * 5, y + ny * 5)) /
      2;
    const beyond =
      (sampleGray(image, x - nx * 2.5, y - ny * 2.5) + sampleGray(image, x - nx * 5, y - ny * 5)) /
      2;
    steps.push(within - beyond);
    inside += within / SAMPLES;
  }
  const middle = steps.toSorted((a, b) => a - b)[SAMPLES >> 1] ?? 0;
  const sign = Math.sign(middle);
  const good = steps.filter((step) => step * sign > LEAST_STEP).length;
  return { support: good / SAMPLES, step: middle, inside };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Four well supported sides of one sign, one brightness within, and rather the whole sheet than a part of it. */
function scoreQuad(image: GrayImage, quad: Quad): number {
  const sides = sidesOf(quad).map(([from, to]) => lookAtSide(image, from, to));
  const signs = new Set(sides.map(({ step }) => Math.sign(step)));
  if (signs.size !== 1 || signs.has(0)) return 0;
  const supports = sides.map(({ support }) => support);
  const least = Math.min(...supports);
  if (least < 0.45) return 0;
  const insides = sides.map(({ inside }) => inside);
  const spread = Math.sqrt(mean(insides.map((one) => (one - mean(insides)) ** 2)));
  const contrast = Math.min(1, mean(sides.map(({ step }) => Math.abs(step))) / 40);
  const area = Math.abs(areaOf(quad)) / (image.width * image.height);
  const isPaper = signs.has(1) ? 1 : 0.8;
  return (
    mean(supports) *
    Math.sqrt(least) *
    (0.55 + 0.45 * contrast) *
    Math.min(1, area / 0.25) ** 0.35 *
    Math.exp(-((spread / 70) ** 2)) *
    isPaper
  );
}

const EDGE_POINTS = 96;

/** Moves each side to where the brightness changes most, to parts of a pixel, and meets them again. */
function refineQuad(image: GrayImage, quad: Quad, reach: number): Quad {
  const lines = sidesOf(quad).map(([from, to]) => refineSide(image, from, to, reach));
  const corners = lines.map((line, at) => {
    const before = lines[(at + 3) % 4];
    const meets = line && before ? intersect(before, line) : undefined;
    const old = quad[at] ?? { x: 0, y: 0 };
    return meets !== undefined && distance(meets, old) < 4 * reach + 4 ? meets : old;
  });
  const [a, b, c, d] = corners;
  return a && b && c && d ? [a, b, c, d] : quad;
}

function refineSide(image: GrayImage, from: Point, to: Point, reach: number): Line | undefined {
  const length = distance(from, to) || 1;
  const [nx, ny] = [-(to.y - from.y) / length, (to.x - from.x) / length];
  const points: Point[] = [];
  for (let at = 0; at < EDGE_POINTS; at += 1) {
    const part = 0.04 + (0.92 * at) / (EDGE_POINTS - 1);
    const base = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
    const shift = findStep(image, base, { x: nx, y: ny }, reach);
    if (shift !== undefined) points.push({ x: base.x + nx * shift, y: base.y + ny * shift });
  }
  return fitMostly(points);
}

/** How far along the normal the brightness changes most; undefined where it hardly does. */
function findStep(image: GrayImage, base: Point, normal: Point, reach: number): number | undefined {
  const stride = Math.max(0.5, reach / 14);
  const count = Math.ceil(reach / stride);
  const change = (at: number): number => {
    const s = at * stride;
    const [h, { x, y }] = [Math.max(1, stride), base];
    return Math.abs(
      sampleGray(image, x + normal.x * (s + h), y + normal.y * (s + h)) -
        sampleGray(image, x + normal.x * (s - h), y + normal.y * (s - h)),
    );
  };
  const changes = Array.from({ length: 2 * count + 1 }, (_, at) => change(at - count));
  let best = 0;
  for (const [at, value] of changes.entries()) if (value > (changes[best] ?? 0)) best = at;
  const top = changes[best] ?? 0;
  if (top < LEAST_STEP) return undefined;
  const [before, after] = [changes[best - 1] ?? top, changes[best + 1] ?? top];
  const bend = before - 2 * top + after;
  const part = bend === 0 ? 0 : (before - after) / (2 * bend);
  return (best - count + Math.max(-0.5, Math.min(0.5, part))) * stride;
}

/** A line through most of the points: those far off are left out, round by round. */
function fitMostly(points: readonly Point[]): Line | undefined {
  let kept = points;
  let line = fitByMedian(points) ?? fitLine(kept);
  for (let round = 0; round < 4 && line !== undefined && kept.length >= 8; round += 1) {
    const { nx, ny, rho } = line;
    const off = (point: Point): number => Math.abs(nx * point.x + ny * point.y - rho);
    const sorted = points.map(off).toSorted((a, b) => a - b);
    const limit = Math.max(0.6, 2.5 * (sorted[Math.floor(sorted.length * 0.5)] ?? 0));
    kept = points.filter((point) => off(point) <= limit);
    line = fitLine(kept) ?? line;
  }
  return kept.length >= 8 ? line : undefined;
}

/** A first line that a few wrong points do not pull: the best of the lines through pairs (least median of distances). */
function fitByMedian(points: readonly Point[]): Line | undefined {
  let best: { readonly line: Line; readonly median: number } | undefined;
  const half = points.length >> 1;
  for (let at = 0; at < half; at += 2) {
    const [one, other] = [points[at], points[at + half]];
    if (one === undefined || other === undefined) continue;
    const line = fitLine([one, other]);
    if (line === undefined) continue;
    const offs = points.map(({ x, y }) => Math.abs(line.nx * x + line.ny * y - line.rho));
    const median = offs.toSorted((a, b) => a - b)[half] ?? Infinity;
    if (best === undefined || median < best.median) best = { line, median };
  }
  return best?.line;
}
