import { measureText } from '../text/lines.ts';
import type { Fields, Form, FormCell } from './blocks.ts';
import { type Box, type Setting, stackBoxes } from './box.ts';
import { groupRows, placeCells, type GridCell, type RowGroup } from './form-grid.ts';
import { toJoinedBox, toRowBox, topRule, type RowCell, type RowStyle } from './row-box.ts';
import { setBalanced, setText } from './text-box.ts';
import { MM } from './units.ts';

const FORM_SIZE = 10.5;
const LEADING = 1.45;
const PAD_X = 1.8 * MM;
const STYLE: RowStyle = { rules: 'grid', padX: PAD_X, padY: 1.7 * MM, minHeight: 8.5 * MM };

/** Lays out a form of spanning cells. Throws RangeError when its cells do not tile the grid. */
export function layoutForm(form: Form, width: number, setting: Setting): Box[] {
  const edges = toEdges(form.widths, width);
  const rule = topRule(width);
  const scale = (form.size ?? FORM_SIZE) / FORM_SIZE;
  const style = { ...STYLE, padY: STYLE.padY * scale, minHeight: STYLE.minHeight * scale };
  const cells = placeCells(form);
  const groups = groupRows(cells, form.rows.length);
  const toBox = ({ first, count }: RowGroup, head: Box): Box => {
    const own = cells
      .filter((one) => one.row >= first && one.row < first + count)
      .map((one) => ({
        ...layoutCell(one, edges, { setting, size: form.size ?? FORM_SIZE }),
        row: one.row - first,
        rows: one.rows,
      }));
    const minHeights = form.rows
      .slice(first, first + count)
      .map((row) => Math.max(style.minHeight, (row.minHeight ?? 0) * MM));
    return count === 1
      ? toRowBox(own, { ...style, minHeight: minHeights[0] ?? 0 }, { head })
      : toJoinedBox(own, style, minHeights, { head });
  };
  const isHead = ({ first }: RowGroup): boolean => first < (form.headRows ?? 0);
  const titles = groups
    .filter(isHead)
    .map((group) => ({ ...toBox(group, rule), keepWithNext: true }));
  const head = titles.length === 0 ? rule : stackBoxes([rule, ...titles]);
  const rows = groups.filter((group) => !isHead(group)).map((group) => toBox(group, head));
  return [{ ...rule, before: setting.size * 0.6 }, ...titles, ...rows];
}

/** Lays out label and value pairs as a form. */
export function layoutFields(fields: Fields, width: number, setting: Setting): Box[] {
  const pairs = fields.columns ?? 1;
  const labelWidth = findLabelWidth(fields, width / pairs, setting);
  const valueWidth = width / pairs - labelWidth;
  const widths = Array.from({ length: pairs }, () => [labelWidth, valueWidth]).flat();
  const rows: FormCell[][] = [];
  let open: FormCell[] = [];
  for (const item of fields.items) {
    const label: FormCell = { text: item.label, label: true };
    const isWide = pairs === 1 || item.wide === true;
    if (isWide) {
      rows.push(...closeRow(open), [label, { text: item.value, span: pairs * 2 - 1 }]);
      open = [];
      continue;
    }
    open.push(label, { text: item.value });
    if (open.length < pairs * 2) continue;
    rows.push(open);
    open = [];
  }
  rows.push(...closeRow(open));
  const form: Form = { kind: 'form', widths, rows: rows.map((cells) => ({ cells })) };
  return layoutForm(form, width, setting);
}

/** A pair without a neighbour takes the rest of its row. */
function closeRow(open: readonly FormCell[]): FormCell[][] {
  const [label, value] = open;
  return label === undefined || value === undefined ? [] : [[label, { ...value, span: 3 }]];
}

function findLabelWidth(fields: Fields, pairWidth: number, setting: Setting): number {
  if (fields.labelWidth !== undefined) return fields.labelWidth * MM;
  const options = { script: setting.script, bold: false };
  const widest = Math.max(...fields.items.map((item) => measureText(item.label, options)), 0);
  return Math.min((widest / 1000) * FORM_SIZE + 2 * PAD_X + 1, pairWidth * 0.45);
}

function toEdges(widths: readonly number[], width: number): number[] {
  const sum = widths.reduce((total, one) => total + one, 0);
  const edges = [0];
  for (const own of widths) edges.push((edges.at(-1) ?? 0) + (own / sum) * width);
  return edges;
}

function layoutCell(
  place: GridCell,
  edges: readonly number[],
  { setting, size }: { readonly setting: Setting; readonly size: number },
): RowCell {
  const { cell, column, span } = place;
  const x = edges[column] ?? 0;
  const width = (edges[column + span] ?? 0) - x;
  const room = width - 2 * PAD_X;
  const isLabel = cell.label === true;
  const align = cell.align ?? (isLabel ? 'center' : 'left');
  const style = { size, leading: LEADING, align, bold: cell.bold ?? false };
  const set = isLabel && align === 'center' ? setBalanced : setText;
  const lines = set(cell.text ?? '', room, style, setting);
  if (cell.foot === undefined) return { x, width, lines, shade: isLabel };
  const foot = setText(cell.foot, room, { ...style, align: 'right', bold: false }, setting);
  return { x, width, lines, shade: isLabel, foot };
}
