import type { Readable } from 'node:stream';

import type { z } from 'zod';

import type { Actor } from '../access/contract-actor.ts';
import type { Permission } from '../access/contract-permission.ts';
import type { Db, Tx } from '../db/types.ts';
import type { Locale, Words } from '../problems/contract.ts';
import type { CellFault, SheetField, SheetFormat } from './contract.ts';
import type { SheetRead } from './sheets.ts';

/** A row as typed values; absent references are empty texts. */
export type SheetRow = Readonly<Record<string, unknown>>;

export interface RowChange<Row> {
  /** The row in the sheet, for faults found while writing. */
  readonly rowNumber: number;
  readonly before: Row | undefined;
  readonly after: Row;
}

/** How records that fill more than one sheet go to a file and back. */
export interface ImporterFiles<Row> {
  /** What `write` makes and people are offered; xlsx and CSV unless said. */
  readonly formats?: readonly SheetFormat[];
  /** The rows of a file as texts by field. Throws `imports/unreadable` when the file is none of these. */
  readonly read: (file: Buffer, fileName: string) => Promise<SheetRead>;
  readonly write: (
    rows: readonly Row[],
    options: { readonly format: SheetFormat; readonly locale: Locale },
  ) => Readable;
  readonly template: (locale: Locale) => Promise<Buffer>;
}

/**
 * How one kind of record goes to a sheet and back. The same fields serve export, template, preview and
 * import, so what was exported can be imported again unchanged.
 */
export interface Importer<Row extends SheetRow = SheetRow> {
  /** `module.kind`, unique. */
  readonly name: string;
  readonly title: Words;
  /** Needed beside `imports.use`. */
  readonly permission: Permission;
  readonly fields: readonly SheetField[];
  /** Files of its own, for records that one flat sheet can not hold. */
  readonly files?: ImporterFiles<Row>;
  /** Checks one row of texts and gives its typed values. Its messages name what is wrong. */
  readonly row: z.ZodType<Row>;
  /** Everything recorded, as rows of the same shape. */
  readonly listCurrent: (db: Db, centreId: number) => Promise<readonly Row[]>;
  /** Faults that need other records or other rows: unknown references, two rows for one thing. */
  readonly checkRows?: (
    db: Db,
    centreId: number,
    rows: ReadonlyArray<{ readonly rowNumber: number; readonly row: Row }>,
  ) => Promise<readonly CellFault[]>;
  /** Writes the changes in one transaction; tells of each. */
  readonly write: (tx: Tx, actor: Actor, changes: ReadonlyArray<RowChange<Row>>) => Promise<void>;
}

/** Declares an importer; its row type flows from the schema. */
export function defineImporter<Row extends SheetRow>(importer: Importer<Row>): Importer {
  return importer as unknown as Importer;
}

/** Declares a field of a sheet. */
export function field(
  key: string,
  zh: string,
  en: string,
  more: { isKey?: true; noteZh?: string; noteEn?: string } = {},
): SheetField {
  return {
    key,
    title: { 'zh-CN': zh, en },
    isKey: more.isKey ?? false,
    ...(more.noteZh === undefined
      ? {}
      : { note: { 'zh-CN': more.noteZh, en: more.noteEn ?? more.noteZh } }),
  };
}

/** One cell as text: what export writes and what a change compares. */
export function toCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(toCell).join('|');
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' ? value : JSON.stringify(value);
}
