import type { Box } from './box.ts';
import { COLOURS, type Content, type Stroke } from './content.ts';
import { drawLines, heightOf, type SetLine } from './text-box.ts';

export interface RowCell {
  readonly x: number;
  readonly width: number;
  readonly lines: readonly SetLine[];
  readonly shade?: boolean;
  /** Set at the foot of the cell. */
  readonly foot?: readonly SetLine[];
}

/** How a row is ruled: every cell, or only a line under the row. */
export interface RowStyle {
  readonly rules: 'grid' | 'lines';
  readonly padX: number;
  readonly padY: number;
  readonly minHeight: number;
  readonly below?: Stroke;
  /** A part of a row that was cut: text begins at the top, not in the middle. */
  readonly isCut?: boolean;
}

export const GRID_STROKE: Stroke = { width: 0.5 };
export const HAIRLINE: Stroke = { width: 0.4, colour: COLOURS.hairline };

/** A row of cells as high as its fullest cell. Cut between lines of text when it is taller than a page. */
export function toRowBox(
  cells: readonly RowCell[],
  style: RowStyle,
  extras: Pick<Box, 'head' | 'keepWithNext'> = {},
): Box {
  const contentHeight = Math.max(0, ...cells.map(cellHeight));
  const height = Math.max(style.minHeight, contentHeight + 2 * style.padY);
  return {
    ...extras,
    height,
    draw: (content, x, top) => drawRow(content, cells, style, { x, top, height }),
    split: (room) => splitRow(cells, style, room, extras),
  };
}

/** A cell that may reach over several rows of its group, counted from the group's first. */
export interface JoinedCell extends RowCell {
  readonly row: number;
  readonly rows: number;
}

/** Rows joined by cells that reach over them. Stays whole. */
export function toJoinedBox(
  cells: readonly JoinedCell[],
  style: RowStyle,
  minHeights: readonly number[],
  extras: Pick<Box, 'head'>,
): Box {
  const heights = [...minHeights];
  const needed = (cell: RowCell): number => cellHeight(cell) + 2 * style.padY;
  const sumOf = (cell: JoinedCell): number =>
    heights.slice(cell.row, cell.row + cell.rows).reduce((sum, one) => sum + one, 0);
  // The shorter cells first: what a long one lacks then goes to the last of its rows.
  for (const cell of cells.toSorted((first, second) => first.rows - second.rows)) {
    const last = cell.row + cell.rows - 1;
    const lacking = Math.max(0, needed(cell) - sumOf(cell));
    heights[last] = (heights[last] ?? 0) + lacking;
  }
  const topOf = (row: number): number => heights.slice(0, row).reduce((sum, one) => sum + one, 0);
  return {
    ...extras,
    height: topOf(heights.length),
    draw: (content, x, top) => {
      const places = cells.map((cell) => ({ x, top: top + topOf(cell.row), height: sumOf(cell) }));
      drawShades(content, cells, places);
      for (const [index, cell] of cells.entries()) {
        const place = places[index];
        if (place === undefined) continue;
        drawCell(content, cell, style, place);
        content.frame(x + cell.x, place.top, cell.width, place.height, GRID_STROKE);
      }
    },
  };
}

/** A line over a table that has no head, drawn again where the table goes on. */
export function topRule(width: number): Box {
  return {
    height: 0,
    keepWithNext: true,
    draw: (content, x, top) => content.rule(x, top, x + width, top, GRID_STROKE),
  };
}

function cellHeight(cell: RowCell): number {
  const foot = cell.foot === undefined ? 0 : heightOf(cell.foot);
  return heightOf(cell.lines) + foot;
}

function drawRow(content: Content, cells: readonly RowCell[], style: RowStyle, place: Place): void {
  const { x, top, height } = place;
  const shaded = cells.filter((cell) => cell.shade === true);
  drawShades(
    content,
    shaded,
    shaded.map(() => place),
  );
  for (const cell of cells) drawCell(content, cell, style, place);
  const left = x + (cells[0]?.x ?? 0);
  const last = cells.at(-1);
  const right = x + (last === undefined ? 0 : last.x + last.width);
  content.rule(left, top + height, right, top + height, style.below ?? GRID_STROKE);
  if (style.rules !== 'grid') return;
  // The shade may have touched the rule above.
  if (shaded.length > 0) content.rule(left, top, right, top, GRID_STROKE);
  for (const cell of cells) {
    content.rule(x + cell.x, top, x + cell.x, top + height, GRID_STROKE);
  }
  content.rule(right, top, right, top + height, GRID_STROKE);
}

interface Place {
  readonly x: number;
  readonly top: number;
  readonly height: number;
}

function drawShades(content: Content, cells: readonly RowCell[], places: readonly Place[]): void {
  const rectangles = cells.flatMap((cell, index) => {
    const place = places[index];
    if (cell.shade !== true || place === undefined) return [];
    // Inside the rules: a shade that reached them would cover half of the line above.
    const { x, top, height } = place;
    return [[x + cell.x + 0.25, top + 0.25, cell.width - 0.5, height - 0.5] as const];
  });
  if (rectangles.length > 0) content.fill(rectangles, COLOURS.shade);
}

function drawCell(content: Content, cell: RowCell, style: RowStyle, place: Place): void {
  const x = place.x + cell.x + style.padX;
  const textHeight = heightOf(cell.lines);
  if (cell.foot === undefined) {
    const above = style.isCut === true ? style.padY : (place.height - textHeight) / 2;
    drawLines(content, cell.lines, x, place.top + above);
    return;
  }
  drawLines(content, cell.lines, x, place.top + style.padY);
  const footTop = place.top + place.height - style.padY - heightOf(cell.foot);
  drawLines(content, cell.foot, x, footTop);
}

function splitRow(
  cells: readonly RowCell[],
  style: RowStyle,
  room: number,
  extras: Pick<Box, 'head' | 'keepWithNext'>,
): readonly [Box, Box] | undefined {
  const inner = room - 2 * style.padY;
  const counts = cells.map((cell) => countFitting(cell.lines, inner));
  const isProgress = cells.some((_cell, index) => (counts[index] ?? 0) > 0);
  if (!isProgress) return undefined;
  const first = cells.map(({ foot: _foot, ...cell }, index) => ({
    ...cell,
    lines: cell.lines.slice(0, counts[index]),
  }));
  const rest = cells.map((cell, index) => ({ ...cell, lines: cell.lines.slice(counts[index]) }));
  const head = extras.head === undefined ? {} : { head: extras.head };
  const cut: RowStyle = { ...style, minHeight: 0, isCut: true };
  return [toRowBox(first, cut, head), toRowBox(rest, cut, extras)];
}

function countFitting(lines: readonly SetLine[], room: number): number {
  let used = 0;
  for (const [index, line] of lines.entries()) {
    used += line.height;
    if (used > room) return index;
  }
  return lines.length;
}
