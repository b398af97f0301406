import type { Closing } from './tables.ts';

/** What the view of every record has beside what is typed. */
export function toRecordState(
  id: string,
  row: Closing & { readonly version: number; readonly updated_at: Date },
) {
  return {
    id,
    closedOn: row.closed_on,
    closedReason: row.closed_reason,
    version: row.version,
    updatedAt: row.updated_at.toISOString(),
  };
}
