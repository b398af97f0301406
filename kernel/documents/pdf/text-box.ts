import { breakLines, justifyLine, type Line, type RichText, type Tone } from '../text/lines.ts';
import type { Align } from './blocks.ts';
import type { Box, Setting } from './box.ts';
import type { Content } from './content.ts';

export interface TextStyle {
  readonly size: number;
  /** Distance of baselines as a multiple of the type size. */
  readonly leading: number;
  readonly align: Align;
  readonly bold?: boolean;
  readonly tone?: Tone;
  /** Points that the first line is set in by. */
  readonly indent?: number;
}

/** A set line that knows its style; `x` offsets by alignment are in it. */
export interface SetLine {
  readonly line: Line;
  readonly offset: number;
  readonly size: number;
  readonly height: number;
}

/** Share of the type size that a Chinese character stands above the baseline (the em square of Noto Sans SC). */
export const ABOVE_BASELINE = 0.88;

/** Breaks text to a width in points and aligns its lines. */
export function setText(
  text: RichText,
  width: number,
  style: TextStyle,
  setting: Pick<Setting, 'script'>,
): SetLine[] {
  const room = (width / style.size) * 1000;
  const lines = breakLines(text, {
    width: room,
    script: setting.script,
    firstIndent: ((style.indent ?? 0) / style.size) * 1000,
    ...(style.bold === undefined ? {} : { bold: style.bold }),
    ...(style.tone === undefined ? {} : { tone: style.tone }),
  });
  return lines.map((line) => ({
    line: style.align === 'justify' ? justifyLine(line, room) : line,
    offset: alignOffset(style.align, line.width, room) * (style.size / 1000),
    size: style.size,
    height: style.size * style.leading,
  }));
}

/** Centred text of several lines with lines of like length, not one word alone on the last. */
export function setBalanced(
  text: RichText,
  width: number,
  style: TextStyle,
  setting: Setting,
): SetLine[] {
  const widest = setText(text, width, style, setting);
  if (widest.length < 2) return widest;
  const total = widest.reduce((sum, line) => sum + line.line.width, 0) / 1000;
  for (let room = (total * style.size) / widest.length; room < width; room += style.size / 2) {
    const lines = setText(text, room, style, setting);
    if (lines.length > widest.length) continue;
    const shift = (width - room) / 2;
    return lines.map((line) => ({ ...line, offset: line.offset + shift }));
  }
  return widest;
}

function alignOffset(align: Align, width: number, room: number): number {
  if (align === 'right') return Math.max(0, room - width);
  return align === 'center' ? Math.max(0, (room - width) / 2) : 0;
}

export function drawLine(content: Content, set: SetLine, x: number, top: number): void {
  const baseline = top + (set.height - set.size) / 2 + set.size * ABOVE_BASELINE;
  content.line(set.line, x + set.offset, baseline, set.size);
}

export function drawLines(
  content: Content,
  lines: readonly SetLine[],
  x: number,
  top: number,
): void {
  let y = top;
  for (const line of lines) {
    drawLine(content, line, x, y);
    y += line.height;
  }
}

export function heightOf(lines: readonly SetLine[]): number {
  return lines.reduce((sum, line) => sum + line.height, 0);
}

/** One box a line, so that a page may end between them, but not leaving a single line behind or ahead. */
export function toLineBoxes(
  lines: readonly SetLine[],
  options: { readonly before: number; readonly keepWithNext?: boolean; readonly shift?: number },
): Box[] {
  const count = lines.length;
  return lines.map((set, index) => ({
    height: set.height,
    before: index === 0 ? options.before : 0,
    keepWithNext:
      (index === 0 && count > 1) ||
      index === count - 2 ||
      (index === count - 1 && options.keepWithNext === true),
    draw: (content, x, top) => drawLine(content, set, x + (options.shift ?? 0), top),
  }));
}
