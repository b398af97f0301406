import { measureText, type RichText } from '../text/lines.ts';
import type { Fields, Form, FormCell } from './blocks.ts';
import type { Box, Setting } from './box.ts';
import { topRule, toRowBox, type RowCell, type RowStyle } from './row-box.ts';
import { setBalanced, setText, type SetLine } from './text-box.ts';
import { MM } from './units.ts';

const FORM_SIZE = 10.5;
const LEADING = 1.45;
const PAD_X = 1.8 * MM;
const STYLE: RowStyle = { rules: 'grid', padX: PAD_X, padY: 1.7 * MM, minHeight: 8.5 * MM };

/** Lays out a form of spanning cells. Throws when a row's spans do not add up to the columns. */
export function layoutForm(form: Form, width: number, setting: Setting): Box[] {
  const edges = toEdges(form.widths, width);
  const head = topRule(width);
  const rows = form.rows.map((row, index) => {
    const minHeight = Math.max(STYLE.minHeight, (row.minHeight ?? 0) * MM);
    const cells = layoutCells(row.cells, edges, index, setting);
    return toRowBox(cells, { ...STYLE, minHeight }, { head });
  });
  return [{ ...head, before: setting.size * 0.6 }, ...rows];
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
  return layoutForm(
    { kind: 'form', widths, rows: rows.map((cells) => ({ cells })) },
    width,
    setting,
  );
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

function layoutCells(
  cells: readonly FormCell[],
  edges: readonly number[],
  row: number,
  setting: Setting,
): RowCell[] {
  let column = 0;
  const placed = cells.map((cell): RowCell => {
    const x = edges[column] ?? 0;
    column += cell.span ?? 1;
    const width = (edges[column] ?? 0) - x;
    const room = width - 2 * PAD_X;
    const align = cell.align ?? (cell.label === true ? 'center' : 'left');
    const style = { size: FORM_SIZE, leading: LEADING, align, bold: cell.bold ?? false };
    const set = cell.label === true && align === 'center' ? setBalanced : setText;
    const lines = set(cell.text ?? '', room, style, setting);
    const foot = cell.foot === undefined ? undefined : setFoot(cell.foot, room, setting);
    return { x, width, lines, shade: cell.label === true, ...(foot === undefined ? {} : { foot }) };
  });
  if (column !== edges.length - 1) {
    throw new RangeError(
      `Row ${row + 1} of the form covers ${column} of ${edges.length - 1} columns`,
    );
  }
  return placed;
}

function setFoot(text: RichText, room: number, setting: Setting): SetLine[] {
  return setText(text, room, { size: FORM_SIZE, leading: LEADING, align: 'right' }, setting);
}
