import type { Case, CaseInput } from '../contract.ts';
import type { CaseRow } from './tables.ts';

export function toCase(row: CaseRow): Case {
  return {
    id: row.case_id,
    code: row.code,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    version: row.version,
    updatedAt: row.updated_at.toISOString(),
  };
}

/** The columns that people type. */
export function toColumns(input: CaseInput): Pick<CaseRow, 'code' | 'name_zh' | 'name_en'> {
  return { code: input.code, name_zh: input.nameZh, name_en: input.nameEn };
}
