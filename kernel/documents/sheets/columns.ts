import type { Day } from '#kernel/clock/day.ts';
import type { Words } from '#kernel/problems/contract.ts';

interface ColumnBase<Key extends string, Value> {
  /** Name of the field; accepted as a heading too. */
  readonly key: Key;
  readonly heading: Words;
  /** Refuses an empty cell when a sheet is read. */
  readonly required?: boolean;
  /** Width in characters. */
  readonly width?: number;
  /** How to fill it in, for the notes row of a template. */
  readonly note?: Words;
  /** A further check of a value that was read: what is wrong with it, or undefined. */
  readonly check?: (value: Value) => Words | undefined;
}

interface TextColumn<Key extends string> extends ColumnBase<Key, string> {
  /** `code` is an identifier: digits that are never a number, full-width letters made plain. */
  readonly type: 'text' | 'code';
  /** Most characters that are accepted; 2,000 when absent. */
  readonly maxLength?: number;
}

interface NumberColumn<Key extends string> extends ColumnBase<Key, number> {
  readonly type: 'number' | 'integer';
  readonly min?: number;
  readonly max?: number;
}

interface MoneyColumn<Key extends string> extends ColumnBase<Key, bigint> {
  /** Fen inside, yuan with two decimals in the sheet. */
  readonly type: 'money';
}

interface DayColumn<Key extends string> extends ColumnBase<Key, Day> {
  readonly type: 'date';
}

interface InstantColumn<Key extends string> extends ColumnBase<Key, Date> {
  /** Shown and read as wall-clock time of the zone. */
  readonly type: 'datetime';
}

interface ChoiceColumn<Key extends string> extends ColumnBase<Key, string> {
  readonly type: 'choice';
  readonly choices: ReadonlyArray<{ readonly value: string; readonly label: Words }>;
}

/** One column of a sheet, declared once for export, template and import. */
export type SheetColumn<Key extends string = string> =
  | TextColumn<Key>
  | NumberColumn<Key>
  | MoneyColumn<Key>
  | DayColumn<Key>
  | InstantColumn<Key>
  | ChoiceColumn<Key>;

export type SheetColumns = readonly SheetColumn[];

interface ValueByType {
  text: string;
  code: string;
  number: number;
  integer: number;
  money: bigint;
  date: Day;
  datetime: Date;
  choice: string;
}

/** Any value that a cell can have. */
export type SheetValue = ValueByType[keyof ValueByType];

type ValueOf<Column extends SheetColumn> = ValueByType[Column['type']];

/** A row to write: any cell may be empty. */
export type SheetRow<Columns extends SheetColumns> = {
  readonly [Column in Columns[number] as Column['key']]?: ValueOf<Column> | null | undefined;
};

/** A row that was read: required cells have a value, others may be null. */
export type ReadRow<Columns extends SheetColumns> = {
  readonly [Column in Columns[number] as Column['key']]: Column extends { readonly required: true }
    ? ValueOf<Column>
    : ValueOf<Column> | null;
};

/** Rows from a query, a generator or a list. */
export type RowSource<Row> = AsyncIterable<Row> | Iterable<Row>;

/**
 * Declares the columns of a sheet. Throws RangeError when two columns could be meant by one heading: an import
 * would not know which.
 */
export function defineSheetColumns<const Columns extends SheetColumns>(columns: Columns): Columns {
  if (columns.length === 0) throw new RangeError('A sheet needs a column');
  const owners = new Map<string, string>();
  for (const column of columns) {
    for (const name of headingNames(column)) {
      const owner = owners.get(name);
      if (owner !== undefined && owner !== column.key) {
        throw new RangeError(`Columns ${owner} and ${column.key} have the same heading: ${name}`);
      }
      owners.set(name, column.key);
    }
  }
  if (new Set(columns.map((column) => column.key)).size !== columns.length) {
    throw new RangeError('Two columns have the same key');
  }
  return columns;
}

/** All headings by which a column is known, in the form that `foldHeading` gives. */
export function headingNames(column: SheetColumn): string[] {
  return [column.key, column.heading['zh-CN'], column.heading.en].map(foldHeading);
}

/** A heading without what people add to it: spaces, stars, (必填), full-width letters, capitals. */
export function foldHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\u200b\ufeff]/g, '')
    .replaceAll(/[*]|\((必填|选填|required|optional)\)/g, '');
}
