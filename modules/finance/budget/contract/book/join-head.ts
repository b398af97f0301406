/** A heading with how many columns and rows it reaches over. */
export interface HeadCell {
  readonly text: string;
  readonly span: number;
  readonly rows: number;
}

/**
 * The head with its cells joined as it is printed: a heading reaches over the blanks that follow it, as far as the
 * heading above it does, and down over the rows that say nothing more under it.
 */
export function joinHead(rows: ReadonlyArray<readonly string[]>): HeadCell[][] {
  const taken = rows.map((cells) => cells.map(() => false));
  return rows.map((cells, row) => {
    const made: HeadCell[] = [];
    let column = 0;
    while (column < cells.length) {
      const start = column;
      column += 1;
      if (taken[row]?.[start] === true) continue;
      const isOpen = row < rows.length - 1 && cells[start] !== '';
      if (isOpen) column = endOfSpan(rows, taken, row, column);
      const reach = cells[start] === '' ? 1 : reachDown(rows, row, start, column);
      for (let below = row; below < row + reach; below += 1)
        for (let next = start; next < column; next += 1) {
          const marks = taken[below];
          if (marks !== undefined) marks[next] = true;
        }
      made.push({ text: cells[start] ?? '', span: column - start, rows: reach });
    }
    return made;
  });
}

/** Where the blanks end that continue a heading: something stands there, or a heading above ends. */
function endOfSpan(
  rows: ReadonlyArray<readonly string[]>,
  taken: ReadonlyArray<readonly boolean[]>,
  row: number,
  from: number,
): number {
  const cells = rows[row] ?? [];
  const end = cells.findIndex(
    (text, column) =>
      column >= from &&
      (text !== '' || taken[row]?.[column] === true || (rows[row - 1]?.[column] ?? '') !== ''),
  );
  return end === -1 ? cells.length : end;
}

/** Rows that a heading covers: as long as all of its columns are blank below it. */
function reachDown(
  rows: ReadonlyArray<readonly string[]>,
  row: number,
  from: number,
  to: number,
): number {
  let reach = 1;
  while (row + reach < rows.length) {
    const below = rows[row + reach]?.slice(from, to) ?? [];
    if (below.length === 0 || below.some((text) => text !== '')) break;
    reach += 1;
  }
  return reach;
}
