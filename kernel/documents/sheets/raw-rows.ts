/** A cell as the file has it. Dates in a workbook are numbers with a format; `date` is one that was told apart by it. */
export interface RawCell {
  readonly kind: 'text' | 'number' | 'date' | 'date1904' | 'error' | 'no-result';
  readonly text: string;
}

/** A row that is not empty, by the number that people see at its left. */
export interface RawRow {
  readonly row: number;
  readonly cells: ReadonlyArray<RawCell | undefined>;
}

/** How much of a file is read. */
export interface SheetLimits {
  /** Bytes of the file. */
  readonly bytes: number;
  /** Bytes of an xlsx file when unzipped. */
  readonly unzippedBytes: number;
  /** Rows that are not empty, without the heading. */
  readonly rows: number;
  readonly columns: number;
}

export const DEFAULT_LIMITS: SheetLimits = {
  bytes: 20_000_000,
  unzippedBytes: 200_000_000,
  rows: 100_000,
  columns: 256,
};

/** Longest text that a cell can hold in a workbook; what is beyond it is not kept. */
export const CELL_TEXT_LIMIT = 32_767;
