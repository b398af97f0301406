import type { ImportPreview } from './contract.ts';
import type { Plan } from './plan.ts';
import type { ImportPreviewRow } from './tables.ts';

const SHOWN = 500;

export function toPreview(
  row: Pick<ImportPreviewRow, 'preview_id' | 'importer' | 'file_name' | 'applied_at'>,
  rowCount: number,
  plan: Plan,
): ImportPreview {
  const createCount = plan.described.filter((change) => change.act === 'create').length;
  return {
    id: row.preview_id,
    importer: row.importer,
    fileName: row.file_name,
    rowCount,
    createCount,
    updateCount: plan.described.length - createCount,
    unchangedCount: plan.unchanged,
    faults: plan.faults.slice(0, SHOWN),
    faultCount: plan.faults.length,
    changes: plan.described.slice(0, SHOWN),
    appliedAt: row.applied_at?.toISOString() ?? null,
  };
}
