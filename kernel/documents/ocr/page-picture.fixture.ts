import { deflateSync } from 'node:zlib';

import { toGlyphs } from '../text/glyphs.ts';
import { glyphOutline } from '../text/outline.ts';

type Edge = readonly [x1: number, y1: number, x2: number, y2: number];

const CURVE_STEPS = 6;

/** Straight edges of an outline in SVG path data with M, L, Q, C and Z. */
function toEdges(path: string): Edge[] {
  const edges: Edge[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const line = (toX: number, toY: number) => {
    edges.push([x, y, toX, toY]);
    [x, y] = [toX, toY];
  };
  for (const [, letter = '', rest = ''] of path.matchAll(/([MLQCZ])([^MLQCZ]*)/gu)) {
    const n = rest
      .trim()
      .split(/[\s,]+/u)
      .filter(Boolean)
      .map(Number);
    const [fromX, fromY] = [x, y];
    const at = (index: number) => n[index] ?? 0;
    if (letter === 'M') [x, y, startX, startY] = [at(0), at(1), at(0), at(1)];
    if (letter === 'L') line(at(0), at(1));
    if (letter === 'Z') line(startX, startY);
    const steps = letter === 'Q' || letter === 'C' ? CURVE_STEPS : 0;
    for (let step = 1; step <= steps; step += 1) {
      const t = step / CURVE_STEPS;
      const u = 1 - t;
      if (letter === 'Q')
        line(
          u * u * fromX + 2 * u * t * at(0) + t * t * at(2),
          u * u * fromY + 2 * u * t * at(1) + t * t * at(3),
        );
      else
        line(
          u ** 3 * fromX + 3 * u * u * t * at(0) + 3 * u * t * t * at(2) + t ** 3 * at(4),
          u ** 3 * fromY + 3 * u * u * t * at(1) + 3 * u * t * t * at(3) + t ** 3 * at(5),
        );
    }
  }
  return edges;
}

/** Fills by winding, so that strokes that overlap stay black. */
function fill(pixels: Uint8Array, width: number, edges: readonly Edge[], height: number): void {
  for (let y = 0; y < height; y += 1) {
    const middle = y + 0.5;
    const crossings = edges
      .filter(([, y1, , y2]) => y1 <= middle !== y2 <= middle)
      .map(([x1, y1, x2, y2]): [number, number] => [
        x1 + ((middle - y1) / (y2 - y1)) * (x2 - x1),
        y2 > y1 ? 1 : -1,
      ])
      .toSorted((a, b) => a[0] - b[0]);
    let winding = 0;
    for (const [index, [x, turn]] of crossings.entries()) {
      winding += turn;
      const next = crossings[index + 1]?.[0] ?? x;
      if (winding !== 0) pixels.fill(0, y * width + Math.round(x), y * width + Math.round(next));
    }
  }
}

/** A page with these lines of print, 200 dots an inch, as a grey PNG. */
export function drawPage(lines: readonly string[], { em = 34, width = 1400 } = {}): Uint8Array {
  const height = Math.ceil(lines.length * em * 2 + em * 3);
  const pixels = new Uint8Array(width * height).fill(255);
  for (const [index, text] of lines.entries()) {
    let x = em * 2;
    const edges: Edge[] = [];
    for (const glyph of toGlyphs(text, 'regular', 'chinese')) {
      if (glyph === '\n') continue;
      const path = glyphOutline(glyph.id, 'regular', { x, y: (index + 1) * em * 2, scale: em });
      edges.push(...toEdges(path));
      x += (glyph.width / 1000) * em;
    }
    fill(pixels, width, edges, height);
  }
  return toPng(pixels, width, height);
}

function toPng(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc(body), body.length + 4);
  return framed;
}

function crc(bytes: Uint8Array): number {
  let rest = 0xff_ff_ff_ff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1)
      rest = (rest & 1) === 1 ? (rest >>> 1) ^ 0xed_b8_83_20 : rest >>> 1;
  }
  return (rest ^ 0xff_ff_ff_ff) >>> 0;
}
