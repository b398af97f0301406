import type { Weight } from '../fonts/faces.ts';
import { collectMissing, type Glyph } from '../text/glyphs.ts';
import type { Line, Placed, Tone } from '../text/lines.ts';

/** Red, green and blue, 0 to 1. */
export type Colour = readonly [number, number, number];

export const COLOURS = {
  ink: [0.07, 0.07, 0.07],
  soft: [0.38, 0.38, 0.38],
  seal: [0.78, 0.06, 0.06],
  rule: [0.25, 0.25, 0.25],
  hairline: [0.72, 0.72, 0.72],
  shade: [0.955, 0.955, 0.955],
} as const satisfies Record<string, Colour>;

const TONES: Readonly<Record<Tone, Colour>> = {
  ink: COLOURS.ink,
  soft: COLOURS.soft,
  seal: COLOURS.seal,
};

/** Gives a glyph its code in the document's font. */
export type Encode = (glyph: Glyph) => string;

/** Straight line style: width and, for a dashed one, the length of dash and gap. */
export interface Stroke {
  readonly width: number;
  readonly colour?: Colour;
  readonly dash?: number;
}

/**
 * The drawing instructions of one page. Places are in points from the upper left corner of the page; `baseline` is the
 * line that letters stand on.
 */
export class Content {
  readonly missing: Set<string>;
  readonly #encode: Encode;
  readonly #height: number;
  #parts: string[] = [];

  constructor(pageHeight: number, encode: Encode, missing: Set<string>) {
    this.#height = pageHeight;
    this.#encode = encode;
    this.missing = missing;
  }

  /** The instructions so far, which are then forgotten. */
  take(): string {
    const all = this.#parts.join('\n');
    this.#parts = [];
    return all;
  }

  line(line: Line, x: number, baseline: number, size: number): void {
    for (const stretch of stretchesOf(line.glyphs)) {
      const tone = stretch[0]?.tone ?? 'ink';
      this.#text(stretch, x, baseline, size, TONES[tone]);
      if (stretch[0]?.underline === true) this.#underline(stretch, x, baseline, size, tone);
    }
    for (const placed of line.glyphs) {
      collectMissing(placed.glyph, this.missing);
      if (placed.glyph.over === undefined) continue;
      const over: Placed = { ...placed, glyph: placed.glyph.over };
      this.#text([over], x, baseline, size, TONES[placed.tone]);
    }
  }

