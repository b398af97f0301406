import { type GrayImage, type RgbaImage, sampleGray, shrink, toGray } from './image.ts';

/** As photographed; evenly lit in colour; evenly lit in grey; black on white. */
export const LOOKS = ['photo', 'colour', 'grey', 'ink'] as const;
export type Look = (typeof LOOKS)[number];

const TILE_PARTS = 36;
const WHITE = 245;

/**
 * The light that falls on a page: the brightest of each neighbourhood, which is its paper, smoothed. Small, since light changes
 * slowly.
 */
export function findLight(gray: GrayImage): GrayImage {
  const factor = Math.max(1, Math.floor(Math.max(gray.width, gray.height) / (TILE_PARTS * 4)));
  const small = shrink(gray, factor);
  return smooth(brightest(small, 6), 4);
}

/** The brightest within so many pixels each way; rows, then columns. */
function brightest(image: GrayImage, reach: number): GrayImage {
  return alongBoth(image, (values, at) => {
    let best = 0;
    for (let d = -reach; d <= reach; d += 1) best = Math.max(best, values(at + d));
    return best;
  });
}

function smooth(image: GrayImage, reach: number): GrayImage {
  return alongBoth(image, (values, at) => {
    let sum = 0;
    for (let d = -reach; d <= reach; d += 1) sum += values(at + d);
    return sum / (2 * reach + 1);
  });
}

type Pick = (values: (at: number) => number, at: number) => number;

function alongBoth(image: GrayImage, pick: Pick): GrayImage {
  const { width, height } = image;
  const rows = new Float32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const value = (x: number) => image.data[y * width + Math.min(width - 1, Math.max(0, x))] ?? 0;
    for (let x = 0; x < width; x += 1) rows[y * width + x] = pick(value, x);
  }
  const data = new Float32Array(width * height);
  for (let x = 0; x < width; x += 1) {
    const value = (y: number) => rows[Math.min(height - 1, Math.max(0, y)) * width + x] ?? 0;
    for (let y = 0; y < height; y += 1) data[y * width + x] = pick(value, y);
  }
  return { width, height, data };
}

const INK = 0.72;
const toInk = (value: number): number => (value > WHITE * INK ? 255 : 0);

/** Makes a page even and legible: shadows and yellow light are divided out, so that the paper is white everywhere. */
export function enhance(image: RgbaImage, look: Look): RgbaImage {
  if (look === 'photo') return image;
  const { width, height } = image;
  const gray = toGray(image);
  const light = findLight(gray);
  const [sx, sy] = [light.width / width, light.height / height];
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      const gain = WHITE / Math.max(40, sampleGray(light, x * sx, y * sy));
      const value = (gray.data[at] ?? 0) * gain;
      const to = at * 4;
      if (look === 'colour')
        for (let k = 0; k < 3; k += 1) data[to + k] = (image.data[to + k] ?? 0) * gain;
      else data.fill(look === 'grey' ? value : toInk(value), to, to + 3);
      data[to + 3] = 255;
    }
  return { width, height, data };
}
