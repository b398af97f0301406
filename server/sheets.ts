import { Readable } from 'node:stream';

import type { SheetColumns } from '#kernel/documents/sheets/columns.ts';
import { readSheet } from '#kernel/documents/sheets/read-sheet.ts';
import { sheetTemplate } from '#kernel/documents/sheets/sheet-template.ts';
import { streamCsv } from '#kernel/documents/sheets/write-csv.ts';
import { streamXlsx } from '#kernel/documents/sheets/write-xlsx.ts';
import type { SheetField } from '#kernel/imports/contract.ts';
import type { Sheets } from '#kernel/imports/sheets.ts';

// The importer's own schema says what a cell means; the sheet only carries its text.
const toColumns = (fields: readonly SheetField[]): SheetColumns =>
  fields.map(({ key, title, isKey, note }) => ({
    type: 'text' as const,
    key,
    heading: title,
    required: isKey && note === undefined,
    ...(note === undefined ? {} : { note }),
  }));

/** The sheets of kernel/imports, read and written by kernel/documents. */
export const sheets: Sheets = {
  read: async (file, _fileName, fields) => {
    const reading = await readSheet(file, {
      columns: toColumns(fields).map((column) => ({ ...column, required: false })),
    });
    return {
      rows: reading.rows.map(({ row, values }) => ({
        rowNumber: row,
        cells: Object.fromEntries(
          Object.entries(values).map(([key, value]) => [
            key,
            typeof value === 'string' ? value : '',
          ]),
        ),
      })),
      faults: reading.problems.map(({ row, column, value, reason }) => ({
        row,
        field: column,
        value,
        reason,
      })),
    };
  },
  write: (rows, fields, { format, title, locale }) => {
    const columns = toColumns(fields);
    return Readable.from(
      format === 'csv'
        ? streamCsv(rows, columns, { locale })
        : streamXlsx(rows, columns, { locale, sheetName: title }),
    );
  },
  template: (fields, title, locale) =>
    sheetTemplate(toColumns(fields), { locale, sheetName: title }),
};