  rule(x1: number, y1: number, x2: number, y2: number, stroke: Stroke): void {
    const dash = stroke.dash === undefined ? '' : `[${num(stroke.dash)}] 0 d `;
    this.#parts.push(
      `q ${rgb(stroke.colour ?? COLOURS.rule)} RG ${num(stroke.width)} w ${dash}` +
        `${num(x1)} ${this.#y(y1)} m ${num(x2)} ${this.#y(y2)} l S Q`,
    );
  }

  /** Fills rectangles of one colour in one go: `[x, top, width, height]` each. */
  fill(rectangles: ReadonlyArray<readonly [number, number, number, number]>, colour: Colour): void {
    const shapes = rectangles.map(
      ([x, top, width, height]) =>
        `${num(x)} ${this.#y(top + height)} ${num(width)} ${num(height)} re`,
    );
    this.#parts.push(`q ${rgb(colour)} rg ${shapes.join(' ')} f Q`);
  }

  frame(x: number, top: number, width: number, height: number, stroke: Stroke): void {
    const dash = stroke.dash === undefined ? '' : `[${num(stroke.dash)}] 0 d `;
    this.#parts.push(
      `q ${rgb(stroke.colour ?? COLOURS.rule)} RG ${num(stroke.width)} w ${dash}` +
        `${num(x)} ${this.#y(top + height)} ${num(width)} ${num(height)} re S Q`,
    );
  }

  /** Draws a named picture of the page's resources, pressed onto what is below it as ink is. */
  picture(name: string, x: number, top: number, width: number, height: number): void {
    this.#parts.push(
      `q /GSpress gs ${num(width)} 0 0 ${num(height)} ${num(x)} ${this.#y(top + height)} cm /${name} Do Q`,
    );
  }

  /** Ready-made path operators in a system whose unit is a point and whose origin is at `x`, `top`, y upwards. */
  paths(operators: string, x: number, top: number): void {
    this.#parts.push(`q /GSpress gs 1 0 0 1 ${num(x)} ${this.#y(top)} cm ${operators} Q`);
  }

  /** Text across the page, turned by `degrees`, so pale that what is below stays readable. */
  watermark(line: Line, centreX: number, centreY: number, size: number, degrees: number): void {
    const angle = (degrees * Math.PI) / 180;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const back = ((line.width / 1000) * size) / 2;
    const x = centreX - back * cos;
    const y = this.#height - centreY - back * sin;
    this.#parts.push(
      `q /GSwatermark gs BT 0.45 0.45 0.45 rg /F${weightOf(line)} ${num(size)} Tf ` +
        `${num(cos, 5)} ${num(sin, 5)} ${num(-sin, 5)} ${num(cos, 5)} ${num(x)} ${num(y)} Tm ` +
        `${this.#show(line.glyphs)} ET Q`,
    );
  }

  #text(
    glyphs: readonly Placed[],
    x: number,
    baseline: number,
    size: number,
    colour: Colour,
  ): void {
    const first = glyphs[0];
    if (first === undefined) return;
    const start = x + ((first.x + first.glyph.shift) * size) / 1000;
    const font = first.glyph.weight === 'bold' ? 'B' : 'R';
    this.#parts.push(
      `BT ${rgb(colour)} rg /F${font} ${num(size)} Tf 1 0 0 1 ${num(start)} ${this.#y(baseline)} Tm ${this.#show(glyphs)} ET`,
    );
  }

  /** Codes of glyphs with the corrections between them, in thousandths as the operator wants them. */
  #show(glyphs: readonly Placed[]): string {
    let codes = '';
    let out = '';
    let pen = (glyphs[0]?.x ?? 0) + (glyphs[0]?.glyph.shift ?? 0);
    for (const { glyph, x } of glyphs) {
      if (glyph.width === 0 && glyph.kind === 'space') continue;
      const correction = Math.round((pen - x - glyph.shift) * 10) / 10;
      if (correction !== 0) {
        out += codes === '' ? '' : `<${codes}>`;
        out += num(correction);
        codes = '';
      }
      codes += this.#encode(glyph);
      pen = x + glyph.shift + glyph.fontWidth;
    }
    return `[${out}<${codes}>] TJ`;
  }

  #underline(
    glyphs: readonly Placed[],
    x: number,
    baseline: number,
    size: number,
    tone: Tone,
  ): void {
    const first = glyphs[0];
    const last = glyphs.at(-1);
    if (first === undefined || last === undefined) return;
    const y = baseline + size * 0.16;
    const left = x + (first.x * size) / 1000;
    const right = x + ((last.x + last.glyph.width) * size) / 1000;
    this.rule(left, y, right, y, { width: 0.6, colour: TONES[tone] });
  }

  #y(fromTop: number): string {
    return num(this.#height - fromTop);
  }
}

/** Stretches of one style and weight, each drawn by one text operator. */
function stretchesOf(glyphs: readonly Placed[]): Placed[][] {
  const stretches: Placed[][] = [];
  let previous: Placed | undefined;
  for (const placed of glyphs) {
    const same =
      previous !== undefined &&
      previous.tone === placed.tone &&
      previous.underline === placed.underline &&
      previous.glyph.weight === placed.glyph.weight;
    if (same) stretches.at(-1)?.push(placed);
    else stretches.push([placed]);
    previous = placed;
  }
  return stretches;
}

function weightOf(line: Line): 'B' | 'R' {
  const weight: Weight = line.glyphs[0]?.glyph.weight ?? 'regular';
  return weight === 'bold' ? 'B' : 'R';
}

function rgb(colour: Colour): string {
  return colour.map((part) => num(part)).join(' ');
}

/** A number as PDF wants it: no exponent, no needless zeros. */
export function num(value: number, digits = 2): string {
  const text = value.toFixed(digits);
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return short === '-0' ? '0' : short;
}
