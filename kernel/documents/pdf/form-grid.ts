import type { Form, FormCell } from './blocks.ts';

/** A cell of a form with its place in the grid. */
export interface GridCell {
  readonly cell: FormCell;
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly span: number;
}

/**
 * Finds the place of every cell: each takes the first column that no cell above reaches into. Throws RangeError when
 * a row leaves columns open or covers too many, or a cell reaches below the last row.
 */
export function placeCells(form: Form): GridCell[] {
  const count = form.widths.length;
  /** For each column, the first row that is free again. */
  const freeFrom = Array.from({ length: count }, () => 0);
  const placed: GridCell[] = [];
  for (const [row, { cells }] of form.rows.entries()) {
    const isFree = (column: number): boolean => (freeFrom[column] ?? Infinity) <= row;
    let column = 0;
    for (const cell of cells) {
      while (column < count && !isFree(column)) column += 1;
      const { span = 1, rows = 1 } = cell;
      for (let next = column; next < column + span; next += 1) {
        if (!isFree(next)) throw misfit(row, count);
        freeFrom[next] = row + rows;
      }
      placed.push({ cell, row, rows, column, span });
      column += span;
    }
    if (freeFrom.some((free) => free <= row)) throw misfit(row, count);
  }
  if (freeFrom.some((free) => free > form.rows.length)) {
    throw new RangeError('A cell of the form reaches below its last row');
  }
  return placed;
}

/** Rows that cells join, as first row and number of rows. */
export interface RowGroup {
  readonly first: number;
  readonly count: number;
}

/** Rows in groups that no cell reaches across. */
export function groupRows(cells: readonly GridCell[], rowCount: number): RowGroup[] {
  const groups: Array<{ first: number; count: number }> = [];
  let end = 0;
  for (let row = 0; row < rowCount; row += 1) {
    const reach = Math.max(...cells.filter((one) => one.row === row).map((one) => row + one.rows));
    const group = groups.at(-1);
    if (row < end && group !== undefined) group.count += 1;
    else groups.push({ first: row, count: 1 });
    end = Math.max(end, reach);
  }
  return groups;
}

function misfit(row: number, count: number): RangeError {
  return new RangeError(`Row ${row + 1} of the form does not cover its ${count} columns`);
}
