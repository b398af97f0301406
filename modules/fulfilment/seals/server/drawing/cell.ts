import { getFont } from '#kernel/documents/fonts/faces.ts';

/** The em square of one character: its centre, its sides, and how far it is turned clockwise. Millimetres, radians, y downwards. */
export interface Cell {
  readonly character: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly turn: number;
  /** Not in the serif of names: small numbers. */
  readonly isPlain?: boolean;
}

export type Point = readonly [x: number, y: number];

/** The centre of an ideograph's square lies this far above the baseline. */
const MIDDLE = 0.38;

const LETTERS = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
} as const;

/** 印章所刊汉字用宋体（国发〔1999〕25号）; the tax number, and what the serif lacks, stand in the font of papers. */
function faceOf(codePoint: number, isPlain: boolean) {
  const serif = getFont('serif');
  return !isPlain && serif.hasGlyphForCodePoint(codePoint) ? serif : getFont('bold');
}

/** The outline of a character in its cell, pressed to the cell's sides, as SVG path data. */
export function drawCell(cell: Cell): string {
  const codePoint = cell.character.codePointAt(0) ?? 0;
  const font = faceOf(codePoint, cell.isPlain === true);
  const glyph = font.glyphForCodePoint(codePoint);
  const em = font.unitsPerEm;
  const [cos, sin] = [Math.cos(cell.turn), Math.sin(cell.turn)];
  return font
    .getGlyph(glyph.id)
    .path.commands.map(({ command, args }) => {
      const numbers: string[] = [];
      for (let at = 0; at + 1 < args.length; at += 2) {
        const right = (((args[at] ?? 0) - glyph.advanceWidth / 2) / em) * cell.width;
        const up = ((args[at + 1] ?? 0) / em - MIDDLE) * cell.height;
        numbers.push(
          short(cell.x + right * cos + up * sin),
          short(cell.y + right * sin - up * cos),
        );
      }
      return `${LETTERS[command]}${numbers.join(' ')}`;
    })
    .join('');
}

/** The corners of a cell, in order around it. */
export function cornersOf({ x, y, width, height, turn }: Cell): Point[] {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return (
    [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ] as const
  ).map(([right, down]) => {
    const [u, v] = [(right * width) / 2, (down * height) / 2];
    return [x + u * cos - v * sin, y + u * sin + v * cos] as const;
  });
}

/** Characters side by side on a straight line, the middle of the line at `x`. */
export function straightCells(
  text: string,
  line: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): Cell[] {
  const characters = Array.from(text);
  return characters.map((character, at) => ({
    character,
    x: line.x + (at - (characters.length - 1) / 2) * line.width,
    y: line.y,
    width: line.width,
    height: line.height,
    turn: 0,
  }));
}

export const short = (value: number): string => String(Math.round(value * 1000) / 1000);
