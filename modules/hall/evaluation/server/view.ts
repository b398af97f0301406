import type { Evaluation, EvaluationInput } from '../contract.ts';
import type { EvaluationRow } from './tables.ts';

export function toEvaluation(row: EvaluationRow): Evaluation {
  return {
    id: row.evaluation_id,
    code: row.code,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    version: row.version,
    updatedAt: row.updated_at.toISOString(),
  };
}

/** The columns that people type. */
export function toColumns(
  input: EvaluationInput,
): Pick<EvaluationRow, 'code' | 'name_zh' | 'name_en'> {
  return { code: input.code, name_zh: input.nameZh, name_en: input.nameEn };
}
