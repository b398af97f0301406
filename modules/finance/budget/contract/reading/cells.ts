import { toPlain } from './plain.ts';
import type { SourceLine } from './source.ts';

/** An amount that can be nothing else: with separators or decimals. Codes and counts are not. */
const AMOUNT_CELL = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d+$|^-?\d{1,3}(?:,\d{3})+$/;

/** For text that `toPlain` has treated. */
export function isAmountCell(plain: string): boolean {
  return AMOUNT_CELL.test(plain);
}

/** The label of a row of the tables of balance; a page may have put it where another column stands. */
export function isBalanceLabel(plain: string): boolean {
  return /^(?:[一二三四五六七八九十]+、|\d{1,2}[.、][^\d])|[收支]入?出?总计$/.test(plain);
}

/** Cells that say something, half width and without spaces. */
export function listFilled(cells: readonly string[]): string[] {
  return cells.map(toPlain).filter((cell) => cell !== '');
}

/** Whether the body of a table begins here or goes on: a code, a label with its number, a total, or an amount. */
export function isBodyRow(row: SourceLine): boolean {
  const cells = (row.cells ?? [row.text]).map(toPlain);
  const [first = '', ...rest] = cells;
  if (/^\d{3}(?:\d\d){0,2}$/.test(first) || /^[一二三四五六七八九十]+、/.test(first)) return true;
  if (/^(?:合计|总计)$/.test(first) && rest.every((cell) => cell === '')) return true;
  return cells.some(isAmountCell);
}
