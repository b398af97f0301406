import type { Readable } from 'node:stream';

import type { Locale } from '../problems/contract.ts';
import type { CellFault, SheetField } from './contract.ts';
import type { RawRow } from './raw-row.ts';

export interface SheetRead {
  readonly rows: readonly RawRow[];
  /** Cells that the file itself gets wrong, and headings that are missing. */
  readonly faults: readonly CellFault[];
}

/** Reads and writes the files that people keep: xlsx and CSV. */
export interface Sheets {
  /** Throws the problem `imports/unreadable` when the file is no sheet, is damaged or is too large. */
  read(file: Buffer, fileName: string, fields: readonly SheetField[]): Promise<SheetRead>;
  write(
    rows: AsyncIterable<Readonly<Record<string, string>>>,
    fields: readonly SheetField[],
    options: { readonly format: 'xlsx' | 'csv'; readonly title: string; readonly locale: Locale },
  ): Readable;
  template(fields: readonly SheetField[], title: string, locale: Locale): Promise<Buffer>;
}
