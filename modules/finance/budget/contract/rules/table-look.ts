import type { Printed } from '../reading/printed.ts';
import type { ReadBook } from '../reading/read-book.ts';
import { type ReadRow, type ReadTable, TOTAL_KEY } from '../reading/read-table.ts';
import { COLUMN_NAMES, type ColumnName, PARTS, TABLE_NAMES } from '../reading/table-shapes.ts';
import type { TableCode } from '../template.ts';
import type { Where } from './auditor.ts';

/** Looks values up in the tables of a book, and says where they stand. */
export class TableLook {
  readonly #book: ReadBook;

  constructor(book: ReadBook) {
    this.#book = book;
  }

  table(code: TableCode): ReadTable | undefined {
    const table = this.#book.tables.get(code);
    return table !== undefined && isReadable(table) ? table : undefined;
  }

  /** Whether the figures of these columns can be told apart from others in their rows. */
  isTold(code: TableCode, ...columns: readonly ColumnName[]): boolean {
    return columns.every((column) => this.table(code)?.untold.includes(column) !== true);
  }

  has(...codes: readonly TableCode[]): boolean {
    return codes.every((code) => this.table(code) !== undefined);
  }

  row(code: TableCode, key: string): ReadRow | undefined {
    return this.table(code)?.rows.find((row) => row.key === key);
  }

  cell(code: TableCode, key: string, column: ColumnName): Printed | undefined {
    return this.row(code, key)?.values.get(column);
  }

  fen(code: TableCode, key: string, column: ColumnName): bigint {
    return this.cell(code, key, column)?.fen ?? 0n;
  }

  total(code: TableCode, column: ColumnName = 'total'): bigint {
    return this.fen(code, TOTAL_KEY, column);
  }

  /** Total of the right half of tables 1 and 4. */
  spendingTotal(code: 'T1' | 'T4'): ReadRow | undefined {
    return this.table(code)?.rows.find(({ name }) => /支出总计|^总计$|支出合计/.test(name));
  }

  revenueTotal(code: 'T1' | 'T4'): ReadRow | undefined {
    return this.table(code)?.revenue.find(({ name }) => /收入总计|^总计$|收入合计/.test(name));
  }

  at(code: TableCode, row: ReadRow | undefined, column?: ColumnName): Where {
    const parts = [
      TABLE_NAMES[code],
      row === undefined ? '' : `${row.key} ${row.name}`.trim(),
      column === undefined ? '' : COLUMN_NAMES[column],
    ];
    return {
      place: parts.filter((part) => part !== '').join(' · '),
      source: row?.source ?? this.#book.tables.get(code)?.title,
    };
  }
}

/** Every figure stands under a heading that is known: what is not read for certain is not judged. */
function isReadable({ code, missing, misfits, doubled, strangers }: ReadTable): boolean {
  const needed: readonly ColumnName[] = ['total', ...(code === 'T1' ? [] : PARTS[code])];
  const unclear = misfits.length + doubled.length + strangers.length;
  return unclear === 0 && !missing.some((name) => needed.includes(name));
}

/** Rows of 项: seven digits. */
export function itemsOf(table: ReadTable): ReadRow[] {
  return table.rows.filter(({ key }) => key.length === 7);
}

export function totalRow(table: ReadTable): ReadRow | undefined {
  return table.rows.find(({ key }) => key === TOTAL_KEY);
}

/** Why a rule about single columns of a table has nothing to be checked on. */
export function notTold(code: TableCode): string {
  return `${TABLE_NAMES[code]}的空格在取文字时丢失，同一行的金额分不清属于哪一列`;
}
