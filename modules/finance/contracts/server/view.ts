import type { Contract, ContractInput } from '../contract.ts';
import type { ContractRow } from './tables.ts';

export function toContract(row: ContractRow): Contract {
  return {
    id: row.contract_id,
    code: row.code,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    version: row.version,
    updatedAt: row.updated_at.toISOString(),
  };
}

/** The columns that people type. */
export function toColumns(input: ContractInput): Pick<ContractRow, 'code' | 'name_zh' | 'name_en'> {
  return { code: input.code, name_zh: input.nameZh, name_en: input.nameEn };
}
