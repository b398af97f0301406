import type { Words } from '../problems/contract.ts';
import type { CellFault } from './contract.ts';
import { type SheetRow, toCell } from './importer.ts';

export interface NumberedRow<Row> {
  readonly rowNumber: number;
  readonly row: Row;
}

/** A fault of one cell. */
export function cellFault(
  rowNumber: number,
  field: string,
  value: string,
  reason: Words,
): CellFault {
  return { row: rowNumber, field, value, reason };
}

/** Faults of the cells that name a record which is not there. An empty cell names none; a list may name several. */
export function unknownReferences<Row extends SheetRow>(
  rows: ReadonlyArray<NumberedRow<Row>>,
  field: string & keyof Row,
  known: { has(code: string): boolean },
  what: Words,
): CellFault[] {
  return rows.flatMap(({ rowNumber, row }) => {
    const missing = toCell(row[field])
      .split('|')
      .filter((code) => code !== '' && !known.has(code));
    if (missing.length === 0) return [];
    return [
      cellFault(rowNumber, field, missing.join('|'), {
        'zh-CN': `没有这个${what['zh-CN']}：${missing.join('、')}`,
        en: `No such ${what.en}: ${missing.join(', ')}`,
      }),
    ];
  });
}
