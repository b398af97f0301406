import { quantile } from './find-lines.ts';
import { type GrayImage, shrink } from './image.ts';

/** What makes a page hard to read. */
export interface Quality {
  /** How quickly ink turns into paper, 0 to 1; below `BLURRED` it is blurred. */
  readonly sharpness: number;
  /** Part of the page that is burnt out by a reflection; above `GLARING` it is too much. */
  readonly glare: number;
  readonly isBlurred: boolean;
  readonly hasGlare: boolean;
  readonly isDark: boolean;
}

const BLURRED = 0.2;
const GLARING = 0.002;
const DARK = 70;

/** Judges a flat page (not the desk around it). */
export function judge(page: GrayImage): Quality {
  const sharpness = findSharpness(page);
  const glare = findGlare(page);
  return {
    sharpness,
    glare,
    isBlurred: sharpness < BLURRED,
    hasGlare: glare > GLARING,
    isDark: quantile(page.data, 0.75) < DARK,
  };
}

/** The steepest steps between neighbours, against the whole range from ink to paper. */
function findSharpness({ width, height, data }: GrayImage): number {
  const steps = new Float32Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 1; x < width; x += 1) {
      const at = y * width + x;
      steps[at] = Math.abs((data[at] ?? 0) - (data[at - 1] ?? 0));
    }
  const range = quantile(data, 0.98) - quantile(data, 0.01);
  return range < 25 ? 1 : Math.min(1, quantile(steps, 0.985) / range);
}

/** Spots at the end of the scale while the paper around them is not. */
function findGlare(page: GrayImage): number {
  const small = shrink(page, Math.max(1, Math.floor(page.width / 240)));
  const paper = quantile(small.data, 0.6);
  if (paper > 249) return 0;
  const burnt = small.data.reduce((count, value) => count + (value > 252 ? 1 : 0), 0);
  return burnt / small.data.length;
}
