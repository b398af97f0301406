import type { Matter, MatterInput } from '../contract.ts';
import type { MatterRow } from './tables.ts';

export function toMatter(row: MatterRow): Matter {
  return {
    id: row.matter_id,
    code: row.code,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    version: row.version,
    updatedAt: row.updated_at.toISOString(),
  };
}

/** The columns that people type. */
export function toColumns(input: MatterInput): Pick<MatterRow, 'code' | 'name_zh' | 'name_en'> {
  return { code: input.code, name_zh: input.nameZh, name_en: input.nameEn };
}
