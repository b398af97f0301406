import { distance, project, toHomography } from './geometry.ts';
import type { Point, Quad, RgbaImage } from './image.ts';

/** What a made photograph shows: the picture, and where the corners of the page really are. */
export interface SyntheticPhoto {
  readonly image: RgbaImage;
  readonly quad: Quad;
  readonly desk: Desk;
}

export const DESKS = ['wood', 'mat', 'cloth', 'tiles', 'light', 'clutter'] as const;
export type Desk = (typeof DESKS)[number];

export interface PhotoOptions {
  readonly width?: number;
  readonly height?: number;
  readonly desk?: Desk;
  /** Widens every edge by so many pixels. */
  readonly blur?: number;
  /** A bright reflection of so large a part of the page's width. */
  readonly glare?: number;
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const UPRIGHTS = [0.1, 0.35, 0.62, 0.9];

const isOnRule = (u: number, v: number): boolean =>
  Math.abs(((v - 0.2) * 25) % 1) < 0.04 || UPRIGHTS.some((x) => Math.abs(u - x) < 0.0018);

const isTextLine = (v: number, line: number): boolean =>
  (v < 0.2 ? v > 0.07 && line % 4 < 2 : line % 2 === 0) && v < 0.93;

/** A form on A4 as a function of its place, 0 to 1 both ways: heading, table with rules, lines of text, a stamp. */
function paper(u: number, v: number, words: Float32Array): number {
  if (v > 0.2 && v < 0.52 && u > 0.1 && u < 0.9 && isOnRule(u, v)) return 60;
  const line = Math.floor(v * 60);
  const isWithin = isTextLine(v, line) && u > 0.12 && u < 0.88;
  const word = isWithin ? (words[(line * 61 + Math.floor(u * 90)) % words.length] ?? 1) : 1;
  if (word < 0.5) return 45 + word * 40;
  const stamp = Math.hypot((u - 0.72) * Math.SQRT1_2, v - 0.82);
  return stamp > 0.062 && stamp < 0.072 ? 120 : 236;
}

/** Lines that come again and again. */
const isLine = (place: number, often: number, part: number): boolean =>
  Math.abs((place * often) % 1) < part;

/** A desk with a pen and a slip of paper on it. */
function clutter(a: number, b: number): number {
  if (Math.abs(b + 0.14) < 0.006 && a > 0.1) return 30;
  return a > 0.86 && b > 0.3 && b < 0.52 ? 214 : 98 + 8 * Math.sin(a * 80);
}

/** The desk's brightness at a place, in parts of the picture's width. */
const GROUNDS: Readonly<Record<Desk, (a: number, b: number) => number>> = {
  wood: (a, b) => 120 + 14 * Math.sin(b * 60 + 2 * Math.sin(a * 9)) + 6 * Math.sin(b * 190),
  mat: (a, b) => 62 + (isLine(a, 14, 0.03) || isLine(b, 14, 0.03) ? 34 : 0),
  cloth: (a, b) => 150 + 12 * Math.sin(a * 240) * Math.sin(b * 240),
  tiles: (a, b) => (isLine(a, 4, 0.02) || isLine(b, 4, 0.02) ? 70 : 172),
  light: (a) => 205 + 3 * Math.sin(a * 30),
  clutter,
};

function ground(desk: Desk, x: number, y: number, turn: number): number {
  const [c, s] = [Math.cos(turn), Math.sin(turn)];
  return GROUNDS[desk](x * c + y * s, y * c - x * s);
}

function pickQuad(random: () => number, width: number, height: number): Quad {
  const turn = (random() - 0.5) * 0.7 + (random() < 0.5 ? 0 : Math.PI / 2);
  const length = height * (0.62 + 0.2 * random());
  const [half, tall] = [length / Math.SQRT2 / 2, length / 2];
  const middle = { x: width * (0.47 + 0.06 * random()), y: height * (0.47 + 0.06 * random()) };
  const jitter = () => (random() - 0.5) * 0.09 * length;
  const at = (x: number, y: number): Point => ({
    x: middle.x + x * Math.cos(turn) - y * Math.sin(turn) + jitter(),
    y: middle.y + x * Math.sin(turn) + y * Math.cos(turn) + jitter(),
  });
  return [at(-half, -tall), at(half, -tall), at(half, tall), at(-half, tall)];
}

/** A photograph of a sheet on a desk, as a camera above it takes it: turned, in perspective, unevenly lit, shadowed, noisy. */
export function makePhoto(seed: number, options: PhotoOptions = {}): SyntheticPhoto {
  const { width = 800, height = 600, blur = 0.8, glare = 0 } = options;
  const random = seeded(seed);
  const desk = options.desk ?? DESKS[Math.floor(random() * DESKS.length)] ?? 'wood';
  const quad = pickQuad(random, width, height);
  const words = Float32Array.from({ length: 4096 }, () => random());
  const [tilt, lamp, turn] = [random() * 6.28, 0.12 + 0.16 * random(), random() * 3];
  const spot = { u: 0.3 + 0.4 * random(), v: 0.3 + 0.4 * random() };
  const unit: Quad = [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 1, y: 1 },
    { x: 0, y: 1 },
  ];
  const back = toHomography(quad, unit);
  const scale = distance(quad[0], quad[1]);
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const { x: u, y: v } = project(back, { x, y });
      // How much of the pixel the page covers: a soft edge as wide as the blur.
      const edge = Math.min(u, 1 - u, v, 1 - v) * scale;
      const cover = Math.max(0, Math.min(1, 0.5 + edge / (2 * blur)));
      const shadow = cover < 1 && edge > -14 ? 0.86 + 0.01 * Math.max(0, -edge) : 1;
      const under = ground(desk, x / width, y / width, turn) * shadow;
      const light =
        1 -
        lamp +
        lamp * (Math.cos(tilt) * (x / width - 0.5) + Math.sin(tilt) * (y / height - 0.5)) * 2;
      const shine =
        glare === 0 ? 0 : 90 * Math.exp(-((Math.hypot(u - spot.u, v - spot.v) / glare) ** 4));
      const print = cover === 0 ? 0 : soften(u, v, words, blur / scale);
      const value =
        (cover * print + (1 - cover) * under) * light + cover * shine + (random() - 0.5) * 12;
      const to = (y * width + x) * 4;
      data[to] = value + 2;
      data[to + 1] = value;
      data[to + 2] = value - 4;
      data[to + 3] = 255;
    }
  return { image: { width, height, data }, quad, desk };
}

/** Print as a lens shows it: the mean over the blur. */
function soften(u: number, v: number, words: Float32Array, reach: number): number {
  if (reach < 0.001) return paper(u, v, words);
  let sum = 0;
  for (const [du, dv] of RING) sum += paper(u + du * reach, v + dv * reach * 0.7, words);
  return sum / RING.length;
}

const RING = [
  [0, 0],
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [0.7, 0.7],
  [-0.7, 0.7],
  [0.7, -0.7],
  [-0.7, -0.7],
] as const;

/** The largest distance of a corner from where it is, in parts of the page's width. */
export function cornerError(found: Quad, real: Quad): number {
  const width = Math.min(distance(real[0], real[1]), distance(real[1], real[2]));
  // A page has no upper side for a finder: any turn by a quarter is as right.
  const turns = [0, 1, 2, 3].map((turn) =>
    Math.max(...real.map((corner, at) => distance(corner, found[(at + turn) % 4] ?? corner))),
  );
  return Math.min(...turns) / width;
}
