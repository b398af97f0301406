import type { CellFault } from '#kernel/imports/contract.ts';
import type { SheetRow } from '#kernel/imports/importer.ts';
import type { Words } from '#kernel/problems/contract.ts';

export interface Numbered<Row> {
  readonly rowNumber: number;
  readonly row: Row;
}

/** A fault of one cell. */
export function fault(rowNumber: number, field: string, value: string, reason: Words): CellFault {
  return { row: rowNumber, field, value, reason };
}

/** Faults of the cells that name a record which is not there. An empty cell names none. */
export function unknownCodes<Row extends SheetRow>(
  rows: ReadonlyArray<Numbered<Row>>,
  field: string & keyof Row,
  known: ReadonlyMap<string, unknown>,
  what: Words,
): CellFault[] {
  return rows.flatMap(({ rowNumber, row }) => {
    const cell = row[field];
    const codes = Array.isArray(cell) ? cell.map(String) : [String(cell)];
    const missing = codes.filter((code) => code !== '' && !known.has(code));
    if (missing.length === 0) return [];
    return [
      fault(rowNumber, field, missing.join('|'), {
        'zh-CN': `没有这个${what['zh-CN']}：${missing.join('、')}`,
        en: `No such ${what.en}: ${missing.join(', ')}`,
      }),
    ];
  });
}

export const nouns = {
  site: { 'zh-CN': '服务点', en: 'site' },
  zone: { 'zh-CN': '分区', en: 'zone' },
  department: { 'zh-CN': '部门', en: 'department' },
} as const;

/** Faults of zones that belong to another site than the one the row names. */
export function zonesElsewhere<
  Row extends { readonly siteCode: string; readonly zoneCode: string },
>(
  rows: ReadonlyArray<Numbered<Row>>,
  siteCodeOfZone: (zoneCode: string) => string | undefined,
): CellFault[] {
  return rows.flatMap(({ rowNumber, row }) => {
    const at = siteCodeOfZone(row.zoneCode);
    if (at === undefined || at === row.siteCode) return [];
    return [
      fault(rowNumber, 'zoneCode', row.zoneCode, {
        'zh-CN': `该分区属于服务点 ${at}`,
        en: `This zone belongs to the site ${at}`,
      }),
    ];
  });
}
