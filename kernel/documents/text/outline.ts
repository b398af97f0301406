import { getFont, type Weight } from '../fonts/faces.ts';

/** Where a shape goes: scaled, turned by radians clockwise about its own origin, then moved. Units of the target, y downwards. */
export interface Placing {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly turn?: number;
}

const LETTERS = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
} as const;

/**
 * The outline of a glyph of the font as SVG path data. Its origin is the left end of the baseline; a scale of 1 makes an em
 * of one unit.
 */
export function glyphOutline(id: number, weight: Weight, placing: Placing): string {
  const font = getFont(weight);
  const { x, y, turn = 0 } = placing;
  const scale = placing.scale / font.unitsPerEm;
  const [cos, sin] = [Math.cos(turn) * scale, Math.sin(turn) * scale];
  return font
    .getGlyph(id)
    .path.commands.map(({ command, args }) => {
      const numbers: string[] = [];
      for (let index = 0; index + 1 < args.length; index += 2) {
        const [right = 0, up = 0] = [args[index], args[index + 1]];
        numbers.push(short(x + right * cos + up * sin), short(y + right * sin - up * cos));
      }
      return `${LETTERS[command]}${numbers.join(' ')}`;
    })
    .join('');
}

function short(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
