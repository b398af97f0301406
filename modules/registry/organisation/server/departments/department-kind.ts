import { type Department, type DepartmentInput, problems } from '../../contract.ts';
import { departmentChanged } from '../events.ts';
import { toRecordState } from '../record-state.ts';
import type { Kind } from '../records.ts';
import { countByDepartment } from '../repository-served.ts';
import type { DepartmentRow } from '../tables.ts';

/** What a department is to the acts on records. */
export const departmentKind: Kind<'organisation.department', Department> = {
  table: 'organisation.department',
  unique: {
    constraint: 'department_code_unique',
    refusal: problems.codeTaken,
    valuesOf: ({ code }) => ({ code }),
  },
  targetOf: () => undefined,
  toViews: async (db, centreId, rows) => {
    const ids = rows.map((row) => row.department_id);
    const counts = await countByDepartment(db, centreId, ids);
    return rows.map((row) => toDepartment(row, counts.get(row.department_id) ?? 0));
  },
  tell: departmentChanged,
};

function toDepartment(row: DepartmentRow, windowCount: number): Department {
  return {
    ...toRecordState(row.department_id, row),
    code: row.code,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    shortZh: row.short_zh,
    kind: row.kind,
    uscc: row.uscc,
    phone: row.phone,
    order: row.sort_order,
    isDemonstration: row.is_demonstration,
    windowCount,
  };
}

/** The columns that people type. */
export function toDepartmentColumns(input: DepartmentInput) {
  return {
    code: input.code,
    name_zh: input.nameZh,
    name_en: input.nameEn,
    short_zh: input.shortZh,
    kind: input.kind,
    uscc: input.uscc,
    phone: input.phone,
    sort_order: input.order,
  };
}
