import { z } from 'zod';

import type { CellFault } from '#kernel/imports/contract.ts';
import type { SheetRow } from '#kernel/imports/importer.ts';

import { Yuan } from '../../contract.ts';

/** An amount in a cell: yuan with exactly two decimals, no separators. */
export const cellYuan = z
  .string()
  .trim()
  .refine((text) => Yuan.safeParse(text).success, {
    message:
      '金额应为元，两位小数，不带千分位，例如39311854.30｜Yuan with two decimals, 39311854.30',
  });

export const cellOptionalYuan = z
  .string()
  .trim()
  .default('')
  .refine((text) => text === '' || Yuan.safeParse(text).success, {
    message: '金额应为元，两位小数，可留空｜Yuan with two decimals, or empty',
  });

const EXISTS = {
  'zh-CN': '该记录已存在；入账后只能通过单据改变，不能用表格修改',
  en: 'This record exists; once in the ledger it changes by a document only, never by a sheet',
};

/** Faults of rows that would change what is recorded: what has moved money is never changed. */
export function refuseChanges<Row extends SheetRow>(
  rows: ReadonlyArray<{ readonly rowNumber: number; readonly row: Row }>,
  current: readonly Row[],
  key: keyof Row & string,
  keyOf: (row: Row) => string,
): CellFault[] {
  const known = new Map(current.map((row) => [keyOf(row), textOf(row)]));
  return rows.flatMap(({ rowNumber, row }) => {
    const before = known.get(keyOf(row));
    if (before === undefined || before === textOf(row)) return [];
    return [{ row: rowNumber, field: key, value: keyOf(row), reason: EXISTS }];
  });
}

/** The cells of a row in the order of their names. */
const textOf = (row: SheetRow): string =>
  JSON.stringify(Object.entries(row).toSorted(([one], [other]) => (one < other ? -1 : 1)));
