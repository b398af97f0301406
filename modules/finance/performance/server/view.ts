import type { Target, TargetInput } from '../contract.ts';
import type { TargetRow } from './tables.ts';

export function toTarget(row: TargetRow): Target {
  return {
    id: row.target_id,
    code: row.code,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    version: row.version,
    updatedAt: row.updated_at.toISOString(),
  };
}

/** The columns that people type. */
export function toColumns(input: TargetInput): Pick<TargetRow, 'code' | 'name_zh' | 'name_en'> {
  return { code: input.code, name_zh: input.nameZh, name_en: input.nameEn };
}
