import { type GrayImage, type RgbaImage, sampleGray, shrink, toGray } from './image.ts';

const REACH_DEGREES = 5;
const STEP_DEGREES = 0.2;

/** By how many degrees lines of print lean, clockwise: the turn at which rows of ink and rows of paper differ most. */
export function findSkew(page: GrayImage): number {
  const small = shrink(page, Math.max(1, Math.floor(page.width / 320)));
  let best = { angle: 0, power: -1 };
  for (let angle = -REACH_DEGREES; angle <= REACH_DEGREES; angle += STEP_DEGREES) {
    const power = powerOfRows(small, angle);
    if (power > best.power) best = { angle, power };
  }
  return Math.round(best.angle * 10) / 10;
}

/** How much neighbouring rows differ when read along lines that lean so much. */
function powerOfRows(image: GrayImage, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const { width, height } = image;
  const margin = Math.ceil(width * 0.1);
  let before: number | undefined;
  let power = 0;
  for (let y = margin; y < height - margin; y += 1) {
    let sum = 0;
    for (let x = margin; x < width - margin; x += 2)
      sum += sampleGray(image, x, y + (x - width / 2) * slope);
    if (before !== undefined) power += (sum - before) ** 2;
    before = sum;
  }
  return power;
}

/** The page turned about its middle by so many degrees; what comes from outside is white. */
export function straighten(image: RgbaImage, degrees = findSkew(toGray(image))): RgbaImage {
  if (Math.abs(degrees) < 0.2) return image;
  const { width, height } = image;
  const turn = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [dx, dy] = [x - width / 2, y - height / 2];
      const sx = Math.round(width / 2 + dx * cos - dy * sin);
      const sy = Math.round(height / 2 + dx * sin + dy * cos);
      if (sx < 0 || sy < 0 || sx >= width || sy >= height) continue;
      const from = (sy * width + sx) * 4;
      data.set(image.data.subarray(from, from + 4), (y * width + x) * 4);
    }
  return { width, height, data };
}
