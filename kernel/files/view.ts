import type { StoredFile } from './contract.ts';
import type { StoredFileRow } from './tables.ts';

export function toStoredFile(row: StoredFileRow): StoredFile {
  return {
    id: row.file_id,
    name: row.name,
    mediaType: row.media_type,
    sizeBytes: Number(row.size_bytes),
    hash: row.hash,
    purpose: row.purpose,
    state: row.state,
    stateReason: row.state_reason,
    uploadedByName: row.uploaded_by_name,
    uploadedAt: row.uploaded_at.toISOString(),
  };
}
