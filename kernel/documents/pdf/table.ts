import { fillWords } from '#kernel/problems/contract.ts';

import type { RichText } from '../text/lines.ts';
import type { Align, Table } from './blocks.ts';
import type { Box, Setting } from './box.ts';
import { stackBoxes } from './box.ts';
import { PAPER_WORDS } from './paper.ts';
import { GRID_STROKE, HAIRLINE, toRowBox, type RowCell, type RowStyle } from './row-box.ts';
import { setText, toLineBoxes, type TextStyle } from './text-box.ts';
import { MM } from './units.ts';

const TABLE_SIZE = 10.5;
const LEADING = 1.4;
const HEAVY = { width: 1 };

interface Column {
  readonly x: number;
  readonly width: number;
  readonly align: Align;
}

interface Layout {
  readonly block: Table;
  readonly columns: readonly Column[];
  readonly size: number;
  readonly style: RowStyle;
  readonly setting: Setting;
}

/** Lays a table out row by row as they are asked for: rows that are on a closed page are not kept. */
export function* layoutTable(block: Table, width: number, setting: Setting): Generator<Box> {
  const size = block.size ?? TABLE_SIZE;
  const style: RowStyle = {
    rules: block.rules ?? 'grid',
    padX: 1.3 * MM,
    padY: size * 0.32,
    minHeight: 0,
    ...(block.rules === 'lines' ? { below: HAIRLINE } : {}),
  };
  const layout: Layout = { block, columns: toColumns(block, width), size, style, setting };
  const caption = layoutCaption(block.caption, width, layout);
  const again = fillWords(PAPER_WORDS.continued, setting.locale, { caption: block.caption ?? '' });
  const continued = block.caption === undefined ? [] : layoutCaption(again, width, layout);
  const titles = layoutTitles(layout, width);
  const head = stackBoxes([...continued, titles]);
  yield* caption;
  yield { ...titles, before: caption.length === 0 ? size * 0.6 : 0, keepWithNext: true };
  yield* layoutRows(layout, head);
}

function* layoutRows(layout: Layout, head: Box): Generator<Box> {
  const { block } = layout;
  // A row is given out when the next one is known, because the last keeps the total with it.
  let pending: readonly RichText[] | undefined;
  let isFirst = true;
  for (const row of block.rows) {
    if (pending !== undefined) {
      // One row under its head alone at the foot of a page reads like the end of the table.
      yield layoutRow(pending, layout, { head, keepWithNext: isFirst });
      isFirst = false;
    }
    pending = row;
  }
  const hasTotal = block.total !== undefined;
  if (pending !== undefined) yield layoutRow(pending, layout, { head, keepWithNext: hasTotal });
  else yield layoutEmpty(layout, hasTotal);
  if (block.total !== undefined) yield layoutRow(block.total, layout, { head, bold: true });
}

function toColumns(block: Table, width: number): Column[] {
  const shares = block.columns.reduce((sum, column) => sum + column.width, 0);
  let x = 0;
  return block.columns.map((column) => {
    const own = (column.width / shares) * width;
    const placed = { x, width: own, align: column.align ?? 'left' };
    x += own;
    return placed;
  });
}

function layoutRow(
  cells: readonly RichText[],
  layout: Layout,
  extras: { readonly head: Box; readonly bold?: boolean; readonly keepWithNext?: boolean },
): Box {
  const { columns, size, style, setting } = layout;
  const { bold = false, ...rest } = extras;
  const set = columns.map((column, index): RowCell => {
    const text: TextStyle = { size, leading: LEADING, align: column.align, bold };
    const lines = setText(cells[index] ?? '', column.width - 2 * style.padX, text, setting);
    return { x: column.x, width: column.width, lines };
  });
  return toRowBox(set, style, rest);
}

/** Column headings: bold and centred over a grid, over their columns' own alignment otherwise. */
function layoutTitles(layout: Layout, width: number): Box {
  const { block, columns, size, style, setting } = layout;
  const isGrid = style.rules === 'grid';
  const cells = columns.map((column, index): RowCell => {
    const align = isGrid ? 'center' : column.align;
    const text: TextStyle = { size, leading: LEADING, align, bold: true };
    const heading = block.columns[index]?.heading ?? '';
    const lines = setText(heading, column.width - 2 * style.padX, text, setting);
    return { x: column.x, width: column.width, lines, shade: isGrid };
  });
  const row = toRowBox(cells, { ...style, below: isGrid ? GRID_STROKE : { width: 0.6 } });
  return {
    ...row,
    draw: (content, x, top) => {
      row.draw(content, x, top);
      content.rule(x, top, x + width, top, isGrid ? GRID_STROKE : HEAVY);
    },
  };
}

function layoutEmpty(layout: Layout, keepWithNext: boolean): Box {
  const { block, columns, size, style, setting } = layout;
  const last = columns.at(-1);
  const width = last === undefined ? 0 : last.x + last.width;
  const text = block.emptyText ?? PAPER_WORDS.noRows[setting.locale];
  const lines = setText(
    text,
    width,
    { size, leading: LEADING, align: 'center', tone: 'soft' },
    setting,
  );
  return toRowBox([{ x: 0, width, lines }], { ...style, padX: 0 }, { keepWithNext });
}

function layoutCaption(caption: string | undefined, width: number, layout: Layout): Box[] {
  if (caption === undefined) return [];
  const style: TextStyle = { size: layout.size, leading: 1.7, align: 'center', bold: true };
  const lines = setText(caption, width, style, layout.setting);
  return toLineBoxes(lines, { before: layout.size * 0.6, keepWithNext: true });
}
