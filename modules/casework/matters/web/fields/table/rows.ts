/** A row of a table by the keys of its columns. */
export type Row = Readonly<Record<string, unknown>>;

const isRow = (row: unknown): row is Row =>
  typeof row === 'object' && row !== null && !Array.isArray(row);

/** The rows of a value; none when it is no table. */
export function toRows(value: unknown): readonly Row[] {
  return Array.isArray(value) ? value.filter(isRow) : [];
}

/** The rows with one cell changed; a cell without a value is left out. */
export function withCell(
  rows: readonly Row[],
  index: number,
  key: string,
  value: unknown,
): readonly Row[] {
  return rows.map((row, place) => {
    if (place !== index) return row;
    const rest = Object.fromEntries(Object.entries(row).filter(([name]) => name !== key));
    return value === undefined ? rest : { ...rest, [key]: value };
  });
}
