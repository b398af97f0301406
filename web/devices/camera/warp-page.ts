import { distance, toHomography } from './geometry.ts';
import type { Quad, RgbaImage } from './image.ts';

/** Paper sizes of the law’s forms; both have one shape, so the operator says which. */
export type PaperSize = 'A4' | 'A3';

/** Millimetres of the short and the long side. */
export const PAPER_MM: Readonly<Record<PaperSize, readonly [number, number]>> = {
  A4: [210, 297],
  A3: [297, 420],
};

const MM_PER_INCH = 25.4;

/** Pixels of a straightened page, lying or standing as its corners do. */
export function pixelsOf(
  quad: Quad,
  size: PaperSize,
  dotsPerInch: number,
): { readonly width: number; readonly height: number } {
  const across = distance(quad[0], quad[1]) + distance(quad[3], quad[2]);
  const down = distance(quad[0], quad[3]) + distance(quad[1], quad[2]);
  const [short, long] = PAPER_MM[size].map((mm) => Math.round((mm / MM_PER_INCH) * dotsPerInch));
  const [width, height] = across > down ? [long, short] : [short, long];
  return { width: width ?? 0, height: height ?? 0 };
}

/** The page laid flat: what lies between four corners as a rectangle, by perspective, between pixels. */
export function warpPage(
  image: RgbaImage,
  quad: Quad,
  { width, height }: { readonly width: number; readonly height: number },
): RgbaImage {
  const target: Quad = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ];
  const data = new Uint8ClampedArray(width * height * 4);
  const [a, b, c, d, e, f, g, i, j] = nine(toHomography(target, quad));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [px, py] = [x + 0.5, y + 0.5];
      const w = g * px + i * py + j;
      const to = (y * width + x) * 4;
      copyBetween(
        image,
        (a * px + b * py + c) / w - 0.5,
        (d * px + e * py + f) / w - 0.5,
        data,
        to,
      );
    }
  return { width, height, data };
}

type Nine = [number, number, number, number, number, number, number, number, number];

const nine = (h: readonly number[]): Nine => {
  const filled: Nine = [1, 0, 0, 0, 1, 0, 0, 0, 1];
  for (const [at, value] of h.entries()) if (at < 9) filled[at] = value;
  return filled;
};

/** Writes the colour at a place between pixels; the edge goes on outside. */
function copyBetween(
  { width, height, data: source }: RgbaImage,
  x: number,
  y: number,
  data: Uint8ClampedArray,
  to: number,
): void {
  const sx = Math.min(width - 1.001, Math.max(0, x));
  const sy = Math.min(height - 1.001, Math.max(0, y));
  const [ix, iy] = [Math.floor(sx), Math.floor(sy)];
  const [fx, fy] = [sx - ix, sy - iy];
  const stride = width * 4;
  const from = iy * stride + ix * 4;
  for (let k = 0; k < 3; k += 1) {
    const at = from + k;
    const top = (source[at] ?? 0) * (1 - fx) + (source[at + 4] ?? 0) * fx;
    const low = (source[at + stride] ?? 0) * (1 - fx) + (source[at + stride + 4] ?? 0) * fx;
    data[to + k] = top * (1 - fy) + low * fy;
  }
  data[to + 3] = 255;
}

/** The picture turned by quarters, clockwise. */
export function turnPage(image: RgbaImage, quarters: number): RgbaImage {
  const turns = ((quarters % 4) + 4) % 4;
  if (turns === 0) return image;
  const [width, height] = turns === 2 ? [image.width, image.height] : [image.height, image.width];
  const source = new Uint32Array(
    image.data.buffer,
    image.data.byteOffset,
    image.width * image.height,
  );
  const target = new Uint32Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const from = sourceOf(image, turns, x, y);
      target[y * width + x] = source[from] ?? 0;
    }
  return { width, height, data: new Uint8ClampedArray(target.buffer) };
}

function sourceOf({ width, height }: RgbaImage, turns: number, x: number, y: number): number {
  if (turns === 1) return (height - 1 - x) * width + y;
  if (turns === 2) return (height - 1 - y) * width + (width - 1 - x);
  return x * width + (width - 1 - y);
}
