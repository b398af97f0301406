import type { Licence, LicenceInput } from '../contract.ts';
import type { LicenceRow } from './tables.ts';

export function toLicence(row: LicenceRow): Licence {
  return {
    id: row.licence_id,
    code: row.code,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    version: row.version,
    updatedAt: row.updated_at.toISOString(),
  };
}

/** The columns that people type. */
export function toColumns(input: LicenceInput): Pick<LicenceRow, 'code' | 'name_zh' | 'name_en'> {
  return { code: input.code, name_zh: input.nameZh, name_en: input.nameEn };
}
