import type { Line } from './geometry.ts';
import type { GrayImage } from './image.ts';

/** A line that many edge pixels lie on; its normal points to the brighter side. */
export interface EdgeLine extends Line {
  readonly votes: number;
}

const ANGLES = 360;
const SPREAD = 2;
const PEAKS = 30;
const ANGLE_GAP = 5;
const RHO_GAP = 7;
const STRONG = 0.84;
const LEAST_EDGE = 12;

const COS = Float32Array.from({ length: ANGLES }, (_, at) => Math.cos((at * Math.PI) / 180));
const SIN = Float32Array.from({ length: ANGLES }, (_, at) => Math.sin((at * Math.PI) / 180));

interface Edges {
  readonly gx: Float32Array;
  readonly gy: Float32Array;
  readonly strength: Float32Array;
}

function sobel({ width, height, data }: GrayImage): Edges {
  const [gx, gy, strength] = [0, 1, 2].map(() => new Float32Array(width * height));
  if (gx === undefined || gy === undefined || strength === undefined)
    throw new Error('No memory for edges.');
  const at = (index: number): number => data[index] ?? 0;
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) {
      const i = y * width + x;
      const [nw, n, ne] = [at(i - width - 1), at(i - width), at(i - width + 1)];
      const [w, e] = [at(i - 1), at(i + 1)];
      const [sw, s, se] = [at(i + width - 1), at(i + width), at(i + width + 1)];
      const dx = ne + 2 * e + se - nw - 2 * w - sw;
      const dy = sw + 2 * s + se - nw - 2 * n - ne;
      gx[i] = dx;
      gy[i] = dy;
      strength[i] = Math.hypot(dx, dy);
    }
  return { gx, gy, strength };
}

/**
 * The straight edges of a small picture, the best supported first (Hough transform by direction): an edge pixel votes only
 * for lines across its own gradient, so that both sides of a thin rule do not add up.
 */
export function findLines(image: GrayImage): EdgeLine[] {
  const { width, height } = image;
  const { gx, gy, strength } = sobel(image);
  const reach = Math.ceil(Math.hypot(width, height));
  const span = 2 * reach + 1;
  const votes = new Float32Array(ANGLES * span);
  const floor = Math.max(LEAST_EDGE, quantile(strength, STRONG));
  const cap = floor * 4;
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) {
      const i = y * width + x;
      const power = strength[i] ?? 0;
      if (power < floor) continue;
      const weight = Math.sqrt(Math.min(power, cap));
      const angle = Math.round((Math.atan2(gy[i] ?? 0, gx[i] ?? 0) * 180) / Math.PI);
      for (let d = -SPREAD; d <= SPREAD; d += 1) {
        const a = (angle + d + 2 * ANGLES) % ANGLES;
        const rho = Math.round(x * (COS[a] ?? 0) + y * (SIN[a] ?? 0)) + reach;
        votes[a * span + rho] = (votes[a * span + rho] ?? 0) + weight;
      }
    }
  return pickPeaks(votes, span, reach, Math.min(width, height));
}

function pickPeaks(votes: Float32Array, span: number, reach: number, side: number): EdgeLine[] {
  const lines: EdgeLine[] = [];
  // A line shorter than a sixth of the picture is nobody's page.
  const least = side / 2;
  while (lines.length < PEAKS) {
    let best = 0;
    for (let at = 1; at < votes.length; at += 1)
      if ((votes[at] ?? 0) > (votes[best] ?? 0)) best = at;
    const power = votes[best] ?? 0;
    if (power < least) break;
    const angle = Math.floor(best / span);
    const rho = best % span;
    lines.push({
      nx: COS[angle] ?? 1,
      ny: SIN[angle] ?? 0,
      rho: rho - reach,
      votes: power,
    });
    for (let d = -ANGLE_GAP; d <= ANGLE_GAP; d += 1) {
      const row = ((angle + d + ANGLES) % ANGLES) * span;
      const from = Math.max(0, rho - RHO_GAP);
      votes.fill(0, row + from, row + Math.min(span, rho + RHO_GAP + 1));
    }
  }
  return lines;
}

/** The value below which so large a part of them lies; from a sample, since the picture is large. */
export function quantile(values: Float32Array, part: number): number {
  const step = Math.max(1, Math.floor(values.length / 20_000));
  const sample: number[] = [];
  for (let at = 0; at < values.length; at += step) sample.push(values[at] ?? 0);
  sample.sort((a, b) => a - b);
  return sample[Math.min(sample.length - 1, Math.floor(sample.length * part))] ?? 0;
}
