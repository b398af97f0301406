import type { Db } from '#kernel/db/types.ts';
import type { Words } from '#kernel/problems/contract.ts';

import { allRows } from '../repository-rows.ts';
import type { PersonRow } from '../tables.ts';

export const nouns = {
  office: { 'zh-CN': '科室', en: 'office' },
  department: { 'zh-CN': '部门', en: 'department' },
  post: { 'zh-CN': '岗位', en: 'post' },
  person: { 'zh-CN': '工号', en: 'employee number' },
  site: { 'zh-CN': '服务点', en: 'site' },
  zone: { 'zh-CN': '分区', en: 'zone' },
  window: { 'zh-CN': '窗口', en: 'window' },
  shift: { 'zh-CN': '班次', en: 'shift' },
} as const satisfies Record<string, Words>;

export interface Numbered<Row> {
  readonly rowNumber: number;
  readonly row: Row;
}

export interface People {
  readonly all: readonly PersonRow[];
  readonly byNo: ReadonlyMap<string, PersonRow>;
  readonly byId: ReadonlyMap<string, PersonRow>;
}

/** Everybody of the centre by number and by id. */
export async function loadPeople(db: Db, centreId: number): Promise<People> {
  const all = await allRows(db, 'staff.person', centreId, ['employee_no']);
  return {
    all,
    byNo: new Map(all.map((row) => [row.employee_no, row])),
    byId: new Map(all.map((row) => [row.person_id, row])),
  };
}

/** What the check of the rows has found; throws when it was taken away since. */
export function found<T>(map: ReadonlyMap<string, T>, code: string): T {
  const value = map.get(code);
  if (value === undefined) throw new Error(`A sheet names ${code}, which is not recorded.`);
  return value;
}
