import { createHash } from 'node:crypto';

import type { Db } from '../db/types.ts';
import { describeIssue } from '../http/describe-issue.ts';
import type { CellFault, PlannedChange } from './contract.ts';
import { type Importer, type RowChange, type SheetRow, toCell } from './importer.ts';
import type { RawRow } from './raw-row.ts';

export type { RawRow } from './raw-row.ts';

export interface Plan {
  readonly changes: ReadonlyArray<RowChange<SheetRow>>;
  readonly described: readonly PlannedChange[];
  readonly faults: readonly CellFault[];
  readonly unchanged: number;
  /** The same for the same changes on the same records. */
  readonly digest: string;
}

const keyOf = (importer: Importer, row: SheetRow): string =>
  importer.fields
    .filter((field) => field.isKey)
    .map((field) => toCell(row[field.key]))
    .join(' / ');

/** Compares a sheet with what is recorded: what would be made, what would change, and every bad cell. */
export async function planImport(
  db: Db,
  centreId: number,
  importer: Importer,
  raw: readonly RawRow[],
): Promise<Plan> {
  const { rows, faults } = checkCells(importer, raw);
  const [current, more] = await Promise.all([
    importer.listCurrent(db, centreId),
    importer.checkRows?.(db, centreId, rows) ?? Promise.resolve([]),
  ]);
  const recorded = new Map(current.map((row) => [keyOf(importer, row), row]));
  const changes: Array<RowChange<SheetRow>> = [];
  const described: PlannedChange[] = [];
  for (const { rowNumber, row } of rows) {
    const key = keyOf(importer, row);
    const before = recorded.get(key);
    const fields = differences(importer, before, row);
    if (before !== undefined && fields.length === 0) continue;
    changes.push({ rowNumber, before, after: row });
    described.push({
      row: rowNumber,
      act: before === undefined ? 'create' : 'update',
      key,
      fields,
    });
  }
  return {
    changes,
    described,
    faults: [...faults, ...repeatedKeys(importer, rows), ...more].toSorted((a, b) => a.row - b.row),
    unchanged: rows.length - changes.length,
    digest: createHash('sha256').update(JSON.stringify(described)).digest('hex'),
  };
}

function checkCells(importer: Importer, raw: readonly RawRow[]) {
  const rows: Array<{ rowNumber: number; row: SheetRow }> = [];
  const faults: CellFault[] = [];
  for (const { rowNumber, cells } of raw) {
    const checked = importer.row.safeParse(cells);
    if (checked.success) rows.push({ rowNumber, row: checked.data });
    else {
      for (const issue of checked.error.issues) {
        const name = String(issue.path[0] ?? '');
        faults.push({
          row: rowNumber,
          field: name,
          value: cells[name] ?? '',
          reason: describeIssue(issue),
        });
      }
    }
  }
  return { rows, faults };
}

function differences(importer: Importer, before: SheetRow | undefined, after: SheetRow) {
  return importer.fields.flatMap(({ key }) => {
    const from = before === undefined ? '' : toCell(before[key]);
    const to = toCell(after[key]);
    return from === to ? [] : [{ field: key, before: from, after: to }];
  });
}

function repeatedKeys(
  importer: Importer,
  rows: ReadonlyArray<{ rowNumber: number; row: SheetRow }>,
): CellFault[] {
  const first = new Map<string, number>();
  const keyField = importer.fields.find((field) => field.isKey)?.key ?? '';
  return rows.flatMap(({ rowNumber, row }) => {
    const key = keyOf(importer, row);
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, rowNumber);
      return [];
    }
    return [
      {
        row: rowNumber,
        field: keyField,
        value: key,
        reason: { 'zh-CN': `与第${earlier}行重复`, en: `The same as row ${earlier}` },
      },
    ];
  });
}
